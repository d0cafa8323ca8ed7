import MarkdownTree
import PRFAQ

extension NeedInference {
  /// What customers suffer, with how the need turns it round.
  private static let cues: [(PhraseSet, String)] = [
    (
      PhraseSet([
        "struggle to", "struggles to", "struggling to", "unable to", "cannot", "can not", "can't",
        "no way to",
        "hard to", "difficult to", "impossible to", "fail to", "fails to", "no easy way to",
      ]), ""
    ),
    (
      PhraseSet([
        "have to", "has to", "are forced to", "is forced to", "must", "need to manually", "needs to manually",
        "are left to", "is left to", "are required to",
      ]), "No longer have to "
    ),
    (PhraseSet(["spend", "spends", "waste", "wastes", "lose", "loses"]), "Not "),
  ]

  /// Sentences of the problem that say what customers cannot do, have to do, or lose.
  mutating func readProblem() {
    for element in document.elements where element.role == .problem {
      let confidence: Confidence = element.origin == .inferred ? .low : .medium
      for sentence in document.sentences(inBlocks: element.blocks) {
        guard sentence.words.count <= 45, !isSpoken(sentence.range),
          sentence.range.lowerBound >= element.plainRange.lowerBound
        else { continue }
        readSuffering(sentence, confidence)
      }
      if element.range.isEmpty { continue }
      readStatements(element)
    }
  }

  /// Where no cue helps, a paragraph of the problem stands for the need to be rid of it: its first sentence, as it is.
  private mutating func readStatements(_ element: Element) {
    var added = 0
    for block in element.blocks where document.tree.blocks[block].kind == .paragraph && added < 3 {
      let range = document.tree.blocks[block].range
      if met.contains(where: { $0.overlaps(range) }) { continue }
      guard
        let sentence = document.sentences(inBlocks: block..<block + 1).first(where: {
          $0.range.lowerBound >= element.plainRange.lowerBound
        }),
        (5...45).contains(sentence.words.count), !isSpoken(sentence.range),
        let clause = clause(of: sentence.words, until: sentence.range.upperBound),
        document.prose.words(in: clause).count >= 5
      else { continue }
      added += 1
      add(
        .problemSentence, .low, title: Wording.title(document.text(clause)), from: clause, in: sentence.range)
    }
  }

  /// The first cue of a sentence makes the candidate: one sentence, one need.
  private mutating func readSuffering(_ sentence: Prose.Sentence, _ confidence: Confidence) {
    var best: (match: Prose.Match, lead: String)? = nil
    for (set, lead) in Self.cues {
      guard let match = document.prose.matches(of: set, in: sentence.words).first,
        match.words.upperBound + 2 <= sentence.words.upperBound
      else { continue }
      if best.map({ match.words.lowerBound < $0.match.words.lowerBound }) ?? true { best = (match, lead) }
    }
    guard let (match, lead) = best else { return }
    let keepsVerb = lead == "Not "
    let from = keepsVerb ? match.words.lowerBound : match.words.upperBound
    guard let clause = clause(of: from..<sentence.words.upperBound, until: sentence.range.upperBound) else {
      return
    }
    var text = Wording.lowerFirst(document.text(clause))
    if keepsVerb { text = Wording.plainVerb(text) }
    add(.problemSentence, confidence, title: Wording.title(lead + text), from: clause, in: sentence.range)
  }

  /// Whether a range of the plain text is, or holds, something a person says.
  func isSpoken(_ plainRange: Range<Int>) -> Bool {
    document.prose.isQuoted(plainRange.lowerBound)
      || document.quotes.contains { $0.plainRange.overlaps(plainRange) }
  }
}
