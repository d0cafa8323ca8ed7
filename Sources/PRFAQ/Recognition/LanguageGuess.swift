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

  /// The commonest words, each in a place of its own, which its hash tells.
  private struct StopWords {
    /// A place; a free one counts for no language.
    struct Place {
      var hash: UInt32 = 0
      /// What the word adds to the counts of the languages, one byte each.
      var counts: UInt32 = 0
    }

    static let bits: UInt32 = 10
    private(set) var places: [Place] = []
    /// What a hash is multiplied by to give a place in its first bits.
    private(set) var factor: UInt32 = 0x9E37_79B1

    init(_ lists: [(Language, [UInt32])]) {
      // About one factor of 30 lets no two words share a place.
      while !spread(lists) { factor &+= 0x3C6E_F372 }
    }

    private mutating func spread(_ lists: [(Language, [UInt32])]) -> Bool {
      places = [Place](repeating: Place(), count: 1 << Int(StopWords.bits))
      for (index, list) in lists.enumerated() {
        for hash in list.1 {
          let place = Int((hash &* factor) >> (32 - StopWords.bits))
          if places[place].counts == 0 {
            places[place].hash = hash
          } else if places[place].hash != hash {
            return false
          }
          places[place].counts |= 1 << UInt32(index * 8)
        }
      }
      return true
    }

    /// How many of some words each of the languages has.
    func count(_ words: UnsafeBufferPointer<Prose.Word>) -> SIMD4<Int32> {
      var counts = SIMD4<Int32>()
      places.withUnsafeBufferPointer { table in
        guard let base = words.baseAddress, let table = table.baseAddress else { return }
        // As many bits of a hash are left as the places are counted with.
        func place(_ hash: UInt32) -> Place { table[Int((hash &* factor) &>> (32 - StopWords.bits))] }
        var at = 0
        while at < words.count {
          // Four words at a time, in four numbers whose bytes count to 255 each.
          var sum = SIMD4<UInt32>()
          let end = min(at + 255 * 4, words.count)
          while at &+ 4 <= end {
            let hashes = SIMD4(
              base[at].hash, base[at &+ 1].hash, base[at &+ 2].hash, base[at &+ 3].hash)
            let (first, second) = (place(hashes[0]), place(hashes[1]))
            let (third, fourth) = (place(hashes[2]), place(hashes[3]))
            // Two words of five are among the commonest: nobody could foresee which, so that there is no branch.
            sum &+= SIMD4(first.counts, second.counts, third.counts, fourth.counts)
              .replacing(
                with: 0, where: SIMD4(first.hash, second.hash, third.hash, fourth.hash) .!= hashes)
            at &+= 4
          }
          for bits in 0..<4 {
            let shifted = (sum &>> UInt32(bits * 8)) & 0xFF
            counts[bits] &+= Int32(truncatingIfNeeded: shifted.wrappedSum())
          }
          while at < end {
            let known = place(base[at].hash)
            if known.hash == base[at].hash {
              for bits in 0..<4 { counts[bits] &+= Int32(known.counts &>> UInt32(bits * 8) & 0xFF) }
            }
            at &+= 1
          }
        }
      }
      return counts
    }
  }

  private static let places = StopWords(stopWords)

  /// The language of a document, from its scripts and its commonest words.
  static func guess(_ tree: MarkdownTree, _ prose: Prose) -> Language {
    if prose.isForeign, let language = guess(script: tree) { return language }
    let counts = prose.words.withUnsafeBufferPointer { words in
      places.count(UnsafeBufferPointer(rebasing: words.prefix(1_500)))
    }
    var best = 0
    for index in 1..<4 where counts[index] > counts[best] { best = index }
    return counts[best] == 0 ? .english : stopWords[best].0
  }

  /// The language that the script tells; nil for Latin letters.
  private static func guess(script tree: MarkdownTree) -> Language? {
    var kana = 0
    var han = 0
    var hangul = 0
    var cyrillic = 0
    var ascii = 0
    var at = 0
    tree.plain.withUnsafeBufferPointer { plain in
      // A sample tells the script; the whole of a large file is not needed.
      let end = min(plain.count, 20_000)
      while true {
        at = ByteSearch.firstWide(or: (0x80, 0x80, 0x80), in: plain, from: at, to: end)
        if at >= end { break }
        let byte = plain[at]
        switch byte {
        case 0x00...0x7F: at += 1
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
      // Letters are counted only where there is something to compare them with.
      if kana + han + hangul + cyrillic > 0 {
        for byte in plain[..<end] where (byte | 0x20) &- 0x61 < 26 { ascii += 1 }
      }
    }
    // One ideograph says about as much as three Latin letters.
    if (kana + han) * 3 > ascii { return kana * 6 > han ? .japanese : .chinese }
    if hangul * 3 > ascii { return .korean }
    return cyrillic > ascii ? .russian : nil
  }
}
