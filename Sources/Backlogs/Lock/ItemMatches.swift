/// Which recorded item each item of today is.
struct ItemMatches {
  /// A recorded item under the id it has now.
  struct Match {
    let entry: Record.Entry
    /// Why it is the same although its id is another; nil where the id is the same.
    let move: Plan.MoveReason?
  }

  /// A statement that may be a former one under new words.
  struct Proposal: Equatable {
    let old: String
    let new: String
    /// Hundredths.
    let score: Int
  }

  private(set) var proposals: [Proposal] = []
  /// Recorded items that nothing of today is.
  private(set) var gone: [Record.Entry] = []
  /// Old ids of `renames` that name nothing to rename, and new ones that name nothing to rename to.
  private(set) var unknownNames: [(name: String, candidates: [String])] = []

  private var matches: [String: Match] = [:]
  private var retired: [String: Record.Entry] = [:]
  /// Moved roots: old to new.
  private var moves: [String: (new: String, reason: Plan.MoveReason)] = [:]

  /// Ids now of recorded items that have another one, by the recorded id.
  private var renamed: [String: String] = [:]

  func entry(of id: String) -> Match? { matches[id] }

  /// Ids as they are now, of a list as it was recorded.
  func current(_ ids: String) -> String {
    var names: [String] = []
    for part in ids.split(separator: ",") {
      let id = String(part.drop { $0 == " " })
      names.append(renamed[id] ?? id)
    }
    return names.joined(separator: ", ")
  }
  func retiredEntry(of id: String) -> Record.Entry? { retired[id] }
  /// The id a recorded statement has now.
  func moved(_ root: String) -> String { moves[root]?.new ?? root }

  init(_ items: [BacklogItem], _ record: Record, decisions: Decisions) {
    let active = record.entries.filter { !$0.isRetired }
    for entry in record.entries where entry.isRetired { retired[entry.id] = entry }
    findMoves(items, active, decisions)
    match(items, active)
  }

  // MARK: - Statements

  /// A statement, recorded or of today.
  private struct Root {
    let id: String
    let kind: BacklogItem.Kind
    let title: String
    let fingerprint: String
    let hasWrittenID: Bool
  }

  private mutating func findMoves(_ items: [BacklogItem], _ active: [Record.Entry], _ decisions: Decisions) {
    let today = Set(items.map(\.root))
    let before = Set(active.map(\.root))
    var gone = active.filter { $0.id == $0.root && !today.contains($0.root) }.map {
      Root(
        id: $0.id, kind: $0.kind, title: $0.title, fingerprint: $0.fingerprint, hasWrittenID: $0.hasWrittenID)
    }
    var new = items.filter { $0.id == $0.root && !before.contains($0.root) }.map {
      Root(
        id: $0.id, kind: $0.kind, title: $0.title, fingerprint: $0.fingerprint, hasWrittenID: $0.hasWrittenID)
    }
    func settle(_ old: String, _ now: String, _ reason: Plan.MoveReason) {
      moves[old] = (now, reason)
      gone.removeAll { $0.id == old }
      new.removeAll { $0.id == now }
    }
    for rename in decisions.renames {
      let old = gone.first { $0.id == rename.old || $0.id.hasSuffix("/" + rename.old) }
      let now = new.first { $0.id == rename.new || $0.id.hasSuffix("/" + rename.new) }
      if old == nil { unknownNames.append((rename.old, gone.map(\.id))) }
      if now == nil { unknownNames.append((rename.new, new.map(\.id))) }
      if let old, let now { settle(old.id, now.id, .asked) }
    }
    for item in items where item.id == item.root && new.contains(where: { $0.id == item.id }) {
      if let old = item.formerly.first(where: { former in gone.contains { $0.id == former } }) {
        settle(old, item.id, .stated)
      }
    }
    let goneByText = Dictionary(grouping: gone, by: \.fingerprint)
    for root in new {
      let same = goneByText[root.fingerprint] ?? []
      let rivals = new.count { $0.fingerprint == root.fingerprint }
      if same.count == 1, rivals == 1, let old = same.first { settle(old.id, root.id, .sameText) }
    }
    guard decisions.similar != .refuse else { return }
    propose(gone, new, decisions.similar == .accept)
  }

  /// Least likeness of a rename, and most that any rival may have, in hundredths.
  private static let (least, rival) = (85, 60)
  /// More pairs than this are not compared: then a whole document was rewritten, and titles tell nothing.
  private static let mostPairs = 10_000

  private mutating func propose(_ gone: [Root], _ new: [Root], _ accepts: Bool) {
    let gone = gone.filter { !$0.hasWrittenID }
    let new = new.filter { !$0.hasWrittenID }
    guard !gone.isEmpty, !new.isEmpty, gone.count * new.count <= Self.mostPairs else { return }
    var scores: [[Int]] = []
    for old in gone {
      scores.append(
        new.map { root in
          root.kind == old.kind && Self.group(root.id) == Self.group(old.id)
            ? Int(Similarity.score(old.title, root.title) * 100) : 0
        })
    }
    for (row, old) in gone.enumerated() {
      for (column, root) in new.enumerated() where scores[row][column] >= Self.least {
        let others =
          scores[row].indices.filter { $0 != column }.map { scores[row][$0] }
          + scores.indices.filter { $0 != row }.map { scores[$0][column] }
        guard others.allSatisfy({ $0 <= Self.rival }) else { continue }
        if accepts {
          moves[old.id] = (root.id, .similar)
        } else {
          proposals.append(Proposal(old: old.id, new: root.id, score: scores[row][column]))
        }
      }
    }
  }

  /// What kind of statement an id is of: `risk` of `KEY/risk/the-count-drifts`; needs have none.
  private static func group(_ id: String) -> Substring {
    let parts = id.split(separator: "/")
    return parts.count > 2 ? parts[1] : ""
  }

  // MARK: - Items

  private mutating func match(_ items: [BacklogItem], _ active: [Record.Entry]) {
    let wanted = Set(items.map(\.id))
    var open: [String: (entry: Record.Entry, reason: Plan.MoveReason?)] = [:]
    for entry in active {
      let move = moves[entry.root]
      let id = move.map { $0.new + entry.id.dropFirst(entry.root.utf8.count) } ?? entry.id
      if open[id] == nil { open[id] = (entry, id == entry.id ? nil : move?.reason) }
    }
    for item in items {
      if let found = open.removeValue(forKey: item.id) {
        matches[item.id] = Match(entry: found.entry, move: found.reason)
      }
    }
    for item in items where matches[item.id] == nil {
      for former in item.formerly where !wanted.contains(former) {
        guard let found = open.removeValue(forKey: former) else { continue }
        matches[item.id] = Match(entry: found.entry, move: .stated)
        break
      }
    }
    for (id, match) in matches where match.entry.id != id { renamed[match.entry.id] = id }
    let matched = Set(matches.values.map(\.entry.id))
    gone = active.filter { !matched.contains($0.id) }
  }
}
