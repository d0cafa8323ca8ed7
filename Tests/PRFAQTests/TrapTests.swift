import PRFAQ
import SourceText
import Testing

/// What breaks a naive reader of real documents, one trap a test, with exact places.
@Suite struct TrapTests {
  private static let problem =
    "Today pilots struggle to learn which berth is free. They phone three offices, and one call in four is lost."
  private static let lead =
    "**Bergen, Norway — 3 May 2027** — Sundfjord today launched Tideboard for harbour pilots."
  private static let answer = "With Tideboard, a pilot opens one map, taps a berth and sees when it is free."

  @Test func sectionsWithoutHeadings() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n**Tideboard tells pilots when a berth is free**\n\n\(Self.lead)\n\n"
        + "\(Self.problem)\n\n\(Self.answer)\n\n## FAQ\n\n**Q: What does it cost?**\n\nNothing.\n")
    #expect(
      reading.first(.headline) == "5:1 heading \"**Tideboard tells pilots when a berth is free**\"")
    #expect(reading.lines(.summary) == [7])
    #expect(reading.first(.problem) == "9:1 inferred \"\(Self.problem)\"")
    #expect(reading.first(.solution) == "11:1 inferred \"\(Self.answer)\"")
  }

  @Test func titleIsNotTheHeadline() {
    let body = "\(Self.lead)\n\n\(Self.problem)\n\n## FAQ\n\n**Q: What does it cost?**\n\nNothing.\n"
    let heading = Reading("# PRFAQ: Tideboard\n\n## Press Release\n\n### Pilots berth sooner\n\n" + body)
    #expect(heading.first(.headline) == "5:5 heading \"Pilots berth sooner\"")
    let bold = Reading("# PRFAQ: Tideboard\n\n## Press Release\n\n**Pilots berth sooner**\n\n" + body)
    #expect(bold.first(.headline) == "5:1 heading \"**Pilots berth sooner**\"")
    let bare = Reading("# PRFAQ: Tideboard\n\n## Press Release\n\nPilots berth sooner today\n\n" + body)
    #expect(bare.first(.headline) == "5:1 inferred \"Pilots berth sooner today\"")
    let label = Reading("# PRFAQ: Tideboard\n\n## Press Release\n\n**Title:** Pilots berth sooner\n\n" + body)
    #expect(label.first(.headline) == "5:12 label \"Pilots berth sooner\"")
    let inside = Reading("# PR-FAQ — Tideboard: pilots berth sooner than ever\n\n## Press release\n\n" + body)
    #expect(inside.first(.headline) == "1:12 heading \"Tideboard: pilots berth sooner than ever\"")
    let boldLabel = Reading(
      "# PRFAQ: Tideboard\n\n## Press Release\n\n**Title: Pilots berth sooner**\n\n" + body)
    #expect(boldLabel.first(.headline) == "5:10 label \"Pilots berth sooner\"")
  }

  @Test(arguments: [
    "## Press Release", "## 1. Press release", "# PRESS RELEASE", "## 📣 Press Release",
    "### FOR IMMEDIATE RELEASE",
    "## Part 1 — Press Release", "## Press release (draft)", "## プレスリリース / Press Release",
    "## Press Release ##",
    "Press Release\n-------------",
  ])
  func containerInAllItsForms(_ heading: String) {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n\(heading)\n\n\(Self.lead)\n\n\(Self.problem)\n\n## FAQ\n\n### What?\n\nThis.\n"
    )
    #expect(reading.document.release?.origin == .heading)
    #expect(reading.document.release?.labelRange.map { reading.document.source.line(at: $0.lowerBound) } == 3)
    #expect(reading.document.kind == .prfaq)
  }

  @Test func containerMissing() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n\(Self.lead)\n\n\(Self.problem)\n\n## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.document.release?.origin == .inferred)
    #expect(reading.document.release?.labelRange == nil)
    #expect(reading.lines(.pressRelease) == [3])
  }

  @Test func groupsUnderAndBesideTheirContainer() {
    let start = "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n"
    let nested = Reading(
      start + "## FAQ\n\n### External FAQ\n\n**Q: A?**\n\nYes.\n\n### Internal FAQ\n\n**Q: B?**\n\nNo.\n")
    #expect(nested.questions == ["e 11:6 \"A?\" -> 13:1", "i 17:6 \"B?\" -> 19:1"])
    let beside = Reading(
      start + "## Customer FAQ\n\n**Q: A?**\n\nYes.\n\n## Stakeholder FAQ\n\n**Q: B?**\n\nNo.\n")
    #expect(beside.questions == ["e 9:6 \"A?\" -> 11:1", "i 15:6 \"B?\" -> 17:1"])
    let topics = Reading(
      start + "## FAQ\n\n### Pricing\n\n**Q: A?**\n\nYes.\n\n### Privacy\n\n**Q: B?**\n\nNo.\n")
    #expect(topics.questions == ["u 11:6 \"A?\" -> 13:1", "u 17:6 \"B?\" -> 19:1"])
    let technical = Reading(
      start + "## Customer FAQ\n\n**Q: A?**\n\nYes.\n\n## Technical FAQ\n\n**Q: B?**\n\nNo.\n\n"
        + "## Internal FAQ\n\n**Q: C?**\n\nNo.\n")
    #expect(technical.questions.map { $0.prefix(1) } == ["e", "u", "i"])
    let addressee = Reading(
      start + "## FAQ\n\n### For the person using it\n\n**Q: A?**\n\nYes.\n\n"
        + "### For the people deciding whether to build it\n\n**Q: B?**\n\nNo.\n")
    #expect(addressee.questions.map { $0.prefix(1) } == ["e", "i"])
  }

  @Test func headingsThatAreSectionsHereAndQuestionsThere() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n### The Problem\n\nPilots wait.\n\n"
        + "### How It Works\n\nTap a berth.\n\n## FAQ\n\n### What problem does it solve?\n\nWaiting.\n\n"
        + "### Pricing\n\n#### What does it cost?\n\nNothing.\n")
    #expect(reading.first(.problem) == "9:1 heading \"Pilots wait.\"")
    #expect(reading.first(.howItWorks) == "13:1 heading \"Tap a berth.\"")
    #expect(
      reading.questions == [
        "u 17:5 \"What problem does it solve?\" -> 19:1", "u 23:6 \"What does it cost?\" -> 25:1",
      ])
  }

  @Test func codeCommentsAndQuotesAreNoHeadings() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n<!--\n# Press Release\n> ## FAQ\n-->\n\n## Press release\n\n> Write the problem here.\n\n"
        + "\(Self.lead)\n\n```\n# Problem\nnone\n```\n\n## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.lines(.pressRelease) == [10])
    #expect(reading.document.releases.count == 1)
    #expect(reading.document.first(.problem) == nil)
    #expect(reading.questions == ["u 21:5 \"What?\" -> 23:1"])
  }

  @Test func textBeforeTheRelease() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n**Status:** draft\n**Owner:** Kari\n\n> A press release, then an FAQ, before we build.\n\n"
        + "Method: we wrote the press release first and the FAQ after it.\n\n## Press release\n\n"
        + "### Pilots berth sooner\n\n\(Self.lead)\n\n## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.first(.headline) == "12:5 heading \"Pilots berth sooner\"")
    #expect(reading.lines(.pressRelease) == [12])
    #expect(reading.questions.count == 1)
  }

  @Test func textAfterTheQuestions() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n## FAQ\n\n### What?\n\nThis.\n\n## Success metrics\n\n"
        + "Ten ports by 2028.\n\n## Open questions\n\n- Who pays?\n- Which ports?\n\n## Appendix\n\n"
        + "### What the name means\n\nA board of tides.\n")
    #expect(reading.questions == ["u 9:5 \"What?\" -> 11:1"])
    #expect(reading.first(.metrics) == "15:1 heading \"Ten ports by 2028.\"")
    #expect(reading.lines(.appendix).contains(19))
  }

  @Test func twoReleases() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n## Press release (ports)\n\n\(Self.lead)\n\n"
        + "## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.lines(.pressRelease) == [5, 9])
  }

  @Test func tenetsBetweenReleaseAndQuestions() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Part 1 — Press release\n\n\(Self.lead)\n\n## Part 2 — Tenets\n\n1. Pilots first.\n\n"
        + "## Part 3 — FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.first(.tenets) == "9:4 heading \"Pilots first.\"")
    #expect(reading.questions == ["u 13:5 \"What?\" -> 15:1"])
  }

  @Test func oneSpeakerTwice() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n\(Self.problem)\n\n"
        + "\"Pilots asked us for one map and nothing else,\" said Kari Moe, founder of Sundfjord.\n\n\(Self.answer)\n\n"
        + "\"It changes how a harbour thinks about its own quay,\" added Moe.\n\n"
        + "\"I used to phone three offices, and now I tap once,\" said Ola Lie, a pilot in Bergen.\n\n"
        + "## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.lines(.companyQuote) == [9, 13])
    #expect(reading.lines(.customerQuote) == [15])
  }

  @Test func examplesInBlockQuotesAreNobodysWords() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n\(Self.problem)\n\nTideboard might say:\n\n"
        + "> \"Berth four is free from noon, and the tide is with you until three.\"\n\n## FAQ\n\n### What?\n\nThis.\n"
    )
    #expect(reading.document.quotes.isEmpty)
    #expect(reading.document.first(.customerQuote) == nil)
  }

  @Test func problemsAreNoAnnouncements() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\nToday we're proud to release Tideboard, which no pilot can lose, "
        + "break or forget, without limits.\n\nWith Tideboard you can see a berth before you leave the sea.\n\n"
        + "## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.document.first(.problem) == nil)
    #expect(reading.lines(.summary) == [5])
    #expect(reading.lines(.solution) == [7])
  }

  @Test func untilTodayOpensTheProblem() {
    let text =
      "Until today, finding a berth meant losing an hour on the phone, and nobody knew who had the list."
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(text)\n\n\(Self.answer)\n\n## FAQ\n\n### What?\n\nThis.\n"
    )
    #expect(reading.first(.problem) == "5:1 inferred \"\(text)\"")
    #expect(reading.lines(.solution) == [7])
  }

  @Test func moreInformationComesAfterAvailability() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n\(Self.problem)\n\n\(Self.answer)\n\n"
        + "Tideboard is available now in Bergen at tideboard.example.\n\n"
        + "For more information, visit sundfjord.example/press.\n\n## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.lines(.gettingStarted) == [11])
  }

  @Test func fileNamesLie() {
    #expect(
      Reading("# Manual\n\n## Sign in\n\nTap the map.\n", path: "working-backwards.md").document.kind == .none
    )
    #expect(
      Reading(
        "# Harbour board opens\n\nBergen — The harbour board opened an office on Monday.\n",
        path: "press-release.md"
      ).document.kind == .none)
    #expect(
      Reading(
        "# PR FAQ\n\n## How do I open a pull request?\n\nPush a branch.\n\n## Who reviews it?\n\nTwo people.\n",
        path: "PR_FAQ.md"
      ).document.kind == .none)
  }

  @Test func originsByEvidence() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\n<!-- prfaq: problem -->\n\nQuays are full.\n\n"
        + "**The solution.** A map.\n\n### How it works\n\nTap.\n\nTideboard is available now at tideboard.example.\n\n"
        + "## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.first(.problem) == "9:1 marker \"Quays are full.\"")
    #expect(reading.first(.solution) == "11:19 label \"A map.\"")
    #expect(reading.first(.howItWorks) == "15:1 heading \"Tap.\"")
    #expect(reading.document.first(.summary)?.origin == .inferred)
  }

  @Test func labelsOfTheirOwnLine() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\nTitle: Pilots berth sooner\nSubtitle: One map for every quay\nProblem: Pilots wait.\n"
        + "Solution: A map.\n\n## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.first(.headline) == "3:8 label \"Pilots berth sooner\"")
    #expect(reading.first(.subheading) == "4:11 label \"One map for every quay\"")
    #expect(reading.first(.problem) == "5:10 label \"Pilots wait.\"")
    #expect(reading.first(.solution) == "6:11 label \"A map.\"")
  }

  @Test func googleDocsEscapesAndEmptyHeadings() {
    let reading = Reading(
      "# **PR/FAQ: Tideboard**\n\n##\n\n## **Press Release**\n\n**Bergen** \\- May 3, 2027 \\- Sundfjord launches "
        + "Tideboard.\n\n## **FAQ**\n\n### **1\\. What\\!**\n\nThis.\n\n### **2\\. Why?**\n\nThat.\n")
    #expect(reading.document.dateline?.date?.day == 3)
    #expect(reading.questions.count == 2)
  }

  @Test func carriageReturnsAndMarks() {
    let reading = Reading(
      "\u{FEFF}# PR/FAQ: Tideboard\r\n\r\n## Press release\r\n\r\n\(Self.lead)\r\n\r\n## FAQ\r\n\r\n### What?\r\n\r\nThis.\r\n"
    )
    #expect(reading.lines(.summary) == [5])
    #expect(reading.questions == ["u 9:5 \"What?\" -> 11:1"])
  }

  @Test func questionsToTheAuthorArePlaceholders() {
    let reading = Reading(
      "# PR/FAQ\n\n## Press release\n\n### WHO? announces a tide board\n\n\(Self.lead)\n\n"
        + "> \"We phoned three offices, and now my crew taps once.\"\n> — [Harbour pilot, small port]\n\n"
        + "## FAQ\n\n### WHO?\n\nPilots.\n")
    #expect(
      reading.document.placeholders.map { reading.document.source[$0.range] } == [
        "WHO?", "[Harbour pilot, small port]",
      ])
  }

  @Test func pointsInQuotationMarksAreNoQuotes() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n\(Self.lead)\n\nAsk the board anything:\n\n"
        + "- \"Which berth is free for a ship of ninety metres tonight?\"\n\n## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.document.quotes.isEmpty)
  }

  @Test func aBodyOfSeveralParagraphsHoldsTheProblem() {
    let reading = Reading(
      "# PR/FAQ: Tideboard\n\n## Press release\n\n### Body\n\nToday Sundfjord launched Tideboard.\n\n"
        + "\(Self.problem)\n\n\(Self.answer)\n\n## FAQ\n\n### What?\n\nThis.\n")
    #expect(reading.first(.summary) == "7:1 heading \"Today Sundfjord launched Tideboard.\"")
    #expect(reading.lines(.problem) == [9])
    #expect(reading.lines(.solution) == [11])
  }
}
