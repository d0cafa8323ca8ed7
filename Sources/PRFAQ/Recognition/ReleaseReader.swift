import MarkdownTree

/// Reads the parts of one press release: what headings and labels announce, and, where they are silent, what position
/// and wording show.
struct ReleaseReader {
  let list: PassageList
  let zone: Zones.ReleaseZone
  let zones: Zones
  /// Those with a place in `plain`, in order.
  let placeholders: [Placeholder]
  let language: Language
  private var quoteReader: QuoteReader

  private(set) var parts: [Part] = []
  private var quotes: [Quote] = []
  private var dateline: Dateline? = nil
  /// The product's name, from the headline or the lead.
  private var product: ProductMentions? = nil

  typealias Part = ReleaseParts.Part

  private var used: [Bool]
  private var roles = RoleSet()
  private var shortNames: [UInt32] = []

  /// Takes what reading needs; `begin` and `finish` read.
  init(
    _ list: PassageList, _ zone: Zones.ReleaseZone, _ zones: Zones, _ placeholders: [Placeholder],
    _ language: Language,
    product: ProductMentions?
  ) {
    self.list = list
    self.zone = zone
    self.zones = zones
    self.placeholders = placeholders
    self.language = language
    self.product = product
    quoteReader = QuoteReader(list: list, product: product)
    used = Array(repeating: false, count: list.passages.count)
    // As many as a release has as a rule.
    parts.reserveCapacity(16)
    datelines.reserveCapacity(4)
    quotes.reserveCapacity(2)
  }

  /// Reads what labels announce, and the headline.
  mutating func begin() {
    readLabelled()
    readHeadline()
  }

  /// Whether labels and headline might have been read differently had the product another name.
  var dependsOnProduct: Bool { quoteReader.wasAsked }

  /// Names the product anew, before anything depends on its name.
  mutating func setProduct(_ product: ProductMentions?) {
    self.product = product
    quoteReader.product = product
  }

  /// Reads what labels leave out.
  mutating func finish() -> ReleaseParts {
    shortNames = product?.shortNames() ?? []
    readDateline()
    readQuotes()
    inferBody()
    return ReleaseParts(zone: zone, parts: parts, quotes: quotes, dateline: dateline)
  }

  private var passages: [Passage] { list.passages }
  private func has(_ role: Role) -> Bool { roles.contains(role) }
  private func words(_ index: Int) -> Range<Int> { passages[index].words }

  private mutating func add(
    _ role: Role, _ range: Range<Int>, label: Range<Int>? = nil, _ origin: Origin, text: Range<Int>? = nil
  ) {
    roles.insert(role)
    parts.append(Part(role: role, passages: range, label: label, origin: origin, text: text))
  }

  // MARK: Headings and labels

  private static let content: RoleSet = [
    .headline, .subheading, .dateline, .summary, .problem, .solution, .companyQuote, .customerQuote,
    .howItWorks,
    .gettingStarted, .customerSegment, .customerExperience,
  ]

  private mutating func readLabelled() {
    var index = zone.passages.lowerBound
    while index < zone.passages.upperBound {
      let passage = passages[index]
      guard let label = passage.label, let role = passage.role, Self.content.contains(role),
        !isFAQNoise(index)
      else {
        if passage.form == .heading, passage.level > 0, passage.role == nil { weakHeading(index) }
        index += 1
        continue
      }
      let end = sectionEnd(index)
      if role == .solution, list.prose.contains(Self.features, in: passage.words) {
        // A list of features is the solution only where nothing else is.
        features = features ?? (index, end)
        used[index] = true
        index += 1
        continue
      }
      let origin: Origin =
        passage.form == .heading || (passage.isHead && !passage.hasBody) ? .heading : .label
      used[index] = true
      if passage.isHead, !passage.hasBody || passage.form == .heading {
        let body = index + 1..<end
        if !body.isEmpty {
          add(role, body, label: label, origin)
          // A "body" of several paragraphs holds problem and solution too: only its first paragraph is spoken for.
          let isBody =
            role == .summary && body.filter { passages[$0].form == .text && !passages[$0].isInList }.count > 2
          for inner in body where !passages[inner].isHead || role != .summary {
            used[inner] = true
            if isBody, passages[inner].form == .text { break }
          }
        }
      } else {
        add(role, index..<max(index + 1, end), label: label, origin, text: passage.body)
        for inner in index..<max(index + 1, end) { used[inner] = true }
      }
      index += 1
    }
  }

