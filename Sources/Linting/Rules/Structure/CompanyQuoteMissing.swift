import Diagnostics
import PRFAQ

/// Nobody of the maker says why.
struct CompanyQuoteMissing: Rule {
  static let about = About(
    name: "structure/company-quote-missing",
    summary: "A spokesperson says why the product was made.",
    why: """
      The company's quote is the one place where the release says why you of all people do this. It commits a named person \
      to the reason; where nobody wants to be quoted, the reason is not there yet.
      """,
    source:
      "Bryar & Carr, Working Backwards, ch. 5: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .warning, nature: .structure, judged: .init(right: 24, of: 24),
    examples: [
      Example(
        without: .companyQuote,
        [
          .howItWorks: """
          ### How it works

          «You invite your flatmates, photograph a bill, and confirm the split.»
          """
        ]),
      Example(
        .companyQuote,
        "\"Nobody should need a spreadsheet to stay friends,\" said Dana Whitfield, CEO of Brightkey.",
        note: "It may be invented: it says what that person should be able to say on launch day."),
      Example([
        .companyQuote: nil,
        .howItWorks: "### How it works\n\n«You photograph a bill and confirm the split.»",
        .customerQuote:
          "\"Now I know on the 1st, and nobody chases me,\" said Priya Raman, a renter in Leeds.",
      ]),
      Example(
        .companyQuote,
        "> \"Nobody should need a spreadsheet to stay friends.\"\n>\n> — Dana Whitfield, CEO, Brightkey"),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard let release = Places.release(of: document), !report.voices.company else { return }
    report.addMissing(
      "no spokesperson says why the product was made",
      at: Places.after([.solution], of: release, in: document),
      help: """
        Add a quote after the solution, such as: “Nobody should need a spreadsheet to stay friends,” said Dana Whitfield, \
        head of product at Brightkey.
        """)
  }
}
