import Hashing
import Testing

@Suite struct ContentHashTests {
  // FIPS 180-2, appendix B, and the hash of nothing.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isSHA256(_ text: String, _ hex: String) {
    #expect(ContentHash(of: Array(text.utf8)).hex == hex)
    #expect(ContentHash(of: Array(text.utf8)).hex(8) == hex.prefix(8))
  }

  @Test func keepsPartsApart() {
    #expect(ContentHash(of: ["ab", "c"]) != ContentHash(of: ["a", "bc"]))
    #expect(ContentHash(of: ["ab", ""]) != ContentHash(of: ["ab"]))
    #expect(ContentHash(of: ["ab", "c"]) == ContentHash(of: ["ab", "c"]))
  }
}

@Suite struct RunMarkTests {
  @Test func tellsTextsApart() {
    let text = Array("A renter sees every bill.".utf8)
    #expect(RunMark(of: text) == RunMark(of: text))
    for index in text.indices {
      var other = text
      other[index] ^= 1
      #expect(RunMark(of: other) != RunMark(of: text))
    }
    #expect(RunMark(of: []) != RunMark(of: [0]))
  }
}
