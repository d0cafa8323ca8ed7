import Diagnostics
import Tracing

/// A step of a process that no service serves.
struct StepWithoutService: GraphRule {
  static let about = About(
    name: "trace/step-without-service",
    summary: "Each declared step of a process is served by a service.",
    why: """
      A process is cut into steps so that each has an owner. A step without a service is where work will be done by \
      hand, or dropped, at the seam between two teams.
      """,
    source: "Fowler & Lewis, Microservices (2014): organised around business capabilities, martinfowler.com",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .appendix,
        """
        ## Process

        1. **Photograph.** A renter photographs the bill.
           - Served by: Billing API
        2. **«Split».** The amount is divided by the agreed shares.
        """),
      Example(
        .appendix,
        """
        ## Process

        1. **Photograph.** A renter photographs the bill.
           - Served by: Billing API
        2. **Split.** The amount is divided by the agreed shares.
           - Served by: Billing API
        """),
    ])

  func check(_ graph: LinkGraph, _ report: inout GraphReport) {
    for document in graph.documents {
      // A process that names no service at all was written for another reason.
      guard document.steps.contains(where: { !graph.steps[$0].services.isEmpty }) else { continue }
      for step in document.steps where graph.steps[step].services.isEmpty {
        report.add(
          "no service serves the step “\(Places.short(graph.steps[step].title.text))”",
          at: graph.steps[step].title.place, help: "Add “Served by:” with the service that does it.")
      }
    }
  }
}
