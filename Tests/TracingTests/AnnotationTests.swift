import PRFAQ
import SourceText
import Testing
import Tracing

@Suite("Writing needs into a document")
struct AnnotationTests {
  private static let body = """
    # Tidebox keeps a houseboat dry while nobody is aboard

    ## Press release

    ### Problem

    Owners have to drive to the harbour after every *storm*.

    ### Solution

    - **Know at any hour: wet or dry.** A float tells it.

    ## FAQ

    **Q: How much does it cost?**

    £80.
    """

  private func annotated(_ text: String) throws -> (String, Annotation) {
    let source = SourceFile(text, path: "tidebox.md")
    let document = PRFAQDocument(source)
    let annotation = try Annotation(NeedInference.candidates(document), in: document)
    return (String(decoding: annotation.applied(to: source), as: UTF8.self), annotation)
  }

  private static let section = """
    ## What customers need

    - **N-1: No longer have to drive to the harbour after every storm.** Owners have to drive to the harbour after every storm.
    - **N-2: Know at any hour: wet or dry.** A float tells it.

    """

  @Test(
    "a section of its own at the end, after a blank line, whatever ends the file",
    arguments: ["", "\n", "\n\n"])
  func newSection(end: String) throws {
    let (text, annotation) = try annotated(Self.body + end)
    #expect(annotation.ids == ["N-1", "N-2"])
    #expect(text == Self.body + (end == "\n\n" ? "\n\n" : "\n\n") + Self.section)
  }

  @Test("line ends are the document's own")
  func lineEnds() throws {
    let crlf = (Self.body + "\n").replacing("\n", with: "\r\n")
    let (text, _) = try annotated(crlf)
    #expect(text == crlf + "\r\n" + Self.section.replacing("\n", with: "\r\n"))
  }

  @Test("before an appendix")
  func appendix() throws {
    let tail = "\n## Appendix\n\nDrawings.\n"
    let (text, _) = try annotated(Self.body + "\n" + tail)
    #expect(text == Self.body + "\n\n" + Self.section + "\n## Appendix\n\nDrawings.\n")
  }

  @Test("a list that is there is continued, with its bullet and the next number")
  func continued() throws {
    let list =
      "\n\n## What customers need\n\n* **N-7: Sleep at home.** Nobody does.\n  * Priority: must\n\n## Risks\n\nRust.\n"
    let (text, annotation) = try annotated(Self.body + list)
    #expect(annotation.ids == ["N-8", "N-9"])
    #expect(text.contains("  * Priority: must\n* **N-8: No longer have to drive"))
    #expect(text.hasSuffix("A float tells it.\n\n## Risks\n\nRust.\n"))
  }

  @Test("a second time nothing is left to write")
  func idempotent() throws {
    let (text, _) = try annotated(Self.body)
    let again = PRFAQDocument(SourceFile(text, path: "tidebox.md"))
    #expect(NeedInference.candidates(again).isEmpty)
    #expect(
      again.declared(.need).map { again.source[$0.title] } == [
        "No longer have to drive to the harbour after every storm", "Know at any hour: wet or dry",
      ])
  }

  @Test("an open code block would swallow the list: refused")
  func refused() {
    #expect(throws: Annotation.Refusal.wouldChangeReading) {
      try annotated(Self.body + "\n\n```\ncode without end\n")
    }
  }

  @Test("marks of Markdown in a title stay text")
  func escapes() throws {
    let text = Self.body.replacing("wet or dry", with: #"\*wet\* \[or\] `dry` <b>"#)
    let (written, _) = try annotated(text)
    let document = PRFAQDocument(SourceFile(written, path: "tidebox.md"))
    #expect(document.declared(.need).count == 2)
    #expect(
      written.contains(#"**N-2: Know at any hour: \*wet\* \[or\] dry \<b\>.**"#)
        || written.contains(#"\*wet\*"#))
  }

  @Test("a sentence is written without the citations in it")
  func citations() throws {
    let (text, _) = try annotated(Self.body.replacing("every *storm*.", with: "every storm [N-4]."))
    #expect(text.contains("storm.** Owners have to drive to the harbour after every storm.\n"))
  }
}
