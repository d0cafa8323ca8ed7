import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// A rule that a project writes in its configuration, without code.
///
/// ```yaml
/// custom:
///   no-synergy:
///     phrases: [synergy, low-hanging fruit]
///     message: "“{text}” is a word that only meetings use"
///     help: Say what changes, and for whom.
///     severity: warning
///     bad: [Rentwise brings synergy to flats.]
///     good: [Rentwise adds every bill to one account.]
/// ```
public struct CustomRule: Sendable {
  /// The category of all such rules.
  public static let category = "custom"

  /// What it looks for.
  enum Kind: Sendable {
    /// Phrases that must not occur, or only so often, or at least so often.
    case phrases(PhraseSet, atLeast: Int, atMost: Int)
    /// Phrases to replace, each by the text of the same index.
    case replace(PhraseSet, by: [String], isSafe: Bool)
    /// A heading with one of the phrases.
    case section(PhraseSet)
    /// A question with one of the phrases, asked by a group or by anybody.
    case question(PhraseSet, group: QuestionGroup?)
  }

  /// What it is.
  public let about: About
  /// The bytes of its name in the configuration.
  public let range: Range<Int>
  /// Lines that must give a finding.
  public let bad: [Configuration.Text]
  /// Lines that must give none.
  public let good: [Configuration.Text]
  let kind: Kind
  /// The phrases as written, for messages and for capital letters that count.
  let phrases: [String]
  let matchesCase: Bool
  /// Where it looks; empty for all of the author's own prose.
  let places: [SectionName]
  let message: String?
  let help: String

  /// Whether its findings are about what is not there, so that the text at their place says nothing of them.
  var speaksOfAbsence: Bool {
    switch kind {
    case .section, .question: true
    case .phrases(_, let atLeast, let atMost): atLeast > 0 && atMost == .max
    case .replace: false
    }
  }

  /// Runs the rule on a document.
  func check(_ document: PRFAQDocument, _ report: inout Report) {
    switch kind {
    case .phrases(let set, let atLeast, let atMost):
      let ranges = hits(set, in: document, report.text).map { document.sourceRange($0.range) }
      if ranges.count < atLeast {
        report.add(
          filled(
            "\(named(phrases)) must occur at least \(atLeast) \(atLeast == 1 ? "time" : "times"), not \(ranges.count)"
          ), at: Places.start(of: document), help: help)
      } else if ranges.count > atMost {
        report.addSome(ranges.dropFirst(atMost).map { $0 }, help: help) { range in
          filled(
            atMost == 0
              ? "“{text}” is not to be used here" : "“{text}” is used more than \(atMost) times",
            text: document.source[range])
        }
      }
    case .replace(let set, let replacements, let isSafe):
      replace(hits(set, in: document, report.text), by: replacements, isSafe: isSafe, document, &report)
    case .section(let set):
      guard document.kind != .none, !hasHeading(set, document) else { return }
      report.add(
        filled("There is no section on \(named(phrases))"), at: Places.start(of: document), help: help)
    case .question(let set, let group):
      guard Places.hasQuestions(document), !hasQuestion(set, group, document) else { return }
      report.add(
        filled("No question asks about \(named(phrases))"),
        at: Places.line(of: group.map { [$0, .unsplit] } ?? [.internal, .unsplit, .external], in: document),
        help: help)
    }
  }

  private func replace(
    _ hits: [Prose.Match], by replacements: [String], isSafe: Bool, _ document: PRFAQDocument,
    _ report: inout Report
  ) {
    var instead: [Int: String] = [:]
    var ranges: [Range<Int>] = []
    for hit in hits {
      let range = document.sourceRange(hit.range)
      let replacement = replacements[hit.phrase]
      let isCapital = document.prose.words[hit.words.lowerBound].traits.contains(.capitalised)
      instead[range.lowerBound] =
        isCapital && !matchesCase
        ? replacement.prefix(1).uppercased() + replacement.dropFirst() : replacement
      ranges.append(range)
    }
    report.addSome(
      ranges, help: help,
      fix: { range in
        // Markup within the phrase would be lost, and a line break with it.
        guard let text = instead[range.lowerBound], document.source[range].utf8.allSatisfy(Self.isPlain)
        else { return nil }
        return Fix(range: range, replacement: text, isSafe: isSafe)
      },
      message: { range in
        filled(
          "“{text}” is written “{instead}” here", text: document.source[range],
          instead: instead[range.lowerBound] ?? "")
      })
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != 0x0A && byte != 0x0D && !"*_`[]<>\\&".utf8.contains(byte)
  }

  private func hasHeading(_ set: PhraseSet, _ document: PRFAQDocument) -> Bool {
    for (index, block) in document.tree.blocks.enumerated() where block.kind == .heading {
      if document.prose.contains(set, in: document.prose.words(ofBlocks: index..<(index + 1))) { return true }
    }
    // Bold lines used as headings.
    return document.elements.contains { element in
      guard let label = element.labelRange else { return false }
      let words = Prose.hashes(of: document.source[label])
      return phrases.contains { PhraseRun.occurs(Prose.hashes(of: $0), in: words) }
    }
  }

  private func hasQuestion(_ set: PhraseSet, _ group: QuestionGroup?, _ document: PRFAQDocument) -> Bool {
    document.questions.contains { question in
      if let group, question.group != .unsplit, question.group != group { return false }
      return document.prose.contains(set, in: document.prose.words(in: question.plainRange))
    }
  }

  /// Where the phrases stand: in the author's own prose, or in all text of the sections named.
  private func hits(_ set: PhraseSet, in document: PRFAQDocument, _ text: RunningText) -> [Prose.Match] {
    var matches: [Prose.Match]
    if places.isEmpty {
      matches = text.hits(set)
    } else {
      let ranges = places.flatMap { $0.ranges(in: document) }.sorted { $0.lowerBound < $1.lowerBound }
      matches = []
      var next = 0
      var end = -1
      for (index, block) in document.tree.blocks.enumerated() where !block.plainRange.isEmpty {
        let start = Int(block.start)
        while next < ranges.count, ranges[next].lowerBound <= start {
          end = max(end, ranges[next].upperBound)
          next += 1
        }
        if start >= end { continue }
        matches += document.prose.matches(
          of: set, in: document.prose.words(ofBlocks: index..<(index + 1)))
      }
    }
    guard matchesCase else { return matches }
    return matches.filter { document.text($0.range) == phrases[$0.phrase] }
  }

  private func named(_ phrases: [String]) -> String {
    Places.list(phrases.map { "“\($0)”" }, "or")
  }

  /// The rule's own message, or a standard one, with what it speaks of put in.
  private func filled(_ standard: String, text: String = "", instead: String = "") -> String {
    let template = message ?? standard
    guard template.contains("{") else { return template }
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("{text}") {
        result += Places.short(text)
        rest = rest.dropFirst(6)
      } else if rest.hasPrefix("{instead}") {
        result += instead
        rest = rest.dropFirst(9)
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}

/// Words found in other words.
enum PhraseRun {
  /// Whether a run of words occurs in another.
  static func occurs(_ phrase: [UInt32], in words: [UInt32]) -> Bool {
    guard !phrase.isEmpty, phrase.count <= words.count else { return false }
    return (0...(words.count - phrase.count)).contains {
      words[$0..<($0 + phrase.count)].elementsEqual(phrase)
    }
  }
}
