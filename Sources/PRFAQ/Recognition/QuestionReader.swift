import MarkdownTree

/// Questions, and the words of each.
struct AskedQuestions {
  private(set) var questions: [Question] = []
  private(set) var words: [Range<Int>] = []
  private(set) var answerWords: [Range<Int>] = []

  /// Makes room for a number of them.
  mutating func reserve(_ number: Int) {
    questions.reserveCapacity(number)
    words.reserveCapacity(number)
    answerWords.reserveCapacity(number)
  }

  mutating func append(_ question: Question, _ words: Range<Int>, _ answerWords: Range<Int>) {
    questions.append(question)
    self.words.append(words)
    self.answerWords.append(answerWords)
  }
}

/// Reads the questions and answers of one section.
struct QuestionReader {
  let list: PassageList
  let zone: Zones.QuestionZone
  let group: QuestionGroup
  let section: Int

  /// Reads the questions of the section, in order.
  func read(into found: inout AskedQuestions) {
    let asked = choose()
    for (position, item) in asked.enumerated() {
      let next = position + 1 < asked.count ? asked[position + 1].passage : zone.passages.upperBound
      read(item, next: next, into: &found)
    }
    readTables(into: &found)
  }

  /// Authors keep to one style within a section: the style with most sure questions is taken, and within it what only
  /// its number shows to be a question. Questions of other styles stand inside answers.
  private func choose() -> [PassageList.Asked] {
    var candidates: [PassageList.Asked] = []
    candidates.reserveCapacity(zone.passages.count / 2)
    // How many of each style are sure.
    var counts = Counts()
    for index in zone.passages {
      let passage = list.passages[index]
      if passage.isHead, let role = passage.role, role != .faq, passage.form != .heading { continue }
      guard let asked = list.asked(passage, index: index) else { continue }
      candidates.append(asked)
      if asked.isSure { counts[asked.style.rawValue] += 1 }
    }
    if candidates.isEmpty { return [] }
    // Earlier styles are stronger: three headings outweigh five list items under one of them.
    var best: QuestionStyle? = nil
    var bestScore = 0
    for style in QuestionStyle.allCases {
      let count = counts[style.rawValue]
      let weight = style == .heading || style == .bold || style == .prefixed ? 3 : style == .listBold ? 2 : 1
      if count * weight > bestScore {
        bestScore = count * weight
        best = style
      }
    }
    guard let best else { return [] }
    if candidates.contains(where: { $0.style != best }) { candidates.removeAll { $0.style != best } }
    switch best {
    case .heading: return atQuestionLevel(candidates)
    case .bold, .listBold: return withUnmarked(candidates)
    case .listPlain: return topmost(candidates)
    case .prefixed, .quote, .bare: return candidates
    }
  }

  /// A few small numbers, by level or style.
  private struct Counts {
    private var counts = SIMD8<Int>()

    subscript(_ index: Int) -> Int {
      get { counts[index] }
      set { counts[index] = newValue }
    }

    /// The first index with the greatest number.
    var indexOfMost: Int {
      var most = 0
      for index in 1..<8 where counts[index] > counts[most] { most = index }
      return most
    }
  }

  /// Headings: those of the level most questions have; others only where a mark proves them.
  private func atQuestionLevel(_ asked: [PassageList.Asked]) -> [PassageList.Asked] {
    var counts = Counts()
    for item in asked where item.isSure { counts[item.level] += 1 }
    let level = counts.indexOfMost
    var numbered = 0
    var isBelow = false
    var isOdd = false
    for item in asked {
      if item.level == level, list.passages[item.passage].isNumbered { numbered += 1 }
      if item.isSure, item.level > level { isBelow = true }
      if !item.isSure || item.level != level { isOdd = true }
    }
    let areNumbered = numbered * 2 > counts[level]
    var all = asked
    if isOdd {
      let openGroups = isBelow ? belowTopics(asked) : []
      all.removeAll { item in
        if item.level == level { return !(item.isSure || areNumbered) }
        return !(item.isSure && (item.level < level || openGroups.contains(item.passage)))
      }
    }
    // Among at least four marked questions, a heading of their level with text of its own asks too.
    if counts[level] >= 4, !areNumbered { all = addStatements(all, level: level) }
    return all
  }

