import SourceText
import TestSupport
import Testing
import Workspace

@testable import Scaffolding

@Suite("Templates")
struct TemplateTests {
  static let schema = AnswerSchema([
    "title": .value(.text), "slug": .value(.slug), "note": .value(.text), "isNew": .flag,
    "team": .value(.team),
    "needs": .list(
      item: "need",
      fields: [
        "id": .value(.word), "title": .value(.text),
        "tests": .list(item: "test", fields: ["name": .value(.text)]),
      ]),
  ])

  static let answers: Answers = {
    var answers = Answers()
    answers.set("title", "Tom & \"Jerry\"")
    answers.set("slug", "basket-promise")
    answers.set("note", "")
    answers.set("isNew", true)
    answers.set("team", "@a/b")
    func need(_ id: String, _ title: String, _ tests: [String]) -> Answers {
      var need = Answers()
      need.set("id", id)
      need.set("title", title)
      need.set(
        "tests",
        tests.map { name in
          var test = Answers()
          test.set("name", name)
          return test
        })
      return need
    }
    answers.set("needs", [need("N-1", "<%title:yaml%>", ["a", "b"]), need("N-2", "${{ x }}", [])])
    return answers
  }()

  private func render(_ text: String) throws -> String {
    let (template, problems) = TemplateParser.parse(
      SourceFile(text, path: "t"), place: .content(path: "t"), schema: Self.schema)
    try #require(problems.isEmpty, "\(problems.map(\.message))")
    var renderer = TemplateRenderer(Self.answers)
    return String(decoding: try renderer.render(template), as: UTF8.self)
  }

  @Test(
    "renders",
    arguments: [
      ("a: <%title:yaml%>\n", "a: \"Tom & \\\"Jerry\\\"\"\n"),
      ("<p title=\"<% title : html %>\">", "<p title=\"Tom &amp; &quot;Jerry&quot;\">"),
      ("a ${{ x }} {{y}} <%% %>\r\nb", "a ${{ x }} {{y}} <% %>\r\nb"),
      ("x\n<%if isNew%>\nnew\n<%else%>\nold\n<%end%>\ny\n", "x\nnew\ny\n"),
      ("x\n  <%if not isNew%>\nnew\n<%else%>\nold\n  <% end %>\ny", "x\nold\ny"),
      ("<%if note%>\nnoted\n<%end%>\n<%if needs%>\nneeds\n<%end%>", "needs\n"),
      // The text of a value is never run again.
      (
        "<%each needs%>\n<%need.number:number%> <%need.id:word%>: <%need.title:json%>\n<%end%>\nend\n",
        "1 N-1: \"<%title:yaml%>\"\n2 N-2: \"${{ x }}\"\nend\n"
      ),
      (
        "<%each needs%>\n<%each need.tests%>\n<%need.id:word%><%test.name:json%>\n<%end%>\n<%if need.last%>\nlast\n<%end%>\n<%end%>",
        "N-1\"a\"\nN-1\"b\"\nlast\n"
      ),
      ("<%each needs%>\n<%if need.first%>\n[\n<%end%>\n<%need.id:upper%>,\n<%end%>\n]", "[\nN_1,\nN_2,\n]"),
      ("* <%team:codeowners%>\n", "* @a/b\n"),
    ])
  func renders(_ template: String, _ expected: String) throws {
    #expect(try render(template) == expected)
  }

