import Diagnostics
import MarkdownTree
import PRFAQ

/// The release does not say how to begin.
struct GettingStartedMissing: Rule {
  static let about = About(
    name: "structure/getting-started-missing",
    summary: "The release says what the first step is, and where.",
    why: """
      The last paragraph answers the reader who is convinced: where do I go, what do I do first, what does it cost? If \
      that takes more than three sentences, starting is too hard.
      """,
    source:
      "Ian McAllister's template: https://medium.com/bluesoft-labs/try-an-internal-press-release-before-starting-new-products-867703682934",
    severity: .warning, nature: .structure, judged: .init(right: 9, of: 9),
    examples: [
      Example(
        without: .gettingStarted,
        [
          .customerQuote:
            "«\"I used to pay on the 9th and hope,\" said Priya Raman, a renter who shares a flat with three friends.»"
        ]),
      Example(
        .gettingStarted, "Rentwise is available today in England at rentwise.example.",
        note: "A paragraph without heading will do."),
      Example([
        .gettingStarted: nil,
        .customerQuote:
          "«\"Now I know on the 1st, and nobody chases me,\" said Priya Raman, a renter in Leeds.»",
        .externalFAQ:
          "## External FAQ\n\n### How do I start?\n\nGo to rentwise.example and enter your address.",
      ]),
      Example(
        [
          .gettingStarted:
            "Open a bill, click **Split** and paste the link into the chat of your flat. That is all."
        ], note: "The first step, as the customer takes it."),
    ])

  /// Wording by which a release says how to begin, wherever it says so.
  static let cues = PhraseSet([
    "get started", "getting started", "to start", "start by", "start today", "start using", "start with",
    "sign up", "signs up", "signing up", "register at", "register for", "register on", "registration",
    "download", "downloads", "downloaded", "install", "installs", "installed", "installing",
    "available today", "available now", "available at", "available on", "available from", "available in",
    "available for", "available to", "available via", "available through", "available as", "now available",
    "is available", "are available", "will be available", "be available", "generally available",
    "visit", "go to", "head to", "head over to", "learn more", "try it", "try out", "try the", "to try",
    "join the waitlist", "waitlist", "join the beta", "early access", "request access", "apply at",
    "apply for",
    "apply now", "enrol", "enroll", "subscribe", "order at", "order now", "pre order", "buy it", "purchase",
    "app store", "google play", "contact us", "contact your", "email us", "e-mail us", "clone the",
    "npm install",
    "pip install", "brew install", "open the app", "for free at", "join us",
    "click", "paste", "to learn more", "for more information", "to participate", "to join", "to use it",
    "to get",
    "can be found",
    "tickets", "sign in", "log in", "log on", "open source", "github", "to begin", "begin by",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document), document.first(.gettingStarted) == nil else { return }
    if hasCue(release, document) { return }
    report.addMissing(
      "the release does not say what the first step is, and where",
      at: Places.lastParagraph(of: release, in: document),
      help: """
        Close with one or two sentences: “To start, go to rentwise.example, enter your address and invite your flatmates. \
        The first flat is free.”
        """)
  }

  /// Whether the release says somewhere how to begin: in words, with a command, or with the address of a site.
  private func hasCue(_ release: PRFAQDocument.Release, _ document: PRFAQDocument) -> Bool {
    let tree = document.tree
    for index in release.blocks {
      let block = tree.blocks[index]
      if block.kind == .code { return true }
      if block.kind == .paragraph,
        document.prose.contains(Self.cues, in: document.prose.words(ofBlocks: index..<(index + 1)))
      {
        return true
      }
      if tree.spans[block.spanRange].contains(where: { $0.kind == .autolink }) { return true }
    }
    return false
  }
}