  private func isFAQNoise(_ index: Int) -> Bool { passages[index].isInQuote && !passages[index].isHead }

  /// After the last passage of the section or label at `index`: the next head of its rank, the next label, or, for run-in
  /// labels, the next speech.
  ///
  /// This is mutating, though it changes nothing: the reader would be copied.
  private mutating func sectionEnd(_ index: Int) -> Int {
    let passage = passages[index]
    var at = index + 1
    while at < zone.passages.upperBound {
      let other = passages[at]
      if other.form == .rule, passage.form != .heading { break }
      if other.isHead, passage.isHead, passage.form == .heading {
        if other.form == .heading, other.level <= passage.level { break }
        if other.form != .heading, other.role != nil, Self.content.contains(other.role ?? .appendix),
          passage.level >= 1,
          !(passage.role == .howItWorks || passage.role == .solution)
        {
          break
        }
      } else if other.isHead {
        break
      } else if other.label != nil, let role = other.role, Self.content.contains(role), !other.isInList {
        break
      }
      if !passage.isHead {
        // A run-in label covers its paragraph and what continues it, up to the next paragraph that opens something new.
        if other.form == .text, !other.isInList, !other.isInQuote, passage.hasBody, opensAnew(at) { break }
        if passage.role == .gettingStarted || passage.role == .headline || passage.role == .subheading
          || passage.role == .dateline
        {
          if passage.hasBody { break }
        }
        if other.isInQuote, passage.role != .companyQuote, passage.role != .customerQuote { break }
      }
      at += 1
    }
    var end = at
    while end > index + 1, passages[end - 1].form == .rule { end -= 1 }
    return end
  }

  private func opensAnew(_ index: Int) -> Bool {
    quoteReader.read(
      index, end: zone.passages.upperBound, labelled: nil, origin: .inferred) != nil
      || startsWithProduct(index) || startsWithBold(index)
  }

  private func startsWithBold(_ index: Int) -> Bool {
    let passage = passages[index]
    return list.tree.blocks[passage.block].spanRange.first.map {
      list.tree.spans[$0].kind == .strong && Int(list.tree.spans[$0].plainStart) == passage.plain.lowerBound
    } ?? false
  }

  /// Headings in the author's own words may still say what follows: "Addressing industry challenges".
  private mutating func weakHeading(_ index: Int) {
    let passage = passages[index]
    guard index > zone.passages.lowerBound + 1 || zone.head == nil else { return }
    let end = sectionEnd(index)
    guard index + 1 < end, passages[index + 1].form == .text || passages[index + 1].isInQuote else { return }
    let role: Role?
    if list.prose.contains(Self.weakProblem, in: passage.words) {
      role = .problem
    } else if list.prose.contains(Self.weakStart, in: passage.words) {
      role = .gettingStarted
    } else if list.prose.contains(Self.weakSolution, in: passage.words) {
      role = .solution
    } else if list.prose.contains(Self.weakHow, in: passage.words) {
      role = .howItWorks
    } else if list.prose.contains(Self.weakCustomers, in: passage.words) {
      role = .customerQuote
    } else {
      role = nil
    }
    guard let role, !has(role), !list.endsQuestion(passage.plain) else { return }
    pending.append((role, index))
  }

  private var pending: [(Role, Int)] = []
  private var features: (head: Int, end: Int)? = nil
  private static let features = PhraseSet([
    "features", "feature", "capabilities", "benefits", "highlights", "funktionen", "主な機能", "主要機能", "機能",
  ])
  private static let weakProblem = PhraseSet([
    "problem", "problems", "challenge", "challenges", "pain", "struggle", "struggling",
  ])
  private static let weakSolution = PhraseSet([
    "solution", "approach", "what it does", "features", "capabilities",
  ])
  private static let weakHow = PhraseSet(["how it works", "works", "workflow", "experience"])
  private static let weakStart = PhraseSet([
    "availability", "available", "get started", "getting started", "pricing", "price", "try", "start",
  ])
  private static let weakCustomers = PhraseSet([
    "customers say", "users say", "testimonials", "testimonies", "real users",
  ])

  // MARK: Headline and subheading

  private func isBoilerplate(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.words.count <= 14 else { return false }
    return list.prose.contains(Cues.boilerplate, in: passage.words)
  }

  private func reader() -> DatelineReader { DatelineReader(list: list, placeholders: placeholders) }

