/// Strings made to break out of every format, the same on every run.
enum HostileStrings {
  /// The strings: each piece alone, then pieces joined at random by a fixed seed.
  static let all: [String] = {
    var strings = [""] + pieces
    var seed: UInt64 = 20_261_124
    func next(_ limit: Int) -> Int {
      // SplitMix64: small, and its numbers never change.
      seed &+= 0x9E37_79B9_7F4A_7C15
      var value = seed
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((value ^ (value >> 31)) % UInt64(limit))
    }
    while strings.count < 1_500 {
      var text = ""
      for _ in 0...next(6) {
        text += pieces[next(pieces.count)]
        if next(3) == 0 { text += [" ", "\n", "\t", "x", ""][next(5)] }
      }
      strings.append(text)
    }
    return strings
  }()

  /// Those that hold nothing which has to be refused everywhere.
  static let acceptable = all.filter { !EscapeContextProbe.refuses($0) }

  private static let pieces = [
    "plain words", "\"", "'", "\\", "`", "\n", "\t", " ", "  ", "#", " # no comment", ": ", "- ", "? ",
    "!tag", "&anchor",
    "*alias", "<<: *a", "|", ">", "%", "@", "{", "}", "[", "]", ",", "---", "...", "yes", "no", "null", "~",
    "1e3", "12:30",
    "0x1F", "012", "$HOME", "${HOME}", "$(id)", "`id`", "; rm -rf x", "&& true", "|| false", "\\n", "\\u0041",
    "\\(1 + 1)",
    "\"\"\"", "#\"", "*/", "/*", "//", "--", "-- drop", "'; DROP TABLE t; --", "=1+1", "+1", "-1", "@SUM(A1)",
    "|calc", "＝1",
    "<script>alert(1)</script>", "<b>", "&amp;", "&#65;", "&lt", "]]>", "<!--", "-->", "${{ secrets.TOKEN }}",
    "${{",
    "{{resolve:secretsmanager:x}}", "{{x}}", "{% x %}", "<%service.title:yaml%>", "<%end%>", "%>",
    "${AWS::Region}", "${!x}",
    "$$", "$${x}", "**bold**", "_it_", "~~x~~", "[a](javascript:b)", "![i](j)", "1. ", "1)", "+ ", "# head",
    "> quote", "| a |",
    "@fairbrook/storefront", "é", "ß", "日本語", "مرحبا", "שלום", "😀", "👩‍👩‍👧", "🇬🇧", "e\u{301}", "\u{A0}",
    "\u{200B}",
    "\u{AD}", "\u{FFFD}", "\u{10FFFD}", "\u{E000}", "\u{3000}", "%s", "%n", "\\0", "\\x41", "EOF", "<<EOF",
    "*.swift", "~root",
    "\r", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{202E}", "\u{2066}",
    "\u{FFFF}",
  ]
}
