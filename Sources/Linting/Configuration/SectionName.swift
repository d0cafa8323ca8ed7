import Diagnostics
import MarkdownTree
public import PRFAQ
import SourceText

/// A section of a document, named by what it is (`internal-faq`) or by its heading (`Open questions`).
public enum SectionName: Sendable {
  /// What it is.
  case role(Role)
  /// The words of its heading.
  case heading(String)
  /// All of the file.
  case everywhere

  /// The name as it is written.
  public var text: String {
    switch self {
    case .role(let role): role.rawValue
    case .heading(let text): text
    case .everywhere: "everywhere"
    }
  }

  /// Reads a name. One that looks like a mistyped role is refused: as a heading it would silently match nothing.
  init(_ name: Configuration.Text, allowsEverywhere: Bool = false) throws(ConfigurationError) {
    let roles = Role.allCases.map(\.rawValue)
    if let role = Role(rawValue: name.text) {
      self = .role(role)
    } else if allowsEverywhere, name.text == "everywhere" {
      self = .everywhere
    } else if !name.text.contains(" "), name.text == name.text.lowercased(),
      let near = Spelling.nearest(to: name.text, in: roles)
    {
      throw ConfigurationError(
        "there is no part of a document called \"\(name.text)\"", at: name.range,
        help: "Did you mean \"\(near)\"? To name a heading, write it with a capital letter.")
    } else if Prose.hashes(of: name.text).isEmpty {
      throw ConfigurationError(
        "\"\(name.text)\" has no words", at: name.range,
        help: "Write what the part is, such as internal-faq, or the text of its heading.")
    } else {
      self = .heading(name.text)
    }
  }

  /// The bytes of the sections of this name in a document, their headings included.
  func ranges(in document: PRFAQDocument) -> [Range<Int>] {
    switch self {
    case .everywhere: return [0..<document.source.bytes.count]
    case .heading(let text): return SectionName.sections(headed: Prose.hashes(of: text), document)
    case .role(let role):
      var ranges = document.elements(role).map {
        min($0.range.lowerBound, $0.labelRange?.lowerBound ?? .max)..<$0.range.upperBound
      }
      let groups: [QuestionGroup] =
        switch role {
        case .internalFAQ: [.internal]
        case .externalFAQ: [.external]
        case .faq: [.internal, .external, .unsplit]
        default: []
        }
      ranges += document.faqs.filter { groups.contains($0.group) }.map(\.range)
      if role == .pressRelease {
        ranges += document.releases.map {
          min($0.range.lowerBound, $0.labelRange?.lowerBound ?? .max)..<$0.range.upperBound
        }
      }
      return ranges
    }
  }

  /// From a heading with these words to the next of its level or above.
  private static func sections(headed words: [UInt32], _ document: PRFAQDocument) -> [Range<Int>] {
    let blocks = document.tree.blocks
    var ranges: [Range<Int>] = []
    var open: (start: Int, level: UInt8)? = nil
    for (index, block) in blocks.enumerated() where block.kind == .heading {
      if let section = open, block.level <= section.level {
        ranges.append(section.start..<Int(block.start))
        open = nil
      }
      guard open == nil else { continue }
      let own = document.prose.words(ofBlocks: index..<(index + 1))
      if document.prose.words[own].map(\.hash) == words { open = (Int(block.start), block.level) }
    }
    if let section = open { ranges.append(section.start..<document.source.bytes.count) }
    return ranges
  }
}
