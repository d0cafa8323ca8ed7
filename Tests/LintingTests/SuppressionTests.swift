import Diagnostics
import Foundation
import Linting
import PRFAQ
import SourceText
import Testing

@Suite struct SuppressionTests {
  /// Puts a finding of a rule on each `«…»` and says which texts are still reported.
  private func kept(_ marked: String, rule: String = "writing/hype") -> [String] {
    let (text, marks) = Example(whole: marked).parsed
    let document = PRFAQDocument(SourceFile(text, path: "example.md"))
    let findings = marks.map { Finding(rule: rule, severity: .warning, message: "", range: $0, help: "") }
    return Suppressions(document).filter(findings).map { document.source[$0.range] }
  }

  private func unknown(_ text: String) -> [Suppressions.UnknownName] {
    Suppressions(PRFAQDocument(SourceFile(text))).unknownNames
  }

  @Test func keepsEverythingWithoutComments() {
    #expect(kept("«one» and\n\n«two»\n") == ["one", "two"])
  }

  @Test func silencesFromDisableToEnable() {
    let text = """
      «one»

      <!-- prfaq-disable writing/hype -->

      «two»

      <!-- prfaq-enable writing/hype -->

      «three»

      """
    #expect(kept(text) == ["one", "three"])
    #expect(kept(text, rule: "writing/weasel-words") == ["one", "two", "three"])
  }

  @Test func silencesACategoryAndHearsOneRuleOfItAgain() {
    let text = """
      <!-- prfaq-disable writing -->

      «one»

      <!-- prfaq-enable writing/hype -->

      «two»

      """
    #expect(kept(text) == ["two"])
    #expect(kept(text, rule: "writing/weasel-words") == [])
    #expect(kept(text, rule: "customer/metric-missing") == ["one", "two"])
  }

  @Test func silencesAllRulesWhenNoneIsNamed() {
    let text = "<!-- prfaq-disable -->\n\n«one»\n\n<!-- prfaq-enable -->\n\n«two»\n"
    #expect(kept(text, rule: "customer/metric-missing") == ["two"])
  }

  @Test func silencesTheLineOfTheComment() {
    let text = "«one»\n«two» <!-- prfaq-disable-line writing/hype, customer -->\n«three»\n"
    #expect(kept(text) == ["one", "three"])
    #expect(kept(text, rule: "customer/metric-missing") == ["one", "three"])
    #expect(kept(text, rule: "structure/faq-missing") == ["one", "two", "three"])
  }

  @Test func silencesTheNextParagraphAcrossBlankLines() {
    let text = """
      <!-- prfaq-disable-next-line writing/hype -- the name of a film -->


      «one»
      «two»

      «three»

      """
    #expect(kept(text) == ["three"])
  }

  @Test func silencesTheWholeFile() {
    #expect(kept("«one»\n\n<!-- prfaq-disable-file writing/hype -->\n\n«two»\n") == [])
  }

  @Test func aReasonIsNoName() {
    #expect(unknown("<!-- prfaq-disable writing/hype -- because we say so -->\n\ntext\n").isEmpty)
  }

  @Test func namesWhatIsUnknown() throws {
    let text = "<!-- prfaq-disable writing/hipe -->\n\ntext\n"
    let names = unknown(text)
    let only = try #require(names.first)
    #expect(names.count == 1)
    #expect(only.name == "writing/hipe")
    #expect(only.suggestion == "writing/hype")
    #expect(SourceFile(text)[only.range] == "writing/hipe")
    #expect(kept("<!-- prfaq-disable writing/hipe -->\n\n«one»\n") == ["one"])
  }

  @Test func namesAnUnknownCommand() throws {
    let only = try #require(unknown("<!-- prfaq-disable-lines -->\n\ntext\n").first)
    #expect(only.name == "prfaq-disable-lines")
    #expect(only.suggestion == "prfaq-disable-line")
  }

  @Test func leavesOtherCommentsAlone() {
    #expect(unknown("<!-- prfaq: problem -->\n\n<!-- a note -->\n\ntext\n").isEmpty)
  }

  // MARK: Places

