import Testing

@testable import Reports

@Suite struct HTMLTests {
  private func written(_ text: String) -> String {
    var html = HTML()
    html.text(text)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
    ("]]> & &amp;", "]]&gt; &amp; &amp;amp;"),
    ("a\u{0}b\u{1B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("a\u{2028}b\u{2029}c", "a\nb\nc"),
    ("\u{202E}txt.exe\u{2066}", "\u{FFFD}txt.exe\u{FFFD}"),
    ("\u{85}\u{9F}", "\u{FFFD}\u{FFFD}"),
    ("Grüße, 東京 🚐\tx\ny", "Grüße, 東京 🚐\tx\ny"),
  ])
  func escapesText(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
  }

  @Test func escapesAttributesAndLeavesOutThoseWithoutValue() {
    var html = HTML()
    html.element("a", ["href": "x\"><b>", "title": nil, "class": "y"], text: "<i>")
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<a href=\"x&quot;&gt;&lt;b&gt;\" class=\"y\">&lt;i&gt;</a>")
  }

  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
  ])
  func writesBase64(_ text: String, _ expected: String) {
    #expect(Base64.text(Array(text.utf8)) == expected)
  }

  @Test(arguments: ["https://a.example/b", "HTTP://a.example", "mailto:a@b.example"])
  func followsLinksToTheWeb(_ address: String) {
    #expect(SafeLink.address(address) == address)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.example", "data:text/html,x", "vbscript:x",
    "file:///etc/passwd", "../x.md", "#x", "//a.example", "",
  ])
  func leavesOtherLinksAlone(_ address: String) {
    #expect(SafeLink.address(address) == nil)
  }

  @Test(arguments: [
    ("WHOLE", "whole"), ("a/b c", "a-b-c"), ("../../etc/passwd", "etc-passwd"), ("东京", "document"),
    ("", "document"),
  ])
  func makesNamesOfFiles(_ key: String, _ expected: String) {
    #expect(PortfolioReport.fileStem(key) == expected)
  }
}
