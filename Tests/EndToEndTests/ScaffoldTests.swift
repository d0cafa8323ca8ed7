import Foundation
import TestSupport
import Testing

@Suite("prfaq scaffold create")
struct ScaffoldTests {
  static let templates = [
    "t/tiny.yaml": "summary: Tiny\nlayers: [base, tiny]\nvalues: {test: sh check.sh}\nnext:\n- sh check.sh\n",
    "t/base/README.md":
      "# <%service.title:markdown%>\n<%each needs%>\n- <%need.id:word%>: <%need.title:markdown%>\n<%end%>\n",
    "t/base/CODEOWNERS": "* <%owner.team:codeowners%>\n",
    "t/tiny/check.sh": "echo <%service.title:shell%>\n",
    "t/tiny/src/<%service.slug:snake%>.txt": "<%stack.test:as-is%>\n",
  ]

  private func bench() throws -> Workbench {
    var files = Self.templates
    files["prfaq.md"] = try Workbench.sample("warehouse")
    let bench = try Workbench(files)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bench.folder.path("t/tiny/check.sh"))
    return bench
  }

  @Test("a service becomes a folder, from a stack that is a folder of templates")
  func create() throws {
    let bench = try bench()
    let arguments = [
      "scaffold", "create", "basket-promise", "--from", "prfaq.md", "--templates", "t", "--stack", "tiny",
    ]
    let dry = try bench.run(arguments + ["--dry-run"])
    #expect(dry.status == 0)
    #expect(try bench.folder.names() == ["prfaq.md", "t"])
    let result = try bench.run(arguments)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(
      result.stdout == """
        Made basket-promise with 4 files for Basket Promise, owned by Storefront.
          needs       N-1, N-2
          operations  POST /v1/baskets/{basketId}/items, GET /v1/baskets/{basketId}
          calls       Stock Map

        Next:
          cd basket-promise
          sh check.sh

        """)
    #expect(
      result.stderr == """
        warning: fewer than two people of Storefront are known, so the on-call rotation is empty; name them with --catalog.
        warning: CODEOWNERS names @example/storefront; give your organisation with --github-org.

        """)
    #expect(
      try bench.folder.read("basket-promise/README.md") == """
        # Basket Promise
        - N-1: Get every item I ordered
        - N-2: Learn before I pay what I will not get

        """)
    #expect(try bench.folder.read("basket-promise/src/basket_promise.txt") == "sh check.sh\n")
    #expect(FileManager.default.isExecutableFile(atPath: bench.folder.path("basket-promise/check.sh")))
    #expect(!FileManager.default.isExecutableFile(atPath: bench.folder.path("basket-promise/CODEOWNERS")))
    // The listing of the dry run is what the real run wrote.
    for name in ["CODEOWNERS", "README.md", "check.sh (may be run)", "src/basket_promise.txt"] {
      #expect(dry.stdout.contains("\n  \(name)\n"))
    }
    // Nothing is overwritten.
    let again = try bench.run(arguments)
    #expect(again.status == 2)
    #expect(
      again.stderr == """
        error: basket-promise: this folder exists and is not empty
        help: Nothing is overwritten. Name a folder that does not exist yet.

        """)
    let other = try bench.run(arguments + ["--into", "other"])
    #expect(other.status == 0)
    for file in ["README.md", "CODEOWNERS", "check.sh", "src/basket_promise.txt"] {
      #expect(try bench.folder.read("other/" + file) == bench.folder.read("basket-promise/" + file))
    }
  }

  @Test("JSON says the same")
  func json() throws {
    let bench = try bench()
    let result = try bench.run([
      "scaffold", "create", "Stock Map", "--from", "prfaq.md", "--templates", "t", "--stack", "tiny",
      "--format", "json",
      "--github-org", "fairbrook", "--into", "made",
    ])
    #expect(result.status == 0)
    struct Output: Decodable {
      struct File: Decodable {
        let path: String
        let bytes: Int
        let executable: Bool
      }
      let formatVersion, service, slug, owner, folder: String
      let dryRun: Bool
      let needs, operations, warnings, next: [String]
      let files: [File]
    }
    let output = try JSONDecoder().decode(Output.self, from: result.output)
    #expect(output.slug == "stock-map")
    #expect(output.needs == ["N-1", "N-6"])
    #expect(output.files.map(\.path) == ["CODEOWNERS", "README.md", "check.sh", "src/stock_map.txt"])
    #expect(output.files[0].bytes == "* @fairbrook/stow\n".utf8.count)
    #expect(try bench.folder.read("made/CODEOWNERS") == "* @fairbrook/stow\n")
  }

  @Test("mistakes are told with what to do, and nothing is written")
  func mistakes() throws {
    let bench = try bench()
    let base = ["scaffold", "create", "--from", "prfaq.md", "--templates", "t"]
    let before = try bench.folder.names()
    let unknown = try bench.run(base + ["Basket Promis", "--stack", "tiny"])
    #expect(unknown.status == 2)
    #expect(
      unknown.stderr
        == "error: prfaq.md names no service \"Basket Promis\"\nhelp: Did you mean \"Basket Promise\"?\n")
    let stack = try bench.run(base + ["Packing", "--stack", "tny"])
    #expect(stack.stderr == "error: t has no stack \"tny\"\nhelp: Did you mean \"tiny\"?\n")
    let organization = try bench.run(base + ["Packing", "--stack", "tiny", "--github-org", "a b"])
    #expect(organization.status == 2)
    let into = try bench.run(base + ["Packing", "--stack", "tiny", "--into", "no/such"])
    #expect(into.status == 2)
    #expect(into.stderr.contains("there is no folder \"no\""))
    let other = try bench.run(["scaffold", "create", "x", "--from", "t/base/README.md"])
    #expect(other.stderr.hasPrefix("error: t/base/README.md is no PR/FAQ\n"))
    #expect(try bench.folder.names() == before)
  }

  @Test("a document's text is text, wherever it goes")
  func hostile() throws {
    var document = try Workbench.sample("warehouse")
    document = document.replacingOccurrences(
      of: "Get every item I ordered.", with: "$(touch /tmp/x) ' \" \\ <%service.slug:slug%> ${{ x }}.")
    document = document.replacingOccurrences(of: "Basket Promise", with: "Basket' && touch evil '")
    var files = Self.templates
    files["prfaq.md"] = document
    files["t/base/.github/workflows/ci.yml"] = "name: <%service.title:github-yaml%>\n"
    let bench = try Workbench(files)
    let result = try bench.run([
      "scaffold", "create", "Basket' && touch evil '", "--from", "prfaq.md", "--templates", "t", "--stack",
      "tiny", "--into", "x",
    ])
    #expect(result.status == 0, "\(result.stderr)")
    let run = try Command.run(
      "bash", [bench.folder.path("x/check.sh")], currentFolder: bench.folder.path("x"))
    #expect(run.stdout == "Basket' && touch evil '\n")
    #expect(!(try bench.folder.names(in: "x")).contains("evil"))
    #expect(try bench.folder.read("x/README.md").contains("\\<%service.slug:slug%\\>"))
    // What GitHub would run is refused before anything is written.
    let bad = try Workbench(
      files.merging([
        "t/base/.github/workflows/ci.yml": "<%each needs%>\nname: <%need.title:github-yaml%>\n<%end%>\n"
      ]) { $1 })
    let refused = try bad.run([
      "scaffold", "create", "Basket' && touch evil '", "--from", "prfaq.md", "--templates", "t", "--stack",
      "tiny", "--into", "x",
    ])
    #expect(refused.status == 2)
    #expect(
      refused.stderr.contains("need.title of need 1 holds \"${{\", which GitHub runs wherever it stands"))
    #expect(refused.stderr.contains("--> t/base/.github/workflows/ci.yml:2:7"))
    #expect(try bad.folder.names() == ["prfaq.md", "t"])
  }
}

