import MarkdownTree

extension Language {
  private static let stopWords: [(Language, [UInt32])] = [
    (.english, hashes("the and of to is for that with are it you what how your this be on not can")),
    (
      .german,
      hashes("der die das und ist nicht für mit ein eine auf den von zu sich werden wie auch wir kann")
    ),
    (.portuguese, hashes("que não para uma com os como mais por dos você é são ao das seu sua pelo está")),
    (
      .other,
      hashes(
        "les des est dans pour une qui sur pas avec los las una por como para del nous vous och att det som")
    ),
  ]

  private static func hashes(_ words: String) -> [UInt32] {
    words.split(separator: " ").map { Prose.hash($0.utf8) }
  }

  /// For each of the words, the languages that have it, one bit each.
  private static let languagesOfWord: WordTable = {
    var table = WordTable(capacity: stopWords.reduce(0) { $0 + $1.1.count })
    for (index, list) in stopWords.enumerated() {
      for hash in list.1 { table.set(hash, max(0, table[hash]) | 1 << Int32(index)) }
    }
    return table
  }()

  /// The language of a document, from its scripts and its commonest words.
  static func guess(_ tree: MarkdownTree, _ prose: Prose) -> Language {
    var kana = 0
    var han = 0
    var hangul = 0
    var cyrillic = 0
    var ascii = 0
    var at = 0
    let plain = tree.plain
    plain.withUnsafeBufferPointer { plain in
      // A sample tells the script; the whole of a large file is not needed.
      let end = min(plain.count, 20_000)
      while at < end {
        let byte = plain[at]
        switch byte {
        case 0x00...0x7F:
          if (byte | 0x20) &- 0x61 < 26 { ascii += 1 }
          at += 1
        case 0xD0, 0xD1:
          cyrillic += 1
          at += 2
        case 0xE3:
          if at + 1 < end, (0x81...0x83).contains(plain[at + 1]) { kana += 1 }
          at += 3
        case 0xE4...0xE9:
          han += 1
          at += 3
        case 0xEA...0xED:
          hangul += 1
          at += 3
        case 0xC2...0xDF: at += 2
        case 0xE0...0xEF: at += 3
        default: at += 4
        }
      }
    }
    // One ideograph says about as much as three Latin letters.
    if (kana + han) * 3 > ascii { return kana * 6 > han ? .japanese : .chinese }
    if hangul * 3 > ascii { return .korean }
    if cyrillic > ascii { return .russian }
    var counts = Array(repeating: 0, count: stopWords.count)
    let table = languagesOfWord
    for word in prose.words.prefix(1_500) {
      var languages = table[word.hash]
      if languages < 0 { continue }
      while languages != 0 {
        counts[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return counts[best] == 0 ? .english : stopWords[best].0
  }
}
