import Diagnostics

/// Headings and labels of all languages, looked up by the hash of their words.
struct AliasTable: Sendable {
  private var roles: [UInt64: Role] = [:]
  private var labels: [UInt64: Label] = [:]
  /// Words that make a heading one of a section of questions.
  let questionSections: PhraseSet
  /// Words in such a heading that say customers ask.
  let external: PhraseSet
  /// Words in such a heading that say colleagues ask.
  let `internal`: PhraseSet
  /// Words by which a document calls itself a PR/FAQ.
  let documentMarkers: PhraseSet
  /// The most words an alias has.
  private(set) var longest = 1

  /// Names of labels, for finding mistyped ones.
  let labelNames: [LabelName]

  static let standard = AliasTable(Vocabulary.all, extra: [:])

  init(_ vocabularies: [Vocabulary], extra: [Role: [String]]) {
    questionSections = PhraseSet(vocabularies.flatMap(\.questionSections))
    external = PhraseSet(vocabularies.flatMap(\.external))
    `internal` = PhraseSet(vocabularies.flatMap(\.internal))
    documentMarkers = PhraseSet(vocabularies.flatMap(\.documentMarkers))
    labelNames = vocabularies.flatMap { $0.labels.values.joined() }.sorted().map(LabelName.init)
    for vocabulary in vocabularies {
      for (role, names) in vocabulary.headings { for name in names { add(name, role, overriding: false) } }
      for (label, names) in vocabulary.labels {
        for name in names { labels[Self.key(Prose.hashes(of: name))] = label }
      }
    }
    for (role, names) in extra { for name in names { add(name, role, overriding: true) } }
  }

  private mutating func add(_ name: String, _ role: Role, overriding: Bool) {
    let hashes = Prose.hashes(of: name)
    longest = max(longest, hashes.count)
    let key = Self.key(hashes)
    if overriding || roles[key] == nil { roles[key] = role }
  }

  private static func key(_ hashes: [UInt32]) -> UInt64 {
    var key = start
    for hash in hashes { key = mix(key, hash) }
    return key
  }

  private static let start: UInt64 = 14_695_981_039_346_656_037
  private static func mix(_ key: UInt64, _ hash: UInt32) -> UInt64 {
    (key ^ UInt64(hash)) &* 1_099_511_628_211
  }

  /// The role a run of words announces.
  func role(_ words: [Prose.Word], _ range: Range<Int>) -> Role? {
    guard !range.isEmpty, range.count <= longest else { return nil }
    return roles[key(words, range)]
  }

  /// The label a run of words is.
  func label(_ words: [Prose.Word], _ range: Range<Int>) -> Label? {
    guard !range.isEmpty, range.count <= 4 else { return nil }
    return labels[key(words, range)]
  }

  private func key(_ words: [Prose.Word], _ range: Range<Int>) -> UInt64 {
    var key = Self.start
    for index in range { key = Self.mix(key, words[index].hash) }
    return key
  }
}

/// The name of a label, with what tells quickly that another is not like it.
struct LabelName: Sendable {
  let name: String
  /// Its bytes.
  let length: Int
  /// How many letters may be wrong; short names are near too many words.
  let limit: Int
  let letters: Spelling.Letters

  init(_ name: String) {
    self.name = name
    length = name.utf8.count
    limit = length >= 8 ? 2 : length >= 5 ? 1 : 0
    letters = Spelling.Letters(name)
  }
}
