import Hashing
import Testing

@Suite struct SealTests {
  private func sealed(_ pieces: [[UInt8]]) -> [UInt8] {
    var seal = Seal("report")
    for piece in pieces { seal.add(piece) }
    return pieces.flatMap { $0 } + seal.line
  }

  @Test func isTheSameHoweverTheFileWasWritten() {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) } + [0x0A]
    let whole = sealed([bytes])
    #expect(whole == sealed([Array(bytes[..<7]), Array(bytes[7..<150_000]), Array(bytes[150_000...])]))
    #expect(Seal.isUnbroken(whole, "report"))
    #expect(!Seal.isUnbroken(whole, "backlog export"))
    for index in [0, 65_535, 65_536, 199_999] {
      var changed = whole
      changed[index] ^= 1
      #expect(!Seal.isUnbroken(changed, "report"))
    }
    #expect(!Seal.isUnbroken(whole + [0x0A], "report"))
    #expect(!Seal.isUnbroken([], "report"))
  }

  // The hash of "a", a line end: of a single piece it is SHA-256 itself.
  @Test func endsWithAComment() {
    #expect(
      String(decoding: sealed([[0x61, 0x0A]]), as: UTF8.self)
        == "a\n<!-- prfaq report 87428fc522803d31: replaced by the next report while this sum is right -->\n")
  }
}