  @Test(
    "mistakes, with their place",
    arguments: [
      ("<%titel:yaml%>", "1:3 there is no answer named \"titel\" | Did you mean \"title\"?"),
      ("a\n <%title:yml%>", "2:10 there is no context \"yml\" | Did you mean \"yaml\"?"),
      (
        "é <%title%>",
        "1:3 this insertion names no context | Write <%NAME:CONTEXT%>, such as <%service.title:markdown%>."
      ),
      (
        "<%title:slug%>",
        "1:9 \"title\" is free text, and cannot be written as slug | That context is for a slug as it is: basket-promise. "
          + "Use one that escapes, such as yaml, json, shell or markdown."
      ),
      (
        "<%title:as-is%>",
        "1:9 \"title\" is free text, and cannot be written as as-is | Only constants of the stack (stack.NAME) are written "
          + "as they are."
      ),
      ("<%if titel%>\n<%end%>", "1:6 there is no answer named \"titel\" | Did you mean \"title\"?"),
      ("<%esle%>", "1:3 there is no block \"esle\" | Did you mean \"else\"?"),
      (
        "<%include a b%>",
        "1:3 there is no block \"include\" | Blocks are if, else, each and end; an insertion is <%NAME:CONTEXT%>."
      ),
      (
        "a\n<%if isNew%>\nb",
        "2:1 the block \"if isNew\" is never closed | Write <%end%> on a line of its own where it ends."
      ),
      ("<%end%>", "1:1 there is no block to end | Remove it, or write the <%if%> or <%each%>."),
      ("<%else%>", "1:1 there is no <%if%> for this <%else%> | Remove it, or write the <%if NAME%>."),
      (
        "<%if isNew%>\n<%else%>\n<%else%>\n<%end%>",
        "3:1 there is no <%if%> for this <%else%> | Remove it, or write the <%if NAME%>."
      ),
      ("<%each title%>\n<%end%>", "1:8 \"title\" is no list | Use <%if title%>, or one of: needs."),
      ("a <%if isNew%> b", "1:3 a block stands alone on its line | Move <%if isNew%> to a line of its own."),
      (
        "a <%title:yaml",
        "1:3 this tag is not closed on its line | Write %> after it. For the two characters themselves, write <%% instead."
      ),
      (
        "<%need.id:word%>",
        "1:3 there is no answer named \"need.id\" | It exists only between <%each needs%> and <%end%>."
      ),
      (
        "<%each needs%>\n<%need.titel:json%>\n<%end%>",
        "2:3 a need has no \"titel\" | Did you mean \"need.title\"?"
      ),
      (
        "<%needs:json%>",
        "1:3 \"needs\" is a list, and cannot be written | Write <%each needs%> on a line of its own, and its items inside."
      ),
      (
        "<%isNew:json%>",
        "1:3 \"isNew\" is a yes or no, and cannot be written | Write <%if isNew%> on a line of its own."
      ),
      (
        "a: \"<%title:yaml%>\"",
        "1:5 yaml writes its own quotes, and stands inside quotes here | Use yaml-part, or leave the quotes to it."
      ),
      (
        "a: <%title:yaml-part%>",
        "1:4 yaml-part must stand inside double quotes on the same line | Use yaml, which writes its own quotes, or put quotes around it."
      ),
      (
        "a: \"$<%title:yaml-part%>\"",
        "1:6 what stands beside this insertion could give its text a meaning | Leave $, {, \\ and other insertions at least one character away."
      ),
      (
        "a: \"x <%title:yaml-part%><%title:yaml-part%>\"",
        "1:26 what stands beside this insertion could give its text a meaning | Leave $, {, \\ and other insertions at least one character away."
      ),
      (
        "<%title:comment%>",
        "1:1 this must stand in a comment | Write # and a word before it on the same line."
      ),
      (
        "# <%title:comment%>",
        "1:3 a comment that begins with free text could become an instruction to a tool | Begin it with a word, such as \"# Need: \"."
      ),
    ])
  func mistakes(_ template: String, _ expected: String) {
    let source = SourceFile(template, path: "t")
    let (_, problems) = TemplateParser.parse(source, place: .content(path: "t"), schema: Self.schema)
    let shown = problems.map { problem in
      let place = source.position(at: problem.range.lowerBound)
      return "\(place.line):\(place.column) \(problem.message) | \(problem.help)"
    }
    #expect(shown == [expected])
  }

  @Test(
    "a workflow takes free text as the value of a key only",
    arguments: [
      ("name: <%title:github-yaml%>", true), ("  - name: \"x <%title:github-yaml-part%>\"", true),
      ("  TITLE: <%title:github-yaml%>", true), ("run: <%title:github-yaml%>", false),
      ("  - run: <%title:github-yaml%>", false), ("  echo <%title:github-yaml%>", false),
      ("name: <%title:yaml%>", false), ("run: build <%slug:slug%>", true),
    ])
  func workflow(_ line: String, _ isGood: Bool) {
    let (_, problems) = TemplateParser.parse(
      SourceFile(line), place: .content(path: ".github/workflows/ci.yml"), schema: Self.schema)
    #expect(problems.isEmpty == isGood, "\(problems.map(\.message))")
  }

