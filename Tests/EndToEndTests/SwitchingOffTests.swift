import Foundation
import TestSupport
import Testing

/// A rule switched off by path, by section, by comment and by profile is off.
@Suite struct SwitchingOffTests {
  /// The places of a rule's findings, as `path:line`.
  private func places(_ rule: String, in bench: Workbench, _ arguments: String...) throws -> [String] {
    var arguments = ["lint", "--format", "json"] + arguments
    if arguments.count == 2 { arguments.append(".") }
    let result = try Command.run(
      try Command.prfaq, arguments, environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
    return try LintOutput(result).findings.filter { $0.rule == rule }.map { "\($0.path):\($0.line)" }
  }

  private let hype = "writing/hype"

  @Test func isOnOtherwise() throws {
    let bench = try Workbench(["plan.md": AdoptionSample.plan])
    #expect(try places(hype, in: bench) == ["plan.md:11", "plan.md:23"])
  }

  @Test func byPath() throws {
    let bench = try Workbench([
      ".prfaq.yml": "overrides:\n  - paths: [archive/**]\n    ignore: [\(hype)]\n",
      "plan.md": AdoptionSample.plan, "archive/2024/old.md": AdoptionSample.plan,
    ])
    #expect(try places(hype, in: bench) == ["plan.md:11", "plan.md:23"])
    #expect(try places(hype, in: bench, "archive/2024/old.md") == [])
  }

  @Test(arguments: ["internal-faq", "Internal FAQ", "internal faq"])
  func bySection(_ name: String) throws {
    let bench = try Workbench([
      ".prfaq.yml": "sections:\n  - section: \(name)\n    ignore: [\(hype)]\n",
      "plan.md": AdoptionSample.plan,
    ])
    #expect(try places(hype, in: bench) == ["plan.md:11"])
  }

  @Test func bySectionOfSomePaths() throws {
    let bench = try Workbench([
      ".prfaq.yml": """
      overrides:
        - paths: [a.md]
          sections:
            - section: solution
              severity: {writing: off}

      """,
      "a.md": AdoptionSample.plan, "b.md": AdoptionSample.plan,
    ])
    #expect(try places(hype, in: bench) == ["a.md:23", "b.md:11", "b.md:23"])
  }

  @Test func onInOneSectionOnly() throws {
    let bench = try Workbench([
      ".prfaq.yml": """
      ignore: [writing]
      sections:
        - section: internal-faq
          severity: {\(hype): error}

      """,
      "plan.md": AdoptionSample.plan,
    ])
    #expect(try places(hype, in: bench) == ["plan.md:23"])
    #expect(try places(hype, in: bench, "--ignore", "writing/hype") == [])
    #expect(try places(hype, in: bench, "--select", "structure") == [])
    let severity = try Workbench([
      ".prfaq.yml": """
      severity: {\(hype): off}
      sections:
        - section: internal-faq
          severity: {\(hype): error}

      """,
      "plan.md": AdoptionSample.plan,
    ])
    let findings = try LintOutput(severity.prfaq("lint", "--format", "json")).findings.filter {
      $0.rule == hype
    }
    #expect(findings.map(\.line) == [23])
    #expect(findings.map(\.severity) == ["error"])
  }

  @Test func byComment() throws {
    let bench = try Workbench([
      "plan.md": AdoptionSample.plan.replacingOccurrences(
        of: "Tidewatch is a seamless",
        with: "<!-- prfaq-disable-next-line \(hype) -->\n\nTidewatch is a seamless")
    ])
    #expect(try places(hype, in: bench) == ["plan.md:25"])
  }

  @Test func byProfile() throws {
    let rule = "structure/faq-missing"
    let release = AdoptionSample.plan.components(separatedBy: "## External").first ?? ""
    let bench = try Workbench([
      "plan.md": "---\nprofile: standard\n---\n\n" + release,
      "release.md": "---\nprofile: press-release\n---\n\n" + release,
    ])
    #expect(try places(rule, in: bench) == ["plan.md:1"])
    let configured = try Workbench([
      ".prfaq.yml": "overrides:\n  - {paths: [a.md], profile: press-release}\n",
      "a.md": AdoptionSample.plan, "b.md": AdoptionSample.plan,
    ])
    #expect(try places("structure/scope-missing", in: configured) == ["b.md:19"])
  }

  @Test func byProductName() throws {
    let bench = try Workbench([".prfaq.yml": "products: [Seamless Table]\n", "plan.md": AdoptionSample.plan])
    #expect(try places(hype, in: bench) == ["plan.md:11", "plan.md:23"])
    try bench.folder.write(
      AdoptionSample.plan.replacingOccurrences(of: "a seamless table", with: "the Seamless Table"),
      to: "plan.md")
    #expect(try places(hype, in: bench) == ["plan.md:23"])
  }

  @Test func anAcronymByVocabulary() throws {
    let rule = "writing/undefined-acronym"
    let plan = AdoptionSample.plan.replacingOccurrences(
      of: "table of tides", with: "table for the HMO and the RNLI")
    let bench = try Workbench([
      ".prfaq.yml": "acronyms: [RNLI]\nseverity:\n  \(rule): warning\n", "plan.md": plan,
    ])
    let result = try bench.prfaq("lint", "--format", "concise", "--select", rule)
    #expect(result.stdout.contains("“HMO”"))
    #expect(!result.stdout.contains("“RNLI”"))
  }
}