  /// The dateline that opens a passage. Headline, subheading and lead ask for the same few passages.
  private mutating func datelineFound(_ index: Int) -> DatelineReader.Found? {
    if let known = datelines.first(where: { $0.index == index }) { return known.found }
    let found = reader().read(passages[index], isLabelled: false)
    // Only what is at the start of a release is asked for more than once.
    if datelines.count < 16 { datelines.append((index, found)) }
    return found
  }

  private var datelines: [(index: Int, found: DatelineReader.Found?)] = []

  private mutating func isDatelineOnly(_ index: Int) -> Bool {
    guard let found = datelineFound(index) else { return false }
    return !found.hasLead && passages[index].words.count <= 16
  }

  private mutating func readHeadline() {
    let scan = zone.passages.lowerBound..<min(zone.passages.upperBound, zone.passages.lowerBound + 10)
    var headline: Int? = nil
    if !has(.headline) {
      for index in scan {
        let passage = passages[index]
        if passage.form == .rule || isBoilerplate(index) || zones.markers.contains(index)
          || used[index]
          || list.isMetadata(passage) || isDatelineOnly(index)
        {
          continue
        }
        if passage.form == .heading, passage.level > 0, passage.role == nil {
          headline = index
          break
        }
        if passage.form == .boldLine, passage.role == nil, passage.words.count >= 3, passage.words.count <= 40
        {
          headline = index
          break
        }
        if passage.form == .text, isBareHeadline(index) {
          headline = index
          break
        }
        if passage.form == .text || passage.form == .raw { break }
      }
      if let headline {
        used[headline] = true
        add(.headline, headline..<headline + 1, passages[headline].form == .text ? .inferred : .heading)
      } else {
        headlineFromTitle()
      }
    }
    readSubheading(after: headline)
  }

  /// A short first line without a full stop, with paragraphs after it.
  private func isBareHeadline(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.words.count >= 3, passage.words.count <= 25, !passage.isInList, !passage.isInQuote,
      !list.endsSentence(passage.plain), list.firstLine(passage.plain) == list.trim(passage.plain),
      passage.label == nil
    else { return false }
    return zone.passages.contains(index + 1)
  }

  /// `# PR-FAQ — Compass: the daily report that ...`, `# Press Release: WordPress hosting made easy`, or a title that is a
  /// headline itself.
  private mutating func headlineFromTitle() {
    if let head = zone.head, let split = list.firstSeparator(passages[head].words) {
      let rest = split..<passages[head].words.upperBound
      if rest.count >= 4, !list.prose.contains(Self.draftWords, in: rest.prefix(3)) {
        add(
          .headline, head..<head + 1, .heading,
          text: Int(list.prose.words[rest.lowerBound].start)..<passages[head].plain.upperBound)
        return
      }
    }
    guard let title = zones.title, !zones.releases.contains(where: { $0.head == title }) else { return }
    let passage = passages[title]
    if zones.markers.contains(title) {
      if let residue = list.residue(ofTitle: passage) {
        add(.headline, title..<title + 1, .heading, text: residue)
      }
    } else if passage.words.count >= 5, passage.role == nil {
      add(.headline, title..<title + 1, .heading)
    }
  }

  private static let draftWords = PhraseSet(local: [
    "draft", "internal", "dated", "written", "version", "for",
  ])

  private mutating func readSubheading(after headline: Int?) {
    guard !has(.subheading) else { return }
    let from: Int
    if let headline {
      from = headline + 1
    } else if let part = parts.first(where: { $0.role == .headline }) {
      from = part.passages.upperBound
    } else {
      return
    }
    let start = max(from, zone.passages.lowerBound)
    // A title that serves as headline has its subheading before the release's own heading.
    let low = from < zone.passages.lowerBound ? from : start
    var index = low
    while index < min(low + 4, passages.count) {
      let passage = passages[index]
      if passage.form == .rule || isBoilerplate(index) || isDatelineOnly(index) {
        index += 1
        continue
      }
      guard !used[index], passage.label == nil, !passage.isInList, !passage.isInQuote,
        passage.words.count >= 4
      else { return }
      let isLine = passage.form == .italicLine || passage.form == .boldLine
      let isHeading =
        passage.form == .heading && passage.role == nil && !list.isQuestionLike(passage)
        && index == from && zone.passages.contains(index)
      if isLine || isHeading, passage.words.count <= 60,
        datelineFound(index) == nil || isHeading
      {
        used[index] = true
        add(.subheading, index..<index + 1, isHeading ? .heading : .inferred)
      } else if passage.form == .text, passage.words.count <= 35, index + 1 < zone.passages.upperBound,
        datelineFound(index) == nil, oneSentence(passage),
        opensWithDateline(index + 1)
      {
        used[index] = true
        add(.subheading, index..<index + 1, .inferred)
      }
      return
    }
  }

