import Foundation
import TestSupport
import Testing

@Suite struct UsageTests {
  @Test func saysItsVersion() throws {
    let result = try Workbench().prfaq("--version")
    #expect(result.stdout == "0.1.0\n")
    #expect(result.status == 0)
  }

  @Test(arguments: [[], ["--help"], ["help"]])
  func showsItsCommands(_ arguments: [String]) throws {
    let bench = try Workbench()
    let result = try Command.run(try Command.prfaq, arguments, currentFolder: bench.folder.path)
    #expect(result.status == 0)
    #expect(result.stderr.isEmpty)
    for command in ["outline", "lint", "rules", "explain", "new", "completions"] {
      #expect(result.stdout.contains("\n  \(command) "))
    }
    #expect(result.stdout.split(separator: "\n").count < 40)
  }

  @Test(arguments: ["outline", "lint", "rules", "explain", "new", "completions"])
  func showsExamplesInTheHelpOfEachCommand(_ command: String) throws {
    let result = try Workbench().prfaq(command, "--help")
    #expect(result.status == 0)
    #expect(result.stdout.contains("Examples:\n"))
    #expect(result.stdout.contains("prfaq \(command)"))
  }

  @Test(arguments: [
    (["lnt"], "Did you mean \"prfaq lint\"?"),
    (["help", "otline"], "Did you mean \"prfaq outline\"?"),
    (["frobnicate"], "The commands are new, lint"),
    (["plan.md"], "write \"prfaq lint plan.md\""),
    (["lint", "--fromat", "json"], "Did you mean '--format'?"),
    (["lint", "--format", "jsn"], "did you mean 'json'?"),
    (["lint", "--format", "xml"], "use one of text, concise, json, sarif, github, gitlab, junit."),
    (["lint", "--fail-on", "errors"], "did you mean 'error'?"),
    (["lint", "--gate", "reveiw"], "did you mean 'review'?"),
    (["lint", "--color", "allways"], "did you mean 'always'?"),
    (["lint", "--profile", "strct"], "Did you mean \"strict\"?"),
    (["lint", "--profile", "mine"], "Use one of standard, strict, calbucci"),
    (["lint", "--select", "strucure"], "Did you mean \"structure\"?"),
    (["lint", "--ignore", "structure,writing/hpye"], "Did you mean \"writing/hype\"?"),
    (["lint", "--ignore", "headline-missing"], "Did you mean \"structure/headline-missing\"?"),
    (["lint", "--ignore", "nonsense"], "\"prfaq rules\" lists them all."),
    (["lint", "--select", ""], "there is no rule or category \"\""),
    (["lint", "--stdin-filename", "a.md"], "add \"-\" to the paths"),
    (["lint", "pland.md"], "Did you mean \"plan.md\"?"),
    (["lint", "--config", "prfaq.yml"], "no such file"),
    (["outline"], "Missing expected argument"),
    (["outline", "pland.md"], "Did you mean \"plan.md\"?"),
    (["outline", "--format", "tex", "plan.md"], "did you mean 'text'?"),
    (["explain", "structure/headline-mising"], "Did you mean \"structure/headline-missing\"?"),
    (["explain", "headline-mising"], "Did you mean \"structure/headline-missing\"?"),
    (["explain"], "Missing expected argument"),
    (["rules", "--format", "jsonn"], "did you mean 'json'?"),
    (["new", "--template", "standart"], "Did you mean \"standard\"?"),
    (["new", "--launch-set", "set", "plan.md"], "leave out FILE"),
    (["completions", "bsh"], "did you mean 'bash'?"),
    (["lint", "-x"], "Unknown option '-x'"),
  ])
  func refusesMistakesWithASuggestion(_ arguments: [String], _ suggestion: String) throws {
    let bench = try Workbench(["plan.md": "# A plan\n"])
    let result = try Command.run(try Command.prfaq, arguments, currentFolder: bench.folder.path)
    #expect(result.status == 2)
    #expect(result.stderr.contains(suggestion), "\(result.stderr)")
    #expect(result.stderr.hasPrefix("error: "))
    #expect(try bench.folder.names() == ["plan.md"])
  }

  @Test(arguments: [("bash", "complete -"), ("zsh", "#compdef prfaq"), ("fish", "complete -c")])
  func printsCompletions(_ shell: String, _ piece: String) throws {
    let result = try Workbench().prfaq("completions", shell)
    #expect(result.status == 0)
    #expect(result.stdout.contains(piece))
    #expect(result.stdout.contains("stdin-filename"))
  }

  @Test func doesNotObeyEscapeSequencesInArguments() throws {
    let result = try Workbench().prfaq("lint", "a\u{1B}[2J.md")
    #expect(result.status == 2)
    #expect(!result.stderr.contains("\u{1B}"))
  }
}
