import MarkdownTree
import SourceText

/// Puts the readers together: passages, zones, release, questions, and what follows from them.
final class Recogniser {
  let list: PassageList
  let tree: MarkdownTree
  let prose: Prose
  let frontMatter: FrontMatter
  let zones: Zones
  let placeholders: [Placeholder]
  let language: Language
  private let forWord = Prose.hash("for".utf8)

  init(_ list: PassageList, _ frontMatter: FrontMatter) {
    self.list = list
    tree = list.tree
    prose = list.prose
    self.frontMatter = frontMatter
    var zoneFinder = ZoneFinder(list)
    zoneFinder.find()
    zones = zoneFinder.zones
    var finder = PlaceholderFinder(tree: tree, prose: prose)
    placeholders = finder.find()
    language = Language.guess(tree, prose)
  }

  /// Reads the whole document.
  func read(into document: inout Recognised) {
    document.language = language
    document.placeholders = placeholders
    readFAQs(into: &document)
    let release = readRelease(naming: &document.products)
    decideKind(&document, release)
    guard document.kind != .none else {
      document.asked = AskedQuestions()
      document.faqs = []
      return
    }
    document.switchedOff = switchedOff()
    var declared = DeclaredReader(list, zones, off: document.switchedOff)
    document.declared = declared.read()
    if let release { take(release, into: &document) }
    readSections(into: &document)
    readMarkers(into: &document)
    readFromQuestions(into: &document)
    readRisksToldElsewhere(into: &document)
    readCustomers(release, into: &document)
    readMetrics(into: &document)
    document.elements = Self.byPosition(document.elements)
    document.title =
      zones.title.map { tree.blocks[list.passages[$0].block].range }
      ?? document.first(.headline)?.range
  }

