import PRFAQ

/// What several rules ask of one document, each worked out when a rule first asks for it.
///
/// It lives as long as one document is looked at, and no other thread sees it.
final class Notes {
  private let document: PRFAQDocument

  init(_ document: PRFAQDocument) { self.document = document }

  /// Which blocks hold text of the author's own.
  private(set) lazy var parts = TextParts(document)
  /// The text of release and FAQ.
  var text: RunningText { RunningText(parts, .all) }
  /// The text of the release.
  var releaseText: RunningText { RunningText(parts, .release) }
  /// The word hashes of the product's names.
  private(set) lazy var productHashes = document.products.map { Prose.hashes(of: $0.name) }
  /// What the FAQ asks and answers.
  private(set) lazy var faq = FAQText(document)
  /// The passages that tell the customer's problem.
  private(set) lazy var problems = document.problems
  /// Whose quotes the release has.
  private(set) lazy var voices = Voices(document)
  /// What is no prose of the author's own, the texts of links included.
  private(set) lazy var linkMask = TextMask(document, links: true)
  private var split: (concept: Settings.Concept, split: Split)? = nil
  private var paragraphs: (release: PRFAQDocument.Release, text: ReleaseText)? = nil

  /// How the FAQ keeps what customers ask apart from what colleagues ask.
  func split(for concept: Settings.Concept) -> Split {
    if let split, split.concept == concept { return split.split }
    let split = Split(document, faq, concept: concept)
    self.split = (concept, split)
    return split
  }

  /// The paragraphs of a release.
  func paragraphs(of release: PRFAQDocument.Release) -> ReleaseText {
    if let paragraphs, paragraphs.release == release { return paragraphs.text }
    let text = ReleaseText(release, document)
    paragraphs = (release, text)
    return text
  }
}