  /// Headings that stand below a heading that asks nothing: `#### What does it cost?` under `### Pricing`.
  private func belowTopics(_ asked: [PassageList.Asked]) -> Set<Int> {
    let questions = Set(asked.lazy.filter(\.isSure).map(\.passage))
    var found: Set<Int> = []
    var around: [(level: Int, asks: Bool)] = []
    for index in zone.passages where list.passages[index].form == .heading && list.passages[index].level > 0 {
      let level = list.passages[index].level
      while let last = around.last, last.level >= level { around.removeLast() }
      if let last = around.last, !last.asks, questions.contains(index) { found.insert(index) }
      around.append((level, questions.contains(index) || around.last?.asks ?? false))
    }
    return found
  }

  private func addStatements(_ asked: [PassageList.Asked], level: Int) -> [PassageList.Asked] {
    guard let first = asked.first?.passage, let last = asked.last?.passage else { return asked }
    var added: [PassageList.Asked] = []
    var next = 0
    for index in first...last {
      if asked[next].passage == index {
        next += 1
        continue
      }
      let passage = list.passages[index]
      guard passage.form == .heading, passage.level == level, passage.role == nil, passage.words.count >= 5,
        index + 1 < zone.passages.upperBound, !list.passages[index + 1].isHead
      else { continue }
      added.append(
        PassageList.Asked(
          passage: index, style: .heading, isSure: false, level: level, text: passage.plain,
          rest: passage.plain.upperBound..<passage.plain.upperBound))
    }
    return added.isEmpty ? asked : (asked + added).sorted { $0.passage < $1.passage }
  }

  /// Bold lines: those without a mark count when they are numbered as the others are, or when the others have `Q:`.
  private func withUnmarked(_ asked: [PassageList.Asked]) -> [PassageList.Asked] {
    var sure = 0
    var numbered = 0
    for item in asked where item.isSure {
      sure += 1
      if list.passages[item.passage].isNumbered { numbered += 1 }
    }
    if sure == asked.count { return asked }
    let areNumbered = numbered * 2 > sure
    return asked.filter { item in
      if item.isSure { return true }
      let passage = list.passages[item.passage]
      return areNumbered && passage.isNumbered && !passage.continuesParagraph
    }
  }

  /// List items: only those of the outermost list; questions below them belong to answers.
  private func topmost(_ asked: [PassageList.Asked]) -> [PassageList.Asked] {
    var least = UInt8.max
    for item in asked { least = min(least, list.tree.blocks[list.passages[item.passage].block].depth) }
    return asked.filter { list.tree.blocks[list.passages[$0.passage].block].depth == least }
  }

