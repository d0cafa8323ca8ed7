import Foundation
import JSONText
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    body(&json)
    return json.take()
  }

  @Test func indentsAndSeparates() {
    let bytes = written { json in
      json.object {
        $0.field("path", "a.md")
        $0.key("lines")
        $0.array {
          $0.value(1)
          $0.value(-2)
        }
        $0.field("ok", true)
        $0.key("none")
        $0.null()
      }
      json.finish()
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "path": "a.md",
          "lines": [
            1,
            -2
          ],
          "ok": true,
          "none": null
        }

        """)
  }

  @Test func leavesEmptyCollectionsOnOneLine() {
    let bytes = written { json in
      json.array {
        $0.array { _ in }
        $0.object { _ in }
      }
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "[\n  [],\n  {}\n]")
  }

  @Test func escapesWhatATerminalWouldObey() {
    let bytes = written { $0.value("a\u{1B}[31m\u{9B}\u{7F}\u{0}\"\\\n\t/é😀") }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #""a\u001b[31m\u009b\u007f\u0000\"\\\n\t/é😀""#)
  }

  @Test func isReadBackUnchanged() throws {
    var texts = (0..<0x120).compactMap { Unicode.Scalar($0) }.map { "<\($0)>" }
    texts += ["\u{2028}\u{2029}\u{FEFF}", "👩‍👩‍👧 日本語 ق", #"\u0041"#, ""]
    let bytes = written { json in json.array { for text in texts { $0.value(text) } } }
    let read = try JSONDecoder().decode([String].self, from: Data(bytes))
    #expect(read.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }

  @Test func canBeTakenInPieces() throws {
    var json = JSONWriter()
    var bytes: [UInt8] = []
    json.beginArray()
    for number in 0..<3 {
      json.value(number)
      bytes += json.take()
    }
    json.endArray()
    bytes += json.take()
    #expect(try JSONDecoder().decode([Int].self, from: Data(bytes)) == [0, 1, 2])
  }

  @Test func canBeOnOneLine() {
    var json = JSONWriter(isCompact: true)
    json.object {
      $0.field("a", "b c")
      $0.key("list")
      $0.array {
        $0.value(1)
        $0.value(2)
      }
    }
    json.finish()
    #expect(String(decoding: json.take(), as: UTF8.self) == "{\"a\":\"b c\",\"list\":[1,2]}\n")
  }

  @Test func canHoldLinesOfOneValueEach() {
    var json = JSONWriter()
    json.array { list in
      for number in 1...2 { list.compact { line in line.object { $0.field("n", number) } } }
    }
    #expect(String(decoding: json.take(), as: UTF8.self) == "[\n  {\"n\":1},\n  {\"n\":2}\n]")
  }
}
