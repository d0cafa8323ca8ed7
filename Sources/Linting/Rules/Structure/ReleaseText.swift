import MarkdownTree
import PRFAQ
import SourceText

/// The paragraphs of a release, for rules that must not call absent what stands there in other words.
final class ReleaseText {
  private let document: PRFAQDocument
  /// Indices of paragraphs and list items that stand in no block quote, in order.
  private let paragraphs: [Int]
  /// Those of them below headline and subheading.
  private let body: [Int]
  /// Those of the body that are running text.
  private let running: [Int]
  private lazy var names = PhraseSet(names: document.products.map(\.name).filter { $0.utf8.count > 2 })

  init(_ release: PRFAQDocument.Release, _ document: PRFAQDocument) {
    self.document = document
    let blocks = document.tree.blocks
    let head = Places.endOfHead(of: release, in: document, with: [.headline, .subheading])
    var paragraphs: [Int] = []
    var body: [Int] = []
    var running: [Int] = []
    var quoteEnd = 0
    for index in release.blocks {
      switch blocks[index].kind {
      case .quote: quoteEnd = max(quoteEnd, Int(blocks[index].subtreeEnd))
      case .paragraph where index >= quoteEnd:
        paragraphs.append(index)
        guard Int(blocks[index].start) >= head else { continue }
        body.append(index)
        if blocks[index].depth == 0, document.prose.words(ofBlocks: index..<(index + 1)).count >= 6 {
          running.append(index)
        }
      default: break
      }
    }
    self.paragraphs = paragraphs
    self.body = body
    self.running = running
  }

  private func words(_ index: Int) -> Range<Int> { document.prose.words(ofBlocks: index..<(index + 1)) }

  /// Whether the product's name stands in a paragraph, capital letters as in the name: "green software" is no product.
  private func namesProduct(_ index: Int) -> Bool {
    document.prose.matches(of: names, in: words(index)).contains { match in
      document.text(match.range).first == names.phrases[match.phrase].first
    }
  }

  // MARK: Date and place

