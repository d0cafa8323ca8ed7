public import PRFAQ

/// How documents were read, for programs.
public enum OutlineJSON {
  /// Version of the format; the first number changes when a reader of the old one would fail.
  public static let formatVersion = "1.0"

  /// Writes all documents as one object, handing over its bytes document by document.
  public static func write(_ documents: [PRFAQDocument], to output: ([UInt8]) -> Void) {
    var json = JSONWriter()
    json.beginObject()
    json.field("formatVersion", formatVersion)
    json.key("documents")
    json.beginArray()
    for document in documents {
      write(Outline(document), to: &json)
      output(json.take())
    }
    json.endArray()
    json.endObject()
    json.finish()
    output(json.take())
  }

  private static func write(_ outline: Outline, to json: inout JSONWriter) {
    json.object {
      $0.field("path", outline.path)
      $0.field("kind", outline.kind.rawValue)
      $0.field("title", outline.title)
      $0.field("language", outline.language.rawValue)
      $0.key("elements")
      $0.array {
        for passage in outline.passages {
          $0.object {
            $0.field("role", passage.role.rawValue)
            $0.field("line", passage.line)
            $0.field("endLine", passage.endLine)
            if let line = passage.labelLine { $0.field("labelLine", line) }
            $0.field("origin", passage.origin.rawValue)
            $0.field("text", passage.text)
          }
        }
      }
      $0.key("questions")
      $0.array {
        for question in outline.questions {
          $0.object {
            $0.field("group", question.group.rawValue)
            $0.field("line", question.line)
            $0.field("text", question.text)
            $0.field("answered", question.isAnswered)
            if let line = question.answerLine { $0.field("answerLine", line) }
          }
        }
      }
    }
  }
}