extension Workbench {
  /// Runs `prfaq` with arguments that are put together beforehand.
  fileprivate func run(_ arguments: [String]) throws -> Command.Result {
    try Command.run(
      try Command.prfaq, arguments, environment: ["PATH": "/usr/bin:/bin"], currentFolder: folder.path)
  }
}

@Suite("prfaq scaffold verify")
struct ScaffoldVerifyTests {
  @Test("text shows findings with their lines, and a table of nine responsibilities")
  func text() throws {
    let bench = try Workbench([
      "s/CODEOWNERS": "* @fairbrook/storefront\n/ops/ \u{1B}[31m\n", "s/main.go": "package main\n",
      "s/go.mod": "module x\n",
    ])
    let result = try bench.prfaq("scaffold", "verify", "s")
    #expect(result.status == 1)
    #expect(
      result.stdout.contains(
        """
        error[review/not-an-owner]: "␛[31m" is no owner GitHub knows
         --> s/CODEOWNERS:2:1
          |
        2 | /ops/ ␛[31m
          | ^^^^^^^^^^^
          |
        help: Write a team as @ORGANISATION/TEAM, or a person as @NAME.

        """))
    #expect(result.stdout.contains("\n  – 9 on-call rotation                      2 findings; missing\n"))
    #expect(result.stdout.contains("\n  ✗ 2 review by others                      3 findings; CODEOWNERS\n"))
    #expect(result.stdout.hasSuffix("\n19 findings. 7 of nine responsibilities are missing.\n"))
    #expect(!result.stdout.contains("\u{1B}"))
  }

  @Test("JSON")
  func json() throws {
    let bench = try Workbench(["s/CODEOWNERS": "* @fairbrook/storefront\n/ops/\n"])
    let result = try bench.prfaq("scaffold", "verify", "s", "--format", "json")
    #expect(result.status == 1)
    struct Report: Decodable {
      struct Row: Decodable {
        let name, title, state: String
        let number: Int?
        let findings: Int
        let files: [String]
      }
      struct Finding: Decodable {
        let rule, severity, message, help: String
        let path: String?
        let line, column: Int?
      }
      let formatVersion: String
      let service: String?
      let responsibilities: [Row]
      let findings: [Finding]
    }
    let report = try JSONDecoder().decode(Report.self, from: result.output)
    #expect(report.service == nil)
    #expect(report.responsibilities.compactMap(\.number) == Array(1...9))
    #expect(report.responsibilities[1].files == ["CODEOWNERS"])
    let finding = try #require(report.findings.first { $0.rule == "review/rule-without-owner" })
    #expect(finding.path == "s/CODEOWNERS")
    #expect(finding.line == 2)
    #expect(finding.column == 1)
  }

  @Test("what is no folder cannot be checked")
  func noFolder() throws {
    let bench = try Workbench(["a.md": "x"])
    let file = try bench.prfaq("scaffold", "verify", "a.md")
    #expect(file.status == 2)
    #expect(file.stderr.hasPrefix("error: a.md is no folder\n"))
    #expect(try bench.prfaq("scaffold", "verify", "none").status == 2)
  }
}
