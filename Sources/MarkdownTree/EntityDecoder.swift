internal import CCMark
internal import Glibc

/// Tells what `&...;` stands for by asking libcmark, so that there is no second table of 2,125 names.
struct EntityDecoder {
  /// What an entity stands for, and how many bytes of source it takes.
  struct Entity {
    let length: Int
    let text: [UInt8]
  }

  /// Longest entity libcmark knows, with `&` and `;`.
  private static let longest = 34

  private var known: [[UInt8]: Entity?] = [:]

  /// The entity at `start`, nil when there is none.
  ///
  /// At most `limit` bytes are read.
  mutating func decode(_ start: UnsafePointer<UInt8>, limit: Int) -> Entity? {
    var end = 1
    let last = min(limit, EntityDecoder.longest)
    while end < last, isNamePart(start[end]) { end += 1 }
    guard end < last, end > 1, start[end] == 0x3B else { return nil }
    let source = [UInt8](UnsafeBufferPointer(start: start, count: end + 1))
    if let entity = known[source] { return entity }
    let entity = ask(source)
    known[source] = .some(entity)
    return entity
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    default: return false
    }
  }

  private func ask(_ source: [UInt8]) -> Entity? {
    let document = source.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_DEFAULT)
    }
    guard let document else { return nil }
    defer { cmark_node_free(document) }
    guard let paragraph = cmark_node_first_child(document), let node = cmark_node_first_child(paragraph),
      let literal = cmark_node_get_literal(node)
    else { return nil }
    let text = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    let decoded = [UInt8](UnsafeBufferPointer(start: text, count: strlen(literal)))
    return decoded == source ? nil : Entity(length: source.count, text: decoded)
  }
}
