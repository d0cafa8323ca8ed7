import PRFAQ
import SourceText
import Testing

/// What shows that a file is a PR/FAQ, or a release or an FAQ of the method.
@Suite struct KindTests {
  private func document(_ text: String) -> PRFAQDocument { PRFAQDocument(SourceFile(text)) }

  @Test func aHeadlineMayFollowTheDateAsAHeading() throws {
    let document = document(
      """
      **FOR IMMEDIATE RELEASE**

      14 September 2027

      # **Rentwise shows renters what they owe before it is due**

      **LEEDS, England**, 14 September 2027 - Brightkey today opened Rentwise, a rent account for people who share a flat.

      # **External FAQs**

      **How much does Rentwise cost?**

      Two pounds per renter and month.
      """)
    let headline = try #require(document.first(.headline))
    #expect(document.source[headline.range].contains("Rentwise shows renters"))
    #expect(document.first(.summary) != nil)
  }

  @Test func aReleaseInTheTemplatesSectionsWithAQuoteIsOne() {
    let text = """
      # Rentwise

      # Summary
      Renters see what they owe, when it is due and why, on the first screen.

      # Problem
      Renters in shared flats pay late because they do not know the amount.

      # Solution
      Rentwise adds every bill to one account and splits it by the agreed shares.

      "We met renters who kept a spreadsheet for four years to stay friends and gave up."

      # How to get started
      Go to rentwise.example and invite your flatmates.
      """
    #expect(document(text).kind == .pressRelease)
    let unquoted = text.replacing(
      "\"We met renters who kept a spreadsheet for four years to stay friends and gave up.\"\n\n", with: "")
    #expect(document(unquoted).kind == .none)
  }

  @Test func questionsOfBothGroupsAreAnFAQOfTheMethod() {
    let text = """
      # RFC 12: split bills

      ## Change log

      Bills can be split.

      ## Public FAQ

      ### What are we launching today?

      A way to split bills.

      ## Internal FAQ

      ### Why should we not do this?

      Banks may do it for free.
      """
    #expect(document(text).kind == .faq)
    #expect(document(text.replacing("## Internal FAQ", with: "## Notes")).kind == .none)
  }
}
