import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// A question stands there without answer.
struct QuestionUnanswered: Rule {
  static let about = About(
    name: "structure/question-unanswered",
    summary: "Every question has an answer.",
    why: """
      A question without answer tells the reader that you saw the gap and went on. An honest “We do not know; a pilot with \
      50 flats tests it by 1 March” is an answer, and often the most useful one in the document.
      """,
    source:
      "Bill Carr, How to craft effective FAQs: https://workingbackwards.com/blog/how-to-craft-effective-faqs-in-the-amazon-pr-faq-process/",
    severity: .error, nature: .unfinished, judged: .init(right: 1, of: 1),
    examples: [
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### How much does Rentwise cost?

        Two pounds per renter and month.

        ### «Where can I get Rentwise?»

        ### How does Rentwise work?

        One renter photographs a bill.
        """),
      Example(
        .externalFAQ,
        "## External FAQ\n\n**Q: How much does Rentwise cost?**\nA: Two pounds per renter and month.",
        note: "Question and answer in one paragraph."),
      Example(
        .externalFAQ, "## External FAQ\n\n**How do I start?**\n\n```\nrentwise init\n```",
        note: "Code, a list or a table is an answer too."),
      Example(
        .externalFAQ, "## External FAQ\n\n### How much does Rentwise cost?\n\nTBD",
        note: "Reported once, by structure/placeholder-left."),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        **«Is there an app?»**

        **How much does Rentwise cost?**

        Two pounds per renter and month.
        """),
      Example(.externalFAQ, "## External FAQ\n\n### Does it work in Wales?\n\nNo."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard Places.hasQuestions(document) else { return }
    var open: [Range<Int>] = []
    for question in document.questions where !question.isAnswered && !question.plainRange.isEmpty {
      if isTask(question, document) { continue }
      if !document.hasPlaceholder(in: question.answerRange ?? question.range) { open.append(question.range) }
    }
    report.addSome(
      open,
      help:
        "Answer it in two or three sentences. Where you do not know, say so, and say how and by when you find out."
    ) { range in
      "the question \(document.cited(range)) has no answer"
    }
  }

  /// `- [ ] Have we addressed the hard questions?` is a check to make, not a question to answer.
  private func isTask(_ question: Question, _ document: PRFAQDocument) -> Bool {
    document.tree.plain[question.plainRange].starts(with: [0x5B])
      && document.tree.plain[question.plainRange].dropFirst(2).first == 0x5D
  }
}
