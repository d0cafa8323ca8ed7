import Diagnostics
import PRFAQ

/// Nobody says what customers do today.
struct CurrentAlternativeMissing: Rule {
  static let about = About(
    name: "customer/current-alternative-missing",
    summary: "The document says what customers do today, and why that falls short.",
    why: """
      Every product replaces something, if only a spreadsheet or doing nothing. Customers compare with that, not with \
      your plan. Naming it shows whether your product is good enough to make them change.
      """,
    source: "Bryar & Carr, workingbackwards.com/resources/working-backwards-pr-faq (solution paragraph)",
    severity: .note, nature: .structure, judged: .init(right: 4, of: 6),
    examples: [
      Example([
        .problem: "### Problem\n\n«One renter in six paid a late fee last year, 35 pounds on average.»",
        .companyQuote: nil, .customerQuote: nil, .gettingStarted: nil, .howItWorks: nil,
        .externalFAQ: "## External FAQ\n\n### How much does it cost?\n\nTwo pounds per month.",
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
      Example([
        .problem:
          "### Problem\n\nOne renter in six paid a late fee. They keep a spreadsheet that nobody updates.",
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
      Example([
        .problem:
          "### Problem\n\n«Three flats in ten argue about the gas bill.» It costs them 35 pounds a year.",
        .companyQuote: nil, .customerQuote: nil, .gettingStarted: nil, .howItWorks: nil,
        .externalFAQ: "## External FAQ\n\n### How much does it cost?\n\nTwo pounds per month.",
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
      Example([
        .problem:
          "### Problem\n\nOne renter in six paid a late fee. The previous account showed rent and no bills.",
        .companyQuote: nil, .customerQuote: nil, .gettingStarted: nil, .howItWorks: nil,
        .externalFAQ: "## External FAQ\n\n### How much does it cost?\n\nTwo pounds per month.",
        .internalFAQ: "## Internal FAQ\n\n### Which teams do we depend on?\n\nThe Ledger team.",
      ]),
    ])

  /// Words for today's way, wherever they stand.
  private static let phrases = PhraseSet([
    "existing", "instead", "instead of", "rather than", "manual", "manually", "by hand", "spreadsheet",
    "spreadsheets",
    "alternative", "alternatives", "competitor", "competitors", "competing", "competition", "workaround",
    "workarounds", "paper", "pen and paper", "email", "e-mail", "emails", "phone call", "phone calls",
    "whatsapp",
    "excel", "google sheets", "google docs", "status quo", "other tools", "other apps", "other products",
    "other services", "other platforms", "other solutions", "compared", "compare", "comparison", "versus",
    "vs",
    "unlike", "right now", "previous", "earlier", "until now", "up to now", "so far", "previously",
    "traditional", "traditionally",
    "conventional", "conventionally", "legacy", "in house", "off-the-shelf", "copy-paste", "copy and paste",
    "copying", "scripts", "hand-written", "handwritten", "sticky notes", "notebook", "notebooks",
    "word of mouth",
    "no longer", "replaces", "replace", "replacing", "switch from", "migrate from", "historically",
    "in the past",
    "used to", "currently", "most tools", "most apps", "current tools", "current solutions",
    "current process",
    "already use", "differ from", "different from", "better than", "how is this different",
    "how is it different",
    "today's", "already exist", "already do",
  ])
  /// "Today" means today's way only outside the lead, where it is the date of the announcement.
  private static let today = PhraseSet(["today", "nowadays", "these days", "at the moment", "presently"])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, document.language.isComplete else { return }
    let problems = report.problems
    let solutions = document.elements(.solution)
    guard let place = problems.first ?? solutions.first else { return }
    for passage in problems + solutions {
      if document.hasPlaceholder(in: passage.range) { return }
      let words = document.words(of: passage)
      if document.prose.contains(Self.phrases, in: words) || document.prose.contains(Self.today, in: words) {
        return
      }
    }
    for release in document.releases {
      if document.prose.contains(Self.phrases, in: document.prose.words(ofBlocks: release.blocks)) { return }
    }
    for section in document.faqs {
      let words = document.prose.words(ofBlocks: section.blocks)
      if document.prose.contains(Self.phrases, in: words) || document.prose.contains(Self.today, in: words) {
        return
      }
    }
    report.add(
      "nothing says what customers do today", at: document.opening(of: place),
      help: "Name what they use now, even if it is paper or nothing, and where it lets them down.",
      origin: place.origin,
      // A release alone is short; its FAQ may say it elsewhere.
      cap: document.questions.isEmpty ? .note : nil)
  }
}
