import SourceText
import Testing
import YAMLTree

@Suite("Ranges of YAML nodes")
struct RangeTests {
  @Test("Plain and quoted scalars, quotes included")
  func scalars() throws {
    #expect(
      try dump("a: x\nb: \"q\"\nc: 'r'\n") == """
        @0-18 map
          @0-1 a
            @3-4 x
          @5-6 b
            @8-11 "q"
          @12-13 c
            @15-18 'r'

        """)
  }

  @Test("Characters of two and four bytes before a node")
  func beyondASCII() throws {
    // é is 2 bytes, 🙂 is 4: "é: " is 4 bytes, "🙂x" is 5.
    #expect(
      try dump("é: 🙂x\nb: [ü, c]\n") == """
        @0-20 map
          @0-2 é
            @4-9 🙂x
          @10-11 b
            @13-20 list
              @14-16 ü
              @18-19 c

        """)
  }

  @Test("CRLF and lone CR line ends", arguments: ["\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let more = end.utf8.count - 1
    #expect(
      try dump("é: x\(end)b:\(end)- y\(end)") == """
        @0-\(12 + 2 * more) map
          @0-2 é
            @4-5 x
          @\(6 + more)-\(7 + more) b
            @\(9 + 2 * more)-\(12 + 2 * more) list
              @\(11 + 2 * more)-\(12 + 2 * more) y

        """)
  }

  @Test("A byte order mark counts three bytes and no character")
  func byteOrderMark() throws {
    #expect(try dump("\u{FEFF}a: é\n") == "@3-8 map\n  @3-4 a\n    @6-8 é\n")
  }

  @Test("Front matter: a part of a file, with offsets into the whole")
  func part() throws {
    let text = "---\nkey: ü\nn: 5\n---\n# Title: [\n"
    // The part is "key: ü\nn: 5\n": bytes 4 to 17, ü being two bytes.
    #expect(
      try dump(text, in: 4..<17) == """
        @4-16 map
          @4-7 key
            @9-11 ü
          @12-13 n
            @15-16 5

        """)
  }

  @Test("A byte order mark before front matter that starts behind it")
  func partBehindMark() throws {
    #expect(try dump("\u{FEFF}---\nk: v\n---\n", in: 7..<12) == "@7-11 map\n  @7-8 k\n    @10-11 v\n")
  }

  @Test("Literal and folded blocks end with their last text")
  func blocks() throws {
    #expect(
      try dump("a: |\n  x\n  y\n\n\nb: >-\n  p\n  q\n") == """
        @0-28 map
          @0-1 a
            @3-12 |x⏎y⏎|
          @15-16 b
            @18-28 >p q>

        """)
  }

  @Test("A value that is left out stands right after its colon")
  func missingValue() throws {
    #expect(try dump("a:\nb:\n") == "@0-5 map\n  @0-1 a\n    @2-2 \n  @3-4 b\n    @5-5 \n")
  }

  @Test("Flow collections, with their brackets")
  func flow() throws {
    #expect(
      try dump("{a: [1, 2], b: {}}") == """
        @0-18 map
          @1-2 a
            @4-10 list
              @5-6 1
              @8-9 2
          @12-13 b
            @15-17 map

        """)
  }

  @Test("Block collections end with their last item, not with the comment after it")
  func trailingComment() throws {
    #expect(
      try dump("a:\n  - x # one\n\n# two\nb: 1\n") == """
        @0-26 map
          @0-1 a
            @5-8 list
              @7-8 x
          @22-23 b
            @25-26 1

        """)
  }

  @Test("A plain text over several lines")
  func severalLines() throws {
    #expect(try dump("a: é\n  b\n") == "@0-9 map\n  @0-1 a\n    @3-9 é b\n")
  }

  @Test("An alias has its own range, what is inside it the anchor's")
  func alias() throws {
    // "a: &x [é]\n" is 11 bytes.
    #expect(
      try dump("a: &x [é]\nb: *x\n") == """
        @0-16 map
          @0-1 a
            @3-10 list
              @7-9 é
          @11-12 b
            @14-16 list
              @7-9 é

        """)
  }
}
