import SourceText
import Testing
import YAMLTree

@Suite("Documents beside a broken one")
struct SalvageTests {
  func read(_ text: String, _ limits: YAMLLimits = YAMLLimits()) -> (
    roots: [Range<Int>], errors: [Range<Int>]
  ) {
    let read = YAMLReader.readEach(SourceFile(text, path: "x.yaml"), limits: limits)
    return (read.documents.map(\.range), read.errors.map(\.range))
  }

  @Test("A sound file is read as ever")
  func sound() {
    let read = read("a: 1\n---\nb: 2\n")
    #expect(read.roots == [0..<4, 9..<13])
    #expect(read.errors == [])
  }

  @Test("Only the broken documents are lost, each with its own mistake")
  func broken() {
    // Lines: "a: 1" 0, "---" 5, "b: [" 9, "---" 14, "c: 3" 18, "---" 23, "\td: 4" 27.
    let read = read("a: 1\n---\nb: [\n---\nc: 3\n---\n\td: 4\n")
    #expect(read.roots == [0..<4, 18..<22])
    #expect(read.errors == [12..<13, 27..<28])
  }

  @Test("A directive stays with the document it stands before")
  func directive() {
    let read = read("%YAML 1.2\n---\na: 1\n---\nb: [\n")
    #expect(read.roots == [14..<18])
    #expect(read.errors == [26..<27])
  }

  @Test("Three dashes that go on are no end of a document")
  func dashes() {
    #expect(read("a: 1\n---b: [\n").roots == [])
  }

  @Test("The limit holds for all documents together")
  func limits() {
    // Five nodes in each sound document; the broken one is charged its 8 bytes.
    let text = "a: &a [b]\nc: *a\n---\nd: [\n---\na: &a [b]\nc: *a\n"
    #expect(read(text, YAMLLimits(nodes: 23)).roots.count == 2)
    #expect(read(text, YAMLLimits(nodes: 21)).roots.count == 1)
  }
}
