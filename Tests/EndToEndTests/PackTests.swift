import Foundation
import TestSupport
import Testing

@Suite struct PackTests {
  private static let pack = """
    version: 1.2.0
    ignore: [structure/placeholder-left]
    limits: {release-words: 400}
    custom:
      no-seamless:
        phrases: [seamless]

    """

  private func bench(_ configuration: String) throws -> Workbench {
    try Workbench([
      "packs/acme/pack.yml": Self.pack, "repo/.prfaq.yml": configuration, "repo/plan.md": AdoptionSample.plan,
    ])
  }

  private func lint(_ bench: Workbench, _ arguments: String..., variable: String? = nil) throws
    -> Command.Result
  {
    var environment = ["PATH": "/usr/bin:/bin"]
    if let variable { environment["PRFAQ_PACK_PATH"] = variable }
    return try Command.run(
      try Command.prfaq, ["lint", "--format", "concise"] + arguments, environment: environment,
      currentFolder: bench.folder.path("repo"))
  }

  @Test func isFoundByOptionAndByVariable() throws {
    let bench = try bench("extends: pack:acme\n")
    for result in [
      try lint(bench, "--pack-path", "../packs"),
      try lint(bench, variable: "/nowhere:\(bench.folder.path("packs"))"),
    ] {
      #expect(result.status == 0, "\(result.stderr)")
      #expect(result.stdout.contains("plan.md:11:16: warning custom/no-seamless "))
      #expect(!result.stdout.contains("placeholder-left"))
    }
  }

  @Test func isOverruledByTheProject() throws {
    let bench = try bench(
      "extends: [pack:acme@1.2]\nseverity: {structure/placeholder-left: error, custom/no-seamless: off}\n")
    let result = try lint(bench, "--pack-path", "../packs")
    #expect(result.status == 1)
    #expect(result.stdout.contains("error structure/placeholder-left"))
    #expect(!result.stdout.contains("custom/"))
  }

  @Test(arguments: [
    ("extends: pack:acne\n", "there is no pack \"acne\"", "Did you mean \"pack:acme\"? Looked in ../packs, "),
    ("extends: pack:acme@2\n", "has version 1.2.0, not 2", "Install the version asked for"),
    ("extends: pack:acme@1.20\n", "has version 1.2.0, not 1.20", "Install the version asked for"),
  ])
  func saysWhatIsWrong(_ yaml: String, _ message: String, _ help: String) throws {
    let result = try lint(try bench(yaml), "--pack-path", "../packs")
    #expect(result.status == 2)
    #expect(result.stdout.isEmpty)
    #expect(result.stderr.contains(message))
    #expect(result.stderr.contains(help))
    #expect(result.stderr.contains(" --> .prfaq.yml:1:10\n"))
  }

  @Test func needsAVersion() throws {
    let bench = try bench("extends: pack:acme\n")
    try bench.folder.write("ignore: [writing]\n", to: "packs/acme/pack.yml")
    let result = try lint(bench, "--pack-path", "../packs")
    #expect(result.status == 2)
    #expect(result.stderr.contains("the pack has no version"))
    #expect(result.stderr.contains("../packs/acme/pack.yml:1:1"))
  }

  @Test func refusesACircle() throws {
    let bench = try Workbench([
      ".prfaq.yml": "extends: shared/a.yml\n", "shared/a.yml": "extends: b.yml\n",
      "shared/b.yml": "extends: a.yml\n",
      "plan.md": AdoptionSample.plan,
    ])
    let result = try bench.prfaq("lint")
    #expect(result.status == 2)
    #expect(result.stderr.contains("\"a.yml\" leads back to this file"))
    #expect(result.stderr.contains("shared/b.yml:1:10"))
    #expect(result.stderr.contains(".prfaq.yml -> shared/a.yml -> shared/b.yml -> shared/a.yml"))
  }

  @Test func readsWhatTwoFilesShareOnce() throws {
    let bench = try Workbench([
      ".prfaq.yml": "extends: [a.yml, b.yml]\n", "a.yml": "extends: base.yml\njargon: [tide]\n",
      "b.yml": "extends: base.yml\n", "base.yml": "jargon: [moon]\n", "plan.md": AdoptionSample.plan,
    ])
    let shown = try bench.prfaq("config", "show", "plan.md").stdout
    #expect(shown.contains("  jargon  moon  base.yml:1\n  jargon  tide  a.yml:2\n"))
    #expect(shown.components(separatedBy: "moon").count == 2)
  }
}
