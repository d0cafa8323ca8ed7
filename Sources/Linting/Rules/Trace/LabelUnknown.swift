import Diagnostics
import PRFAQ
import SourceText

/// A mistyped label.
struct LabelUnknown: Rule {
  static let about = About(
    name: "trace/label-unknown",
    summary: "A label that is nearly a known one is the known one.",
    why: """
      “Sevred by: Billing API” reads well enough, but to a program it is prose: the need has no service, and nobody is \
      told. Labels of your own are fine, as long as they are not one slip away from a known one.
      """,
    source: "research: typos that silently become additions, github.com/Fission-AI/OpenSpec/issues/1918",
    severity: .warning, nature: .declared,
    examples: [
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - «Sevred by»: Billing API
          - «Accepted wen»: the amount is on the first screen within 2 seconds
        """),
      Example(
        .needs,
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** One in six paid a late fee.
          - Served by: Billing API
          - Stories: RW-12, RW-15
        """, note: "a label of your own"),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    for item in document.declared {
      for line in item.labels where line.key == nil {
        let written = document.source[line.label]
        guard let near = Spelling.nearest(to: written.lowercased(), in: names(item.kind)) else { continue }
        let label = near.prefix(1).uppercased() + near.dropFirst()
        report.add(
          "\(document.cited(line.label)) is no label", at: line.label, help: "Did you mean “\(label):”?",
          // A label of somebody's own may be one slip away from a known one.
          fix: Fix(range: line.label, replacement: label, isSafe: false))
      }
    }
  }

  /// The labels an item of a kind may have: what is near one of another kind is a word like others.
  private func names(_ kind: DeclaredItem.Kind) -> [String] {
    let labels: [Label] =
      switch kind {
      case .need:
        [
          .priority, .customer, .measuredBy, .servedBy, .acceptedWhen, .dependsOn, .evidence, .assumption,
          .validatedBy,
          .estimate, .status, .formerly, .notBuiltBecause,
        ]
      case .metric: [.baseline, .target, .ownedBy, .formerly]
      case .service:
        [.ownedBy, .api, .calls, .stores, .emits, .dependsOn, .alsoKnownAs, .status, .formerly]
      case .team: [.alsoKnownAs, .formerly, .members, .manager, .productOwner, .scrumMaster, .onCall]
      case .step: [.servedBy, .serves]
      case .assumption: [.validatedBy, .evidence]
      }
    return labels.map(\.rawValue)
  }
}