  @Test("an answer that cannot be written names itself and the place")
  func refused() throws {
    let source = SourceFile("a\n<%each needs%>\nb: <%need.title:github-yaml%>\n<%end%>\n", path: "t")
    let (template, problems) = TemplateParser.parse(source, place: .content(path: "t"), schema: Self.schema)
    #expect(problems.isEmpty)
    var renderer = TemplateRenderer(Self.answers)
    do {
      _ = try renderer.render(template)
      Issue.record("it was written")
    } catch {
      #expect(error.message == "need.title of need 2 holds \"${{\", which GitHub runs wherever it stands")
      #expect(source.position(at: error.range.lowerBound).line == 3)
    }
  }

  @Test("answers are held to their kinds")
  func kinds() {
    var answers = Self.answers
    #expect(Self.schema.mistakes(in: answers) == [])
    answers.set("slug", "../x")
    answers.set("extra", "x")
    answers["note"] = nil
    #expect(
      Self.schema.mistakes(in: answers) == [
        "there is no answer \"extra\"", "note has no value",
        "slug is \"../x\", and must be lower-case letters, digits and single dashes, such as \"basket-promise\"",
      ])
  }

  private static func store(_ files: [String: String]) -> TemplateStore {
    TemplateStore(name: "t", files: files.map { ($0.key, $0.value, $0.key.hasSuffix(".sh")) })
  }

  @Test("a stack is a folder: a second language needs no Swift code")
  func secondLanguage() throws {
    let base = [
      "base/README.md": "# <%title:markdown%>\n\nTest: `<%stack.test:as-is%>`\n",
      "base/check.sh": "<%stack.test:as-is%>\n",
      "base/notes.md": "<%if note%>\n<%note:markdown%>\n<%end%>\n", "base/.keep": "",
      "base/CODEOWNERS": "* <%team:codeowners%>\n",
    ]
    let store = Self.store(
      base.merging([
        "go.yaml":
          "summary: Go\nlayers: [base, go]\nvalues:\n  test: go test ./...\nnext:\n- cd <%slug:slug%> && go test ./...\n",
        "go/<%slug:snake%>/main.go": "package main\n\nconst Title = <%title:c-string%>\n",
        "go/README.md": "# <%title:markdown%> in Go\n",
        "python.yaml": "layers: [base, python]\nsummary: Python\nvalues: {test: pytest}\n",
        "python/<%slug:snake%>/__init__.py": "TITLE = <%title:c-string%>\n",
      ]) { first, _ in first })
    #expect(store.stacks == ["go", "python"])
    let (go, problems) = Stack.load("go", from: store, schema: Self.schema)
    #expect(problems.isEmpty, "\(problems.map(\.message))")
    let output = try #require(go).render(Self.answers)
    #expect(
      output.files.map(\.path) == [".keep", "CODEOWNERS", "README.md", "basket_promise/main.go", "check.sh"])
    #expect(output.next == ["cd basket-promise && go test ./..."])
    let texts = output.files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(
      texts == [
        "", "* @a/b\n", "# Tom \\& \"Jerry\" in Go\n",
        "package main\n\nconst Title = \"Tom & \\\"Jerry\\\"\"\n",
        "go test ./...\n",
      ])
    #expect(output.files.map(\.isExecutable) == [false, false, false, false, true])
    #expect(go?.unusedNames == ["isNew", "needs"])
    let (python, _) = Stack.load("python", from: store, schema: Self.schema)
    let again = try #require(python).render(Self.answers)
    #expect(
      again.files.map(\.path) == [
        ".keep", "CODEOWNERS", "README.md", "basket_promise/__init__.py", "check.sh",
      ])
    #expect(try #require(python).render(Self.answers).files == again.files)
  }

  @Test("mistakes in a stack")
  func brokenStack() {
    let store = Self.store([
      "a.yaml": "summary: x\nlayers: [base, bsae]\nvaluess: 1\nnext: [\"go <%title:json%>\"]\n",
      "base/<%title:json%>.txt": "x", "base/<%slug:slug%>/y": "<%stack.tset:as-is%>",
    ])
    let (stack, problems) = Stack.load("a", from: store, schema: Self.schema)
    #expect(stack == nil)
    #expect(
      Set(problems.map(\.message)) == [
        "a manifest has no \"valuess\"", "there is no layer \"bsae\"", "json cannot be used in a command",
        "in the name of the file: json cannot be used in the name of a file",
        "there is no answer named \"stack.tset\"",
      ])
  }
}
