import Organization
import PRFAQ
import SourceText
import Tracing

@testable import Backlogs

/// A document of a test, read and made into items.
struct Bench {
  let graph: LinkGraph
  let notes: DocumentNotes
  let backlog: DocumentBacklog

  init(_ text: String, path: String = "plan.md", least: Confidence? = .medium, record: Record? = nil) {
    let document = PRFAQDocument(SourceFile(text, path: path))
    graph = LinkGraph([TraceUnit(document)])
    notes = DocumentNotes(document)
    backlog = Backlog(graph, notes: [notes], selection: Selection(leastConfidence: least))
      .document(0, record: record)
  }

  /// A PR/FAQ with what a test is about below it.
  init(below text: String, least: Confidence? = .medium, record: Record? = nil) {
    self.init(Bench.head + text, least: least, record: record)
  }

  subscript(id: String) -> BacklogItem? { backlog.items.first { $0.id == id } }

  var ids: [String] { backlog.items.map(\.id) }

  func plan(_ record: Record?, _ decisions: Decisions = Decisions()) -> Plan {
    Plan(backlog, graph: graph, record: record, decisions: decisions, fileName: "plan.md")
  }

  static let head = """
    ---
    document: prfaq
    key: RENT
    product: Rentwise
    customers: [renters]
    owners: [Ada Lund]
    ---

    # Rentwise tells renters what they owe

    **Oslo, 1 March 2027** — Renters can now see what they owe with Rentwise, before it is due.

    ## Problem

    Renters pay late because nobody tells them the amount. One in six pays a fee each month.

    ## Solution

    Rentwise shows the amount on the first screen.


    """

  static let needs = """
    ## What customers need

    - **N-1: Know what I owe before it is due.** Renters open the app four times a week only to look.
      - Priority: must
      - Measured by: M-1
      - Served by: Billing API, Statement Service
      - Accepted when: the amount is on the first screen within 2 seconds
      - Accepted when: Given an open bill, when I open the app, then I see the amount
    - **N-2: Dispute a charge without calling.** Today a dispute takes two calls.
      - Depends on: N-1
      - Served by: Billing API
      - Estimate: 3 points
      - Status: in progress
    - **Pay in one tap** with a saved card.

    ## How we will know

    - **M-1: Late payments** fall from 16% to 10% by 31 December 2027.

    ## Services and teams

    - **Billing API** (owned by Payments) works out what each renter owes.
    - **Statement Service** (owned by Documents, new) keeps past statements.

    """
}
