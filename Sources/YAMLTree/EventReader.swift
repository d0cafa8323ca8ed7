internal import CYAML

/// One event of libyaml in Swift's terms, with byte offsets.
struct Event {
  enum Kind {
    case documentStart
    case documentEnd
    case scalar(YAMLScalar)
    case alias
    case sequenceStart
    case mappingStart
    case collectionEnd(isFlow: Bool)
  }

  let kind: Kind
  let range: Range<Int>
  /// The name after `&`, or after `*` for an alias.
  let name: String?
}

/// Pulls events out of libyaml.
final class EventReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var offsets: OffsetCursor
  /// Where each open collection's bracket stands, nil for one without: its end event does not say.
  private var brackets: [Range<Int>?] = []

  /// `bytes` must not be empty and must live as long as the reader; `offset` is where they start in the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    offsets = OffsetCursor(bytes, offset: offset)
    guard yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, or nil after the last.
  func next() throws(YAMLError) -> Event? {
    while true {
      var raw = yaml_event_t()
      guard yaml_parser_parse(parser, &raw) == 1 else { throw syntaxError() }
      defer { yaml_event_delete(&raw) }
      switch raw.type {
      case YAML_NO_EVENT, YAML_STREAM_END_EVENT: return nil
      case YAML_STREAM_START_EVENT: continue
      default: return event(raw)
      }
    }
  }

  private func event(_ raw: yaml_event_t) -> Event {
    let start = offsets.offset(of: raw.start_mark.index)
    let end = max(start, offsets.offset(of: raw.end_mark.index))
    var range = start..<end
    var name: UnsafeMutablePointer<UInt8>?
    let kind: Event.Kind
    switch raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = raw.data.scalar
      name = scalar.anchor
      kind = .scalar(EventReader.scalar(scalar))
      if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
        range = offsets.trimmingBlanks(range)
      }
    case YAML_ALIAS_EVENT:
      name = raw.data.alias.anchor
      kind = .alias
    case YAML_SEQUENCE_START_EVENT:
      name = raw.data.sequence_start.anchor
      kind = .sequenceStart
      brackets.append(
        raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
          ? offsets.character(at: raw.end_mark.index - 1) : nil)
    case YAML_MAPPING_START_EVENT:
      name = raw.data.mapping_start.anchor
      kind = .mappingStart
      brackets.append(
        raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
          ? offsets.character(at: raw.end_mark.index - 1) : nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      kind = .collectionEnd(isFlow: (brackets.popLast() ?? nil) != nil)
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    default: kind = .documentEnd
    }
    return Event(kind: kind, range: range, name: name.map { String(cString: $0) })
  }

  private typealias RawScalar = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar

  private static func scalar(_ raw: RawScalar) -> YAMLScalar {
    let text = String(decoding: UnsafeBufferPointer(start: raw.value, count: raw.length), as: UTF8.self)
    let style: YAMLScalar.Style =
      switch raw.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    guard let tag = raw.tag else { return YAMLScalar(text: text, style: style) }
    switch String(cString: UnsafePointer<UInt8>(tag)) {
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null":
      return YAMLScalar(text: text, style: style, isResolvable: true)
    default: return YAMLScalar(text: text, style: style, isResolvable: false)
    }
  }

  private func syntaxError() -> YAMLError {
    let parser = parser.pointee
    if parser.error == YAML_MEMORY_ERROR { fatalError("out of memory") }
    let problem = parser.problem.map { String(cString: $0) } ?? "the text cannot be read"
    let context = parser.context.map { String(cString: $0) } ?? ""
    if parser.error == YAML_READER_ERROR {
      return SyntaxMistake.character(at: offsets.character(atByte: parser.problem_offset))
    }
    return SyntaxMistake.error(
      problem: problem, context: context,
      at: offsets.character(at: parser.problem_mark.index),
      contextAt: offsets.character(at: parser.context_mark.index),
      openBracket: brackets.last ?? nil,
      text: offsets)
  }
}