  private func oneSentence(_ passage: Passage) -> Bool {
    let text = list.trim(passage.plain)
    var at = text.lowerBound
    while at + 1 < text.upperBound {
      if list.tree.plain[at] == 0x2E, list.tree.plain[at + 1] == 0x20 { return false }
      at += 1
    }
    return true
  }

  private mutating func opensWithDateline(_ index: Int) -> Bool {
    var index = index
    while index < zone.passages.upperBound, passages[index].form == .rule { index += 1 }
    guard index < zone.passages.upperBound else { return false }
    return datelineFound(index) != nil
  }

  // MARK: Dateline

  private mutating func readDateline() {
    if let part = parts.first(where: { $0.role == .dateline }) {
      let passage = passages[part.passages.lowerBound]
      dateline = reader().read(passage, isLabelled: true)?.dateline
      if dateline == nil {
        // A label without a date: what stands there is the dateline all the same.
        dateline = Dateline(
          range: list.tree.sourceRange(ofPlain: part.text ?? passage.plain), place: nil, date: nil,
          hasPlaceholder: placeholders.contains { $0.plainRange.map { passage.plain.overlaps($0) } ?? false })
      }
      return
    }
    var texts = 0
    for index in zone.passages {
      let passage = passages[index]
      if passage.form == .rule || passage.form == .raw { continue }
      if passage.isInList { break }
      if passage.isInQuote { continue }
      if let found = datelineFound(index),
        passage.form != .heading || isBoilerplate(index) || !found.hasLead
      {
        dateline = found.dateline
        let isWhole = !found.hasLead
        add(.dateline, index..<index + 1, .inferred, text: plainOf(found.dateline, in: passage))
        if isWhole { used[index] = true }
        return
      }
      if passage.form == .text, !isBoilerplate(index) { texts += 1 }
      if texts >= 3 { return }
    }
  }

  private func plainOf(_ dateline: Dateline, in passage: Passage) -> Range<Int> {
    let start = dateline.place?.lowerBound ?? dateline.date?.plainRange.lowerBound ?? passage.plain.lowerBound
    let end = max(dateline.place?.upperBound ?? 0, dateline.date?.plainRange.upperBound ?? 0)
    return min(start, passage.plain.lowerBound)..<max(end, start)
  }

  // MARK: Quotes

  private mutating func readQuotes() {
    // No part that is added here reaches a passage that is still to come.
    let covers = Self.covers(parts, passages.count)
    let quoted = list.prose.quoted
    var nextQuoted = 0
    var index = zone.passages.lowerBound
    while index < zone.passages.upperBound {
      let passage = passages[index]
      let cover = covers[index]
      let start = passage.plain.lowerBound
      while nextQuoted < quoted.count, quoted[nextQuoted].lowerBound < start { nextQuoted += 1 }
      // Most passages have nothing between quotation marks.
      if cover.quote < 0, !passage.isInQuote,
        nextQuoted == quoted.count || quoted[nextQuoted].lowerBound >= passage.plain.upperBound
      {
        index += 1
        continue
      }
      let labelled = cover.quote < 0 ? nil : parts[Int(cover.quote)]
      if passage.form == .rule || passage.form == .raw || passage.isHead && labelled == nil
        || used[index] && labelled == nil && !(cover.first < 0 || mayQuote(parts[Int(cover.first)]))
      {
        index += 1
        continue
      }
      guard
        let found = quoteReader.read(
          index, end: zone.passages.upperBound, labelled: labelled?.role,
          origin: labelled?.origin ?? .inferred)
      else {
        index += 1
        continue
      }
      quotes.append(found.quote)
      let surname = surname(found.quote)
      var role = cover.last < 0 ? nil : parts[Int(cover.last)].role
      if labelled == nil {
        if found.isWhole { for inner in found.passages { used[inner] = true } }
        // Who spoke for the maker once does so again: "added Sarasvati".
        let voice = surname.map(makers.contains) ?? false ? Quote.Voice.company : found.quote.voice
        switch voice {
        case .company: role = .companyQuote
        case .customer: role = .customerQuote
        // Of two speakers nobody can place, the first speaks for the maker.
        case .unknown: role = has(.companyQuote) ? .customerQuote : .companyQuote
        }
        if let role { add(role, found.passages, .inferred) }
      }
      if let surname, role == .companyQuote {
        makers.insert(surname)
      }
      index = max(found.passages.upperBound, labelled?.passages.upperBound ?? 0)
    }
  }

