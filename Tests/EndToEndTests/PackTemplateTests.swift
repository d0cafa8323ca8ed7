import Foundation
import TestSupport
import Testing

/// Templates of packs, and of folders that a configuration names.
@Suite struct PackTemplateTests {
  private func bench(_ configuration: String = "extends: pack:acme\n") throws -> Workbench {
    try Workbench([
      "packs/acme/pack.yml":
        "version: 1.0.0\ntemplates:\n  documents: templates/documents\n  services: templates/services\n",
      "packs/acme/templates/documents/lab.md": "# PR/FAQ: [Lab]\n",
      "packs/acme/templates/documents/standard.md": "# PR/FAQ: [House]\n",
      "packs/acme/templates/documents/launch-set/user-manual.md": "# The house's manual\n",
      "packs/acme/templates/documents/notes.txt": "none\n",
      "packs/acme/templates/services/plain.yaml": "summary: a file\nlayers: [plain]\n",
      "packs/acme/templates/services/plain/NAME.txt": "<%service.title:markdown%>\n",
      "repo/.prfaq.yml": configuration,
      "repo/plan.md": try Workbench.sample("warehouse"),
    ])
  }

  private func run(_ bench: Workbench, _ arguments: String...) throws -> Command.Result {
    try Command.run(
      try Command.prfaq, arguments,
      environment: ["PATH": "/usr/bin:/bin", "PRFAQ_PACK_PATH": bench.folder.path("packs")],
      currentFolder: bench.folder.path("repo"))
  }

  @Test func areListedAndChosenByName() throws {
    let bench = try bench()
    let packs = bench.folder.path("packs/acme/templates/documents")
    #expect(
      try run(bench, "new", "--list").stdout == """
        standard       \(packs)/standard.md
        internal-tool  a tool for colleagues
        open-source    a project given away with its source
        press-release  a release without FAQ
        lab            \(packs)/lab.md

        """)
    #expect(try run(bench, "new", "a.md", "--template", "lab").status == 0)
    #expect(try bench.folder.read("repo/a.md") == "# PR/FAQ: [Lab]\n")
    #expect(try run(bench, "new", "b.md").status == 0)
    #expect(try bench.folder.read("repo/b.md") == "# PR/FAQ: [House]\n")
    let wrong = try run(bench, "new", "c.md", "--template", "lav")
    #expect(wrong.status == 2)
    #expect(wrong.stderr == "error: there is no template \"lav\"\nhelp: Did you mean \"lab\"?\n")
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path("repo/c.md")))
  }

  @Test func areThoseOfALaunchSet() throws {
    let bench = try bench()
    #expect(try run(bench, "new", "--launch-set", "launch", "--template", "lab").status == 0)
    #expect(try bench.folder.read("repo/launch/prfaq.md") == "# PR/FAQ: [Lab]\n")
    #expect(try bench.folder.read("repo/launch/user-manual.md") == "# The house's manual\n")
    #expect(try bench.folder.read("repo/launch/customer-experience.md").contains("[Product]"))
  }

  @Test func makeServices() throws {
    let bench = try bench()
    let made = try run(bench, "scaffold", "create", "Basket Promise", "--from", "plan.md")
    #expect(made.status == 0, "\(made.stderr)")
    #expect(try bench.folder.names(in: "repo/basket-promise") == ["NAME.txt"])
    #expect(try bench.folder.read("repo/basket-promise/NAME.txt") == "Basket Promise\n")
    #expect(try run(bench, "template", "check").stdout.hasPrefix("plain: 1 template in plain\n"))
    // The project's own folder wins over the pack's, and the command line over both.
    try bench.folder.write("extends: pack:acme\ntemplates: {services: stacks}\n", to: "repo/.prfaq.yml")
    try bench.folder.write("summary: x\nlayers: [a]\n", to: "repo/stacks/own.yaml")
    try bench.folder.write("own\n", to: "repo/stacks/a/OWN.txt")
    #expect(
      try run(bench, "scaffold", "create", "Basket Promise", "--from", "plan.md", "--into", "own").status == 0
    )
    #expect(try bench.folder.names(in: "repo/own") == ["OWN.txt"])
    #expect(
      try run(
        bench, "scaffold", "create", "Basket Promise", "--from", "plan.md", "--into", "third", "--templates",
        "../packs/acme/templates/services"
      ).status == 0)
    #expect(try bench.folder.names(in: "repo/third") == ["NAME.txt"])
    let wrong = try run(
      bench, "scaffold", "create", "Basket Promise", "--from", "plan.md", "--stack", "swift")
    #expect(wrong.status == 2)
    #expect(wrong.stderr.contains("stacks has no stack \"swift\""))
  }

  @Test(arguments: [
    ("templates: {documents: docs/none}\n", ["new", "x.md"], "1:23", "there is no folder \"docs/none\""),
    ("templates: {services: none}\n", ["template", "check"], "1:23", "there is no folder \"none\""),
    ("templates: {services: none}\n", ["config", "check"], "1:23", "there is no folder \"none\""),
    ("templates: {document: docs}\n", ["lint"], "1:13", "Did you mean \"documents\"?"),
    ("templates: docs\n", ["lint"], "1:12", "must hold keys with values"),
    ("templates: {documents: [a, b]}\n", ["lint"], "1:24", "must be one text"),
  ])
  func pointAtMistakes(_ yaml: String, _ command: [String], _ place: String, _ message: String) throws {
    let bench = try bench(yaml)
    let result = try Command.run(
      try Command.prfaq, command, environment: ["PATH": "/usr/bin:/bin"],
      currentFolder: bench.folder.path("repo"))
    #expect(result.status == 2)
    #expect(result.stderr.contains(message), "\(result.stderr)")
    #expect(result.stderr.contains(".prfaq.yml:1:"), "\(result.stderr)")
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path("repo/x.md")))
  }

  /// Templates are full of what is left to fill in.
  @Test func areNotLinted() throws {
    let bench = try Workbench([
      ".prfaq.yml": "templates: {documents: \"house [x]\"}\n",
      "house [x]/lab.md": AdoptionSample.plan, "plan.md": AdoptionSample.plan,
    ])
    #expect(try bench.prfaq("lint", "--format", "concise").stdout.contains("1 PR/FAQ checked"))
    #expect(
      try bench.prfaq("lint", "--format", "concise", "house [x]/lab.md").stdout.contains("house [x]/lab.md:7")
    )
  }
}
