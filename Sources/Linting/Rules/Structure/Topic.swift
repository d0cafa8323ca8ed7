import MarkdownTree
import PRFAQ

/// Something an FAQ should speak about, with the words by which it does.
///
/// The lists are generous on purpose: a topic is reported as absent only when nothing comes near it.
struct Topic: Sendable {
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
    self.askedInternally = PhraseSet(askedInternally)
    self.answered = PhraseSet(answered)
  }
}

/// What an FAQ asks and answers, for looking up topics.
struct FAQText {
  private let prose: Prose
  private let headings: [Range<Int>]
  /// The words of each question and of its answer.
  private let questions: [(asked: Range<Int>, answer: Range<Int>, group: QuestionGroup)]

  /// Gathers the headings outside the releases: sections such as "Risks" or "Pricing" deal with a topic too.
  init(_ document: PRFAQDocument) {
    prose = document.prose
    var headings: [Range<Int>] = []
    for (index, block) in document.tree.blocks.enumerated() where block.kind == .heading {
      if document.releases.contains(where: { $0.blocks.contains(index) }) { continue }
      headings.append(document.prose.words(ofBlocks: index..<(index + 1)))
    }
    self.headings = headings
    questions = document.questions.map { question in
      (
        document.prose.words(in: question.plainRange), document.prose.words(in: question.answerPlainRange),
        question.group
      )
    }
  }

  /// Whether a question or heading holds one of the phrases.
  func asks(_ phrases: PhraseSet) -> Bool {
    questions.contains { prose.contains(phrases, in: $0.asked) }
      || headings.contains { prose.contains(phrases, in: $0) }
  }

  /// Whether a heading, or a question that customers do not ask, holds one of the phrases.
  func asksColleagues(_ phrases: PhraseSet) -> Bool {
    questions.contains { $0.group != .external && prose.contains(phrases, in: $0.asked) }
      || headings.contains { prose.contains(phrases, in: $0) && !isExternal($0) }
  }

  /// Whether words belong to a question that customers ask.
  private func isExternal(_ words: Range<Int>) -> Bool {
    questions.contains { $0.group == .external && $0.asked.overlaps(words) }
  }

  /// Whether an answer holds one of the phrases.
  func answers(_ phrases: PhraseSet) -> Bool {
    questions.contains { prose.contains(phrases, in: $0.answer) }
  }

  /// Whether a topic is dealt with anywhere in the FAQ.
  func covers(_ topic: Topic) -> Bool {
    if asks(topic.asked) || answers(topic.answered) { return true }
    return questions.contains {
      $0.group == .internal && prose.contains(topic.askedInternally, in: $0.asked)
    }
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

  init(_ document: PRFAQDocument, concept: Settings.Concept) {
    if document.questions.contains(where: { $0.group == .internal }) || Self.hasInternalGroup(document) {
      self = .apart
      return
    }
    let text = FAQText(document)
    let topics = InternalTopicMissing.topics(for: concept)
    let isUnsplit = document.questions.contains { $0.group == .unsplit }
    self = isUnsplit && topics.contains { text.asks($0.asked) } ? .mixed : .external
  }

  /// Headings of groups by subject that only colleagues would ask about.
  private static let internalGroups = PhraseSet([
    "technical", "technology", "architecture", "engineering", "business", "strategy", "strategic",
    "operations",
    "risks", "risk", "feasibility", "viability", "development", "implementation", "investors",
    "hard questions",
    "harder questions", "tough questions", "competition", "economics", "team", "process", "process questions",
  ])

  /// Whether a heading within the FAQ, no question itself, announces a group that is evidently the colleagues'.
  private static func hasInternalGroup(_ document: PRFAQDocument) -> Bool {
    let asked = document.questions.map(\.range).filter { !$0.isEmpty }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    for section in document.faqs {
      if let label = section.labelRange,
        document.faqs.count > 1,
        document.prose.contains(internalGroups, in: document.wordsOfText(at: label))
      {
        return true
      }
      var next = 0
      for index in section.blocks where document.tree.blocks[index].kind == .heading {
        let range = document.tree.blocks[index].range
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