  private var makers: Set<UInt32> = []

  /// Which parts cover a passage: -1 where none does.
  private struct Cover {
    var first: Int32 = -1
    var last: Int32 = -1
    /// The first that is a quote.
    var quote: Int32 = -1
    /// The first that is a dateline.
    var dateline: Int32 = -1
  }

  private static func covers(_ parts: [Part], _ count: Int) -> [Cover] {
    var covers = [Cover](repeating: Cover(), count: count)
    for index in parts.indices {
      let part = parts[index]
      let number = Int32(truncatingIfNeeded: index)
      let isQuote = part.role == .companyQuote || part.role == .customerQuote
      for passage in part.passages {
        if covers[passage].first < 0 { covers[passage].first = number }
        covers[passage].last = number
        if isQuote, covers[passage].quote < 0 { covers[passage].quote = number }
        if part.role == .dateline, covers[passage].dateline < 0 { covers[passage].dateline = number }
      }
    }
    return covers
  }

  /// The last word of a speaker's name, where it is a name.
  private func surname(_ quote: Quote) -> UInt32? {
    guard let name = quote.speaker?.name, !name.isEmpty else { return nil }
    let words = list.prose.words(in: name)
    guard let last = words.last, words.count <= 4, list.prose.words[last].traits.contains(.capitalised) else {
      return nil
    }
    return list.prose.words[last].hash
  }

  /// A labelled passage may still hold speech: a testimonial under "Availability".
  private func mayQuote(_ part: Part) -> Bool {
    part.role == .gettingStarted || part.role == .solution || part.role == .summary
      || part.role == .problem
      || part.role == .howItWorks
  }

  /// Where to begin, said so plainly that one of these is enough.
  private static let strongStart = PhraseSet([
    "is available", "are available", "available now", "available today", "available at", "available on",
    "available for",
    "available as", "now available", "get started", "getting started", "sign up", "visit", "download",
    "install", "try",
    "join", "register", "start using", "let's use", "learn more", "waitlist", "go to", "start at",
    "starts at", "free to use",
    "to start", "subscribe", "app store", "per month", "to begin", "start free", "is free", "clone",
    "is live at",
    "generally available", "will be available in", "available immediately", "available in",
    "currently available", "available through", "available via", "available to", "available from",
    "early access", "verfügbar", "erreichbar", "ab sofort", "kostenlos",
  ])

  // MARK: Position and wording

  private struct Reading {
    var index: Int
    var launch = 0
    var pain = 0
    var start = 0
    var answers = false
    var startsWithProduct = false
    var namesProduct = false
    var hasDateline = false
    var count = 0
    var painDensity: Int { count == 0 ? 0 : pain * 1000 / count }
  }

  private func startsWithProduct(_ index: Int) -> Bool {
    guard let product else { return false }
    let words = passages[index].words
    guard let first = words.first else { return false }
    var at = first
    // "The", "With", "Our", "Using" may stand before the name.
    if Cues.answerStart.match(list.prose.words, at: at, end: words.upperBound) != nil { at += 1 }
    if at < words.upperBound, list.prose.words[at].hash == Self.the { at += 1 }
    return at < words.upperBound && product.length(at: at, end: words.upperBound) > 0
  }

  /// Whether a paragraph begins with the first word of the product's name, where that word is a name of its own.
  private func startsWithShortName(_ index: Int) -> Bool {
    guard let first = passages[index].words.first else { return false }
    return shortNames.contains(list.prose.words[first].hash)
  }

  /// Whether the first sentence says that the product solves a problem.
  private func tellsProblem(_ index: Int) -> Bool {
    let words = passages[index].words.prefix(24)
    return list.prose.contains(Cues.problemSolved, in: words)
      && list.prose.contains(Cues.problemNamed, in: words)
  }

  private static let the = Prose.hash("the".utf8)
  private static let forWord = Prose.hash("for".utf8)

