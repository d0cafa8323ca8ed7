import Diagnostics
import PRFAQ

/// The long list of praise.
struct BroadHype: Rule {
  static let about = About(
    name: "writing/broad-hype",
    summary:
      "Words that often praise, and sometimes mean something, are used only where they mean something.",
    why: """
      “Robust” and “powerful” are praise in one sentence and a property in the next. Only about half of the hits are \
      worth a change, so the rule is off; turn it on for a last careful reading.
      """,
    source: "docforge-ai word lists; own measurement on 103 public PR/FAQs",
    severity: nil, nature: .wording,
    examples: [
      Example(.solution, "### Solution\n\nRentwise is a «robust» account that «empowers» renters."),
      Example(.solution, "### Solution\n\nRentwise keeps working when one bank is down."),
      Example(.solution, "### Solution\n\nRentwise «unlocks» an «end-to-end» view of the rent."),
      Example(.solution, "### Solution\n\nRenters unlocked the account with their own bank card."),
    ])

  static let phrases = PhraseSet([
    "robust", "comprehensive", "powerful", "leverage", "leverages", "leveraging", "unlock", "unlocks",
    "unlocking",
    "transform", "transforms", "transforming", "transformative", "empower", "empowers", "empowering",
    "intuitive",
    "frictionless", "holistic", "synergy", "synergies", "streamline", "streamlines", "streamlined", "elevate",
    "elevates", "delight", "delightful", "magical", "beautiful", "amazing", "exceptional", "superior",
    "premium",
    "ultimate", "unique", "exciting", "end-to-end", "all-in-one", "one-stop", "sophisticated", "ecosystem",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    report.addSome(
      text.ranges(text.hits(Self.phrases)), citing: document, " may be praise without a fact",
      help: "Say which property you mean, or leave the word out.")
  }
}
