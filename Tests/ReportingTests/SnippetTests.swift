import Reporting
import SourceText
import Testing

@Suite struct SnippetTests {
  /// The range of the first occurrence of a piece of a text.
  private func range(of piece: String, in text: String) throws -> Range<Int> {
    let bytes = Array(text.utf8)
    let wanted = Array(piece.utf8)
    let start = try #require(
      (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) })
    return start..<start + wanted.count
  }

  private func lines(_ text: String, _ piece: String, width: Int = 100) throws -> [String] {
    let snippet = Snippet(SourceLines(SourceFile(text)), width: width, palette: .plain)
    let range = try range(of: piece, in: text)
    return snippet.lines(for: range, gutter: snippet.gutter(for: range))
  }

  @Test func underlinesTheSpan() throws {
    #expect(
      try lines("One\nThe price is TBD.\n", "TBD") == [
        "2 | The price is TBD.",
        "  |              ^^^",
      ])
  }

  @Test func countsColumnsOfWideCharacters() throws {
    #expect(
      try lines("価格は未定です。", "未定") == [
        "1 | 価格は未定です。",
        "  |       ^^^^",
      ])
  }

  @Test func countsNoColumnsForCombiningMarks() throws {
    #expect(
      try lines("cafe\u{301} TBD", "TBD") == [
        "1 | cafe\u{301} TBD",
        "  |      ^^^",
      ])
  }

  @Test func expandsTabs() throws {
    #expect(
      try lines("a\tTBD\tb", "TBD") == [
        "1 | a   TBD b",
        "  |     ^^^",
      ])
  }

  @Test func leavesOutTheByteOrderMark() throws {
    #expect(
      try lines("\u{FEFF}TBD here", "TBD") == [
        "1 | TBD here",
        "  | ^^^",
      ])
  }

  @Test func doesNotObeyEscapeSequences() throws {
    #expect(
      try lines("a\u{1B}[31m TBD", "TBD") == [
        "1 | a␛[31m TBD",
        "  |        ^^^",
      ])
  }

  @Test func showsFirstAndLastLineOfALongSpan() throws {
    #expect(
      try lines("One two\nthree\n\n  four five\nsix\n", "two\nthree\n\n  four") == [
        "1 | One two",
        "  |     ^^^",
        "...",
        "4 |   four five",
        "  |   ^^^^",
      ])
  }

  @Test func showsBothLinesOfATwoLineSpan() throws {
    #expect(
      try lines("One two\r\nthree four\r\n", "two\r\nthree") == [
        "1 | One two",
        "  |     ^^^",
        "2 | three four",
        "  | ^^^^^",
      ])
  }

  @Test func doesNotRunIntoTheNextLineForALineEnd() throws {
    #expect(
      try lines("One two\nthree\n", "two\n") == [
        "1 | One two",
        "  |     ^^^",
      ])
  }

  @Test(arguments: ["", "\n", "\u{FEFF}"])
  func pointsIntoEmptyFiles(_ text: String) {
    let snippet = Snippet(SourceLines(SourceFile(text)), width: 80, palette: .plain)
    #expect(snippet.lines(for: 0..<0, gutter: 1) == ["1 |", "  | ^"])
  }

  @Test func pointsBehindTheLastCharacter() {
    let snippet = Snippet(SourceLines(SourceFile("abc")), width: 80, palette: .plain)
    #expect(snippet.lines(for: 3..<3, gutter: 1) == ["1 | abc", "  |    ^"])
  }

  @Test func showsThePartOfALongLineAroundTheSpan() throws {
    let text = String(repeating: "before ", count: 40) + "TBD" + String(repeating: " after", count: 40)
    let shown = try lines(text, "TBD", width: 60)
    #expect(shown.count == 2)
    #expect(shown.allSatisfy { TerminalText.width(of: $0) <= 60 })
    #expect(shown[0].hasPrefix("1 | …"))
    #expect(shown[0].hasSuffix("…"))
    // The carets stand under the word, and the cuts between words.
    let line = Array(shown[0])
    let marks = Array(shown[1])
    let marked = marks.indices.filter { marks[$0] == "^" }
    #expect(String(marked.map { line[$0] }) == "TBD")
    #expect(shown[0].contains("…before "))
    #expect(shown[0].contains(" after…"))
  }

  @Test func keepsTheStartOfALineWhoseSpanFits() throws {
    let text = "The price is TBD" + String(repeating: " and more", count: 40)
    let shown = try lines(text, "TBD", width: 60)
    #expect(shown[0].hasPrefix("1 | The price is TBD and more"))
    #expect(shown[1] == "  |              ^^^")
  }

  @Test func cutsASpanLongerThanTheWidth() throws {
    let text = String(repeating: "word ", count: 60)
    let snippet = Snippet(SourceLines(SourceFile(text)), width: 60, palette: .plain)
    let shown = snippet.lines(for: 0..<text.utf8.count, gutter: 1)
    #expect(shown[0].hasSuffix("…"))
    #expect(TerminalText.width(of: shown[0]) <= 60)
    #expect(shown[1].count == shown[0].count)
    #expect(shown[1].dropFirst(4).allSatisfy { $0 == "^" })
  }

  @Test func windowsWideCharactersWithoutSplittingThem() throws {
    let text = String(repeating: "漢字", count: 200) + "未定" + String(repeating: "仮名", count: 200)
    let shown = try lines(text, "未定", width: 61)
    #expect(TerminalText.width(of: shown[0]) <= 61)
    #expect(shown[0].contains("字未定仮"))
    #expect(shown[1].filter { $0 == "^" }.count == 4)
    let before = shown[0].prefix { $0 != "未" }
    #expect(TerminalText.width(of: String(before)) == shown[1].prefix { $0 != "^" }.count)
  }
}
