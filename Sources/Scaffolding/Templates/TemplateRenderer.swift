internal import SourceText

/// Fills a template with answers.
struct TemplateRenderer {
  /// Most bytes of one rendered file: a template with lists in lists could grow without end.
  static let limit = 4 << 20

  private let answers: Answers
  private var loops: [Loop] = []

  private struct Loop {
    let start: Int
    let name: String
    let items: [Answers]
    var index = 0
  }

  init(_ answers: Answers) { self.answers = answers }

  /// The bytes of the file.
  ///
  /// - Throws: a problem at the insertion whose answer cannot be written there.
  mutating func render(_ template: Template) throws(TemplateProblem) -> [UInt8] {
    var output: [UInt8] = []
    var at = 0
    while at < template.steps.count {
      switch template.steps[at] {
      case .text(let range): output += template.source.bytes[range]
      case .insert(let insertion):
        guard case .text(let text)? = value(insertion.name) else { throw missing(insertion.name, template) }
        do throws(EscapeRefusal) { output += try insertion.context.escape(text).utf8 } catch {
          throw TemplateProblem(
            "\(place(insertion.name)) \(error.reason)", at: insertion.range, in: template.source,
            help: "Take it out of the document, or do not use the answer here: \(Self.excerpt(text)).")
        }
      case .branch(let condition, let otherwise):
        guard let value = value(condition.name) else { throw missing(condition.name, template) }
        if Self.holds(value) == condition.isNegated {
          at = otherwise
          continue
        }
      case .jump(let target):
        at = target
        continue
      case .loop(let list, let item, let end):
        guard case .list(let items)? = value(list) else { throw missing(list, template) }
        if items.isEmpty {
          at = end
          continue
        }
        loops.append(Loop(start: at, name: item, items: items))
      case .next(let start):
        loops[loops.count - 1].index += 1
        if loops[loops.count - 1].index < loops[loops.count - 1].items.count {
          at = start + 1
          continue
        }
        loops.removeLast()
      }
      if output.count > Self.limit {
        throw TemplateProblem(
          "the file grows beyond \(Self.limit >> 20) MiB", at: 0..<0, in: template.source,
          help: "Use fewer lists inside lists.")
      }
      at += 1
    }
    return output
  }

  private func value(_ name: String) -> Answers.Value? {
    if let dot = name.firstIndex(of: ".") {
      let head = name[..<dot]
      if let loop = loops.last(where: { $0.name == head }) {
        let field = String(name[name.index(after: dot)...])
        if let own = loop.items[loop.index][field] { return own }
        switch field {
        case "first": return .flag(loop.index == 0)
        case "last": return .flag(loop.index == loop.items.count - 1)
        case "number": return .text(String(loop.index + 1))
        default: return nil
        }
      }
    }
    return answers[name]
  }

  private static func holds(_ value: Answers.Value) -> Bool {
    switch value {
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    }
  }

  /// The answer with the numbers of the items it is in: `acceptance.text` of acceptance 3.
  private func place(_ name: String) -> String {
    guard let dot = name.firstIndex(of: "."), let loop = loops.last(where: { $0.name == name[..<dot] }) else {
      return name
    }
    return "\(name) of \(loop.name) \(loop.index + 1)"
  }

  private func missing(_ name: String, _ template: Template) -> TemplateProblem {
    TemplateProblem("there is no value for \"\(name)\"", at: 0..<0, in: template.source, help: "Report this.")
  }

  private static func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(60)
    return "\"" + String(scalars) + (scalars.count < text.unicodeScalars.count ? "…" : "") + "\""
  }
}