  private func read(_ asked: PassageList.Asked, next: Int, into found: inout AskedQuestions) {
    let tree = list.tree
    let passage = list.passages[asked.passage]
    var end = next
    // A heading that opens another group of questions ends an answer.
    for index in (asked.passage + 1)..<max(asked.passage + 1, next) {
      let other = list.passages[index]
      guard other.form == .heading, other.level > 0 else { continue }
      if asked.style != .heading || other.level <= asked.level {
        end = index
        break
      }
    }
    var first = asked.passage + 1
    var last = end
    while last > first, list.passages[last - 1].form == .rule { last -= 1 }
    while first < last, list.passages[first].form == .rule { first += 1 }
    var rest = asked.rest
    var hasText = false
    if !rest.isEmpty {
      rest = skipAnswerMark(rest)
      hasText = !rest.isEmpty
    }
    var blocks = Int(passage.block) + 1..<Int(passage.block) + 1
    var plainStart = rest.isEmpty ? -1 : rest.lowerBound
    var plainEnd = rest.isEmpty ? -1 : rest.upperBound
    var answerWords = rest.isEmpty ? 0..<0 : list.prose.words(in: rest)
    var sourceStart = rest.isEmpty ? -1 : tree.sourceRange(ofPlain: list.trim(asked.rest)).lowerBound
    var sourceEnd = rest.isEmpty ? -1 : tree.sourceRange(ofPlain: rest).upperBound
    for index in first..<max(first, last) {
      let answer = list.passages[index]
      let text = plainStart < 0 ? skipAnswerMark(answer.plain) : answer.plain
      if answer.plain.isEmpty {
        if answer.form == .raw, !list.isComment(answer.block) { hasText = true }
      } else if !text.isEmpty {
        hasText = true
        var firstWord = answerWords.lowerBound
        if plainStart < 0 {
          plainStart = text.lowerBound
          firstWord =
            plainStart == answer.plain.lowerBound
            ? answer.words.lowerBound : list.prose.firstWord(from: plainStart)
        }
        plainEnd = text.upperBound
        // Nothing but blanks was left out at the end.
        answerWords = firstWord..<max(firstWord, answer.words.upperBound)
      }
      // Passages are in the order of the source: the first and the last tell where the answer stands.
      if sourceStart < 0 || index == last - 1 {
        let range = source(answer)
        if sourceStart < 0 { sourceStart = range.lowerBound }
        if index == last - 1 { sourceEnd = max(sourceEnd, range.upperBound) }
      }
    }
    if first < last { blocks = blocks.lowerBound..<max(blocks.upperBound, list.passages[last - 1].block + 1) }
    let plain = asked.text
    let words = plain == passage.plain ? passage.words : list.prose.words(in: plain)
    if plainStart < 0 { answerWords = words.upperBound..<words.upperBound }
    found.append(
      Question(
        group: group, range: tree.sourceRange(ofPlain: plain), plainRange: plain,
        answerRange: sourceStart < 0 ? nil : sourceStart..<sourceEnd,
        answerPlainRange: plainStart < 0
          ? plain.upperBound..<plain.upperBound : plainStart..<max(plainStart, plainEnd),
        answerBlocks: blocks, isAnswered: hasText, section: section), words, answerWords)
  }

  /// The source bytes of a passage.
  private func source(_ passage: Passage) -> Range<Int> {
    passage.plain.isEmpty
      ? list.tree.blocks[passage.block].range : list.tree.sourceRange(ofPlain: passage.plain)
  }

  private func skipAnswerMark(_ range: Range<Int>) -> Range<Int> {
    let text = list.trim(range)
    guard list.isAnswerMark(text.lowerBound, text.upperBound) else { return text }
    var at = text.lowerBound + 1
    while at < text.upperBound, list.tree.plain[at] >= 0x80 || list.tree.plain[at] == 0x3A {
      at += list.tree.plain[at] >= 0x80 ? 3 : 1
      if at - text.lowerBound > 4 { break }
    }
    return list.trim(min(at, text.upperBound)..<text.upperBound)
  }

  /// Rows of a table with a column of questions.
  private func readTables(into found: inout AskedQuestions) {
    let tree = list.tree
    guard let firstBlock = zone.passages.first.map({ list.passages[$0].block }),
      let lastBlock = zone.passages.last.map({ list.passages[$0].block })
    else { return }
    for table in tree.tables(inBlocks: firstBlock..<lastBlock + 1) {
      guard
        let column = table.header.firstIndex(where: {
          list.prose.contains(Self.questionColumn, in: list.prose.words(in: $0.plainRange))
        })
      else { continue }
      for row in table.rows where column < row.count && !row[column].plainRange.isEmpty {
        let answer = column + 1 < row.count ? row[column + 1] : nil
        let isAnswered = answer.map { !$0.plainRange.isEmpty } ?? false
        let plain = row[column].plainRange
        let answerPlain = answer?.plainRange ?? plain.upperBound..<plain.upperBound
        found.append(
          Question(
            group: group, range: row[column].range, plainRange: plain,
            answerRange: isAnswered ? answer?.range : nil, answerPlainRange: answerPlain,
            answerBlocks: table.block + 1..<table.block + 1, isAnswered: isAnswered, section: section),
          list.prose.words(in: plain), list.prose.words(in: answerPlain))
      }
    }
  }

  private static let questionColumn = PhraseSet(["question", "questions", "frage", "質問", "질문", "问题"])
}
