import MarkdownTree
import SourceText
import Testing

@testable import PRFAQ

/// Phrases are found by one pass for all sets, or by a search for one set; both must find the same.
struct PhraseScanTests {
  private static let praise = PhraseSet(["the best", "the best of our", "best", "Best", "world-class"])
  private static let counts = PhraseSet(["a lot of", "lots of", "best of our"])

  private static func prose(_ text: String, scanned: Bool) -> Prose {
    let tree = MarkdownTree(SourceFile(text), from: 0)
    return Prose(tree, scanner: scanned ? PhraseScanner([praise, counts]) : nil)
  }

  private static func found(_ set: PhraseSet, in text: String, words: Range<Int>? = nil, scanned: Bool)
    -> [String]
  {
    let prose = prose(text, scanned: scanned)
    return prose.matches(of: set, in: words ?? prose.words.indices).map { set.phrases[$0.phrase] }
  }

  @Test(arguments: [true, false])
  func takesTheLongestPhraseThatFits(_ scanned: Bool) {
    let text = "It is the best of our days, and the BEST one; a world class act."
    #expect(
      Self.found(Self.praise, in: text, scanned: scanned) == ["the best of our", "the best", "world-class"])
    #expect(Self.found(Self.counts, in: text, scanned: scanned) == ["best of our"])
    // Up to "best" only, the long phrase does not fit.
    #expect(Self.found(Self.praise, in: text, words: 0..<4, scanned: scanned) == ["the best"])
    // From "best" on, the short one is what is left.
    #expect(Self.found(Self.praise, in: text, words: 3..<6, scanned: scanned) == ["best"])
  }

  @Test(arguments: [true, false])
  func crossesIntoNoOtherBlock(_ scanned: Bool) {
    let text = "# Not the\n\nbest of\n\nour days, lots\n\nof them"
    #expect(Self.found(Self.praise, in: text, scanned: scanned) == ["best"])
    #expect(Self.found(Self.counts, in: text, scanned: scanned).isEmpty)
    let prose = Self.prose(text, scanned: scanned)
    #expect(!prose.contains(Self.counts, in: prose.words.indices))
    #expect(prose.contains(Self.praise, in: 2..<3))
    #expect(!prose.contains(Self.praise, in: 3..<prose.words.count))
  }

  @Test func findsTheSameInAnyText() {
    let words = ["the", "best", "of", "our", "a", "lot", "lots", "world", "class", "Best", "\n\n", "days"]
    var state: UInt64 = 7
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count] + " "
      }
      for set in [Self.praise, Self.counts] {
        #expect(
          Self.found(set, in: text, scanned: true) == Self.found(set, in: text, scanned: false), "in \(text)")
      }
    }
  }

  @Test func findsTheSameWhereAskedOnly() {
    let local = PhraseSet(local: Self.praise.phrases)
    let text = "Our best days are the best of our days, world-class; best of all the Best."
    let prose = Self.prose(text, scanned: true)
    for start in prose.words.indices {
      for end in start...prose.words.count {
        let found = prose.matches(of: local, in: start..<end)
        #expect(found == prose.matches(of: Self.praise, in: start..<end))
        #expect(found.first == prose.firstMatch(of: local, in: start..<end))
        #expect(found.isEmpty != prose.contains(local, in: start..<end))
      }
    }
  }

  @Test func endsNoSentenceAtAbbreviations() {
    let text = """
      Mr. Ames came. He paid, e.g. rent, (approx. 90 pounds) to A. Bell. Was it U.S. money? I know no Approx.
      It was etc. Then he left.
      """
    let prose = Self.prose(text, scanned: false)
    #expect(prose.sentences.map { $0.words.count } == [3, 11, 5, 10])
  }

  @Test func hashesWordsAlikeHoweverTheyAreRead() {
    for word in [
      "a", "abcdefgh", "abcdefghi", "renter's", "Überprüfung", "ПРИВЕТ", "x_1", "sixteenletterword",
    ] {
      let read = Prose.hashes(of: word)
      #expect(read == [Prose.hash(word.utf8)], "\(word)")
    }
    #expect(Prose.hashes(of: "ABCDEFGHIJ abcdefghij")[0] == Prose.hashes(of: "abcdefghij")[0])
    #expect(Prose.hashes(of: "Ärger")[0] == Prose.hashes(of: "ärger")[0])
    #expect(Set(["abcdefgh", "abcdefg", "abcdefghi", "bcdefgha"].map { Prose.hashes(of: $0)[0] }).count == 4)
  }
}
