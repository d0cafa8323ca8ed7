import PRFAQ
import SourceText
import Testing

@Suite struct FrontMatterTests {
  private func read(_ text: String) -> PRFAQDocument { PRFAQDocument(SourceFile(text, path: "sample.md")) }

  @Test func readsPeopleWithTheirPlaces() {
    let document = read(
      """
      ---
      document: prfaq
      owners:
        - Ines Calder
        - "Joseph Mbeki"
      reviewers: Kari Moe
      customers: [harbour pilots, 'port clerks']
      ---
      # Tideboard
      """)
    let matter = document.frontMatter
    #expect(matter.owners.map(\.text) == ["Ines Calder", "Joseph Mbeki"])
    #expect(matter.owners.map { document.source.position(at: $0.range.lowerBound).line } == [4, 5])
    #expect(matter.owners.map { document.source.position(at: $0.range.lowerBound).column } == [5, 5])
    #expect(matter.reviewers.map(\.text) == ["Kari Moe"])
    #expect(matter.reviewers.map { document.source[$0.range] } == ["Kari Moe"])
    #expect(matter.customers.map(\.text) == ["harbour pilots", "port clerks"])
  }

  @Test func leavesOutWhatIsNoText() {
    let matter = read("---\ndocument: prfaq\nowners:\n  - {name: Ines}\n  - Bo\nreviewers:\n---\n# T\n")
      .frontMatter
    #expect(matter.owners.map(\.text) == ["Bo"])
    #expect(matter.reviewers.isEmpty)
  }
}
