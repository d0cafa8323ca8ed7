import TestSupport
import Testing

@Suite("prfaq template")
struct TemplateTests {
  @Test("a sound folder is told what it holds")
  func sound() throws {
    let bench = try Workbench([
      "t/go.yaml": "summary: Go\nlayers: [base]\n", "t/base/README.md": "# <%service.title:markdown%>\n",
      "t/spare/a": "a",
    ])
    let result = try bench.prfaq("template", "check", "t")
    #expect(result.status == 0)
    #expect(
      result.stdout.hasPrefix("go: 1 template in base\n  Answers it does not use: acceptances, callers,"))
    #expect(result.stdout.hasSuffix("No stack uses the layer spare.\n"))
  }

  @Test("a mistake is shown with its place")
  func mistake() throws {
    let bench = try Workbench([
      "t/go.yaml": "summary: Go\nlayers: [base]\n",
      "t/base/README.md": "# \u{1B}[31m <%service.titel:markdown%>\n",
    ])
    let result = try bench.prfaq("template", "check", "t")
    #expect(result.status == 1)
    #expect(
      result.stdout == """
        error: there is no answer named "service.titel"
         --> t/base/README.md:1:11
          |
        1 | # ␛[31m <%service.titel:markdown%>
          |           ^^^^^^^^^^^^^
          |
        help: Did you mean "service.title"?

        1 mistake.

        """)
  }

  @Test("the embedded templates are sound")
  func embedded() throws {
    let result = try Workbench().prfaq("template", "check")
    // Until there are stacks in the program, it says so.
    #expect(result.status == 0 || result.stderr.contains("has no stack"), "\(result.stdout)")
  }

  @Test("folders that cannot be read, and mistyped commands")
  func failures() throws {
    let bench = try Workbench(["t/a/b": "x"])
    let empty = try bench.prfaq("template", "check", "t")
    #expect(empty.status == 2)
    #expect(
      empty.stderr
        == "error: t has no stack\nhelp: A stack is a manifest NAME.yaml at the top of the folder.\n")
    #expect(try bench.prfaq("template", "check", "u").status == 2)
    let wrong = try bench.prfaq("template", "chek")
    #expect(wrong.status == 2)
    #expect(
      wrong.stderr
        == "error: there is no command \"template chek\"\nhelp: Did you mean \"prfaq template check\"?\n")
  }

  @Test("the reference names every context")
  func names() throws {
    let result = try Workbench().prfaq("template", "names")
    #expect(result.status == 0)
    #expect(result.stdout.contains("\n  need.title"))
    #expect(result.stdout.contains("\n  cloudformation-sub-part  "))
  }
}
