import PRFAQ
import SourceText

/// A document read for a test, and what was found in it, in lines and text.
struct Reading {
  let document: PRFAQDocument

  init(_ text: String, path: String = "sample.md") {
    document = PRFAQDocument(SourceFile(text, path: path))
  }

  /// `5 heading "text"`: line, origin and source text of the first element of a role.
  func first(_ role: Role) -> String? {
    document.first(role).map { element in
      let start = document.source.position(at: element.range.lowerBound)
      let text = document.source[element.range].split(separator: "\n").first ?? ""
      return "\(start.line):\(start.column) \(element.origin.rawValue) \"\(text)\""
    }
  }

  /// The lines where elements of a role begin.
  func lines(_ role: Role) -> [Int] {
    document.elements(role).map { document.source.line(at: $0.range.lowerBound) }
  }

  /// `e 12:3 "text" -> 14`: group, place and source text of each question, and where its answer begins.
  var questions: [String] {
    document.questions.map { question in
      let start = document.source.position(at: question.range.lowerBound)
      let text = document.text(question.plainRange).split(separator: "\n").joined(separator: " ")
      let answer = question.answerRange.map { range -> String in
        let place = document.source.position(at: range.lowerBound)
        return " -> \(place.line):\(place.column)"
      }
      let group = question.group == .external ? "e" : question.group == .internal ? "i" : "u"
      return "\(group) \(start.line):\(start.column) \"\(text)\"" + (answer ?? "")
    }
  }
}
