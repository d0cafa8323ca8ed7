import Diagnostics
import PRFAQ

/// The long list of vague words.
struct BroadWeaselWords: Rule {
  static let about = About(
    name: "writing/broad-weasel-words",
    summary: "Sentences do without vague quantities, frequencies and possibilities.",
    why: """
      “Most users often” can be true of nearly anything. The list is long, and only about one hit in five is worth a \
      change, so the rule is off; turn it on for a last careful reading.
      """,
    source: "“Write like an Amazonian” (2018), armandpatella.com/amazon-writing-tips.html; own measurement",
    severity: nil, nature: .wording,
    examples: [
      Example(.solution, "### Solution\n\n«Most» flats «might» finish their sums sooner."),
      Example(.solution, "### Solution\n\nNine of ten flats finish their sums on the first day."),
      Example(.solution, "### Solution\n\n«Several» flats «usually» settle on the last day."),
      Example(
        .solution,
        "### Solution\n\nFlats settle on the day the bill comes rather than at the end of the year."),
    ])

  static let phrases = PhraseSet([
    "most", "many", "some", "several", "various", "often", "usually", "generally", "typically", "sometimes",
    "may", "might", "could", "should", "would", "very", "quite", "fairly", "rather", "somewhat", "probably",
    "possibly", "likely", "relatively", "reasonably", "virtually", "a few", "a bit", "kind of", "sort of",
  ])
  private static let exempt = PhraseSet(["rather than", "at most", "at the most", "would rather"])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    let hits = text.hits(Self.phrases).filter { hit in
      let sentence = text.sentence(of: hit)
      return !document.hasNumber(sentence) && !document.prose.contains(Self.exempt, in: sentence)
    }
    report.addSome(
      text.ranges(hits), citing: document, " is vague",
      help: "Say how many, how often or under which condition, or leave it out.")
  }
}