  private mutating func read(_ index: Int, dateline: Part?, isQuotePart: Bool) -> Reading {
    let passage = passages[index]
    var words = passage.words
    var reading = Reading(index: index)
    if let text = dateline?.text {
      reading.hasDateline = true
      words = list.prose.words(in: text.upperBound..<passage.plain.upperBound)
    }
    if isQuotePart, let speech = speechStart(passage.plain), speech > passage.plain.lowerBound {
      // A paragraph that ends in speech is read up to it.
      let before = list.prose.words(in: passage.plain.lowerBound..<speech)
      if before.count >= 20 { words = max(before.lowerBound, words.lowerBound)..<before.upperBound }
    }
    reading.count = words.count
    reading.launch = list.prose.count(Cues.launch, in: words.prefix(40))
    reading.pain = list.prose.count(Cues.pain, in: words)
    reading.start = list.prose.count(Cues.start, in: words)
    if hasLink(passage) { reading.start += 1 }
    reading.startsWithProduct = startsWithProduct(index)
    if let product {
      // What a customer says of the product at the end of a paragraph is not what the paragraph is about.
      reading.namesProduct = product.isIn(words) { !list.prose.isQuoted(Int($0.start)) }
    }
    reading.answers = reading.startsWithProduct || opensAnswer(words)
    return reading
  }

  /// Whether words begin as an answer does, and tell one.
  private func opensAnswer(_ words: Range<Int>) -> Bool {
    guard let first = words.first else { return false }
    return Cues.answerStart.match(list.prose.words, at: first, end: words.upperBound) != nil
      && list.prose.contains(Cues.answer, in: words.prefix(14))
  }

  /// Where speech begins in a passage that holds a quote without being one.
  private func speechStart(_ plain: Range<Int>) -> Int? {
    list.prose.quoted(from: plain.lowerBound).prefix { $0.lowerBound < plain.upperBound }
      .first { $0.count >= 40 }?.lowerBound
  }

  private var linked: (block: Int, has: Bool) = (-1, false)

  private mutating func hasLink(_ passage: Passage) -> Bool {
    // A paragraph of many passages is looked through once.
    if linked.block != passage.block {
      let has = list.tree.blocks[passage.block].spanRange.contains {
        let kind = list.tree.spans[$0].kind
        return kind == .link || kind == .autolink
      }
      linked = (passage.block, has)
    }
    return linked.has
  }

  private mutating func inferBody() {
    let covers = Self.covers(parts, passages.count)
    var readings: [Reading] = []
    readings.reserveCapacity(8)
    for index in zone.passages where isFreeText(index) {
      let cover = covers[index]
      readings.append(
        read(
          index, dateline: cover.dateline < 0 ? nil : parts[Int(cover.dateline)],
          isQuotePart: cover.quote >= 0))
    }
    // A summary under a label of its own may be the only text there is before the problem.
    inferSummary(readings)
    inferProblem(readings)
    inferSolution(&readings)
    usePending()
    inferHow(readings)
    inferStart(readings)
    parts.sort {
      $0.passages.lowerBound == $1.passages.lowerBound
        ? $0.role.rawValue < $1.role.rawValue : $0.passages.lowerBound < $1.passages.lowerBound
    }
  }

  /// Whether a passage is text that no part has been made of.
  private mutating func isFreeText(_ index: Int) -> Bool {
    let passage = passages[index]
    // A bold line is a heading in all but name, unless it is as long as a paragraph.
    let isText =
      passage.form == .text || passage.form == .italicLine
      || (passage.form == .boldLine && !passage.isHead && passage.words.count >= 20)
    return isText
      && !passage.isInList && !passage.isInQuote && !used[index] && passage.words.count >= 6
      && !list.isMetadata(passage) && !isBoilerplate(index) && !isFootnote(passage)
  }

  /// `[^1]: Composite of three interviews.`
  private func isFootnote(_ passage: Passage) -> Bool {
    let text = list.tree.plain[passage.plain].prefix(2)
    return text.elementsEqual([0x5B, 0x5E])
  }

  private mutating func inferSummary(_ readings: [Reading]) {
    guard !has(.summary), let first = readings.first else { return }
    let isLead = { (reading: Reading) in
      reading.hasDateline || reading.launch > 0 || reading.startsWithProduct
    }
    // "Until today, finishing a map meant ..." begins with the problem.
    if !first.hasDateline, list.prose.contains(Cues.before, in: passages[first.index].words.prefix(4)) {
      return
    }
    if isLead(first) {
      add(.summary, first.index..<first.index + 1, .inferred)
    } else if let second = readings.dropFirst().first, second.launch > 0 || second.hasDateline,
      second.namesProduct || second.hasDateline || first.pain >= 2
        || list.prose.contains(Cues.announcing, in: passages[second.index].words.prefix(14))
    {
      add(.summary, second.index..<second.index + 1, .inferred)
    } else if !language.isComplete || has(.problem) || (first.namesProduct && first.painDensity < 40) {
      add(.summary, first.index..<first.index + 1, .inferred)
    }
  }

