import TestSupport
import Testing

/// Every command reads a document as the configuration nearest to it says, wherever it is called.
@Suite struct OwnConfigurationTests {
  private static let plan = """
    ---
    document: prfaq
    product: Slack
    ---
    # Pilots get the table of tides before they sail

    **Rotterdam, 5 October 2027** — Tidewater today launched Slack, which tells pilots when to sail.

    ## What the harbour gains

    - **See the tide on the quay** at a glance.
    - **Find a berth before dawn** without a call.

    ## FAQ

    **Q: What does it cost?**

    It costs 4.

    """

  private static let aliases = "aliases:\n  solution: [What the harbour gains]\n"

  @Test func annotateTakesTheDocumentsOwn() throws {
    let bench = try Workbench(["plans/a.md": Self.plan])
    #expect(
      try bench.prfaq("annotate", "plans/a.md").stderr.hasPrefix("plans/a.md: 1 candidate, 0 accepted\n"))
    try bench.folder.write(Self.aliases, to: "plans/prfaq.yaml")
    #expect(
      try bench.prfaq("annotate", "plans/a.md").stderr.hasPrefix("plans/a.md: 2 candidates, 2 accepted\n"))
  }

  @Test func backlogTakesTheDocumentsOwn() throws {
    let bench = try Workbench(["plans/a.md": Self.plan, "other/b.md": Self.plan])
    try bench.folder.write(Self.aliases, to: "plans/prfaq.yaml")
    let rows = try bench.prfaq("backlog", "export", ".", "--format", "csv").stdout.split(separator: "\r\n")
    #expect(rows.contains { $0.hasPrefix("\"a/see-the-tide-on-the-quay\"") })
    #expect(rows.contains { $0.hasPrefix("\"a/find-a-berth-before-dawn\"") })
    // The other folder has no such configuration.
    #expect(!rows.contains { $0.hasPrefix("\"b/") })
  }

  @Test(arguments: [["impact", "plans/a.md", "plans/a.md"], ["impact", "plans", "plans"]])
  func impactTakesTheDocumentsOwn(_ arguments: [String]) throws {
    let bench = try Workbench(["plans/a.md": Self.plan, "plans/prfaq.yaml": "aliases:\n  solutoin: [X]\n"])
    let result = try Command.run(
      try Command.prfaq, arguments, environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
    #expect(result.status == 2)
    #expect(result.stderr.contains("plans/prfaq.yaml:2:3"))
    #expect(result.stderr.contains("Did you mean \"solution\"?"))
  }
}
