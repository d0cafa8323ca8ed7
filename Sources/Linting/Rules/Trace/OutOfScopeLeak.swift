import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// A need that the document says it does not build.
struct OutOfScopeLeak: Rule {
  static let about = About(
    name: "trace/out-of-scope-leak",
    summary: "No declared need asks for what the document declares out of scope.",
    why: """
      What is out of scope was decided once, usually with effort. A need that brings it back reopens the decision \
      without saying so, and the team that plans from the list builds it.
      """,
    source: "research: requirements creep; Jones, Patterns of Software Systems Failure and Success (1996)",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
        - **N-2: «Pay with card payments abroad».** 4 of 38 renters asked.
        """, note: "the FAQ says that card payments are out of scope"),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
        - **N-2: Pay with card payments abroad.** 4 of 38 renters asked.
          - Not built because: card payments are out of scope for version 1
        """),
    ])

  private static let asks = PhraseSet([
    "not building", "out of scope", "not in scope", "not build", "won't build", "won't be building",
    "non goals",
    "not included", "leave out", "leaving out",
  ])
  private static let says = PhraseSet([
    "out of scope", "not in scope", "non goals", "will not build", "won't build",
  ])
  /// Words that name nothing.
  private static let empty = WordList(
    """
    a an the and or of for to in on at by with from any all are is be we will not no out scope version first this that \
    it its our their your as other another building build built support new more own v1 release launch yet later
    """)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let needs = document.declared(.need).filter { $0[.notBuiltBecause] == nil && !isLeftOut($0, document) }
    guard !needs.isEmpty, document.language.isComplete else { return }
    let excluded = exclusions(document)
    guard !excluded.isEmpty else { return }
    for need in needs {
      let words = stems(document, document.prose.words(in: document.tree.plainRange(ofSource: need.title)))
      guard let phrase = excluded.first(where: { $0.stems.isSubset(of: words) }) else { continue }
      report.add(
        "\(document.cited(need.title)) is declared out of scope", at: need.title,
        help: "Remove one of the two, or say in “Not built because:” when it comes.",
        related: [.init(range: phrase.range, message: "it is left out here")])
    }
  }

  private func isLeftOut(_ need: DeclaredItem, _ document: PRFAQDocument) -> Bool {
    need[.priority].map { document.source[$0.value].lowercased().hasPrefix("won") } ?? false
  }

  /// What answers and sections on scope leave out: phrases of at least two words that name something.
  private func exclusions(_ document: PRFAQDocument) -> [(stems: Set<String>, range: Range<Int>)] {
    var ranges: [Range<Int>] = []
    for question in document.questions
    where document.prose.contains(Self.asks, in: document.prose.words(in: question.plainRange)) {
      ranges.append(question.answerPlainRange)
    }
    for element in document.elements where element.role == .scope {
      guard let label = element.labelRange,
        document.prose.contains(
          Self.says, in: document.prose.words(in: document.tree.plainRange(ofSource: label)))
      else { continue }
      ranges.append(element.plainRange)
    }
    var found: [(stems: Set<String>, range: Range<Int>)] = []
    for range in ranges {
      for phrase in phrases(document, range) {
        let stems = stems(document, phrase)
        guard stems.count >= 2, let first = phrase.first, let last = phrase.last else { continue }
        let plain = document.prose.words[first].range.lowerBound..<document.prose.words[last].range.upperBound
        found.append((stems, document.sourceRange(plain)))
      }
    }
    return found
  }

  private static let joints = WordList("and or but nor are is will")

  /// Stretches of words between commas, full stops and words such as "and".
  private func phrases(_ document: PRFAQDocument, _ range: Range<Int>) -> [Range<Int>] {
    let words = document.prose.words(in: range)
    let plain = document.tree.plain
    var phrases: [Range<Int>] = []
    var start = words.lowerBound
    for at in words {
      let word = document.prose.words[at]
      let divides =
        at > words.lowerBound
        && plain[Int(document.prose.words[at - 1].end)..<Int(word.start)].contains {
          $0 == 0x2C || $0 == 0x2E || $0 == 0x3B || $0 == 0x3A
            || $0 == 0x0A && word.traits.contains(.firstInBlock)
        }
      if divides || Self.joints.contains(word) {
        if start < at { phrases.append(start..<at) }
        start = Self.joints.contains(word) ? at + 1 : at
      }
    }
    if start < words.upperBound { phrases.append(start..<words.upperBound) }
    return phrases
  }

  /// The words that name something, without the `s` of the plural.
  private func stems(_ document: PRFAQDocument, _ words: Range<Int>) -> Set<String> {
    Set(
      words.compactMap { at in
        let word = document.prose.words[at]
        guard !Self.empty.contains(word), word.end - word.start > 2 else { return nil }
        let text = document.text(word.range).lowercased()
        return text.hasSuffix("s") && !text.hasSuffix("ss") ? String(text.dropLast()) : text
      })
  }
}
