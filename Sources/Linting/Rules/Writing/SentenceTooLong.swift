import Diagnostics
import MarkdownTree
import PRFAQ

/// Sentences nobody reads twice.
struct SentenceTooLong: Rule {
  static let about = About(
    name: "writing/sentence-too-long",
    summary: "Sentences of the release have at most 30 words, 25 in the lead.",
    why: """
      A long sentence hides which of its claims matters. Readers who lose the thread do not go back; they skip. A few \
      long sentences are let pass: three in 1,000 words.
      """,
    source:
      "“Write like an Amazonian” (2018), armandpatella.com/amazon-writing-tips.html; Calbucci for the lead",
    severity: .warning, nature: .wording, judged: .init(right: 59, of: 59),
    examples: [
      Example(
        .solution,
        """
        ### Solution

        «Rentwise adds every bill that any of your flatmates has paid since the first day of the month to one account \
        and then splits it by the shares that the flat agreed when the first of them signed the contract.» Each renter \
        gets one amount.
        """, limits: [.longSentences: 0]),
      Example(
        .solution,
        """
        ### Solution

        Rentwise adds every bill that any of your flatmates has paid since the first day of the month to one account \
        and then splits it by the shares that the flat agreed when the first of them signed the contract. Each renter \
        gets one amount.
        """, limits: [.longSentences: 10], note: "within the budget"),
      Example(
        .solution,
        """
        ### Solution

        Rentwise reads what people have at home: electricity, gas, water, rent, council tax, broadband, television, \
        cleaning, window cleaning, contents insurance, boiler cover, phone contracts, streaming, garden waste, parking \
        and whatever else the flat shares.
        """, limits: [.longSentences: 0], note: "a list is read as one"),
      Example(
        .lead,
        """
        **Leeds, England, 14 September 2027.** «Brightkey today opened Rentwise, a rent account in which people who share a \
        flat see what they owe to each other, to their landlord and to the power company.» It is free for 60 days.
        """, limits: [.longSentences: 0], note: "25 words are enough in the lead."),
      Example(
        .solution,
        """
        ### Solution

        **Who it is for:** people who share a flat, a house or a room in Leeds, York, Hull or Bradford\u{20}\u{20}
        **What it does:** adds every bill to one account and splits it by the shares that the flat agreed at the start
        """, limits: [.longSentences: 0], note: "Lines broken on purpose are no sentence."),
    ])

  /// A sentence that is over the limit.
  private struct Long {
    let range: Range<Int>
    let count: Int
    let limit: Int
  }

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, let release = document.release else { return }
    let limit = report.limit(.sentenceWords)
    let leadLimit = report.limit(.leadSentenceWords)
    let shortest = min(limit, leadLimit)
    let text = report.releaseText
    let prose = document.prose
    let blocks = document.tree.blocks
    var long: [Long] = []
    for block in text.blocks where blocks[block].kind == .paragraph {
      // Most paragraphs are shorter than one long sentence.
      guard prose.words(ofBlocks: block..<(block + 1)).count > shortest else { continue }
      for number in prose.sentenceNumbers(ofBlocks: block..<(block + 1)) {
        let sentence = prose.sentence(number)
        guard sentence.words.count > shortest else { continue }
        // A lead of several paragraphs is read as fast as the rest after the first.
        let isLead = document.elements.contains { element in
          element.role == .summary && element.plainRange.contains(sentence.range.lowerBound)
            && blocks[element.blocks.lowerBound].plainRange.contains(sentence.range.lowerBound)
        }
        let allowed = isLead ? leadLimit : limit
        // To count as people do can only make it shorter.
        guard sentence.words.count > allowed else { continue }
        let start = max(sentence.words.lowerBound, afterDateline(sentence, document))
        let count = count(start..<max(start, sentence.words.upperBound), document)
        if count > allowed, !isBroken(sentence, document), !isList(sentence, document),
          !prose.isQuoted(sentence.range.lowerBound)
        {
          long.append(Long(range: document.sourceRange(sentence.range), count: count, limit: allowed))
        }
      }
    }
    guard !long.isEmpty else { return }
    let budget = max(0, report.limit(.longSentences)) * release.wordCount / 1_000
    let over = long.sorted { ($0.count, $1.range.lowerBound) > ($1.count, $0.range.lowerBound) }
      .prefix(max(0, long.count - budget))
    let shown = over.prefix(report.limit(.places)).sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (index, item) in shown.enumerated() {
      var message = "the sentence has \(item.count) words; \(item.limit) are enough"
      let more = over.count - shown.count
      if index == shown.count - 1, more > 0 { message += " (and \(more) more like it)" }
      report.add(
        message, at: item.range, help: "Make two sentences of it, or cut what the reader can do without.")
    }
  }

  /// Whether lines are broken on purpose: then they are lines of their own, such as labels one below the other.
  private func isBroken(_ sentence: Prose.Sentence, _ document: PRFAQDocument) -> Bool {
    let spans = document.tree.spans
    let range = document.tree.blocks[sentence.block].spanRange
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].plainStart) < sentence.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < range.upperBound, Int(spans[low].plainStart) < sentence.range.upperBound {
      if spans[low].kind == .hardBreak { return true }
      low += 1
    }
    return false
  }

  /// The first word after the dateline, which is no part of the sentence it opens.
  private func afterDateline(_ sentence: Prose.Sentence, _ document: PRFAQDocument) -> Int {
    guard let dateline = document.dateline, document.sourceRange(sentence.range).overlaps(dateline.range)
    else {
      return 0
    }
    return sentence.words.first {
      document.sourceRange(document.prose.words[$0].range).lowerBound >= dateline.range.upperBound
    } ?? sentence.words.upperBound
  }

  /// Words as people count them: what hyphens and slashes join is one. A full stop before a name in small
  /// letters ends a sentence too, so the longest stretch counts.
  private func count(_ words: Range<Int>, _ document: PRFAQDocument) -> Int {
    let plain = document.tree.plain
    return document.prose.words[words].withUnsafeBufferPointer { words in
      plain.withUnsafeBufferPointer { plain in
        var count = 0
        var longest = 0
        for index in words.indices {
          if index > 0 {
            var isApart = false
            var ends = false
            for at in Int(words[index - 1].end)..<Int(words[index].start) {
              switch plain[at] {
              case 0x20, 0x0A: isApart = true
              case 0x2E, 0x21, 0x3F: ends = true
              default: break
              }
            }
            if !isApart { continue }
            if ends, words[index - 1].range.count > 3 { count = 0 }
          }
          count += 1
          longest = max(longest, count)
        }
        return longest
      }
    }
  }

  /// Whether a sentence is read as a list: an enumeration after a colon, semicolons, or an address in it.
  private func isList(_ sentence: Prose.Sentence, _ document: PRFAQDocument) -> Bool {
    document.tree.plain.withUnsafeBufferPointer { plain in
      // Most sentences hold none of the signs without which they are no list.
      let (start, end) = (sentence.range.lowerBound, sentence.range.upperBound)
      guard [0x3A, 0x3B, 0x7C].contains(where: { plain.first($0, from: start, to: end) != nil }) else {
        return false
      }
      var colons = 0
      var commas = 0
      var semicolons = 0
      for at in sentence.range {
        switch plain[at] {
        case 0x3A:
          if at + 2 < plain.count, plain[at + 1] == 0x2F, plain[at + 2] == 0x2F { return true }
          colons += 1
        case 0x2C: if colons > 0 { commas += 1 }
        case 0x3B: semicolons += 1
        case 0x7C: return true
        default: break
        }
      }
      return commas >= 2 || semicolons >= 2
    }
  }
}
