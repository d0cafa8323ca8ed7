import SourceText
import Testing

@Suite("Many positions of one file")
struct PositionCursorTests {
  @Test("Every offset of long and short lines has the position the file gives, in any order")
  func same() {
    let long = String(repeating: "aé🙂", count: 900)
    let source = SourceFile("\u{FEFF}\(long)\r\nshort\n\(long)x", path: "x")
    var cursor = PositionCursor(source)
    var offsets = Array(stride(from: 0, through: source.bytes.count, by: 13))
    offsets += offsets.reversed()
    for offset in offsets {
      #expect(cursor.position(at: offset) == source.position(at: offset))
    }
    #expect(cursor.place(3..<4) == Place(source, 3..<4))
  }
}
