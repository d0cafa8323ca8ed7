import Foundation
import TestSupport
import Testing

@Suite struct TraceTests {
  private static let samples = Workbench.package.appendingPathComponent("Samples").path
  private static let warehouse = ["trace", "warehouse", "--catalog", "organization"]

  private func trace(_ more: String...) throws -> Command.Result {
    try Command.run(try Command.prfaq, Self.warehouse + more, currentFolder: Self.samples)
  }

  /// A document whose every text is hostile to some format.
  private static let hostile = """
    ---
    document: prfaq
    key: EVIL
    ---

    # Brightkey launches Rentwise

    **The solution.** Renters see what they owe [N-1].

    ## External FAQ

    **Q: What does it cost?**

    Nothing.

    ## What customers need

    - **N-1: =HYPERLINK("x") "]) --> | `code` \\ <img src=x onerror=alert(1)> & #quot; ${x} %%{init}%%.** A fee.
      - Served by: "]; rm -rf / -- \\N \u{1B}[31m
    - **N-2: end subgraph click A href "javascript:x".** Two.
    """

  @Test func coversTheSampleWholly() throws {
    let result = try trace()
    #expect(result.status == 0)
    #expect(result.stdout.components(separatedBy: " 100 %").count == 8)
    #expect(!result.stdout.contains("Missing"))
    #expect(result.stdout.contains("6 of 7, 1 justified"))
  }

  @Test func failsUnderAShare() throws {
    #expect(try trace("--fail-under", "need-service=100").status == 0)
    let bench = try Workbench([
      "prfaq.md": try Workbench.sample("warehouse").replacingOccurrences(
        of: "  - Served by: Packing\n", with: "")
    ])
    let result = try bench.prfaq(
      "trace", "prfaq.md", "--fail-under", "need-service=90", "--fail-under", "need-claim=90")
    #expect(result.status == 1)
    #expect(
      result.stderr == "need-service is 85.7 %, less than the 90 % asked for: 1 of 7 missing\n")
    #expect(result.stdout.contains("prfaq.md:195:10  N-3 Unpack food that is not crushed"))
    #expect(try bench.prfaq("trace", "prfaq.md", "--fail-under", "need-service=85").status == 0)
  }

  @Test func suggestsNames() throws {
    for (option, word, near) in [
      ("--service", "Stok Map", "Stock Map"), ("--team", "promse", "Promise"),
      ("--need", "Open the door once in the hour I chos", "Open the door once, in the hour I chose"),
    ] {
      let result = try trace(option, word)
      #expect(result.status == 2)
      #expect(result.stdout.isEmpty)
      #expect(result.stderr.contains("Did you mean \"\(near)\"?"), "\(result.stderr)")
    }
    #expect(try trace("--need", "N-9").stderr.contains("The needs are N-1, N-2, N-3, N-4, N-5, N-6, N-7."))
    #expect(try trace("--move", "Stock Map=Counting").stderr.contains("\"+Counting\""))
    #expect(try trace("--format", "jsno").status == 2)
  }

  @Test func answersInBothDirections() throws {
    let need = try trace("--need", "WHOLE/N-1").stdout
    #expect(need.contains("  served by       Basket Promise  (Promise)\n"))
    let service = try trace("--service", "stock-map").stdout
    #expect(service.contains("  serves          N-1 Get every item I ordered\n"))
    #expect(service.contains("  used by         Basket Promise  (Promise)\n"))
    let team = try trace("--team", "Promise").stdout
    #expect(team.contains("  owns            Basket Promise\n                  Stock Map\n"))
  }

  @Test func tellsWhatAMoveDoes() throws {
    let result = try trace("--move", "Stock Map=Inbound")
    #expect(result.status == 0)
    #expect(result.stdout.contains("Stock Map: Promise → Inbound"))
    #expect(result.stdout.contains("most teams a need     2 → 3"))
    #expect(try trace("--move", "Stock Map").status == 2)
  }

  @Test func writesJSONThatItsSchemaAllows() throws {
    let bench = try Workbench(["evil.md": Self.hostile])
    try bench.folder.write(try trace("--schema").stdout, to: "schema.json")
    let files = [
      "all.json": try trace("--format", "json"),
      "need.json": try trace("--format", "json", "--need", "N-1"),
      "service.json": try trace("--format", "json", "--service", "Stock Map"),
      "team.json": try trace("--format", "json", "--team", "Promise"),
      "evil.json": try bench.prfaq("trace", "evil.md", "--format", "json"),
    ]
    for (name, result) in files {
      #expect(result.status == 0)
      try bench.folder.write(result.stdout, to: name)
      let check = try PythonTool.run(
        "check_schema.py", bench.folder.path("schema.json"), bench.folder.path(name))
      if check.status == 3 { return print("note: jsonschema is not installed; run \"make tools\"") }
      #expect(check.status == 0, "\(name): \(check.stdout)\(check.stderr)")
    }
    // The schema refuses what is not so.
    let broken = files["all.json"]?.stdout.replacingOccurrences(of: "\"covered\"", with: "\"coverd\"") ?? ""
    try bench.folder.write(broken, to: "broken.json")
    let refused = try PythonTool.run(
      "check_schema.py", bench.folder.path("schema.json"), bench.folder.path("broken.json"))
    #expect(refused.status == 1)
  }

  @Test func drawsWhatGraphvizReads() throws {
    let bench = try Workbench(["evil.md": Self.hostile])
    for result in [try trace("--format", "dot"), try bench.prfaq("trace", "evil.md", "--format", "dot")] {
      #expect(result.status == 0)
      try bench.folder.write(result.stdout, to: "graph.dot")
      guard let drawn = try? Command.run("dot", ["-Tplain", bench.folder.path("graph.dot")]) else {
        return print("note: graphviz is not installed; \"make test\" installs it")
      }
      #expect(drawn.status == 0, "\(drawn.stderr)")
      #expect(drawn.stderr.isEmpty, "\(drawn.stderr)")
      let nodes = result.stdout.components(separatedBy: "[label=").count - 1
      #expect(drawn.stdout.components(separatedBy: "\nnode ").count - 1 >= 3)
      #expect(nodes >= 3)
    }
  }

  @Test func keepsHostileTextInItsPlace() throws {
    let bench = try Workbench(["evil.md": Self.hostile])
    for format in ["text", "csv", "markdown", "mermaid", "dot"] {
      let result = try bench.prfaq("trace", "evil.md", "--format", format)
      #expect(result.status == 0)
      #expect(!result.stdout.contains("\u{1B}"), "\(format)")
    }
    let csv = try bench.prfaq("trace", "evil.md", "--format", "csv").stdout
    #expect(csv.contains(",\"'=HYPERLINK(\"\"x\"\")"))
    let mermaid = try bench.prfaq("trace", "evil.md", "--format", "mermaid").stdout
    for line in mermaid.split(separator: "\n") where line.contains(":::need") {
      #expect(line.filter { $0 == "\"" }.count == 2, "\(line)")
      #expect(!line.contains("<") && !line.contains("`") && !line.contains("%%{"), "\(line)")
    }
    #expect(!(try bench.prfaq("trace", "evil.md", "--format", "markdown")).stdout.contains("<img"))
  }
}
