import MarkdownTree
import PRFAQ

/// Something an FAQ should speak about, with the words by which it does.
///
/// The lists are generous on purpose: a topic is reported as absent only when nothing comes near it.
final class Topic: Sendable {
  /// What a message calls it.
  let name: String
  /// Words in a question or heading that make it one about the topic.
  let asked: PhraseSet
  /// Words that do so only where colleagues ask.
  let askedInternally: PhraseSet
  /// Words in an answer that show that the topic is dealt with.
  let answered: PhraseSet

  init(_ name: String, asked: [String], askedInternally: [String] = [], answered: [String]) {
    self.name = name
    self.asked = PhraseSet(asked)
    self.askedInternally = PhraseSet(local: askedInternally)
    self.answered = PhraseSet(answered)
  }
}

/// What an FAQ asks and answers, for looking up topics.
final class FAQText {
  private let document: PRFAQDocument
  private let prose: Prose
  /// The words of each question.
  private let questions: [Range<Int>]
  private let areInOrder: Bool

  init(_ document: PRFAQDocument) {
    self.document = document
    prose = document.prose
    questions = document.questionWords
    areInOrder = WordRanges.areInOrder(questions)
  }

  /// The questions that hold one of the phrases, as indices of the document's.
  func questions(holding phrases: PhraseSet) -> [Int] {
    guard prose.mayContain(phrases) else { return [] }
    if areInOrder { return prose.numbers(of: questions, holding: phrases) }
    return questions.indices.filter { prose.contains(phrases, in: questions[$0]) }
  }

  /// The words of a question.
  func words(ofQuestion index: Int) -> Range<Int> { questions[index] }

  /// The words of the headings outside the releases: sections such as "Risks" or "Pricing" deal with a topic too.
  private lazy var headings: [Range<Int>] = {
    var headings: [Range<Int>] = []
    headings.reserveCapacity(questions.count + 8)
    let releases = document.releases.map(\.blocks)
    document.tree.blocks.withUnsafeBufferPointer { blocks in
      for index in blocks.indices where blocks[index].kind == .heading {
        if releases.contains(where: { $0.contains(index) }) { continue }
        headings.append(prose.words(ofBlocks: index..<(index + 1)))
      }
    }
    return headings
  }()

  /// All words that ask: headings, and questions that are none.
  private lazy var asking: WordRanges = {
    // Questions that are headings come twice; the heading holds all of the question.
    let headings = headings
    var asking: [Range<Int>] = []
    asking.reserveCapacity(headings.count + questions.count)
    var next = 0
    for question in questions {
      while next < headings.count, headings[next].lowerBound <= question.lowerBound {
        asking.append(headings[next])
        next += 1
      }
      if let last = asking.last, last.lowerBound <= question.lowerBound,
        last.upperBound >= question.upperBound
      {
        continue
      }
      asking.append(question)
    }
    asking += headings[next...]
    return WordRanges(asking)
  }()

  private lazy var answers = WordRanges(document.answerWords)
  private lazy var internalQuestions = WordRanges(words(of: .internal))

  private func words(of group: QuestionGroup) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(questions.count)
    for index in questions.indices where document.questions[index].group == group {
      words.append(questions[index])
    }
    return words
  }

  /// Whether a question or heading holds one of the phrases.
  func asks(_ phrases: PhraseSet) -> Bool { prose.mayContain(phrases) && asking.hold(phrases, prose) }

  /// Whether a heading, or a question that customers do not ask, holds one of the phrases.
  func asksColleagues(_ phrases: PhraseSet) -> Bool {
    guard prose.mayContain(phrases) else { return false }
    for index in questions.indices
    where document.questions[index].group != .external && prose.contains(phrases, in: questions[index]) {
      return true
    }
    // Both are by position, so that those customers ask are passed once.
    let external = words(of: .external).filter { !$0.isEmpty }
    var next = 0
    var last = 0
    for heading in headings {
      if heading.lowerBound < last { next = 0 }
      last = heading.lowerBound
      while next < external.count, external[next].upperBound <= heading.lowerBound { next += 1 }
      let isExternal = next < external.count && external[next].overlaps(heading)
      if !isExternal, prose.contains(phrases, in: heading) { return true }
    }
    return false
  }

  /// Whether a topic is dealt with anywhere in the FAQ.
  func covers(_ topic: Topic) -> Bool {
    if asks(topic.asked) || prose.mayContain(topic.answered) && answers.hold(topic.answered, prose) {
      return true
    }
    return prose.mayContain(topic.askedInternally) && internalQuestions.hold(topic.askedInternally, prose)
  }
}

