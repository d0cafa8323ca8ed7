import TestSupport
import Testing

@Suite("prfaq annotate")
struct AnnotateTests {
  private static let text = """
    # Tidebox keeps a houseboat dry while nobody is aboard

    ## Press release

    ### Problem

    Owners have to drive to the harbour after every storm. Boats move for no reason anybody can tell.

    ### Solution

    - **Know at any hour that the bilge is dry.** A float tells it.

    ## FAQ

    **Q: How much does it cost?**

    £80.

    """

  @Test("without --write the difference is shown and nothing is written; the patch gives what --write writes")
  func patch() throws {
    let bench = try Workbench(["plan.md": Self.text])
    let shown = try bench.prfaq("annotate", "plan.md")
    #expect(shown.status == 0)
    #expect(shown.stdout.hasPrefix("--- a/plan.md\n+++ b/plan.md\n@@ "))
    #expect(shown.stderr.contains("2 candidates, 2 accepted"))
    #expect(try bench.folder.read("plan.md") == Self.text)
    try bench.folder.write(shown.stdout, to: "plan.patch")
    let applied = try Command.run("git", ["apply", "plan.patch"], currentFolder: bench.folder.path)
    #expect(applied.status == 0, "\(applied.stderr)")
    let patched = try bench.folder.read("plan.md")
    try bench.folder.write(Self.text, to: "plan.md")
    let written = try bench.prfaq("annotate", "plan.md", "--write")
    #expect(written.stdout == "Wrote 2 needs into plan.md: N-1 and N-2.\n")
    #expect(try bench.folder.read("plan.md") == patched)
    #expect(patched.hasPrefix(Self.text))
  }

  @Test("twice is once, and the outline stays")
  func twice() throws {
    let bench = try Workbench(["plan.md": Self.text])
    let before = try bench.prfaq("outline", "plan.md").stdout
    #expect(try bench.prfaq("annotate", "plan.md", "--write").status == 0)
    let once = try bench.folder.read("plan.md")
    let again = try bench.prfaq("annotate", "plan.md", "--write")
    #expect(again.status == 0)
    #expect(again.stdout.isEmpty)
    #expect(try bench.folder.read("plan.md") == once)
    let after = try bench.prfaq("outline", "plan.md").stdout
    let lines = before.split(separator: "\n").dropFirst(2).map { $0.drop { "├─└│ ".contains($0) } }
    for line in lines { #expect(after.contains(line), "\(line)") }
  }

  @Test("--accept takes a confidence or lines, and says what it does not know")
  func accept() throws {
    let bench = try Workbench(["plan.md": Self.text])
    #expect(
      try bench.prfaq("annotate", "plan.md", "--accept", "high", "--write").stdout.contains("1 need into"))
    #expect(
      try bench.folder.read("plan.md").hasSuffix(
        "- **N-1: Know at any hour that the bilge is dry.** A float tells it.\n"))
    #expect(try bench.prfaq("annotate", "plan.md", "--accept", "7", "--write").status == 0)
    #expect(
      try bench.folder.read("plan.md").contains(
        "- **N-2: No longer have to drive to the harbour after every storm.**"))
    let line = try bench.prfaq("annotate", "plan.md", "--accept", "4")
    #expect(line.status == 2)
    #expect(line.stderr.contains("no candidate begins on line 4"))
    let word = try bench.prfaq("annotate", "plan.md", "--accept", "hgih")
    #expect(word.status == 2)
    #expect(word.stderr.contains("Did you mean \"high\"?"))
  }

  @Test("what is no PR/FAQ, and what is not there, is one clear error")
  func refusals() throws {
    let bench = try Workbench(["notes.md": "# Notes\n\nMilk.\n"])
    let other = try bench.prfaq("annotate", "notes.md", "--write")
    #expect(other.status == 2)
    #expect(other.stderr.contains("notes.md is not recognised as a PR/FAQ"))
    #expect(try bench.prfaq("annotate", "gone.md").status == 2)
    #expect(try bench.folder.read("notes.md") == "# Notes\n\nMilk.\n")
  }
}
