import Diagnostics
import PRFAQ

/// "Customers need a dashboard".
struct ProblemPrescribesSolution: Rule {
  static let about = About(
    name: "customer/problem-prescribes-solution",
    summary: "The problem says what customers suffer, not which thing they lack.",
    why: """
      “Renters need a dashboard” is a solution in the words of a problem. Ask why they need it: what they cannot do, how \
      often, and what it costs. The answer leaves room for something better than a dashboard.
      """,
    source:
      "Problem checklists of robdefeo/agent-skills and claude-command-centre; Bryar & Carr (2021), ch. 5",
    severity: .warning, nature: .wording,
    examples: [
      Example(
        .problem,
        "### Problem\n\nOne renter in six pays late. Today they need «a better dashboard» for bills."),
      Example(
        .problem, "### Problem\n\nOne renter in six pays late, and flats lack «an app» to add up paper bills."
      ),
      Example(
        .problem, "### Problem\n\nOne renter in six pays late. They do not need another app for paper bills."),
      Example(.problem, "### Problem\n\nOne renter in six pays late. They need a way to add up paper bills."),
      Example(
        .problem,
        "### Problem\n\nOne renter in six pays late. Flats need «a shared platform» where they today use paper bills."
      ),
      Example(
        .problem,
        "### Problem\n\nOne renter in six pays late. They need an hour a month to add up paper bills, and no app helps."
      ),
    ])

  private static let verbs = PhraseSet(["need", "needs", "needed", "lack", "lacks", "lacked"])
  private static let openers = WordList("a an the better another new one")
  private static let negations = WordList(
    "not no never don't doesn't didn't without nobody cannot can't won't wouldn't longer")

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, document.prose.mayContain(Self.verbs) else { return }
    let words = document.prose.words
    for problem in report.problems {
      let range = document.words(of: problem)
      var found: [Range<Int>] = []
      for index in document.prose.matches(of: Self.verbs, in: range).map(\.words.lowerBound) {
        guard let phrase = artefact(after: index, before: range.upperBound, document) else { continue }
        let before = max(range.lowerBound, index - 3)..<index
        if before.contains(where: { Self.negations.contains(words[$0]) }) { continue }
        if report.isMasked(words[index].range.lowerBound) { continue }
        found.append(document.sourceRange(phrase))
      }
      for range in found.prefix(report.limit(.places)) {
        report.add(
          "the problem prescribes \(document.cited(range))", at: range,
          help: "Say what they cannot do without it, how often, and what that costs them.",
          origin: problem.origin)
      }
    }
  }

  /// From the article to the noun, when what is needed is a thing somebody builds.
  private func artefact(after verb: Int, before end: Int, _ document: PRFAQDocument) -> Range<Int>? {
    let words = document.prose.words
    let start = verb + 1
    guard start < end, document.isJoined(verb), Self.openers.contains(words[start]) else { return nil }
    var at = start + 1
    while at < min(end, start + 6), document.isJoined(at - 1) {
      let isArtefact = WordList.artefacts.contains(words[at])
      if isArtefact {
        // The head of the phrase is its last noun: "a platform team" is no platform.
        let isLast = at + 1 >= end || !document.isJoined(at) || WordList.links.contains(words[at + 1])
        if isLast { return words[start].range.lowerBound..<words[at].range.upperBound }
      } else if WordList.links.contains(words[at]) {
        return nil
      }
      at += 1
    }
    return nil
  }
}
