import Reporting
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("a\u{1B}[2Jb", "a␛[2Jb"),
    ("bell\u{7}", "bell␇"),
    ("csi\u{9B}31m", "csi\u{FFFD}31m"),
    ("gpj.\u{202E}exe", "gpj.\u{FFFD}exe"),
    ("two\nlines\tand a tab", "two lines and a tab"),
    ("del\u{7F}", "del␡"),
  ])
  func showsControlsInsteadOfObeyingThem(_ text: String, _ shown: String) {
    #expect(TerminalText.clean(text) == shown)
  }

  @Test(arguments: [
    ("abc", 3), ("日本語", 6), ("e\u{301}", 1), ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("😀", 2), ("👍🏽", 4), ("…", 1),
    ("“", 1), ("—", 1), ("a\u{200B}b", 2), ("é", 1), ("Ω", 1), ("✓", 1), ("✅", 2), ("", 0),
  ])
  func measuresColumns(_ text: String, _ columns: Int) {
    #expect(TerminalText.width(of: text) == columns)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
    ("日本語", 4, "日…"), ("ab cd", 4, "ab…"),
  ])
  func truncates(_ text: String, _ columns: Int, _ shown: String) {
    #expect(TerminalText.truncate(text, to: columns) == shown)
  }
}
