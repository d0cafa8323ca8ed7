import SourceText
import YAMLTree

/// Reading what an API offers from the definition that stands in the catalogue itself.
extension CatalogFile {
  /// Operations of an OpenAPI text (paths as written, without the server's address), channels of an AsyncAPI text.
  mutating func operations(of entity: CatalogEntity, type: String) -> [Located<String>] {
    guard let entry = entity.spec.entry("definition"), !entry.value.isNull else { return [] }
    guard type == "openapi" || type == "asyncapi" else { return [] }
    switch entry.value.content {
    case .sequence:
      wrongType(
        entry, "spec.definition", "be one text", help: "Write \"definition: |\" and the text below it.")
      return []
    case .mapping:
      // `$text: ./openapi.yaml` leads to another file and has no paths.
      return offers(of: entry.value, type: type) { $0 }
    case .scalar(let scalar):
      let text = EmbeddedText(scalar.text, in: source, at: entry.value)
      do {
        let roots = try YAMLReader.read(
          text.inner, limits: YAMLLimits(nodes: max(100_000, text.inner.bytes.count)))
        guard let root = roots.first else { return [] }
        return offers(of: root, type: type) { text.outer($0) }
      } catch {
        note(
          "the definition of the API \"\(entity.head.name.value)\" cannot be read: \(error.message)",
          at: text.outer(error.range), help: error.help, related: error.related.map { text.outer($0) })
        return []
      }
    }
  }

  private mutating func offers(
    of root: YAMLNode, type: String, place: (Range<Int>) -> Range<Int>
  ) -> [Located<String>] {
    var offers: [Located<String>] = []
    if type == "asyncapi" {
      for channel in root[key: "channels"]?.entries ?? [] {
        // Since AsyncAPI 3 the key is only a handle, and the address says where the messages go.
        let address = channel.value.entry("address")
        let name = address?.value.string ?? channel.name
        offers.append(Located(name, Place(source, place(address?.value.range ?? channel.key.range))))
      }
      return offers
    }
    for path in root[key: "paths"]?.entries ?? [] where path.name.hasPrefix("/") {
      for method in path.value.entries where CatalogVocabulary.methods.contains(method.name.lowercased()) {
        let name = method.name.uppercased() + " " + path.name
        offers.append(Located(name, Place(source, place(method.key.range))))
      }
    }
    return offers
  }
}

/// A text inside a catalogue file, with the way back to the bytes of the file.
struct EmbeddedText {
  /// The text as a file of its own.
  let inner: SourceFile
  private let source: SourceFile
  private let range: Range<Int>
  /// The line of the file before the text's first line; nil where the text is not written line for line.
  private let lineBefore: Int?

  init(_ text: String, in source: SourceFile, at node: YAMLNode) {
    inner = SourceFile(Array(text.utf8), path: source.path)
    self.source = source
    range = node.range
    if node.scalar?.style == .literal,
      let bar = source.bytes[node.range].firstIndex(of: UInt8(ascii: "|"))
    {
      lineBefore = source.line(at: bar)
    } else {
      lineBefore = nil
    }
  }

  /// The bytes of the file where a stretch of the text stands; the whole text where that cannot be told.
  func outer(_ inside: Range<Int>) -> Range<Int> {
    guard let start = outer(inside.lowerBound), let end = outer(inside.upperBound), start <= end else {
      return range
    }
    return start..<end
  }

  private func outer(_ offset: Int) -> Int? {
    guard let lineBefore else { return nil }
    let line = inner.line(at: offset)
    guard lineBefore + line <= source.lineCount else { return nil }
    let here = inner.lineRange(line)
    let there = source.lineRange(lineBefore + line)
    let indent = there.count - here.count
    // An alias stands where the text does not.
    guard indent >= 0,
      source.bytes[(there.lowerBound + indent)..<there.upperBound].elementsEqual(inner.bytes[here])
    else { return nil }
    return there.lowerBound + indent + min(offset - here.lowerBound, here.count)
  }
}