  private static let months = WordList(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug \
    sep sept oct nov dec q1 q2 q3 q4 spring summer autumn fall winter
    """)

  /// Whether a month and a year stand among the first words: "On 3 May 2027, Brightkey opened ...".
  var opensWithDate: Bool {
    let all = document.prose.words
    for index in paragraphs.prefix(2) + body.prefix(2) {
      let words = words(index).prefix(30)
      for at in words where Self.months.contains(all[at]) {
        let near = max(words.lowerBound, at - 2)..<min(words.upperBound, at + 4)
        if near.contains(where: { isYear(all[$0]) }) { return true }
      }
    }
    return false
  }

  private func isYear(_ word: Prose.Word) -> Bool {
    word.traits.contains(.number) && word.range.count == 4
      && document.tree.plain[word.range.lowerBound] == 0x32
  }

  /// Whether a line of the first paragraphs opens with a place: `Durango, CO`, `PALO ALTO, Calif., ...`.
  var opensWithPlace: Bool {
    let plain = document.tree.plain
    for index in paragraphs.prefix(4) {
      let range = document.tree.blocks[index].plainRange
      var start = range.lowerBound
      while start < range.upperBound {
        let end = plain[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
        if isPlace(start..<end) { return true }
        start = end + 1
      }
    }
    return false
  }

  /// One to three words with capitals, a comma, one such word, and then the end, a dash, a digit or a further mark.
  private func isPlace(_ line: Range<Int>) -> Bool {
    let all = document.prose.words
    let words = document.prose.words(in: line)
    guard let first = words.first, all[first].range.lowerBound == line.lowerBound else { return false }
    let plain = document.tree.plain
    var comma: Int? = nil
    for at in words.prefix(5) {
      guard all[at].traits.contains(.capitalised) || all[at].traits.contains(.allCaps) else { return false }
      let after = all[at].range.upperBound
      if comma == nil {
        if after < line.upperBound, plain[after] == 0x2C { comma = at }
        continue
      }
      guard after < line.upperBound else { return true }
      let rest = plain[after..<line.upperBound].first { $0 != 0x20 } ?? 0x2E
      return rest == 0x2E || rest == 0x2C || rest == 0x2D || rest == 0x28 || rest == 0xE2 || rest &- 0x30 < 10
    }
    return false
  }

  // MARK: Lead

  private static let news = PhraseSet([
    "announce", "announces", "announced", "announcing", "launch", "launches", "launched", "launching",
    "release",
    "releases", "released", "introduce", "introduces", "introduced", "introducing", "introduction", "unveil",
    "unveils", "unveiled",
  ])
  private static let press = WordList("press")

  /// Whether one of the first two paragraphs says what is launched, or there is only one that could.
  var hasLead: Bool {
    if running.count <= 1 { return !running.isEmpty }
    if let first = running.first, namesProduct(first), opensWithProduct(first) { return true }
    return running.prefix(2).contains { announces($0) }
  }

  private func opensWithProduct(_ index: Int) -> Bool {
    let start = words(index).lowerBound
    return document.prose.matches(of: names, in: words(index)).first.map { $0.words.lowerBound == start }
      ?? false
  }

  private func announces(_ index: Int) -> Bool {
    document.prose.matches(of: Self.news, in: words(index)).contains { match in
      match.words.lowerBound == 0 || !Self.press.contains(document.prose.words[match.words.lowerBound - 1])
    }
  }

  /// Whether the first paragraph is one short sentence that announces nothing: a subheading without its markup.
  var opensWithOneSentence: Bool {
    guard let first = body.first, running.count > 1, document.tree.blocks[first].depth == 0,
      document.first(.summary).map({ !$0.blocks.contains(first) }) ?? true
    else { return false }
    let words = words(first)
    guard (6...30).contains(words.count), !announces(first) else { return false }
    return document.sentences(inBlocks: first..<(first + 1)).count == 1
  }

  /// Whether the first paragraph opens with a sentence in bold letters: a headline run into the text.
  var opensInBold: Bool {
    guard let first = running.first else { return false }
    let block = document.tree.blocks[first]
    guard let span = document.tree.spans[block.spanRange].first, span.kind == .strong,
      span.plainStart == block.plainStart
    else { return false }
    let words = document.prose.words(in: span.plainRange)
    // A dateline in bold letters has a year in it.
    if document.prose.words[words].contains(where: { $0.traits.contains(.digit) }) { return false }
    return words.count >= 5 && document.tree.plain[span.plainRange].last == 0x2E
  }

  // MARK: Problem and solution

  /// What a problem is told with. Solutions name the product; a paragraph that does not, and has two of these, tells one.
  private static let pains = PhraseSet(local: [
    "lack", "lacks", "lacking", "no", "not", "nobody", "no one", "never", "cannot", "can't", "couldn't",
    "doesn't",
    "don't", "isn't", "aren't", "without", "but", "however", "yet", "struggle", "struggles", "struggling",
    "forced",
    "waste", "wastes", "wasted", "lose", "loses", "losing", "lost", "scattered", "fragmented", "manual",
    "manually",
    "by hand", "error-prone", "slow", "frustrating", "frustration", "frustrated", "broken", "shrinking",
    "difficult",
    "hard", "harder", "hours", "expensive", "problem", "problems", "challenge", "challenges", "pain", "stuck",
    "chaos",
    "tedious", "have to", "has to", "had to", "need to", "invisible", "poor", "poorly", "inconsistent",
    "fail",
    "fails", "until today", "until now", "copying", "unreliable", "confusing", "complicates", "complicated",
    "time-consuming", "overwhelming", "buried", "guess", "guessing", "risk", "afford",
  ])
  private static let labels = PhraseSet([
    "problem", "problems", "challenge", "challenges", "struggle", "struggling", "struggles", "pain",
    "pain points",
  ])

  /// Whether a passage tells what is wrong today, under whatever heading.
  var tellsProblem: Bool {
    body.contains { index in
      if isLabelled(index) || namesProblem(index) { return true }
      if namesProduct(index) || document.prose.isQuoted(document.tree.blocks[index].plainRange.lowerBound) {
        return false
      }
      let matches = document.prose.matches(of: Self.pains, in: words(index))
      return matches.contains { $0.phrase != matches[0].phrase }
    }
  }

  /// Whether the bold label of a paragraph or item speaks of a problem.
  private func isLabelled(_ index: Int) -> Bool {
    let block = document.tree.blocks[index]
    guard let span = document.tree.spans[block.spanRange].first, span.kind == .strong,
      span.plainStart == block.plainStart
    else { return false }
    let words = document.prose.words(in: span.plainRange)
    return words.count <= 8 && document.prose.contains(Self.labels, in: words)
  }

  /// "Rentwise addresses an old problem: ...": the paragraph may open with the product and yet be about the problem.
  private func namesProblem(_ index: Int) -> Bool {
    guard let sentence = document.sentences(inBlocks: index..<(index + 1)).first, words(index).count >= 25,
      !document.prose.isQuoted(sentence.range.lowerBound)
    else { return false }
    return document.prose.contains(Self.named, in: sentence.words)
  }

  private static let named = PhraseSet([
    "problem in", "problem with", "problem of", "problem for", "fundamental problem", "common problem",
    "old problem",
    "real problem",
  ])

  /// Whether a paragraph outside the lead speaks of the product.
  var tellsSolution: Bool {
    let lead = document.first(.summary)?.blocks ?? 0..<0
    let others = running.filter { !lead.contains($0) }
    return running.count <= 1 || others.contains { namesProduct($0) }
  }
}

extension PRFAQDocument {
  /// The placeholders somebody owes the reader, by position.
  ///
  /// A token in words the reader is told to say ("Hi [Name], ...") and the "[feature]" of a question whose answer
  /// holds for any stand for whatever comes there, and are meant to stay.
  var owedPlaceholders: [Placeholder] {
    var at = 0
    return placeholders.filter { placeholder in
      guard placeholder.kind == .token || placeholder.kind == .dummy, let plain = placeholder.plainRange
      else {
        return true
      }
      while at < questions.count,
        max(questions[at].plainRange.upperBound, questions[at].answerPlainRange.upperBound)
          <= plain.lowerBound
      {
        at += 1
      }
      guard at < questions.count else { return true }
      let question = questions[at]
      if question.answerPlainRange.overlaps(plain) { return !prose.isQuoted(plain.lowerBound) }
      guard question.plainRange.overlaps(plain), question.isAnswered, let answer = question.answerRange,
        !hasPlaceholder(in: answer)
      else { return true }
      let first = prose.words(in: plain).first.map { prose.words[$0] }
      return placeholder.kind == .token && first?.traits.contains(.capitalised) ?? true
    }
  }
}