  /// Elements by position, those that begin alike by the name of their role.
  private static func byPosition(_ elements: [Element]) -> [Element] {
    // Elements are large: where they go is found out before they are moved.
    let ranks = nameRanks
    var order: [Place] = []
    order.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      let rank = Int(ranks[element.role.bit.trailingZeroBitCount])
      order.append(Place(key: element.range.lowerBound << 8 | rank, index: index))
    }
    order.sort { $0.key == $1.key ? $0.index < $1.index : $0.key < $1.key }
    var sorted: [Element] = []
    sorted.reserveCapacity(elements.count)
    for place in order { sorted.append(elements[place.index]) }
    return sorted
  }

  /// Where an element goes.
  private struct Place {
    /// Its start and the rank of its role's name.
    let key: Int
    let index: Int
  }

  /// By the number of a role's bit, how many names of roles come before its own.
  private static let nameRanks: [UInt8] = {
    var ranks = [UInt8](repeating: 0, count: 32)
    for (rank, role) in Role.allCases.sorted(by: { $0.rawValue < $1.rawValue }).enumerated() {
      ranks[role.bit.trailingZeroBitCount] = UInt8(rank)
    }
    return ranks
  }()

  /// Reads the first release and the names of the product.
  private func readRelease(naming products: inout [ProductName]) -> ReleaseParts? {
    let finder = ProductFinder(list: list, zones: zones, frontMatter: frontMatter)
    products = finder.find()
    guard let zone = zones.releases.first else { return nil }
    let placed = placeholders.filter { $0.plainRange != nil }
    var reader = ReleaseReader(
      list, zone, zones, placed, language, product: products.isEmpty ? nil : ProductMentions(products, prose))
    reader.begin()
    guard let headline = reader.parts.first(where: { $0.role == .headline }) else { return reader.finish() }
    let count = products.count
    finder.add(headline: headline.text ?? list.passages[headline.passages.lowerBound].plain, to: &products)
    if products.count == count { return reader.finish() }
    // The headline names the product better than the title does: the body is read in that light.
    let mentions = ProductMentions(products, prose)
    if !reader.dependsOnProduct {
      reader.setProduct(mentions)
      return reader.finish()
    }
    var again = ReleaseReader(list, zone, zones, placed, language, product: mentions)
    again.begin()
    return again.finish()
  }

  // MARK: Questions

  private func readFAQs(into document: inout Recognised) {
    var all = zones.questions
    if all.isEmpty, let run = runOfQuestions() { all = [run] }
    document.faqs.reserveCapacity(all.count)
    // Most questions have one passage, and their answers another; few documents have more than these.
    document.asked.reserve(min(all.reduce(0) { $0 + $1.passages.count } / 2, 64))
    for zone in all {
      let group: QuestionGroup =
        zone.role == .externalFAQ ? .external : zone.role == .internalFAQ ? .internal : .unsplit
      let section = document.faqs.count
      QuestionReader(list: list, zone: zone, group: group, section: section).read(into: &document.asked)
      let head = zone.head.map { tree.blocks[list.passages[$0].block].range }
      let label = zone.head.map { labelRange(list.passages[$0]) }
      let blocks = blockRange(zone.passages)
      let body = range(ofBlocks: blocks) ?? head ?? 0..<0
      document.faqs.append(
        FAQSection(
          group: group, labelRange: label, origin: zone.origin, blocks: blocks,
          range: (head?.lowerBound ?? body.lowerBound)..<max(body.upperBound, head?.upperBound ?? 0)))
    }
  }

  private func labelRange(_ passage: Passage) -> Range<Int> {
    passage.form == .heading
      ? tree.blocks[passage.block].range : tree.sourceRange(ofPlain: passage.label ?? passage.plain)
  }

  /// Without a heading for it, three or more questions in a row are an FAQ.
  private func runOfQuestions() -> Zones.QuestionZone? {
    let found = list.passages.indices.filter { list.isQuestionLike(list.passages[$0]) }
    guard found.count >= 3, let first = found.first else { return nil }
    return Zones.QuestionZone(head: nil, passages: first..<list.passages.count, role: .faq, origin: .inferred)
  }

  // MARK: Kind

  /// What the file is. A release or an FAQ alone does not make a PR/FAQ: news releases and product FAQs are common.
  private func decideKind(_ document: inout Recognised, _ release: ReleaseParts?) {
    let isDeclared = frontMatter.document?.text.lowercased() == "prfaq"
    if frontMatter.document != nil, !isDeclared {
      // Companion documents of a launch set are no PR/FAQs themselves.
      document.kind = .none
      return
    }
    let hasMarker = !zones.markers.isEmpty || tree.comments.contains { markerRole($0) != nil }
    let hasReleaseHead = zones.releases.contains { $0.head != nil }
    var labelled = RoleSet()
    for part in release?.parts ?? [] where part.origin != .inferred && part.label != nil {
      labelled.insert(part.role)
    }
    let hasFAQHead = zones.questions.contains { $0.head != nil }
    let questions = document.questions.count
    let hasBoilerplate = list.passages.prefix(12).contains {
      $0.words.count <= 14 && prose.contains(Cues.boilerplate, in: $0.words)
    }
    let hasText = zones.releases.contains { zone in
      zone.passages.contains { list.passages[$0].form == .text && list.passages[$0].words.count >= 12 }
    }
    let quoted = (release?.quotes ?? []).contains { $0.speaker != nil }
    let opensAsRelease = release?.dateline != nil || hasBoilerplate || opensWithLaunch()
    var isNamed: Bool { isNamedPRFAQ(tree.source.path) }
    document.isExplicit = isDeclared || hasMarker || hasReleaseHead || labelled.count >= 3
    if isDeclared {
      document.kind = .prfaq
    } else if hasMarker, hasReleaseHead, questions > 0 || hasFAQHead || hasText {
      document.kind = .prfaq
    } else if hasMarker, questions >= 3, !isAboutTheMethod() {
      document.kind = .prfaq
    } else if hasMarker, labelled.count >= 3 || (release?.dateline != nil && quoted) {
      document.kind = .prfaq
    } else if hasMarker, hasFAQHead, questions > 0, hasText, release?.dateline != nil, !isAboutTheMethod() {
      document.kind = .prfaq
    } else if hasReleaseHead, questions > 0 || (hasFAQHead && hasText) {
      document.kind = .prfaq
    } else if labelled.count >= 3, questions > 0,
      labelled.contains(.problem) || labelled.contains(.headline) || quoted
    {
      document.kind = .prfaq
    } else if questions >= 3, hasText, quoted || opensAsRelease {
      document.kind = .prfaq
      document.isExplicit = false
    } else if labelled.count >= 4, isTemplate(labelled, release) {
      document.kind = tree.source.path.isEmpty || !isNamed ? .pressRelease : .prfaq
    } else if hasBothGroups(document) {
      // An RFC of the method announces a README or a change log, and asks both groups of questions.
      document.kind = .faq
      document.isExplicit = true
    } else if isNamed, hasText, !isAboutTheMethod() {
      document.kind = .prfaq
      document.isExplicit = false
    }
  }

  private static let nameParts: Set<String> = [
    "plan", "readme", "template", "templates", "skill", "guide", "howto", "how", "agent", "prompt",
    "checklist", "review",
    "reviewer", "validator", "rules", "notes", "index", "retro", "process", "faqs", "prfaqs", "log",
    "changelog",
    "instructions", "workflow",
  ]

  /// Whether the file's name says PR/FAQ and nothing else that such a name may mean.
  ///
  /// The name is the weakest evidence and the last to be asked; "PR FAQ" may also be about pull requests.
  private func isNamedPRFAQ(_ path: String) -> Bool {
    // Few files have such a name at all.
    guard path.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "p") || $0 >= 0x80 }) else { return false }
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0).lowercased() } ?? ""
    var parts: [Substring] = []
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
      parts = name.utf8.split { ($0 | 0x20) &- 0x61 >= 26 && $0 &- 0x30 >= 10 }.map { Substring($0) }
    } else {
      parts = name.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    }
    if parts.contains(where: { Self.nameParts.contains(String($0)) }) { return false }
    for (index, part) in parts.enumerated() {
      if part.hasPrefix("prfaq") { return true }
      if part == "pr", index + 1 < parts.count, parts[index + 1].hasPrefix("faq") { return true }
    }
    return false
  }

  /// Labels of the method's template: enough of them prove a release of the method.
  private func isTemplate(_ labelled: RoleSet, _ release: ReleaseParts?) -> Bool {
    let quotes = (release?.parts ?? []).contains { $0.role == .companyQuote || $0.role == .customerQuote }
    return labelled.contains(.problem) && labelled.contains(.solution)
      && (quotes || labelled.contains(.headline) || labelled.contains(.subheading))
  }

  /// Whether customers and colleagues ask under headings of their own, which no other kind of page tells apart.
  private func hasBothGroups(_ document: Recognised) -> Bool {
    var isAsked = Array(repeating: false, count: document.faqs.count)
    for question in document.questions where isAsked.indices.contains(question.section) {
      isAsked[question.section] = true
    }
    func asks(_ group: QuestionGroup) -> Bool {
      document.faqs.indices.contains { index in
        isAsked[index] && document.faqs[index].group == group && document.faqs[index].origin == .heading
      }
    }
    return asks(.external) && asks(.internal) && !isAboutTheMethod()
  }

  private static let method = PhraseSet([
    "template", "templates", "how to write", "guide", "process", "plan", "example of", "examples", "workflow",
    "skill",
  ])

  /// Pages about PR/FAQs (instructions, plans, lists of them) name the method in their title too.
  private func isAboutTheMethod() -> Bool {
    guard let title = zones.title else { return false }
    return prose.contains(Self.method, in: list.passages[title].words)
  }

  /// "Today we are proud to release ...": a launch told in the first paragraphs, as of today.
  private func opensWithLaunch() -> Bool {
    var texts = 0
    for passage in list.passages
    where passage.form == .text && !passage.isInList && !passage.isInQuote && passage.words.count >= 8 {
      texts += 1
      if texts == 1 {
        let head = passage.words.prefix(30)
        let tells = prose.contains(Cues.launch, in: head) || prose.contains(Self.release, in: head)
        if tells, prose.contains(Self.today, in: head) { return true }
      }
      if prose.contains(Self.future, in: passage.words.prefix(60)) { return true }
      if texts == 2 { break }
    }
    return false
  }

  private static let future = PhraseSet([
    "will launch", "is launching", "today announced", "will release", "today launched",
  ])

  private static let today = PhraseSet(["today", "now"])
  private static let release = PhraseSet(["release", "launch", "announce", "introduce"])

  // MARK: Elements

  private func blockRange(_ passages: Range<Int>) -> Range<Int> {
    guard let first = passages.first, let last = passages.last else { return 0..<0 }
    return list.passages[first].block..<list.passages[last].block + 1
  }

  /// Where the text of some blocks ends; 0 where there are none.
  private func plainEnd(ofBlocks blocks: Range<Int>) -> Int {
    var end: Int32 = 0
    for index in blocks { end = max(end, tree.blocks[index].plainEnd) }
    return Int(end)
  }

  private func range(ofBlocks blocks: Range<Int>) -> Range<Int>? {
    guard let first = blocks.first, let last = blocks.last else { return nil }
    return tree.blocks[first].range.lowerBound..<tree.blocks[last].range.upperBound
  }

  private func take(_ release: ReleaseParts, into document: inout Recognised) {
    document.dateline = release.dateline
    document.quotes = release.quotes
    document.elements.reserveCapacity(release.parts.count + document.questions.count + 24)
    for zone in zones.releases {
      let blocks = blockRange(zone.passages)
      let head = zone.head.map { list.passages[$0] }
      guard let range = range(ofBlocks: blocks) ?? head.map({ tree.blocks[$0.block].range }) else { continue }
      let plain = tree.blocks[blocks.isEmpty ? 0 : blocks.lowerBound].plainStart
      let plainEnd = blocks.isEmpty ? Int(plain) : self.plainEnd(ofBlocks: blocks)
      let label = head.map(labelRange)
      document.releases.append(
        PRFAQDocument.Release(
          labelRange: label, origin: zone.origin, range: range, blocks: blocks,
          plainRange: Int(plain)..<max(Int(plain), Int(plainEnd)), wordCount: countWords(zone.passages)))
      document.elements.append(
        Element(
          role: .pressRelease, range: range, labelRange: label, origin: zone.origin, blocks: blocks,
          plainRange: Int(plain)..<max(Int(plain), Int(plainEnd))))
    }
    for part in release.parts { document.elements.append(element(part)) }
  }

  private func element(_ part: ReleaseParts.Part) -> Element {
    let first = list.passages[part.passages.lowerBound]
    let last = list.passages[part.passages.upperBound - 1]
    let low = part.text?.lowerBound ?? first.plain.lowerBound
    var high = last.plain.upperBound
    if part.passages.count == 1, let text = part.text { high = text.upperBound }
    let plain = low..<max(low, high)
    var range = tree.sourceRange(ofPlain: plain)
    if first.plain.isEmpty {
      range =
        tree.blocks[first.block].range
        .lowerBound..<max(range.upperBound, tree.blocks[first.block].range.upperBound)
    }
    if last.plain.isEmpty {
      range = range.lowerBound..<max(range.upperBound, tree.blocks[last.block].range.upperBound)
    }
    // A passage that is a whole block keeps its markup: carets then stand under `**...**` too.
    if part.text == nil, part.passages.count == 1, first.plain == tree.blocks[first.block].plainRange,
      first.form != .heading
    {
      range = tree.blocks[first.block].range
    }
    return Element(
      role: part.role, range: range, labelRange: part.label.map { tree.sourceRange(ofPlain: $0) },
      origin: part.origin,
      blocks: first.block..<last.block + 1, plainRange: plain)
  }

  /// Words as a reader counts them: what stands between blanks and has a letter or digit; ideographs count one half each.
  private func countWords(_ passages: Range<Int>) -> Int {
    // Words and passages are in the order of the text, and both buffers outlive the loop.
    tree.plain.withUnsafeBufferPointer { plain in
      prose.words.withUnsafeBufferPointer { words in
        var halves = 0
        for index in passages where list.passages[index].form != .raw {
          halves += Self.halves(of: list.passages[index], words, plain)
        }
        return halves / 2
      }
    }
  }

  /// Half words of a passage: two for each stretch without blanks that has a letter or digit.
  @inline(__always)
  private static func halves(
    of passage: Passage, _ words: UnsafeBufferPointer<Prose.Word>, _ plain: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let range = passage.words
    if range.isEmpty { return 0 }
    // Most words have a blank before them: those that are joined to the word before are counted.
    var joined = 0
    var traits = words[range.lowerBound].traits.rawValue
    var index = range.lowerBound &+ 1
    while index < range.upperBound {
      let word = words[index]
      // It is not the first, so that there is a byte before it; that of a word is no blank.
      if plain[Int(word.start) &- 1] != 0x20, !hasBlank(plain, words[index &- 1].end, word.start) {
        joined &+= 1
      }
      traits |= word.traits.rawValue
      index &+= 1
    }
    if Prose.Traits(rawValue: traits).contains(.ideographic)
      || Int(words[range.upperBound &- 1].end) > passage.plain.upperBound
    {
      return gluedHalves(of: passage, words, plain)
    }
    return (range.count - joined) * 2
  }

  /// Whether a blank or line end stands between two words.
  @inline(__always)
  private static func hasBlank(_ plain: UnsafeBufferPointer<UInt8>, _ start: Int32, _ end: Int32) -> Bool {
    var at = start
    while at < end, plain[Int(at)] != 0x20, plain[Int(at)] != 0x0A { at &+= 1 }
    return at < end
  }

  /// The same where ideographs stand between words, or a word runs on into the next passage.
  private static func gluedHalves(
    of passage: Passage, _ words: UnsafeBufferPointer<Prose.Word>, _ plain: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let end = Int32(truncatingIfNeeded: passage.plain.upperBound)
    let last = passage.words.upperBound
    var halves = 0
    // The end of a word whose stretch goes on; -1 after an ideograph, and before the first word.
    var open: Int32 = -1
    var index = passage.words.lowerBound
    while index < last {
      let word = words[index]
      index &+= 1
      if open >= 0, hasBlank(plain, open, word.start) {
        halves &+= 2
        open = -1
      }
      // A word that runs on into the next passage is counted with neither.
      if word.end > end { return halves }
      if word.traits.contains(.ideographic) {
        halves &+= word.range.count / 3
        if open >= 0 { open = word.end }
      } else {
        open = word.end
      }
    }
    return open >= 0 ? halves &+ 2 : halves
  }

  private func readSections(into document: inout Recognised) {
    for (index, section) in document.faqs.enumerated() {
      let role: Role =
        section.group == .external ? .externalFAQ : section.group == .internal ? .internalFAQ : .faq
      let passages = index < zones.questions.count ? zones.questions[index].passages : 0..<0
      let blocks = passages.isEmpty ? section.blocks : blockRange(passages)
      let plainStart = blocks.isEmpty ? 0 : Int(tree.blocks[blocks.lowerBound].plainStart)
      let plainEnd = plainEnd(ofBlocks: blocks)
      document.elements.append(
        Element(
          role: role, range: section.range, labelRange: section.labelRange, origin: section.origin,
          blocks: blocks,
          plainRange: plainStart..<max(plainStart, plainEnd)))
    }
    var present = RoleSet()
    for element in document.elements { present.insert(element.role) }
    let releases = zones.releases
    var next = 0
    for zone in zones.others where !zone.passages.isEmpty {
      let blocks = blockRange(zone.passages)
      guard let range = range(ofBlocks: blocks) else { continue }
      let head = list.passages[zone.head]
      // Sections beside a release that has such a part itself are not that part.
      while next < releases.count, releases[next].passages.upperBound <= zone.head { next += 1 }
      if next < releases.count, releases[next].passages.contains(zone.head), present.contains(zone.role) {
        continue
      }
      present.insert(zone.role)
      let plainStart = Int(tree.blocks[blocks.lowerBound].plainStart)
      let plainEnd = plainEnd(ofBlocks: blocks)
      document.elements.append(
        Element(
          role: zone.role, range: range, labelRange: labelRange(head), origin: .heading, blocks: blocks,
          plainRange: plainStart..<max(plainStart, plainEnd)))
    }
    tablesOfNeeds(into: &document)
  }

  private static let needColumn = PhraseSet([
    "customer should be able", "customer can", "customer need", "customer needs", "customers need",
    "customer requirement",
    "user story", "user need", "customer should", "user should be able", "as a user",
  ])

  /// A table with a column of customer sentences lists needs, whatever its heading says.
  private func tablesOfNeeds(into document: inout Recognised) {
    guard document.first(.needs) == nil else { return }
    for table in tree.tables {
      guard
        let cell = table.header.first(where: {
          prose.contains(Self.needColumn, in: prose.words(in: $0.plainRange))
        })
      else { continue }
      let label = list.passages.last { $0.isHead && $0.block < table.block }.map(labelRange)
      document.elements.append(
        Element(
          role: .needs, range: table.range, labelRange: label, origin: .inferred,
          blocks: table.block..<table.block + 1,
          plainRange: cell.plainRange))
      return
    }
  }

  // MARK: Markers

  /// The role a comment such as `<!-- prfaq: problem -->` names.
  private func markerRole(_ comment: Comment) -> Role? {
    let text = tree.source[comment.content]
    guard text.hasPrefix("prfaq:") else { return nil }
    let name = text.dropFirst(6).trimmingBlanks()
    return Role(rawValue: name.lowercased())
  }

  /// A marker gives the passage after it its role, whatever the wording suggests.
  private func readMarkers(into document: inout Recognised) {
    var next = 0
    var made: [Element] = []
    for (number, comment) in tree.comments.enumerated() {
      guard let role = markerRole(comment) else { continue }
      // Comments come in order, and so do the passages after them.
      while next < list.passages.count,
        Int(tree.blocks[list.passages[next].block].start) < comment.range.upperBound
          || list.passages[next].form == .rule
      {
        next += 1
      }
      guard next < list.passages.count else { break }
      let index = next
      let passage = list.passages[index]
      var first = index
      var end = index + 1
      var label: Range<Int>? = nil
      if passage.isHead, role != .headline {
        label = labelRange(passage)
        first = index + 1
        end = list.sectionEnd(index)
      } else {
        // To the next comment, heading or rule.
        let following =
          number + 1 < tree.comments.count ? tree.comments[number + 1].range.upperBound : Int.max
        while end < list.passages.count, !list.passages[end].isHead, list.passages[end].form != .rule,
          role != .headline, role != .subheading, role != .dateline,
          following > Int(tree.blocks[list.passages[end].block].start)
        {
          end += 1
        }
      }
      guard first < end else { continue }
      let found = element(
        ReleaseParts.Part(role: role, passages: first..<end, label: nil, origin: .marker))
      made.append(
        Element(
          role: role, range: found.range, labelRange: label, origin: .marker, blocks: found.blocks,
          plainRange: found.plainRange))
    }
    if made.isEmpty { return }
    let roles = Set(made.lazy.map(\.role))
    let starts = Set(made.lazy.map(\.range.lowerBound))
    document.elements.removeAll { old in
      old.origin == .inferred
        && (roles.contains(old.role) || old.role != .pressRelease && starts.contains(old.range.lowerBound))
    }
    document.elements += made
  }

  private func switchedOff() -> [Range<Int>] {
    var off: [Range<Int>] = []
    var start: Int? = nil
    for comment in tree.comments {
      let text = tree.source[comment.content]
      if text == "prfaq:off" || text == "prfaq: off" { start = start ?? comment.range.upperBound }
      if text == "prfaq:on" || text == "prfaq: on", let low = start {
        off.append(low..<comment.range.lowerBound)
        start = nil
      }
    }
    if let start { off.append(start..<tree.source.bytes.count) }
    return off
  }

  // MARK: What questions tell

  private func readFromQuestions(into document: inout Recognised) {
    let hasRisks = document.elements.contains { $0.role == .risks && $0.origin != .inferred }
    let hasMetrics = document.elements.contains { $0.role == .metrics && $0.origin != .inferred }
    let roles: [Role] = [.customerSegment, .risks, .metrics, .scope]
    let anyQuestion = Cues.anyQuestion
    for (number, question) in document.questions.enumerated() where question.isAnswered {
      let words = document.asked.words[number]
      let hasCue = prose.contains(anyQuestion, in: words)
      // What else asks for one of these is about customers, or in a language that is not covered.
      if !hasCue, language.isComplete, !asksForWhom(words) { continue }
      for role in roles {
        if role == .risks && hasRisks || role == .metrics && hasMetrics { continue }
        guard hasCue && asks(for: role, words) || asksInItsOwnWords(role, question, words) else { continue }
        if role == .metrics, !hasTarget(question.answerPlainRange) { continue }
        let answer = question.answerRange ?? question.range
        document.elements.append(
          Element(
            role: role, range: answer, labelRange: question.range, origin: .inferred,
            blocks: question.answerBlocks,
            plainRange: question.answerPlainRange))
      }
    }
  }

  private func asks(for role: Role, _ words: Range<Int>) -> Bool {
    switch role {
    case .customerSegment: prose.contains(Cues.segmentQuestion, in: words)
    case .risks: prose.contains(Cues.riskQuestion, in: words)
    case .metrics: prose.contains(Cues.metricQuestion, in: words)
    case .scope: prose.contains(Cues.scopeQuestion, in: words)
    default: false
    }
  }

  private static let riskTold = PhraseSet([
    "the biggest risk", "the main risk", "the real risk", "the largest risk", "the greatest risk",
    "the risk is",
    "biggest threat", "honestly the risk", "is the risk", "our biggest risk", "kill criteria", "the key risk",
  ])

  /// Without a section or question of their own, risks may be told within an answer.
  private func readRisksToldElsewhere(into document: inout Recognised) {
    guard document.first(.risks) == nil else { return }
    guard prose.mayContain(Self.riskTold) else { return }
    for (number, question) in document.questions.enumerated()
    where question.isAnswered && question.group != .external {
      guard prose.contains(Self.riskTold, in: document.asked.answerWords[number]) else { continue }
      document.elements.append(
        Element(
          role: .risks, range: question.answerRange ?? question.range, labelRange: question.range,
          origin: .inferred, blocks: question.answerBlocks, plainRange: question.answerPlainRange))
      return
    }
  }

  private static let who = PhraseSet(local: ["who", "whom"])
  /// "Who is Tangent for?"
  private func asksForWhom(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return prose.words[last].hash == forWord
      && Self.who.match(prose.words, at: first, end: words.upperBound) != nil
  }

  /// "Who is Tangent for?" and what languages that glue words together write.
  private func asksInItsOwnWords(_ role: Role, _ question: Question, _ words: Range<Int>) -> Bool {
    if words.isEmpty { return false }
    let text = question.plainRange
    if role == .customerSegment, asksForWhom(words) { return true }
    if language.isComplete { return false }
    switch role {
    case .customerSegment: return Self.ownWords.segment.contains { contains($0, text) }
    case .risks: return Self.ownWords.risk.contains { contains($0, text) }
    case .metrics: return Self.ownWords.metric.contains { contains($0, text) }
    default: return false
    }
  }

  private static let ownWords = (
    segment: ["대상 고객", "誰のため", "用户是谁", "für wen"].map { Array($0.utf8) },
    risk: ["리스크", "リスク", "风险"].map { Array($0.utf8) },
    metric: ["지표", "指標", "指标"].map { Array($0.utf8) }
  )

  /// Whether a range of `plain` holds some bytes.
  private func contains(_ needle: [UInt8], _ range: Range<Int>) -> Bool {
    tree.plain.withUnsafeBufferPointer { plain in
      let last = range.upperBound - needle.count
      var at = range.lowerBound
      while at <= last {
        at = ByteSearch.first(needle[0], in: plain, from: at, to: last + 1)
        if at > last { break }
        if plain[at..<at + needle.count].elementsEqual(needle) { return true }
        at += 1
      }
      return false
    }
  }

  /// Whether a text has a number to reach: digits that are no ordinal of a list.
  func hasTarget(_ plain: Range<Int>) -> Bool {
    prose.words[prose.words(in: plain)].contains { word in
      word.traits.contains(.digit) && !(word.range.count == 4 && word.traits.contains(.number))
    }
  }
}

extension Substring {
  /// The text without blanks around it.
  func trimmingBlanks() -> String {
    var text = self
    while let first = text.first, first == " " || first == "\n" || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\n" || last == "\t" { text.removeLast() }
    return String(text)
  }
}