  private func isPart(_ role: Role, _ index: Int) -> Bool {
    parts.contains { $0.role == role && $0.passages.lowerBound == index }
  }

  private mutating func inferProblem(_ readings: [Reading]) {
    guard !has(.problem), !pending.contains(where: { $0.0 == .problem }) else { return }
    var candidate: Int? = nil
    var hasAnswer = false
    for (position, reading) in readings.prefix(5).enumerated() {
      defer { if reading.answers, !isPart(.summary, reading.index) { hasAnswer = true } }
      let isLead = isPart(.summary, reading.index)
      let hasScene = list.prose.contains(Cues.scene, in: passages[reading.index].words.prefix(24))
      if isLead {
        // A lead that spends itself on the customer's trouble is the problem passage too.
        let later = readings.dropFirst(position + 1).prefix(1).contains {
          !$0.startsWithProduct && $0.pain >= 2
        }
        if !later, reading.launch == 0, reading.pain >= 4, reading.painDensity >= 35 { candidate = position }
        if candidate != nil { break }
        continue
      }
      if reading.startsWithProduct || startsWithShortName(reading.index) {
        // "The server solves a critical problem: ..." tells the problem all the same.
        if !reading.hasDateline, reading.launch == 0, reading.pain >= 3, tellsProblem(reading.index) {
          candidate = position
          break
        }
        continue
      }
      if reading.hasDateline { continue }
      if list.prose.contains(Cues.announcing, in: passages[reading.index].words.prefix(14))
        || list.prose.contains(Cues.aims, in: passages[reading.index].words.prefix(3))
      {
        continue
      }
      if reading.answers, reading.namesProduct, reading.painDensity < 60 { continue }
      if reading.launch > 0, reading.namesProduct, !hasScene { continue }
      // After the answer has begun, only a passage without the product can still be the problem.
      if hasAnswer, reading.namesProduct { continue }
      let threshold = position <= 2 ? 2 : 3
      let isNear = reading.pain >= threshold && (reading.painDensity >= 20 || hasScene)
      let opensTrouble = position <= 1 && reading.pain >= 1 && hasScene && !reading.namesProduct
      let next = position + 1 < readings.count ? readings[position + 1] : nil
      // What stands before the first word of the product sets its scene.
      let setsScene =
        position <= 1 && reading.pain >= 1 && !reading.namesProduct && reading.launch == 0
        && reading.count >= 25
        && (next?.startsWithProduct ?? false)
      // Short paragraphs in a row tell one problem.
      let isRun =
        reading.pain >= 1 && reading.count < 40 && !reading.namesProduct && reading.launch == 0
        && (next.map { $0.pain >= 1 && $0.count < 40 && !$0.namesProduct } ?? false) && position <= 2
      if isNear || opensTrouble || setsScene || isRun {
        candidate = position
        break
      }
    }
    guard let candidate else { return }
    // The passage goes on while its paragraphs do, and the product has not come in.
    let summaries = Set(parts.lazy.filter { $0.role == .summary }.map(\.passages.lowerBound))
    var end = readings[candidate].index + 1
    for reading in readings.dropFirst(candidate + 1) {
      guard gapIsList(end, reading.index), !reading.namesProduct,
        reading.pain >= 2 || reading.pain >= 1 && reading.count < 40,
        !summaries.contains(reading.index)
      else { break }
      end = reading.index + 1
    }
    while end < zone.passages.upperBound, passages[end].isInList, !used[end] { end += 1 }
    add(.problem, readings[candidate].index..<end, .inferred)
  }

  private func gapIsList(_ from: Int, _ to: Int) -> Bool {
    guard from <= to else { return false }
    return (from..<to).allSatisfy { passages[$0].isInList && !used[$0] }
  }

