import MarkdownTree
import PRFAQ
import SourceText

/// What is shown of a document's recognition, taken out of the model once for both formats.
struct Outline {
  struct Passage {
    let role: Role
    let line: Int
    let endLine: Int
    let labelLine: Int?
    let origin: Origin
    let text: String
    let range: Range<Int>
  }

  struct Asked {
    let group: QuestionGroup
    let line: Int
    let text: String
    let isAnswered: Bool
    let answerLine: Int?
    let offset: Int
  }

  let path: String
  let kind: PRFAQDocument.Kind
  let title: String
  let language: Language
  let passages: [Passage]
  let questions: [Asked]

  /// Unicode scalars of an element's text that are shown.
  static let textLimit = 200

  init(_ document: PRFAQDocument) {
    let source = document.source
    path = source.path
    kind = document.kind
    language = document.language
    title =
      document.title.map { range in
        // The heading without its markup, where the title is a heading.
        let block = document.tree.blocks.first { $0.range == range }
        return Outline.collapse(block.map { document.text($0.plainRange) } ?? source[range])
      } ?? ""
    passages = document.elements.map { element in
      let plain = document.text(element.plainRange)
      return Passage(
        role: element.role, line: source.line(at: element.range.lowerBound),
        endLine: source.line(at: max(element.range.lowerBound, element.range.upperBound - 1)),
        labelLine: element.labelRange.map { source.line(at: $0.lowerBound) }, origin: element.origin,
        text: Outline.collapse(plain.isEmpty ? source[element.range] : plain), range: element.range)
    }
    questions = document.questions.map { question in
      Asked(
        group: question.group, line: source.line(at: question.range.lowerBound),
        text: Outline.collapse(document.text(question.plainRange), limit: .max),
        isAnswered: question.isAnswered,
        answerLine: question.isAnswered ? question.answerRange.map { source.line(at: $0.lowerBound) } : nil,
        offset: question.range.lowerBound)
    }
  }

  /// The text with every run of blanks and line ends made one blank, cut to a number of scalars.
  static func collapse(_ text: String, limit: Int = textLimit) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    var hasGap = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        hasGap = count > 0
        continue
      }
      if hasGap {
        if count + 1 >= limit { break }
        result.append(" ")
        count += 1
        hasGap = false
      }
      if count >= limit { break }
      result.append(scalar)
      count += 1
    }
    return String(result)
  }
}