  @Test func silencesTheNextBlockInAList() {
    let text = """
      * one

        <!-- prfaq-disable-next-line writing/hype -->

        «two»
        «three»

        «four»
      * «five»

      """
    #expect(kept(text) == ["four", "five"])
  }

  @Test func silencesTheNextBlockInAQuote() {
    let text = """
      > <!-- prfaq-disable-next-line writing/hype -->
      >
      > «one»
      > «two»
      >
      > «three»

      """
    #expect(kept(text) == ["three"])
  }

  @Test func silencesBoldLinesAndWhatStandsInAnswers() {
    let text = """
      ## FAQ

      <!-- prfaq-disable-next-line writing/hype -->
      **Q: «one»?**

      <!-- prfaq-disable-next-line writing/hype -->
      A: «two»

      **Q: «three»?** <!-- prfaq-disable-line writing/hype -->
      A: «four»

      """
    #expect(kept(text) == ["four"])
  }

  @Test func silencesAcrossSeveralComments() {
    let text = """
      <!-- prfaq-disable-next-line writing/weasel-words -->
      <!-- prfaq-disable-next-line writing/hype -->
      <!-- prfaq: problem -->

      «one»

      «two»

      """
    #expect(kept(text) == ["two"])
    #expect(kept(text, rule: "writing/weasel-words") == ["two"])
  }

  @Test func silencesWhatStandsAtTheCommentItself() {
    let text = "«<!-- prfaq-disable-next-line structure/faq-missing -->»\n\n# Plan\n\n«one»\n"
    #expect(kept(text, rule: "structure/faq-missing") == ["one"])
  }

  @Test func silencesTheNextLineOfAParagraph() {
    let text = "one <!-- prfaq-disable-next-line writing/hype -->\n«two»\n«three»\n"
    #expect(kept(text) == ["three"])
  }

  // MARK: Unused

  /// What is reported as unused in a document whose only fault is hype at each `«…»`.
  private func unused(_ body: String, _ change: (inout Linter.Selection) -> Void = { _ in }) -> [String] {
    let text = """
      # PR/FAQ: Plan

      ## Press release

      ### Plan is here

      \(body)

      ## FAQ

      ### Why?

      Because.

      """
    let document = PRFAQDocument(SourceFile(text))
    var selection = Linter.Selection()
    change(&selection)
    return Linter(selection).lint(document, Settings(profile: Profile.all[0]))
      .filter { $0.rule == "document/unused-suppression" }.map { document.source[$0.range] }
  }

  @Test func reportsWhatSilencesNothing() {
    let used = "<!-- prfaq-disable-next-line writing/hype -->\n\nA seamless plan."
    #expect(unused(used) == [])
    #expect(unused("<!-- prfaq-disable-next-line writing/hype -->\n\nA plan.") == ["writing/hype"])
    #expect(
      unused("<!-- prfaq-disable-next-line writing/hype writing/weasel-words -->\n\nA seamless plan.")
        == ["writing/weasel-words"])
    #expect(
      unused("<!-- prfaq-disable-line -->\n\nA plan.") == ["<!-- prfaq-disable-line -->"])
    #expect(unused("<!-- prfaq-disable-file writing/hype -- a film -->\n\nA plan.") == ["writing/hype"])
  }

  @Test func reportsBothEndsOfAnIdleStretch() {
    let idle = "<!-- prfaq-disable writing/hype -->\n\nA plan.\n\n<!-- prfaq-enable writing/hype -->"
    #expect(unused(idle) == ["writing/hype", "writing/hype"])
    #expect(unused(idle.replacingOccurrences(of: "A plan", with: "A seamless plan")) == [])
    #expect(unused("A plan.\n\n<!-- prfaq-enable writing/hype -->") == ["writing/hype"])
  }

  @Test func saysNothingOfRulesThatDidNotRun() {
    let text = "<!-- prfaq-disable-next-line writing/hype, writing -->\n\nA plan."
    #expect(unused(text) == ["<!-- prfaq-disable-next-line writing/hype, writing -->"])
    #expect(
      unused(text) {
        $0.ignore = ["writing/hype"]
        $0.isNarrowed = true
      } == [])
    #expect(unused(text) { $0.select = ["structure"] } == [])
  }
}
