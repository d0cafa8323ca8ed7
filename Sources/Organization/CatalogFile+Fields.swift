import Diagnostics
import SourceText
import YAMLTree

/// Reading values, each with a problem where it is not what it must be.
extension CatalogFile {
  /// The text of a key; nil where it is left out, empty, or no text.
  mutating func text(_ key: String, of mapping: YAMLNode, in parent: String) -> Located<String>? {
    guard let entry = mapping.entry(key), !entry.value.isNull else { return nil }
    guard let text = entry.value.string else {
      wrongType(entry, "\(parent).\(key)", "be one text")
      return nil
    }
    return text.isEmpty ? nil : Located(text, Place(source, inside(entry.value)))
  }

  /// The texts of a key that holds a list.
  mutating func texts(_ key: String, of mapping: YAMLNode, in parent: String) -> [Located<String>] {
    guard let entry = mapping.entry(key), !entry.value.isNull else { return [] }
    guard case .sequence(let items) = entry.value.content else {
      let example = entry.value.string.map { "Write \"\(key): [\($0)]\"." }
      wrongType(entry, "\(parent).\(key)", "be a list", help: example)
      return []
    }
    var texts: [Located<String>] = []
    texts.reserveCapacity(items.count)
    for item in items {
      if let text = item.string, !text.isEmpty {
        texts.append(Located(text, Place(source, inside(item))))
      } else {
        note(
          "an item of \"\(parent).\(key)\" is no text", at: item.range.isEmpty ? entry.key.range : item.range,
          help: "Write one name per item.")
      }
    }
    return texts
  }

  /// The parts of an annotation, separated by commas; each with its own place where the text shows it.
  mutating func list(_ name: String, of annotations: YAMLNode?) -> [Located<String>] {
    guard let annotations, let entry = annotations.entry(name), !entry.value.isNull else { return [] }
    if case .sequence = entry.value.content {
      return texts(name, of: annotations, in: "metadata.annotations")
    }
    guard let text = entry.value.string else {
      wrongType(entry, name, "be a text such as \"ines.calder, joseph.mbeki\"")
      return []
    }
    let range = inside(entry.value)
    let bytes = Array(text.utf8)
    let isLiteral = source.bytes[range].elementsEqual(bytes)
    var parts: [Located<String>] = []
    var start = 0
    while start <= bytes.count {
      let comma = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
      var part = start..<comma
      while let first = bytes[part].first, first <= 0x20 { part = part.lowerBound + 1..<part.upperBound }
      while let last = bytes[part].last, last <= 0x20 { part = part.lowerBound..<part.upperBound - 1 }
      if !part.isEmpty {
        let place =
          isLiteral ? range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound : range
        parts.append(Located(String(decoding: bytes[part], as: UTF8.self), Place(source, place)))
      }
      start = comma + 1
    }
    return parts
  }

  /// A value of the wrong type.
  mutating func wrongType(_ entry: YAMLEntry, _ name: String, _ must: String, help: String? = nil) {
    note(
      "\"\(name)\" must \(must)", at: entry.value.range.isEmpty ? entry.key.range : entry.value.range,
      help: help ?? "Check the value and its indentation.")
  }

  /// Reports keys that are nearly one of those that are read: what stands there would be lost without a word.
  mutating func checkKeys(_ entries: [YAMLEntry], _ known: [String], in place: String) {
    for entry in entries where !known.contains(entry.name) {
      guard let near = Spelling.nearest(to: entry.name, in: known) else { continue }
      if entries.contains(where: { $0.name == near }) { continue }
      note("\(place) has no key \"\(entry.name)\"", at: entry.key.range, help: "Did you mean \"\(near)\"?")
    }
  }

  /// The bytes of a scalar without its quotes.
  private func inside(_ node: YAMLNode) -> Range<Int> {
    let range = node.range
    guard let style = node.scalar?.style, style == .singleQuoted || style == .doubleQuoted, range.count >= 2,
      let first = source.bytes[range].first, first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}
