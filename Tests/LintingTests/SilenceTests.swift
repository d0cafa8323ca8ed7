import Diagnostics
import Linting
import PRFAQ
import SourceText
import Testing

@Suite struct SilenceTests {
  @Test(arguments: AllRules.types.map { $0.about.name })
  func isSilentOnTheFaultlessDocument(_ name: String) throws {
    let type = try #require(AllRules.types.first { $0.about.name == name })
    // What is off forbids things that a faultless document may have, such as links.
    guard type.about.severity != nil else { return }
    let example = Example([:])
    let document = PRFAQDocument(SourceFile(example.parsed.text, path: "example.md"))
    let findings = LintProbe.run(type, on: document, example)
    #expect(findings.map { "\($0.message): \(document.source[$0.range])" } == [])
  }

  @Test(arguments: AllRules.types.map { $0.about.name })
  func isSilentOnWhatIsNoPRFAQ(_ name: String) throws {
    guard !name.hasPrefix("document/") else { return }
    let type = try #require(AllRules.types.first { $0.about.name == name })
    let text = """
      # Shopping list

      We need an app. It is revolutionary and a lot of fun, coming soon on 05/07/2027.

      - milk
      - bread
      """
    let document = PRFAQDocument(SourceFile(text))
    #expect(LintProbe.run(type, on: document, Example(whole: text)).map(\.message) == [])
  }

  @Test func everyRuleExplainsItself() {
    for about in AllRules.abouts {
      let sentences = about.why.split(separator: " ").filter { $0.hasSuffix(".") || $0.hasSuffix("?") }.count
      #expect((1...6).contains(sentences), "\(about.name)")
      #expect(!about.summary.isEmpty && !about.source.isEmpty, "\(about.name)")
      #expect(about.severity != .error || about.nature != .wording, "\(about.name)")
    }
    #expect(AllRules.names == AllRules.names.sorted())
    #expect(Set(AllRules.names).count == AllRules.names.count)
  }
}