  private mutating func inferSolution(_ readings: inout [Reading]) {
    guard !has(.solution), !pending.contains(where: { $0.0 == .solution }) else { return }
    let summary = parts.first { $0.role == .summary }
    let problem = parts.first { $0.role == .problem }
    let summaryStart = summary?.passages.lowerBound ?? -1
    let isInferredSummary = summary?.origin == .inferred
    // A lead that comes after the problem answers it.
    if let problem, isInferredSummary, summaryStart > problem.passages.lowerBound, let summary {
      add(.solution, summary.passages, .inferred)
      return
    }
    let firstQuote =
      parts.first { $0.role == .companyQuote || $0.role == .customerQuote }?.passages.lowerBound ?? Int.max
    for reading in readings {
      if reading.index == summaryStart || (problem?.passages.contains(reading.index) ?? false) { continue }
      // "Learn more: example.com/product" answers nothing.
      if reading.start > 0, reading.count < 15 { continue }
      // Without a problem passage, what follows the first quote adds detail to an answer given before.
      if problem == nil, summary != nil, reading.index > firstQuote { break }
      if reading.answers
        || (problem.map { reading.index >= $0.passages.upperBound } ?? false) && reading.namesProduct
      {
        add(.solution, reading.index..<reading.index + 1, .inferred)
        return
      }
    }
    if let problem,
      let next = readings.first(where: {
        $0.index >= problem.passages.upperBound && $0.start < 3 && ($0.start == 0 || $0.count >= 15)
      })
    {
      add(.solution, next.index..<next.index + 1, .inferred)
      return
    }
    if let summary, isInferredSummary {
      add(.solution, summary.passages, .inferred)
    } else if let features, features.head + 1 < features.end {
      add(.solution, features.head + 1..<features.end, label: passages[features.head].plain, .heading)
    }
  }

  private mutating func usePending() {
    for (role, head) in pending where !has(role) {
      let end = sectionEnd(head)
      add(role, head + 1..<end, label: passages[head].plain, .inferred)
    }
  }

  private mutating func inferHow(_ readings: [Reading]) {
    guard !has(.howItWorks), !has(.customerExperience) else { return }
    let solution = parts.first { $0.role == .solution }
    let from = solution?.passages.lowerBound ?? readings.first?.index ?? 0
    // Under a labelled solution, its own paragraphs count too.
    if let solution, solution.origin != .inferred {
      for index in solution.passages where passages[index].form == .text && !passages[index].isInQuote {
        if showsUse(index) {
          add(.howItWorks, index..<index + 1, .inferred)
          return
        }
      }
    }
    for reading in readings where reading.index >= from && reading.start < 3 {
      if showsUse(reading.index) {
        add(.howItWorks, reading.index..<reading.index + 1, .inferred)
        return
      }
    }
    // An answer told at length tells how it works too.
    if let solution, !isPart(.summary, solution.passages.lowerBound), language.isComplete {
      let words = passages[solution.passages.lowerBound].words
      let actors = list.prose.count(Self.actors, in: words)
      if words.count >= 55, actors >= 2 { add(.howItWorks, solution.passages, .inferred) }
    }
  }

  private static let actors = PhraseSet(local: [
    "customer", "customers", "user", "users", "you", "they", "everyone", "anyone", "person", "people",
    "manager", "family",
    "owner", "owners", "team", "teams", "shopper", "shoppers", "driver", "drivers", "engineer", "engineers",
    "developer",
    "developers", "physician", "nobody", "somebody",
  ])

  /// Whether a paragraph shows somebody doing something with the product.
  private func showsUse(_ index: Int) -> Bool {
    let words = passages[index].words
    let count = list.prose.count(Cues.usage, in: words)
    return count >= 3 || (count >= 2 && words.count < 60)
  }

  private static let moreInformation = PhraseSet(["for more information", "learn more", "find out more"])
  private static let availability = PhraseSet(local: [
    "is available", "are available", "is now available", "available now", "available today",
    "available immediately",
    "is currently available", "is live at", "get started", "sign up", "can be downloaded",
  ])

  private mutating func inferStart(_ readings: [Reading]) {
    guard !has(.gettingStarted) else { return }
    // The last paragraph that says where to begin.
    var best: Int? = nil
    for reading in readings.suffix(4) {
      guard reading.start >= 1, !isPart(.summary, reading.index), !isPart(.problem, reading.index),
        !isPart(.solution, reading.index)
      else { continue }
      let words = passages[reading.index].words
      guard
        list.prose.contains(Self.strongStart, in: words)
          || hasLink(passages[reading.index]) && reading.start >= 2
      else { continue }
      best = reading.index
    }
    guard var best else { return }
    // "For more information, visit ..." only repeats where to look; the paragraph that says it is available comes first.
    if list.prose.contains(Self.moreInformation, in: passages[best].words),
      let earlier = readings.suffix(5).last(where: { reading in
        reading.index < best && list.prose.contains(Self.availability, in: passages[reading.index].words)
          && !isPart(.summary, reading.index) && !isPart(.problem, reading.index)
          && !isPart(.solution, reading.index)
      })
    {
      best = earlier.index
    }
    add(.gettingStarted, best..<best + 1, .inferred)
  }
}
