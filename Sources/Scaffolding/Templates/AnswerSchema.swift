/// Which answers exist, and of which kind each is; so a template can be checked without any answers.
public struct AnswerSchema: Sendable {
  /// One answer.
  public indirect enum Entry: Sendable {
    /// A text of a kind.
    case value(AnswerKind)
    /// Yes or no.
    case flag
    /// A list; inside `each`, an item is called by `item` and has the fields.
    case list(item: String, fields: [String: Entry])
  }

  /// The answers by their names, such as `service.title` and `needs`.
  public private(set) var entries: [String: Entry]

  /// Makes a schema.
  public init(_ entries: [String: Entry]) { self.entries = entries }

  /// The schema with the constants of a stack added, as `stack.NAME`.
  public func adding(constants names: some Sequence<String>) -> AnswerSchema {
    var schema = self
    for name in names { schema.entries["stack." + name] = .value(.constant) }
    return schema
  }

  /// Fields every item of a list has besides its own.
  static let itemFields: [String: Entry] = ["first": .flag, "last": .flag, "number": .value(.number)]

  /// All names a template may use, with the item's names for what stands in a list: for the reference and for
  /// suggestions. Sorted.
  public var reference: [(name: String, entry: Entry)] {
    var found: [(name: String, entry: Entry)] = []
    var rest = entries.map { (name: $0.key, entry: $0.value) }
    while let next = rest.popLast() {
      found.append(next)
      guard case .list(let item, let fields) = next.entry else { continue }
      for field in fields { rest.append((name: item + "." + field.key, entry: field.value)) }
    }
    found.sort { $0.name < $1.name }
    var unique: [(name: String, entry: Entry)] = []
    for one in found where unique.last?.name != one.name { unique.append(one) }
    return unique
  }

  /// Checks that answers have the values this schema asks for, each of its kind.
  ///
  /// - Returns: what is wrong, in words; empty when nothing is. Names the schema does not know are wrong too.
  public func mistakes(in answers: Answers) -> [String] {
    var mistakes: [String] = []
    var rest: [(prefix: String, entries: [String: Entry], answers: Answers)] = [("", entries, answers)]
    while let next = rest.popLast() {
      for name in next.answers.names where next.entries[name] == nil {
        mistakes.append("there is no answer \"\(next.prefix)\(name)\"")
      }
      for (name, entry) in next.entries.sorted(by: { $0.key < $1.key }) {
        let full = next.prefix + name
        switch (entry, next.answers[name]) {
        case (.value(let kind), .text(let text)):
          if !kind.holds(text) { mistakes.append("\(full) is \"\(text)\", and must be \(kind.looks)") }
        case (.flag, .flag): break
        case (.list(let item, let fields), .list(let items)):
          for answers in items { rest.append((item + ".", fields, answers)) }
        case (_, nil): mistakes.append("\(full) has no value")
        default: mistakes.append("\(full) has a value of another kind")
        }
      }
    }
    return mistakes
  }
}
