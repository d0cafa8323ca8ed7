import PRFAQ
import Testing

/// Every way of marking up questions that authors use, with the place of question and answer.
@Suite struct QuestionStyleTests {
  /// Two questions in each style, below an FAQ heading that stands on line 7.
  private func read(_ body: String) -> [String] {
    Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\nTideboard opens for pilots today.\n\n## FAQ\n\n" + body
        + "\n"
    )
    .questions
  }

  @Test func boldWithPrefix() {
    #expect(
      read("**Q: What does it cost?**\n\nForty pounds.\n\n**Q2. Does it work at night?**\n\nIt does.") == [
        "u 9:6 \"What does it cost?\" -> 11:1", "u 13:7 \"Does it work at night?\" -> 15:1",
      ])
  }

  @Test func plainHeadings() {
    #expect(
      read("### What does it cost?\n\nForty pounds.\n\n### Does it work at night?\n\nIt does.") == [
        "u 9:5 \"What does it cost?\" -> 11:1", "u 13:5 \"Does it work at night?\" -> 15:1",
      ])
  }

  @Test func boldWithoutPrefix() {
    #expect(
      read("**What does it cost?**\n\nForty pounds.\n\n**Does it work at night?**\n\nIt does.") == [
        "u 9:3 \"What does it cost?\" -> 11:1", "u 13:3 \"Does it work at night?\" -> 15:1",
      ])
  }

  @Test func numberedHeadings() {
    #expect(
      read("### 1. What does it cost?\n\nForty pounds.\n\n### **2\\. Does it work at night?**\n\nIt does.")
        == [
          "u 9:8 \"What does it cost?\" -> 11:1", "u 13:11 \"Does it work at night?\" -> 15:1",
        ])
  }

  @Test func headingsWithPrefix() {
    #expect(
      read("### Q: What does it cost?\n\nForty pounds.\n\n### **Q2: Does it work at night?**\n\nIt does.")
        == [
          "u 9:8 \"What does it cost?\" -> 11:1", "u 13:11 \"Does it work at night?\" -> 15:1",
        ])
  }

  @Test func listItemsWithBoldQuestions() {
    #expect(
      read("1. **What does it cost?** Forty pounds.\n2. **Does it work at night?**\n\n   It does.") == [
        "u 9:6 \"What does it cost?\" -> 9:27", "u 10:6 \"Does it work at night?\" -> 12:4",
      ])
  }

  @Test func plainPrefix() {
    #expect(
      read("Q: What does it cost?\n\nA: Forty pounds.\n\nQ: Does it work at night?\n\nA: It does.") == [
        "u 9:4 \"What does it cost?\" -> 11:1", "u 13:4 \"Does it work at night?\" -> 15:1",
      ])
  }

  @Test func oneLine() {
    #expect(
      read("Q: What does it cost? A: Forty pounds.\n\nQ: Does it work at night? A: It does.") == [
        "u 9:4 \"What does it cost?\" -> 9:23", "u 11:4 \"Does it work at night?\" -> 11:27",
      ])
  }

  @Test func numberedLines() {
    #expect(
      read("1. What does it cost?\n   Forty pounds.\n2. Does it work at night?\n   It does.") == [
        "u 9:4 \"What does it cost?\" -> 10:4", "u 11:4 \"Does it work at night?\" -> 12:4",
      ])
  }

  @Test func boldNumbers() {
    #expect(
      read("**1. What does it cost?**\n\nForty pounds.\n\n**2. Does it work at night?**\n\nIt does.") == [
        "u 9:6 \"What does it cost?\" -> 11:1", "u 13:6 \"Does it work at night?\" -> 15:1",
      ])
  }

  @Test func listItemsWithPrefix() {
    #expect(
      read("- Q: What does it cost?\n  A: Forty pounds.\n- Q: Does it work at night?\n  A: It does.") == [
        "u 9:6 \"What does it cost?\" -> 10:3", "u 11:6 \"Does it work at night?\" -> 12:3",
      ])
  }

  @Test func blockQuotes() {
    #expect(
      read("> What does it cost?\n\n* Forty pounds.\n\n> Does it work at night?\n\n* It does.") == [
        "u 9:3 \"What does it cost?\" -> 11:3", "u 13:3 \"Does it work at night?\" -> 15:3",
      ])
  }

  @Test func tableRows() {
    #expect(
      read(
        """
        | # | Question | Answer |
        |---|---|---|
        | 1 | What does it cost? | Forty pounds. |
        | 2 | Does it work at night? | It does. |
        """) == [
          "u 11:7 \"What does it cost?\" -> 11:28", "u 12:7 \"Does it work at night?\" -> 12:32",
        ])
  }

  @Test func questionAndAnswerInOneParagraph() {
    #expect(
      read("**Q: What does it cost?**\nA: Forty pounds.\n\n**Does it work at night?**  \nIt does.") == [
        "u 9:6 \"What does it cost?\" -> 10:1", "u 12:3 \"Does it work at night?\" -> 13:1",
      ])
  }

  @Test func questionOverTwoLines() {
    #expect(
      read("**Q: What does it cost in a harbour\nof ours?**\n\nForty pounds.\n\n**Does it\nwork?**\nIt does.")
        == [
          "u 9:6 \"What does it cost in a harbour of ours?\" -> 12:1", "u 14:3 \"Does it work?\" -> 16:1",
        ])
  }

  @Test func answerMarkAloneBeforeAList() {
    #expect(
      read(
        "**Q: What does it cost?**\n\nA:\n\n- Forty pounds.\n- Nothing for pilots.\n\n**Q: And at night?**\n\nA:\n"
      )
        == ["u 9:6 \"What does it cost?\" -> 11:1", "u 16:6 \"And at night?\" -> 18:1"])
  }

  @Test func questionsWithoutAMark() {
    #expect(
      read(
        "**Q: Tell me what it costs**\n\nForty pounds.\n\n**Q: My harbour is on two rivers.**\n\nChoose one.")
        == [
          "u 9:6 \"Tell me what it costs\" -> 11:1", "u 13:6 \"My harbour is on two rivers.\" -> 15:1",
        ])
  }

  @Test func fullWidthMarks() {
    #expect(
      read("**Q：料金はいくらですか？**\n\n無料です。\n\n**夜も使えますか**\n\nはい。") == [
        "u 9:5 \"料金はいくらですか？\" -> 11:1", "u 13:3 \"夜も使えますか\" -> 15:1",
      ])
  }

  @Test func rulesBetweenQuestions() {
    #expect(
      read("**Q: What does it cost?**\n\n---\n\n**Q: At night?**\n\nIt does.\n\n---") == [
        "u 9:6 \"What does it cost?\"", "u 13:6 \"At night?\" -> 15:1",
      ])
  }

  @Test func codeAsAnswer() {
    #expect(
      read("### How do I start?\n\n```sh\n# What now?\ntideboard\n```\n\n### Where?\n\nHere.") == [
        "u 9:5 \"How do I start?\" -> 11:1", "u 16:5 \"Where?\" -> 18:1",
      ])
  }
}
