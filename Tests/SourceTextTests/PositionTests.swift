import Testing

@testable import SourceText

@Suite("Lines and columns")
struct PositionTests {
  @Test(
    "lines begin after every line end but the last",
    arguments: [
      ("", [0]), ("a", [0]), ("\n", [0]), ("\n\n", [0, 1]), ("a\nb", [0, 2]), ("a\nb\n", [0, 2]),
      ("a\r\nb\r\n", [0, 3]), ("a\rb\r", [0, 2]), ("\r\r\n\n\r", [0, 1, 3, 4]), ("a\n\rb", [0, 2, 3]),
    ] as [(String, [Int32])])
  func starts(_ text: String, _ expected: [Int32]) {
    for before in [0, 3, 5, 6, 7, 8, 13] {
      let moved = expected.map { $0 == 0 ? 0 : $0 + Int32(before) }
      #expect(TextScan([UInt8](repeating: 0x61, count: before) + Array(text.utf8)).lineStarts == moved)
    }
  }

  @Test("the same as looking at one byte after the other")
  func sameAsSimple() {
    var state: UInt64 = 1
    let alphabet: [UInt8] = [0x0A, 0x0D, 0x0B, 0x8A, 0x8D, 0x61, 0x00, 0xFF]
    for length in 0..<200 {
      let bytes = (0..<length).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 61)]
      }
      var expected: [Int32] = [0]
      for (offset, byte) in bytes.enumerated() where offset + 1 < length {
        if byte == 0x0A || (byte == 0x0D && bytes[offset + 1] != 0x0A) { expected.append(Int32(offset + 1)) }
      }
      #expect(TextScan(bytes).lineStarts == expected)
    }
  }

  @Test(
    "columns are counted in scalars and in UTF-16",
    arguments: [
      ("ab", 1, 1, 2, 2), ("é=x", 3, 1, 3, 3), ("a\n😀b", 6, 2, 2, 3), ("a\r\nb", 3, 2, 1, 1),
      ("a\rb", 2, 2, 1, 1),
      ("\u{FEFF}ab", 4, 1, 2, 2), ("\u{FEFF}ab", 0, 1, 1, 1), ("", 0, 1, 1, 1), ("a\n", 2, 1, 3, 3),
      ("x\n日本", 8, 2, 3, 3),
    ])
  func position(_ text: String, _ offset: Int, _ line: Int, _ column: Int, _ utf16: Int) {
    #expect(SourceFile(text).position(at: offset) == Position(line: line, column: column, utf16Column: utf16))
  }

  @Test("in long lines as in short ones, in any order")
  func longLines() {
    let long = String(repeating: "aé🙂", count: 900)
    let text = "\u{FEFF}\(long)\r\nshort é\n\(long)x"
    let source = SourceFile(text)
    var expected: [(offset: Int, position: Position)] = []
    var (offset, line, column, units) = (3, 1, 1, 1)
    for scalar in text.unicodeScalars.dropFirst() {
      expected.append((offset, Position(line: line, column: column, utf16Column: units)))
      offset += String(scalar).utf8.count
      (column, units) = (column + 1, units + String(scalar).utf16.count)
      if scalar == "\n" { (line, column, units) = (line + 1, 1, 1) }
    }
    for (offset, position) in expected + expected.reversed() {
      if source.position(at: offset) != position { Issue.record("\(offset) is not at \(position)") }
    }
    #expect(expected.count == 2 * 2_700 + 10)
  }

  @Test("lines without their line ends")
  func lineRanges() {
    let file = SourceFile("ab\r\nc\rd\n\ne")
    #expect(file.lineCount == 5)
    #expect((1...5).map { file[file.lineRange($0)] } == ["ab", "c", "d", "", "e"])
    #expect(SourceFile("").lineRange(1) == 0..<0)
  }

  @Test("positions are ordered")
  func order() {
    let first = Position(line: 1, column: 9, utf16Column: 9)
    let second = Position(line: 2, column: 1, utf16Column: 1)
    #expect(first < second)
    #expect(!(second < first))
  }
}
