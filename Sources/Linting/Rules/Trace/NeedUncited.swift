import Diagnostics
import Tracing

/// A need that the document does not come back to.
struct NeedUncited: GraphRule {
  static let about = About(
    name: "trace/need-uncited",
    summary: "Each declared need is answered by a claim of the release, a question or a process step.",
    why: """
      A need that nothing in the release answers is either not built, or built without telling the customer. A \
      citation such as [N-2] after the claim that answers it makes both visible, and costs five characters.
      """,
    source: "OpenFastTrace, coverage of requirements, github.com/itsallcode/openfasttrace",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
        - **N-3: «Move out without a fight over the deposit».** It takes nine weeks today.
        """),
      Example(
        [
          .solution: "### Solution\n\nEach renter gets one amount and one date per month.",
          .needs: """
          ## What customers need

          - **N-1: «Know what I owe before it is due».** One in six paid a late fee.
          - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
          """,
        ], note: "where none is cited, that is said once"),
      Example([
        .needs: """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
        - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute.
        - **N-3: Move out without a fight over the deposit.** It takes nine weeks today.
          - Not built because: deposits are held by the landlord's bank
        """
      ]),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for document in graph.documents.indices {
      // Only what has an ID can be cited.
      let needs = graph.tracedNeeds(of: document).filter { graph.needs[$0].hasWrittenID }
      let missing = needs.filter { index in
        let need = graph.needs[index]
        return need.claims.isEmpty && need.questions.isEmpty && need.steps.isEmpty && !need.isLeftOut
      }
      guard let id = missing.first.map({ graph.needs[$0].id }) else { continue }
      MissingLinks(
        graph: graph, none: "is cited in the release or the FAQ", one: "is cited nowhere",
        help: "Write [\(id)] after the claim or in the answer that meets it, or add “Not built because:”."
      ).add(missing, of: needs, to: &report)
    }
  }
}
