import Diagnostics
import MarkdownTree
import PRFAQ

/// ABC without its long form.
struct UndefinedAcronym: Rule {
  static let about = About(
    name: "writing/undefined-acronym",
    summary: "An acronym is spelled out where it is first used.",
    why: """
      An acronym is a private word until somebody explains it. Four of five public documents use some without harm, so \
      the rule is off; turn it on for a document that leaves your team.
      """,
    source: "“Write like an Amazonian” (2018), armandpatella.com/amazon-writing-tips.html; own measurement",
    severity: nil, nature: .wording,
    examples: [
      Example(.solution, "### Solution\n\nRentwise reads the «HMO» register and splits every bill."),
      Example(
        .solution,
        "### Solution\n\nRentwise reads the register of houses in multiple occupation (HMO). The HMO number is enough."
      ),
      Example(.solution, "### Solution\n\nRentwise pays the deposit into the «TDS» and splits every bill."),
      Example(.solution, "### Solution\n\nRentwise exports every bill as CSV or PDF."),
    ])

  private static let known = WordList(
    """
    ai api apis faq faqs pr usa us uk eu un ceo cto cfo coo cpo vp pdf url urls html css http https id ids ok tv dvd \
    usb wifi ios json csv xml sql sms pc it hr q1 q2 q3 q4 am pm gdpr aws gps ui ux os sdk cli vpn ip qr atm diy rsvp \
    llm saas mvp roi kpi kpis tbd todo nasa bbc uuid ssh ram cpu gpu iot mac ev i a gbp usd eur utc phd ngo readme
    """)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let text = report.text
    let words = document.prose.words
    var first: [UInt32: Prose.Word] = [:]
    var order: [UInt32] = []
    var explained = Set<UInt32>()
    let products = Set(
      (document.products.map(\.name) + report.settings.acronyms).flatMap { Prose.hashes(of: $0) })
    for block in text.blocks {
      let range = document.prose.words(ofBlocks: block..<(block + 1))
      for index in range {
        let word = words[index]
        guard word.traits.contains(.allCaps), word.range.count <= 6 else { continue }
        if isExplained(index, document) { explained.insert(word.hash) }
        if first[word.hash] != nil || Self.known.contains(word) || products.contains(word.hash) { continue }
        // Several capital words in a row are shouting, not acronyms.
        let shouts =
          (index > range.lowerBound && words[index - 1].traits.contains(.allCaps))
          || (index + 1 < range.upperBound && words[index + 1].traits.contains(.allCaps))
        if shouts || report.isMasked(word.range.lowerBound, links: true) { continue }
        if document.dateline?.range.contains(document.sourceRange(word.range).lowerBound) ?? false {
          continue
        }
        first[word.hash] = word
        order.append(word.hash)
      }
    }
    let ranges = order.filter { !explained.contains($0) }.compactMap {
      first[$0].map { document.sourceRange($0.range) }
    }
    report.addSome(ranges, help: "Write it out once: “houses in multiple occupation (HMO)”.") {
      "\(document.cited($0)) is never spelled out"
    }
  }

  /// Whether a word stands in brackets after its long form, or before it.
  private func isExplained(_ index: Int, _ document: PRFAQDocument) -> Bool {
    let plain = document.tree.plain
    let word = document.prose.words[index].range
    if word.lowerBound > 0, plain[word.lowerBound - 1] == 0x28 { return true }
    return word.upperBound + 1 < plain.count && plain[word.upperBound] == 0x20
      && plain[word.upperBound + 1] == 0x28
  }
}
