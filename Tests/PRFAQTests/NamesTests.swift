import PRFAQ
import SourceText
import Testing

/// What is taken for the name of the product, and who for its customers, where nothing declares them.
@Suite struct NamesTests {
  private func document(_ title: String, _ summary: String) -> PRFAQDocument {
    PRFAQDocument(
      SourceFile(
        """
        # \(title)

        **Tidewater shows when to sail, before the harbour closes**

        **Rotterdam, 5 October 2027** — \(summary)

        ## Problem

        The table of tides is wrong on one day in six.

        ## FAQ

        **Q: What does it cost?**

        It costs 4.

        """))
  }

  @Test(arguments: [
    ("Slack Water PR/FAQ — v0.1", "Slack Water"),
    ("Slack Water PRFAQ (2.0)", "Slack Water"),
    ("PR/FAQ: Slack Water", "Slack Water"),
    ("The Slack Water PR/FAQ (working name)", "Slack Water"),
  ])
  func theTitleNamesTheProductAndNotItsVersion(_ title: String, _ name: String) {
    let document = document(title, "Tidewater today launched it, and pilots know when to sail.")
    #expect(document.products.first?.name == name)
  }

  @Test func programsAreNoCustomers() {
    let coded = document(
      "PR/FAQ: Slack Water", "Coding agents write the table, and operators read it on the quay.")
    #expect(coded.customers.map(\.name) == ["operators"])
    let served = document(
      "PR/FAQ: Slack Water", "It runs a swarm of agents, so that operators know when to sail.")
    #expect(served.customers.map(\.name) == ["operators"])
    let people = document("PR/FAQ: Slack Water", "It gives travel agents the tide of every quay.")
    #expect(people.customers.map(\.name) == ["travel agents"])
  }
}
