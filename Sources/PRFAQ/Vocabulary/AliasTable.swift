import Diagnostics

/// Headings and labels of all languages, looked up by the hash of their words.
///
/// It never changes; being one object, it is passed on at the price of a pointer.
final class AliasTable: Sendable {
  private let roles: AliasIndex<Role>
  private let labels: AliasIndex<Label>
  /// The first words of all labels.
  let labelFirsts: WordSet
  /// Words that make a heading one of a section of questions.
  static let questionSections = PhraseSet(Vocabulary.all.flatMap(\.questionSections))
  /// Words in such a heading that say customers ask.
  static let external = PhraseSet(local: Vocabulary.all.flatMap(\.external))
  /// Words in such a heading that say colleagues ask.
  static let `internal` = PhraseSet(local: Vocabulary.all.flatMap(\.internal))
  /// Words by which a document calls itself a PR/FAQ.
  static let documentMarkers = PhraseSet(Vocabulary.all.flatMap(\.documentMarkers))
  /// The same sets, for those who ask for each heading: what is static is asked whether it is there each time.
  let questionWords = AliasTable.questionSections
  let markerWords = AliasTable.documentMarkers
  /// The most words an alias has.
  private let longest: Int

  /// Names of labels that may be mistyped, the shortest first.
  let labelNames: [LabelName]
  /// The bytes of the longest of them.
  private let longestLabelName: Int
  /// By a number of bytes, how many of them are shorter; one more entry at the end.
  private let labelsByLength: [Int]

  static let standard = AliasTable(extra: [:])

  /// - Parameter extra: further headings and labels; they win over the built-in ones.
  init(extra: [Role: [String]]) {
    let vocabularies = Vocabulary.all
    let allLabels = vocabularies.flatMap { $0.labels.values.joined() }
    labelNames = allLabels.map(LabelName.init).filter { $0.limit > 0 }.sorted { $0.length < $1.length }
    let longestName = labelNames.last?.length ?? 0
    longestLabelName = longestName
    labelsByLength = (0...longestName + 1).map { [labelNames] length in
      labelNames.count { $0.length < length }
    }
    let names = vocabularies.map(\.headings) + [extra]
    var roles = AliasIndex<Role>(capacity: names.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } })
    var labels = AliasIndex<Label>(capacity: allLabels.count)
    var labelFirsts: [UInt32] = []
    var longest = 1
    for vocabulary in vocabularies {
      for (role, names) in vocabulary.headings {
        for name in names {
          let hashes = Prose.hashes(of: name)
          longest = max(longest, hashes.count)
          roles.set(Self.key(hashes), role, overriding: false)
        }
      }
      for (label, names) in vocabulary.labels {
        for name in names {
          let hashes = Prose.hashes(of: name)
          labels.set(Self.key(hashes), label, overriding: true)
          if let first = hashes.first { labelFirsts.append(first) }
        }
      }
    }
    for (role, names) in extra {
      for name in names {
        let hashes = Prose.hashes(of: name)
        longest = max(longest, hashes.count)
        roles.set(Self.key(hashes), role, overriding: true)
      }
    }
    self.roles = roles
    self.labels = labels
    self.labelFirsts = WordSet(hashes: labelFirsts)
    self.longest = longest
  }

  private static func key(_ hashes: [UInt32]) -> UInt64 {
    var key = start
    for hash in hashes { key = mix(key, hash) }
    return key
  }

  private static let start: UInt64 = 14_695_981_039_346_656_037

  @inline(__always)
  private static func mix(_ key: UInt64, _ hash: UInt32) -> UInt64 {
    (key ^ UInt64(hash)) &* 1_099_511_628_211
  }

  /// The role a run of words announces.
  func role(_ words: [Prose.Word], _ range: Range<Int>) -> Role? {
    guard !range.isEmpty, range.count <= longest else { return nil }
    return roles[key(words, range)]
  }

  /// The indices of those label names whose length is near another.
  func labelNames(near length: Int) -> Range<Int> {
    let least = length - LabelName.greatestLimit
    let most = length + LabelName.greatestLimit
    if least > longestLabelName || most < 0 { return 0..<0 }
    return labelsByLength[max(0, least)]..<labelsByLength[min(longestLabelName, most) + 1]
  }

  /// The label a run of words is.
  func label(_ words: [Prose.Word], _ range: Range<Int>) -> Label? {
    guard !range.isEmpty, range.count <= 4 else { return nil }
    return labels[key(words, range)]
  }

  @inline(__always)
  private func key(_ words: [Prose.Word], _ range: Range<Int>) -> UInt64 {
    var key = Self.start
    for index in range { key = Self.mix(key, words[index].hash) }
    return key
  }
}

/// A map from the keys of aliases, which are hashes already and need not be hashed again.
private struct AliasIndex<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var key: UInt64
    var value: Value?
  }

  private var slots: [Slot]
  private let mask: Int
  private var count = 0
  /// A bit for each key, which keys may share: most of what is asked for has none, and this much of memory is at hand.
  private var filter = [UInt64](repeating: 0, count: 256)

  /// Makes an empty map; at least half of its places stay free.
  init(capacity: Int) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(key: 0, value: nil), count: size)
    mask = size - 1
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    // No more keys than `capacity` are ever set: a free place ends every search.
    while slots[at].value != nil, slots[at].key != key { at = (at + 1) & mask }
    return at
  }

  subscript(_ key: UInt64) -> Value? {
    filter[Self.word(of: key)] & Self.bit(of: key) == 0 ? nil : slots[place(of: key)].value
  }

  // Of the key's bits, those that `place` does not begin with.
  private static func word(of key: UInt64) -> Int { Int(key >> 56) }
  private static func bit(of key: UInt64) -> UInt64 { 1 << (key >> 50 & 63) }

  mutating func set(_ key: UInt64, _ value: Value, overriding: Bool) {
    let at = place(of: key)
    if slots[at].value == nil {
      precondition((count + 1) * 2 <= slots.count, "the map is full")
      count += 1
    } else if !overriding {
      return
    }
    slots[at] = Slot(key: key, value: value)
    filter[Self.word(of: key)] |= Self.bit(of: key)
  }
}

/// The name of a label, with what tells quickly that another is not like it.
struct LabelName: Sendable {
  let name: String
  /// Its bytes.
  let length: Int
  static let greatestLimit = 2
  /// How many letters may be wrong, `greatestLimit` at most; short names are near too many words.
  let limit: Int
  let letters: Spelling.Letters

  init(_ name: String) {
    self.name = name
    length = name.utf8.count
    limit = length >= 8 ? 2 : length >= 5 ? 1 : 0
    letters = Spelling.Letters(name)
  }
}
