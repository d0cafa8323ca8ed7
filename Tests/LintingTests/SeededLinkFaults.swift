import Diagnostics

extension SeededFault {
  private static func fault(_ rule: String, _ old: String, _ new: String) -> SeededFault {
    SeededFault("trace/" + rule, .warning, ("prfaq.md", old, new))
  }

  private static func error(_ rule: String, _ old: String, _ new: String) -> SeededFault {
    SeededFault("trace/" + rule, .error, ("prfaq.md", old, new))
  }

  /// Faults in the links of the document.
  static let ofLinks: [SeededFault] = [
    error("id-duplicate", "- **M-6: Items", "- **«M-5»: Items").and(
      ("prfaq.md", "- **M-5: Distance", "- **‹M-5›: Distance"),
      ("prfaq.md", "  - Measured by: M-6\n", "  - Measured by: M-5\n")),
    fault("step-without-service", "2. **Stow.**", "2. **«Stow».**").and(
      ("prfaq.md", "   - Served by: Stock Map\n   - Serves: N-1\n", "   - Serves: N-1\n")),
    fault("step-shared", "2. **Stow.**", "2. **«Stow».**").and(
      (
        "prfaq.md", "   - Served by: Stock Map\n   - Serves: N-1\n",
        "   - Served by: Stock Map, Receiving\n   - Serves: N-1\n"
      ),
      (
        "fulfilment/promise.yaml", "owner: promise\n  system: wholebasket\n  providesApis: [stock-map-api",
        "owner: ‹promise›\n  system: wholebasket\n  providesApis: [stock-map-api"
      ),
      (
        "fulfilment/inbound.yaml", "owner: inbound\n  system: wholebasket\n  providesApis: [receiving-api]",
        "owner: ‹inbound›\n  system: wholebasket\n  providesApis: [receiving-api]"
      )),
    error(
      "reference-dangling", "  - Served by: Packing\n  - Accepted", "  - Served by: «Pakcing»\n  - Accepted"),
    error("reference-dangling", "  - Measured by: M-4\n", "  - Measured by: «M-9»\n").and(
      ("prfaq.md", "By M-1 to M-6 below", "By M-1 to M-6, M-4 above all")),
    error("reference-dangling", "before they pay [N-2].", "before they pay [N-2] [«N-12»]."),
    error("reference-dangling", "   - Serves: N-3\n", "   - Serves: «M-3»\n"),
    error(
      "reference-dangling", "  - Measured by: M-6\n  - Served by: Receiving, Stock Map\n",
      "  - Depends on: «N-0»\n  - Measured by: M-6\n  - Served by: Receiving, Stock Map\n"),
    fault("label-unknown", "  - Evidence: 1,100 orders", "  - «Evidnece»: 1,100 orders"),
    fault(
      "need-uncited", "- **N-7: Choose how ripe my fruit is.**", "- **N-7: «Choose how ripe my fruit is».**"
    ).and(
      ("prfaq.md", "No [N-7]. A person", "No. A person"),
      (
        "prfaq.md",
        "  - Not built because: ripeness needs daily sorting by hand, at £0.40 an order, and waits for the result of N-6\n",
        "  - Served by: Receiving\n"
      )),
    fault(
      "claim-without-need", "Every item is\nchecked for days left before it leaves [N-6].",
      "Every item is\nchecked for days left before it leaves [N-6]. «Recipes for the week come with it.»"),
    fault(
      "need-without-service", "- **N-7: Choose how ripe my fruit is.**",
      "- **N-7: «Choose how ripe my fruit is».**"
    ).and(
      (
        "prfaq.md",
        "  - Not built because: ripeness needs daily sorting by hand, at £0.40 an order, and waits for the result of N-6\n",
        ""
      )),
    fault(
      "need-without-acceptance", "- **N-3: Unpack food that is not crushed.**",
      "- **N-3: «Unpack food that is not crushed».**"
    ).and(("prfaq.md", "  - Accepted when: 50 crates driven over the test route hold no bruised item\n", "")),
    fault(
      "need-without-metric", "- **N-2: Learn before I pay what I will not get.**",
      "- **N-2: «Learn before I pay what I will not get».**"
    ).and(
      ("prfaq.md", "  - Measured by: M-2\n", ""),
      ("prfaq.md", "By M-1 to M-6 below", "By M-1 to M-6, M-2 above all")),
    fault(
      "acceptance-untestable", "50 crates driven over the test route hold no bruised item",
      "food arrives in «appropriate» condition"),
    error(
      "dependency-cycle", "  - Priority: must\n  - Customer: online grocery shoppers\n  - Measured by: M-1\n",
      "  - Depends on: «N-6»\n  - Priority: must\n  - Customer: online grocery shoppers\n  - Measured by: M-1\n"
    ).and(
      ("prfaq.md", "  - Measured by: M-6\n", "  - Depends on: ‹N-1›\n  - Measured by: M-6\n")),
    fault("fact-conflict", "launch: 2027-10-05", "launch: «2027-10-12»").and(
      ("prfaq.md", "**Gateshead, England, 5 October 2027**", "**Gateshead, England, ‹5 October 2027›**")),
    fault(
      "fact-conflict", "Delivery costs £4 an order, and groceries",
      "Delivery costs «£5 an order», and groceries"
    ).and(
      ("prfaq.md", "Delivery costs £4 an order, and nothing", "Delivery costs ‹£4 an order›, and nothing")),
    fault(
      "assumption-without-validation", "  - Assumption: pickers prefer a fixed place to walking\n",
      "  - Assumption: «pickers prefer a fixed place to walking»\n"
    ).and(
      ("prfaq.md", "  - Validated by: a vote among the 24 pickers of the trial shift, 31 March 2027\n", "")),
    fault("orphan", "- **M-6: Items delivered", "- **M-6: Items delivered").and(
      (
        "prfaq.md", "- **M-5: Distance walked per picker and shift**",
        "- **M-7: «Crates sold»** rise from 0 to 9 by 30 June 2028.\n- **M-5: Distance walked per picker and shift**"
      )),
    fault(
      "out-of-scope-leak", "- **N-6: Eat what I bought before its date.**",
      "- **N-6: «Eat frozen lines before their date».**"
    ).and(
      ("prfaq.md", "Chilled and frozen lines, delivery", "Chilled and ‹frozen lines›, delivery")),
  ]

  /// The same fault, with more edits.
  func and(_ more: (file: String, old: String, new: String)...) -> SeededFault {
    SeededFault(rule, severity, edits: edits + more)
  }
}
