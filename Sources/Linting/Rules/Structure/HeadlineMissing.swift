import Diagnostics
import MarkdownTree
import PRFAQ

/// A release without headline, or with the document's title instead of one.
struct HeadlineMissing: Rule {
  static let about = About(
    name: "structure/headline-missing",
    summary: "The release has a headline that says more than “PR/FAQ: Product”.",
    why: """
      The headline is the one line that everybody reads. It names the product and what the customer gets, in words that \
      customer would use. A title such as “PR/FAQ: Rentwise” names a file, not a reason to read on.
      """,
    source:
      "Ian McAllister's template: https://medium.com/bluesoft-labs/try-an-internal-press-release-before-starting-new-products-867703682934",
    severity: .warning, nature: .structure, judged: .init(right: 4, of: 4),
    examples: [
      Example([.headline: "«### PR/FAQ: Rentwise»"]),
      Example(
        [
          .headline: nil, .subheading: nil,
          .lead: "«**Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, a rent account.»",
        ]),
      Example(
        .headline, "**Rentwise shows renters what they owe before it is due**", note: "A bold line will do."),
      Example([.headline: "«### Rentwise PRFAQ»"]),
      Example(
        [
          .headline: nil, .subheading: nil,
          .lead:
            "**Rentwise shows renters what they owe before it is due.** Brightkey today opened it for shared flats.",
        ], note: "A first sentence in bold letters is read as the headline."),
    ])

  /// Words by which a title says only what kind of document it heads.
  private static let markers = PhraseSet(local: [
    "press release", "prfaq", "pr faq", "pr", "faq", "faqs", "frequently asked questions",
    "working backwards",
    "document", "and", "for", "the", "for immediate release", "draft", "headline", "title",
  ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document) else { return }
    let help = """
      Open the release with one sentence that names the product and the gain, such as: `### Rentwise shows renters what \
      they owe before it is due`.
      """
    if let headline = document.first(.headline) {
      if document.hasPlaceholder(in: headline.range) || saysMore(headline.plainRange, 0, document) { return }
      report.add(
        "the headline \(document.cited(document.sourceRange(headline.plainRange))) only names the document",
        at: Places.firstLine(of: headline.range, in: document), help: help, origin: headline.origin)
      return
    }
    // Some authors hide the headline in the title or in the heading of the release: "Press release: Rent made easy".
    for range in [document.title, release.labelRange] {
      guard let range else { continue }
      for (index, block) in document.tree.blocks.enumerated()
      where block.range.contains(range.lowerBound) && block.plainStart < block.plainEnd {
        if saysMore(document.tree.blocks[index].plainRange, 3, document) { return }
        break
      }
    }
    if report.paragraphs(of: release).opensInBold { return }
    let place = Places.firstBlock(of: release, in: document)
    if release.origin == .inferred {
      // What nothing marks as a release may be something else.
      report.add("the release has no headline", at: place, help: help, origin: .inferred, cap: .note)
    } else {
      report.addMissing("the release has no headline", at: place, help: help)
    }
  }

  /// Whether more than `spare` words are left of a text when markers and product names are taken away.
  private func saysMore(_ plainRange: Range<Int>, _ spare: Int, _ document: PRFAQDocument) -> Bool {
    let words = document.prose.words(in: plainRange)
    if document.prose.words[words].contains(where: { $0.traits.contains(.ideographic) }) { return true }
    let markers = document.prose.matches(of: Self.markers, in: words)
    guard !markers.isEmpty else { return words.count > spare }
    var known = Set(markers.flatMap(\.words))
    let names = PhraseSet(names: document.products.map(\.name))
    for match in document.prose.matches(of: names, in: words) { known.formUnion(match.words) }
    return words.count - known.count > max(spare, document.products.isEmpty ? 2 : 0)
  }
}
