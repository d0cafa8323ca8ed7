import Organization
import SourceText
import Testing

@Suite("Problems of a catalogue")
struct ProblemTests {
  static let head = "apiVersion: backstage.io/v1alpha1\n"

  /// Message, marked text and help of each problem.
  func problems(_ text: String) -> [String] {
    let source = SourceFile(text, path: "c.yaml")
    return Organization([source]).problems.map {
      "\($0.place.line): \($0.message) [\(source[$0.place.range])] \($0.help)"
    }
  }

  @Test(
    "Each mistake is told once, at its place",
    arguments: [
      (
        "kind: Componnent\nmetadata: {name: a}",
        #"2: unknown kind "Componnent" [Componnent] Did you mean "Component"?"#
      ),
      ("kind: Team\nmetadata: {name: a}", #"2: unknown kind "Team" [Team] Did you mean "Group"?"#),
      (
        "kind: Zebra\nmetadata: {name: a}",
        #"2: unknown kind "Zebra" [Zebra] "#
          + "Use one of Group, User, System, Component, API, Resource, Domain, Location, Template."
      ),
      (
        "metadata: {name: a}",
        #"1: this entity has no kind [apiVersion] Add "kind:" with Group, User, System, Component, API or Resource."#
      ),
      (
        "kind: Group",
        #"1: this Group has no metadata [apiVersion] "#
          + #"Add "metadata:", and below it "name:" with a name of its own."#
      ),
      (
        "kind: Group\nmetadata: {title: A}",
        #"3: this Group has no name [metadata] Add "name:" below "metadata:", such as "name: stock-map"."#
      ),
      (
        "kind: Group\nmetadata: {name: [a]}",
        #"3: "metadata.name" must be one text [[a]] Check the value and its indentation."#
      ),
      (
        "kind: Group\nmetadata: {name: Stock Map}",
        #"3: "Stock Map" cannot be a name [Stock Map] A name is 1 to 63 letters and digits with "-", "_" or "." "#
          + #"between them: write "stock-map", and put this text into "title:"."#
      ),
      (
        "kind: Component\nmetadata: {name: a}\nspec: {owner: x}",
        #"3: the Component "a" has no spec.type [a] Add "type: service", or what it is, below "spec:"."#
      ),
      (
        "kind: Group\nmetadata: {name: a}\nspec: [type]",
        #"4: "spec" must hold keys with values [[type]] Check the value and its indentation."#
      ),
      (
        "kind: Component\nmetadata: {name: a}\nspec: {type: service, providesApis: stock-api}",
        #"4: "spec.providesApis" must be a list [stock-api] Write "providesApis: [stock-api]"."#
      ),
      (
        "kind: Component\nmetadata: {name: a}\nspec: {type: service, providesApis: [{}]}",
        #"4: an item of "spec.providesApis" is no text [{}] Write one name per item."#
      ),
      (
        "kind: Component\nmetadata: {name: a}\nspec: {type: service, onwer: stow}",
        #"4: the spec of a Component has no key "onwer" [onwer] Did you mean "owner"?"#
      ),
      (
        "kind: Group\nmetadata: {name: a, annotations: {prfaq/mangaer: ann}}",
        #"3: there is no annotation "prfaq/mangaer" [prfaq/mangaer] Did you mean "prfaq/manager"?"#
      ),
      (
        "kind: Group\nmetadata: {name: a, annotations: {prfaq/catalog-complete: no}}",
        #"3: "prfaq/catalog-complete" must be true or false [no] "#
          + #"Write "false" when these files cover only a part of the organisation."#
      ),
    ])
  func mistakes(text: String, problem: String) {
    #expect(problems(ProblemTests.head + text + "\n") == [problem])
  }

  @Test("An apiVersion that is nearly right, and none")
  func versions() {
    #expect(
      problems("apiVersion: backstage.oi/v1alpha1\nkind: Group\nmetadata: {name: a}\n") == [
        #"1: unknown apiVersion "backstage.oi/v1alpha1" [backstage.oi/v1alpha1] Did you mean "backstage.io/v1alpha1"?"#
      ])
    #expect(
      problems("kind: Group\nmetadata: {name: a}\n") == [
        #"1: this entity has no apiVersion [kind] Add "apiVersion: backstage.io/v1alpha1" above its kind."#
      ])
    #expect(
      problems("- a\n- b\n") == [
        "1: an entity must hold keys with values [- a\n- b] "
          + #"Start it with "apiVersion: backstage.io/v1alpha1" and "kind: Component"."#
      ])
  }

  @Test("Two entities of one name: both places are named, across files and whatever the case")
  func duplicates() throws {
    let text = ProblemTests.head + "kind: Group\nmetadata: {name: stow}\n"
    let other = ProblemTests.head + "kind: Group\nmetadata:\n  name: Stow\n"
    let organization = Organization([SourceFile(text, path: "a.yaml"), SourceFile(other, path: "b.yaml")])
    let problem = try #require(organization.problems.first)
    #expect(organization.problems.count == 1)
    #expect(problem.message == #"there are two entities of kind Group called "Stow""#)
    #expect(problem.place.path == "b.yaml")
    #expect(problem.place.line == 4)
    #expect(problem.related?.path == "a.yaml")
    #expect(problem.related?.line == 3)
    #expect(organization.teams.map(\.head.name.value) == ["stow"])
  }

  @Test("A broken document does not take the others with it")
  func broken() {
    let text = """
      # teams
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: a}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: b
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: c}
      spec: {tpye: team}
      """
    let organization = Organization([SourceFile(text, path: "c.yaml")])
    #expect(organization.teams.map(\.head.name.value) == ["a", "c"])
    #expect(organization.problems.map(\.place.line) == [9, 14])
  }

  @Test("A mistake inside a definition is told where it stands")
  func definition() {
    let text = """
      apiVersion: backstage.io/v1alpha1
      kind: API
      metadata: {name: stock-api}
      spec:
        type: openapi
        definition: |
          openapi: 3.0.3
          paths:
            /v1/holds: [
      """
    #expect(
      problems(text) == [
        #"9: the definition of the API "stock-api" cannot be read: the list that starts with "[" here is not closed [[] "#
          + #"Close it with "]" and put commas between its items."#
      ])
  }

  @Test("An alias bomb is refused")
  func aliasBomb() {
    var text = ProblemTests.head + "kind: Group\nmetadata: {name: a}\nspec:\n  a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "  a\(level): &a\(level) [\(aliases)]\n"
    }
    let organization = Organization([SourceFile(text, path: "c.yaml")])
    #expect(organization.problems.count == 1)
    #expect(organization.problems.first?.message.hasPrefix("more than 100000 values") == true)
  }

  @Test("A file that is not text")
  func invalidText() {
    let organization = Organization([SourceFile(Array("kind: ".utf8) + [0xFF], path: "c.yaml")])
    #expect(organization.problems.map(\.message) == ["this is not valid UTF-8 text"])
  }

  @Test("One line of many megabytes is read in a second or so", .timeLimit(.minutes(1)))
  func longLine() {
    let members = (0..<200_000).map { "p\($0)é" }.joined(separator: ",")
    let text =
      "{apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: a}, spec: {members: [\(members)]}}"
    let organization = Organization([SourceFile(text, path: "c.yaml")])
    #expect(organization.problems == [])
    #expect(organization.teams.first?.members.count == 200_000)
    // "p0é," to "p9é," take 4 columns each, and so on; the first name begins in column 88.
    let last = organization.teams.first?.members.first { $0.value == "p10é" }
    #expect(last?.place.start.column == 88 + 10 * 4)
  }
}
