public import PRFAQ
import SourceText

/// Finds what reads like a customer need in a document that may declare none.
///
/// Four cues are looked for, each with a confidence: points in bold below the solution (high), customers' questions of
/// the form "Can I ...?" (medium), sentences of the problem on what customers cannot or have to do, and promises such as
/// "renters can now ..." (medium where a heading or label says what the passage is, low otherwise). In languages
/// without full vocabulary only the first is used. Where none of them finds anything, customers' questions are offered
/// as they stand (low).
public struct NeedInference {
  let document: PRFAQDocument
  var found: [NeedCandidate] = []
  var titles: Set<String> = []
  /// Ranges in which a cue was met, whether or not its need was known already.
  var met: [Range<Int>] = []

  /// All candidates of a document, by position; each title once, and none that is declared already.
  public static func candidates(_ document: PRFAQDocument) -> [NeedCandidate] {
    guard document.kind != .none else { return [] }
    var inference = NeedInference(document: document)
    for need in document.declared where need.kind == .need {
      inference.titles.insert(Slug.make(document.source[need.title]))
    }
    inference.readPoints()
    if document.language.isComplete {
      inference.readQuestions()
      inference.readProblem()
      inference.readPromises()
    }
    if inference.found.isEmpty, document.declared(.need).isEmpty { inference.readAnyQuestions() }
    return inference.found.sorted { ($0.range.lowerBound, $0.title) < ($1.range.lowerBound, $1.title) }
  }

  /// Adds a candidate unless its title is known, or text a template left stands in it.
  mutating func add(
    _ cue: NeedCandidate.Cue, _ confidence: Confidence, title: String, from titleRange: Range<Int>,
    in plainRange: Range<Int>
  ) {
    let range = document.sourceRange(plainRange)
    met.append(range)
    guard !title.isEmpty, !document.hasPlaceholder(in: range), titles.insert(Slug.make(title)).inserted else {
      return
    }
    found.append(
      NeedCandidate(
        cue: cue, confidence: confidence, title: title, titleRange: document.sourceRange(titleRange),
        range: range,
        statement: Fold.text(document.text(plainRange).utf8)))
  }
}
