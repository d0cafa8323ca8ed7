import Testing

@testable import SourceText

@Suite("Bytes that are not text")
struct TextFaultTests {
  @Test(
    "valid text has no faults",
    arguments: [
      "", "a", "plain ASCII of more than eight bytes\n", "é", "日本語 text 日本語", "👩‍💻👩‍💻👩‍💻", "\u{FEFF}x",
      "\u{10FFFF}",
    ])
  func valid(_ text: String) {
    let file = SourceFile(text)
    #expect(file.faults.isEmpty)
    #expect(file.bytes == Array(text.utf8))
  }

  @Test(
    "each kind of broken sequence is found where it is",
    arguments: [
      ([0xFF], [0..<1]),
      ([0x61, 0x80, 0x62], [1..<2]),
      ([0xC3], [0..<1]),
      ([0xC0, 0xAF], [0..<2]),
      ([0xE2, 0x82], [0..<2]),
      ([0xED, 0xA0, 0x80], [0..<3]),
      ([0xF4, 0x90, 0x80, 0x80], [0..<4]),
      ([0x80, 0x61, 0x80], [0..<1, 2..<3]),
    ] as [([UInt8], [Range<Int>])])
  func broken(_ bytes: [UInt8], _ ranges: [Range<Int>]) {
    // In front of the word-wise scan, within it, and in its tail.
    for before in [0, 1, 7, 8, 9, 16] {
      for after in [0, 5, 20] {
        let all = [UInt8](repeating: 0x61, count: before) + bytes + [UInt8](repeating: 0x62, count: after)
        let file = SourceFile(all, path: "x")
        #expect(file.faults.map(\.range) == ranges.map { $0.lowerBound + before..<$0.upperBound + before })
        #expect(file.faults.allSatisfy { $0.kind == .invalidUTF8 })
        #expect(file.bytes.count == all.count)
        for (offset, byte) in file.bytes.enumerated() {
          let isFaulty = file.faults.contains { $0.range.contains(offset) }
          #expect(byte == (isFaulty ? 0x3F : all[offset]))
        }
      }
    }
  }

  @Test("zero bytes, at every place of a word")
  func zero() {
    for place in 0..<17 {
      var bytes = [UInt8](repeating: 0x01, count: 17)
      bytes[place] = 0
      let file = SourceFile(bytes, path: "x")
      #expect(file.faults == [TextFault(kind: .nul, range: place..<place + 1)])
      #expect(file.bytes[place] == 0x3F)
    }
  }

  @Test("UTF-16 is reported once")
  func utf16() {
    let file = SourceFile([0xFF, 0xFE, 0x61, 0x00, 0x62, 0x00], path: "x")
    #expect(file.faults == [TextFault(kind: .utf16, range: 0..<2)])
    #expect(file.bytes == [0x3F, 0x3F, 0x61, 0x3F, 0x62, 0x3F])
  }

  @Test("a binary file gives a limited number of faults")
  func limit() {
    let bytes = (0..<5_000).map { UInt8($0 % 2 == 0 ? 0xFF : 0x61) }
    #expect(SourceFile(bytes, path: "x").faults.count == TextFault.limit)
  }
}
