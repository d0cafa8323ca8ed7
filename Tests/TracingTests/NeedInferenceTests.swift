import PRFAQ
import SourceText
import Testing
import Tracing

@Suite("Needs nobody declared")
struct NeedInferenceTests {
  private static let text = """
    # Tidebox keeps a houseboat dry while nobody is aboard

    *Houseboat owners sleep at home and know that the bilge is dry.*

    **Bristol, England, 4 May 2027** — Tidebox is a sensor for houseboat owners.

    ## Problem

    Owners have to drive to the harbour after every storm. Many struggle to tell rain from a leak, and some
    spend £300 a year on a watchman. "I cannot sleep when it rains," said one of them.

    ## Solution

    Owners can now check the bilge from home, because Tidebox measures it.

    - **See the water level at any hour.** A float tells it to the centimetre.
    - **Pump control** starts the pump.
    - **Step 1: Glue it on.** It sticks.

    ## External FAQ

    **Q: How much does it cost?**

    £80.

    **Q: Can I lend my access to a neighbour?**

    Yes.

    **Q: Do I have to drill a hole?**

    No.

    **Q: Can I get support at night?**

    Yes.

    ## Internal FAQ

    **Q: Can we build it in time?**

    Yes.

    """

  private func candidates(_ text: String) -> [NeedCandidate] {
    NeedInference.candidates(PRFAQDocument(SourceFile(text, path: "tidebox.md")))
  }

  @Test("each cue gives a title in the customer's words, with its confidence, in the order of the text")
  func titles() {
    let found = candidates(Self.text)
    #expect(
      found.map { "\($0.confidence.rawValue) \($0.cue.rawValue): \($0.title)" } == [
        "medium problem-sentence: No longer have to drive to the harbour after every storm",
        "medium problem-sentence: Tell rain from a leak",
        "medium promise: Check the bilge from home",
        "high solution-point: See the water level at any hour",
        "medium solution-point: Pump control",
        "medium customer-question: Lend my access to a neighbour",
        "medium customer-question: Not have to drill a hole",
      ])
  }

  @Test("ranges name the bytes of sentence and title")
  func ranges() throws {
    let source = SourceFile(Self.text, path: "tidebox.md")
    let leak = try #require(candidates(Self.text).first { $0.title == "Tell rain from a leak" })
    #expect(source[leak.titleRange] == "tell rain from a leak")
    #expect(source[leak.range].hasPrefix("Many struggle to tell"))
    #expect(source[leak.range].hasSuffix("on a watchman."))
    #expect(
      leak.statement == "Many struggle to tell rain from a leak, and some spend £300 a year on a watchman.")
  }

  @Test("what is declared is not offered again")
  func declared() {
    let more = Self.text + "## What customers need\n\n- **N-1: Tell rain from a leak.** Now.\n"
    #expect(!candidates(more).contains { $0.title == "Tell rain from a leak" })
    #expect(candidates(more).contains { $0.title == "Pump control" })
  }

  @Test("a text that is no PR/FAQ, or says nothing of the kind, has none")
  func nothing() {
    #expect(candidates("# Notes\n\nUsers can now do things.\n").isEmpty)
    #expect(candidates("").isEmpty)
  }

  @Test("a bold dateline, a bold question and bold headings are no points")
  func noPoints() {
    let text = """
      # Tidebox keeps a houseboat dry

      ## Press release

      ### Solution

      **Bristol, England — 4 May 2027** — Tidebox measures the bilge.

      **Why it works.** It floats.

      ## FAQ

      **Q: How much does it cost?**

      £80.
      """
    #expect(!candidates(text).contains { $0.cue == .solutionPoint })
  }
}

@Suite("Slugs")
struct SlugTests {
  @Test(
    "letters and digits stay, the rest becomes single hyphens",
    arguments: [
      ("Billing API", "billing-api"), ("  A -- b_c!  ", "a-b-c"), ("Renter's view", "renters-view"),
      ("Renter’s view", "renters-view"), ("Über uns", "ber-uns"), ("R2-D2", "r2-d2"),
    ])
  func slugs(text: String, slug: String) { #expect(Slug.make(text) == slug) }

  @Test("a long title is cut between words at 63 bytes at most")
  func cut() {
    let slug = Slug.make(String(repeating: "harbour ", count: 20))
    // Seven times "harbour-" are 56 bytes; the eighth word would end at byte 63.
    #expect(slug == "harbour-harbour-harbour-harbour-harbour-harbour-harbour-harbour")
    #expect(slug.utf8.count == 63)
    #expect(Slug.make(String(repeating: "a", count: 80)).utf8.count == 63)
  }

  @Test("a text without Latin letters has a slug, always the same, and another text another one")
  func others() {
    #expect(Slug.make("支払い").hasPrefix("x-"))
    #expect(Slug.make("支払い") == Slug.make("支払い"))
    #expect(Slug.make("支払い") != Slug.make("返金"))
  }
}
