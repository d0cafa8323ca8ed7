/// Who asks a question.
public enum QuestionGroup: String, Sendable {
  /// Customers and the press.
  case external
  /// Colleagues and those who decide.
  case `internal`
  /// The document does not say.
  case unsplit
}

/// One question of an FAQ and its answer.
public struct Question: Sendable, Equatable {
  /// Who asks it.
  public let group: QuestionGroup
  /// The bytes of the question: its text without markup, number or `Q:`.
  public let range: Range<Int>
  /// The same in `MarkdownTree.plain`.
  public let plainRange: Range<Int>
  /// The bytes of the answer, `A:` included; nil when nothing stands between this question and what follows it.
  public let answerRange: Range<Int>?
  /// The answer's text in `MarkdownTree.plain`, `A:` left out; empty when the answer has no text, or only code.
  public let answerPlainRange: Range<Int>
  /// Indices of the blocks of the answer, the question's own block left out.
  public let answerBlocks: Range<Int>
  /// Whether there is an answer at all: text, code, table or list. A placeholder is no answer.
  public let isAnswered: Bool
  /// Index of the section it stands in, in `PRFAQDocument.faqs`.
  public let section: Int
}

/// A section of questions.
public struct FAQSection: Sendable, Equatable {
  /// Who asks.
  public let group: QuestionGroup
  /// The bytes of its heading; nil when only its questions show that it is one.
  public let labelRange: Range<Int>?
  /// How it was recognised.
  public let origin: Origin
  /// Indices of its blocks, its heading left out.
  public let blocks: Range<Int>
  /// The bytes from its heading to its last block.
  public let range: Range<Int>
}
