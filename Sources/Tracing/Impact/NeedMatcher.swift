/// Finds for each need of a new version the one of the old version that it continues.
///
/// Identity is, in this order: the same document and title; the same ID; what `Formerly:` states; and at last words so
/// alike that no other need comes near. A need inserted in the middle, whose followers were renumbered, is therefore
/// one addition, and not a change of all that follow.
struct NeedMatcher {
  let old: LinkGraph
  let new: LinkGraph
  /// For each new need: its old one and why, where the ID does not say it.
  private(set) var matches: [Int: (old: Int, basis: Impact.Basis?)] = [:]
  private var taken: Set<Int> = []

  /// At least so alike, of 1.
  private static let alike = 0.6
  /// No other may be more alike than this share of the best.
  private static let runnerUp = 0.8

  init(_ old: LinkGraph, _ new: LinkGraph) {
    self.old = old
    self.new = new
    // One document on each side is the same document whatever it is called.
    let isSingle = old.documents.count == 1 && new.documents.count == 1
    let key: (LinkGraph, Int) -> String = { graph, document in
      isSingle ? "" : graph.documents[document].key.lowercased() + "/"
    }
    matchByTitle(key)
    matchByID(key)
    matchByStatement(key)
    matchByWords(key)
  }

  var removed: [Int] { old.needs.indices.filter { isDeclared(old, $0) && !taken.contains($0) } }

  func isDeclared(_ graph: LinkGraph, _ need: Int) -> Bool { graph.needs[need].origin == .declared }

  private mutating func take(_ newNeed: Int, _ oldNeed: Int, _ basis: Impact.Basis?) {
    let isSameID = old.needs[oldNeed].id == new.needs[newNeed].id
    matches[newNeed] = (oldNeed, isSameID ? nil : basis)
    taken.insert(oldNeed)
  }

  private func open(_ graph: LinkGraph, isOld: Bool) -> [Int] {
    graph.needs.indices.filter {
      isDeclared(graph, $0) && (isOld ? !taken.contains($0) : matches[$0] == nil)
    }
  }

  private mutating func matchByTitle(_ key: (LinkGraph, Int) -> String) {
    match(key, basis: .sameTitle) { $0.needs[$1].title.text.lowercased() }
  }

  private mutating func matchByID(_ key: (LinkGraph, Int) -> String) {
    match(key, basis: nil) { $0.needs[$1].id.lowercased() }
  }

  /// Pairs needs whose names are the same and unique on both sides.
  private mutating func match(
    _ key: (LinkGraph, Int) -> String, basis: Impact.Basis?, name: (LinkGraph, Int) -> String
  ) {
    var byName: [String: [Int]] = [:]
    for index in open(old, isOld: true) {
      byName[key(old, old.needs[index].document) + name(old, index), default: []].append(index)
    }
    for index in open(new, isOld: false) {
      let found = byName[key(new, new.needs[index].document) + name(new, index)] ?? []
      if found.count == 1, !taken.contains(found[0]) { take(index, found[0], basis) }
    }
  }

  private mutating func matchByStatement(_ key: (LinkGraph, Int) -> String) {
    var byName: [String: Int] = [:]
    for index in open(old, isOld: true) {
      let need = old.needs[index]
      byName[key(old, need.document) + need.id.lowercased()] = index
      byName[key(old, need.document) + need.title.text.lowercased()] = index
    }
    for index in open(new, isOld: false) {
      for former in new.needs[index].formerly {
        let found = byName[key(new, new.needs[index].document) + former.text.lowercased()]
        if let found, !taken.contains(found) {
          take(index, found, .stated)
          break
        }
      }
    }
  }

  /// Needs left over on both sides are few; each is compared with those of its own document.
  private mutating func matchByWords(_ key: (LinkGraph, Int) -> String) {
    let left = Dictionary(grouping: open(old, isOld: true)) { key(old, old.needs[$0].document) }
    for index in open(new, isOld: false) {
      let words = Similarity(new.needs[index].title.text + " " + new.needs[index].statement.text)
      let scored = (left[key(new, new.needs[index].document)] ?? []).filter { !taken.contains($0) }.map {
        (
          need: $0,
          score: words.score(Similarity(old.needs[$0].title.text + " " + old.needs[$0].statement.text))
        )
      }.sorted { ($1.score, $0.need) < ($0.score, $1.need) }
      guard let best = scored.first, best.score >= Self.alike else { continue }
      if scored.count > 1, scored[1].score > best.score * Self.runnerUp { continue }
      take(index, best.need, .similar)
    }
  }
}

/// How alike two texts are: the share of words they have in common.
struct Similarity {
  private let words: [String: Int]
  private let count: Int

  init(_ text: String) {
    var words: [String: Int] = [:]
    var count = 0
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      words[String(word), default: 0] += 1
      count += 1
    }
    self.words = words
    self.count = count
  }

  /// From 0, nothing in common, to 1, the same words as often (Dice's coefficient).
  func score(_ other: Similarity) -> Double {
    guard count + other.count > 0 else { return 1 }
    var common = 0
    for (word, times) in words { common += min(times, other.words[word] ?? 0) }
    return 2 * Double(common) / Double(count + other.count)
  }
}
