import MarkdownTree
import PRFAQ
import SourceText
import Testing

/// Documents written the ways people write them, with the line each part must be found at.
@Suite struct RecognitionTests {
  private func read(_ text: String) -> PRFAQDocument { PRFAQDocument(SourceFile(text, path: "sample.md")) }

  private func line(_ role: Role, _ document: PRFAQDocument) -> Int? {
    document.first(role).map { document.source.line(at: $0.range.lowerBound) }
  }

  @Test func readsAReleaseWithoutHeadings() {
    let document = read(
      """
      # Tideboard — PR/FAQ

      ## Press release

      **Tideboard tells harbour pilots when a berth is free**

      *Harbour pilots stop circling and save two hours a day.*

      **Bergen, Norway — 3 May 2027** — Sundfjord today launched Tideboard, a berth calendar for harbour pilots.

      Today pilots struggle to learn which berth is free. They phone three offices, and one call in four is lost.

      Tideboard replaces the phone round. You open the map, tap a berth and see when it is free.

      "We built it because pilots asked us to," said Kari Moe, founder of Sundfjord.

      Tideboard is available today at tideboard.example.

      ## FAQ

      **Q: What does it cost?**
      A: Nothing for pilots.

      **Q: Does it work offline?**
      """)
    #expect(document.kind == .prfaq)
    #expect(line(.headline, document) == 5)
    #expect(line(.subheading, document) == 7)
    #expect(line(.dateline, document) == 9)
    #expect(line(.summary, document) == 9)
    #expect(line(.problem, document) == 11)
    #expect(line(.solution, document) == 13)
    #expect(line(.companyQuote, document) == 15)
    #expect(line(.gettingStarted, document) == 17)
    #expect(document.questions.map(\.isAnswered) == [true, false])
    #expect(document.dateline?.date?.year == 2027)
    #expect(document.dateline?.date?.month == 5)
    #expect(document.dateline?.date?.day == 3)
  }

  @Test func tellsExternalFromInternalQuestions() {
    let document = read(
      """
      # PRFAQ: Tideboard

      ## Press Release

      Tideboard launches today for harbour pilots.

      ## Customer / External FAQs

      ### What does it cost?

      Nothing.

      ## Internal / Technical FAQ

      ### Why will it fail?

      Nobody phones less.

      ### Who pays?

      The port.
      """)
    #expect(document.questions.map(\.group) == [.external, .internal, .internal])
  }

  @Test(arguments: [
    "# Changelog\n\n## 1.0\n\n- Added tides.\n", "# Tides\n\n## Installation\n\nRun it.\n", "",
  ])
  func leavesOtherMarkdownAlone(_ text: String) {
    #expect(read(text).kind == .none)
  }
}