/// Ranges of words in which phrases are looked for.
private struct WordRanges {
  private let ranges: [Range<Int>]
  private let areInOrder: Bool

  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    areInOrder = Self.areInOrder(ranges)
  }

  static func areInOrder(_ ranges: [Range<Int>]) -> Bool {
    var end = 0
    for range in ranges {
      if range.lowerBound < end { return false }
      end = range.upperBound
    }
    return true
  }

  func hold(_ phrases: PhraseSet, _ prose: Prose) -> Bool {
    if areInOrder { return prose.contains(phrases, inAnyOf: ranges) }
    return ranges.contains { prose.contains(phrases, in: $0) }
  }
}

/// How an FAQ keeps what customers ask apart from what colleagues ask.
enum Split {
  /// There is a group of questions that colleagues ask.
  case apart
  /// The questions are in one list, or in groups by subject, and some are ones that colleagues ask.
  case mixed
  /// Nothing in the FAQ is a question that colleagues would ask, or only customers' questions are announced.
  case external

  init(_ document: PRFAQDocument, _ text: FAQText, concept: Settings.Concept) {
    if document.questions.contains(where: { $0.group == .internal }) || Self.hasInternalGroup(document) {
      self = .apart
      return
    }
    let topics = InternalTopicMissing.topics(for: concept)
    let isUnsplit = document.questions.contains { $0.group == .unsplit }
    self = isUnsplit && topics.contains { text.asks($0.asked) } ? .mixed : .external
  }

  /// Headings of groups by subject that only colleagues would ask about.
  private static let internalGroups = PhraseSet(local: [
    "technical", "technology", "architecture", "engineering", "business", "strategy", "strategic",
    "operations",
    "risks", "risk", "feasibility", "viability", "development", "implementation", "investors",
    "hard questions",
    "harder questions", "tough questions", "competition", "economics", "team", "process", "process questions",
  ])

  /// Whether a heading within the FAQ, no question itself, announces a group that is evidently the colleagues'.
  private static func hasInternalGroup(_ document: PRFAQDocument) -> Bool {
    guard document.prose.mayContain(internalGroups) else { return false }
    let asked = document.questions.map(\.range).filter { !$0.isEmpty }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    // Sections are by position, and so are their headings.
    var next = 0
    var last = 0
    for section in document.faqs {
      if let label = section.labelRange,
        document.faqs.count > 1,
        document.prose.contains(internalGroups, in: document.wordsOfText(at: label))
      {
        return true
      }
      for index in section.blocks where document.tree.blocks[index].kind == .heading {
        let range = document.tree.blocks[index].range
        if range.lowerBound < last { next = 0 }
        last = range.lowerBound
        while next < asked.count, asked[next].upperBound <= range.lowerBound { next += 1 }
        if next < asked.count, asked[next].overlaps(range) { continue }
        if document.prose.contains(internalGroups, in: document.prose.words(ofBlocks: index..<(index + 1))) {
          return true
        }
      }
    }
    return false
  }
}

extension PRFAQDocument {
  /// The words of the heading or paragraph that holds a range of the source.
  func wordsOfText(at range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = tree.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tree.blocks[middle].start) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    // Text that began before the range comes right before the first block that begins in it, containers aside.
    var index = low - 1
    while index > 0, tree.blocks[index].plainStart == tree.blocks[index].plainEnd { index -= 1 }
    index = max(index, 0)
    while index < tree.blocks.count, Int(tree.blocks[index].start) < range.upperBound {
      let block = tree.blocks[index]
      if block.plainStart < block.plainEnd, block.range.overlaps(range) {
        return prose.words(ofBlocks: index..<(index + 1))
      }
      index += 1
    }
    return 0..<0
  }
}
