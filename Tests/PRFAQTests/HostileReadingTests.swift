import MarkdownTree
import PRFAQ
import SourceText
import Testing

/// Documents put together at random from the pieces that recognition looks for: nothing may crash, and everything found
/// must lie within the text.
@Suite struct HostileReadingTests {
  private static let pieces = [
    "- ", "  - ", "1. ", "> ", "# ", "## ", "### ", "**", "*", "`", "\n", "\n\n", "\n  ", "  \n", "|",
    "|---|---|\n",
    "| ID | Need | Served by |\n|---|---|---|\n", "N-1", "M-2", "[N-3]", "FR-001", ": ", ". ", " — ", " - ",
    "：", "、",
    "(", ")", "(owned by ", "owned by ", "new", ",", ";", "Served by", "Served by: ", "Priority: must",
    "Prioirty: x",
    "Accepted when:", "API: ", "`GET /a,b`", "Members: ", "Press Release", "FAQ", "External FAQ",
    "PR/FAQ: Tide",
    "What customers need", "Services and teams", "Process", "How we will know", "Q: ", "A:", "Q1. ",
    "What is it?",
    "？", "\"", "“", "”", "„", "「", "」", " said Ola Lie, a pilot", "Today pilots struggle and lose hours. ",
    "Until today, ", "Tide ", "Oslo — 3 May 2027 — ", "is available now", "[City]", "TBD",
    "<!-- prfaq:off -->",
    "<!-- prfaq:on -->", "<!-- prfaq: problem -->", "---\n", "```\n", "[ ] ", "\\-", "&amp;", "é", "漢字", "\t",
    "\r\n",
    "\u{0}", "https://a.example", "[a](b)", "<name>", "{x}", "WHO?", "für Lotsen", "向け",
  ]

  /// A small generator of the same numbers on every run.
  private struct Dice {
    var state: UInt64
    mutating func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
  }

  @Test(arguments: 1...8) func readsAnything(_ seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0..<250 {
      var text = dice.next(3) == 0 ? "---\ndocument: prfaq\nowners: [a, b]\n---\n" : ""
      for _ in 0..<(4 + dice.next(60)) { text += Self.pieces[dice.next(Self.pieces.count)] }
      check(text)
    }
  }

  /// The first line is a passage of its own, the strong text goes on behind it.
  @Test func readsStrongTextOverTheEndOfAPassage() {
    check("**FOR IMMEDIATE RELEASE\nand more** text\n")
    check("# PR/FAQ: Tide\n\n**Availability:\nsoon** at the quay\n")
  }

  private func check(_ text: String) {
    let document = PRFAQDocument(SourceFile(text, path: "prfaq.md"))
    let whole = 0..<document.source.bytes.count
    let plain = 0..<document.tree.plain.count
    func isWithin(_ range: Range<Int>) -> Bool {
      whole.lowerBound <= range.lowerBound && range.upperBound <= whole.upperBound
    }
    for element in document.elements {
      #expect(
        isWithin(element.range) && element.plainRange.clamped(to: plain) == element.plainRange, "\(text)")
    }
    for question in document.questions { #expect(isWithin(question.range), "\(text)") }
    for item in document.declared {
      let parts = [item.title, item.detail, item.id ?? item.title] + item.notes.map(\.range)
      #expect(parts.allSatisfy { isWithin($0) }, "\(text)")
      #expect(isWithin(item.range) && !item.title.isEmpty, "\(text)")
      for line in item.labels {
        #expect(isWithin(line.label) && isWithin(line.value) && line.values.allSatisfy(isWithin), "\(text)")
        _ = document.proseText(line.value)
      }
    }
  }
}
