import SourceText
import Testing

@Suite struct SourceLinesTests {
  private static let texts = [
    "", "a", "one\ntwo\nthree\n", "one\r\ntwo\rthree", "\u{FEFF}# Plan\n\u{E9}t\u{E9} 😀 x\n",
    String(repeating: "ab\u{301}c “😀” ", count: 60) + "\nend",
    String(repeating: "x", count: 127) + "é" + String(repeating: "y", count: 128),
  ]

  @Test(arguments: texts)
  func placesAreThoseOfTheFile(_ text: String) {
    let source = SourceFile(text)
    let lines = SourceLines(source)
    for offset in 0...source.bytes.count {
      #expect(lines.position(at: offset) == source.position(at: offset), "at \(offset)")
      #expect(lines.line(at: offset) == source.line(at: offset))
    }
    for number in 1...source.lineCount {
      let range = source.lineRange(number)
      #expect(lines.lineRange(number) == range)
      #expect(String(decoding: lines[range], as: UTF8.self) == source[range])
    }
  }

  @Test func keepsTheLinesOfARange() {
    let source = SourceFile("first\n\nthe ö is here\nlast\n")
    let range = 7..<20
    let lines = SourceLines(source, keeping: [range])
    #expect(lines.line(at: range.lowerBound) == 3)
    #expect(lines.position(at: range.upperBound) == source.position(at: range.upperBound))
    #expect(String(decoding: lines[lines.lineRange(3)], as: UTF8.self) == "the ö is here")
    #expect(lines.byteCount == source.bytes.count)
  }

  /// The last line shown of a range is the one before the blanks at its end.
  @Test func keepsTheLinesOnWhichARangeEndsAndIsShownToEnd() {
    let source = SourceFile("a\nb\nc\nd\n\n  \ne\n")
    let lines = SourceLines(source, keeping: [0..<12])
    for offset in [0, 6, 7, 8, 11, 12] { #expect(lines.line(at: offset) == source.line(at: offset)) }
    #expect(lines.byte(at: 6) == UInt8(ascii: "d"))
  }
}
