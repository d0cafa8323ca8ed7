import MarkdownTree

extension Recogniser {
  private static let forWords = PhraseSet(local: [
    "for", "help", "helps", "helping", "lets", "enables", "enabling", "allows", "allowing", "gives", "giving",
    "designed for",
    "built for", "empowers", "shows", "saves", "is for",
  ])
  private static let nouns = PhraseSet(local: [
    "teams", "team", "developers", "developer", "engineers", "owners", "owner", "users", "people",
    "customers", "managers",
    "manager", "parents", "students", "teachers", "companies", "businesses", "organizations", "organisations",
    "freelancers",
    "founders", "analysts", "researchers", "physicians", "doctors", "patients", "players", "families",
    "family", "sellers",
    "merchants", "investors", "creators", "writers", "readers", "drivers", "operators", "administrators",
    "admins",
    "practitioners", "professionals", "consumers", "shoppers", "renters", "homeowners", "hosts", "guests",
    "employees",
    "workers", "communities", "community", "individuals", "enterprises", "startups", "members", "marketers",
    "designers",
    "architects", "scientists", "clinicians", "everyone", "anyone", "partners", "providers", "makers",
    "athletes", "golfers",
    "nurses", "stores", "households", "travelers", "travellers", "residents", "seekers", "schools", "clubs",
    "citizens",
    "maintainers", "contributors", "learners", "musicians", "artists", "farmers", "retailers", "brands",
    "agencies",
    "dsps", "executives", "leaders", "lawyers", "agents", "recruiters", "candidates", "volunteers", "pickers",
    "grocers",
    "nigerians", "millions", "practices", "labs", "hobbyists", "gamers", "singers", "coaches", "academies",
    "builders",
    "squads", "groups", "couples", "adults", "kids", "children", "seniors", "clients", "buyers", "publishers",
    "personas",
    "workloads", "readers", "schedulers", "tenants", "landlords", "flatmates", "gym owners", "sites",
  ])

  /// Who the customer is: front matter, sections, then wording of headline, subheading and lead, then the FAQ.
  func readCustomers(_ release: ReleaseParts?, into document: inout Recognised) {
    for value in frontMatter.customers where !value.text.hasPrefix("[") && !value.text.isEmpty {
      document.customers.append(
        CustomerSegment(range: value.range, name: normalised(value.text), origin: .frontMatter))
    }
    for element in document.elements where element.role == .customerSegment && element.origin != .inferred {
      let line = list.trim(list.firstLine(element.plainRange))
      guard !line.isEmpty, prose.words(in: line).count <= 12 else { continue }
      document.customers.append(
        CustomerSegment(
          range: tree.sourceRange(ofPlain: line), name: normalised(tree.text(line)), origin: element.origin))
    }
    // The first passage of the release that names somebody the product is for.
    let order: [Role] = [.headline, .subheading, .summary, .solution, .problem]
    var found = 0
    for role in order {
      guard let element = document.first(role) else { continue }
      let words = prose.words(in: element.plainRange).prefix(role == .problem ? 20 : 60)
      guard let segment = segment(in: words, anyNoun: role == .problem) else { continue }
      found += 1
      let range = tree.sourceRange(ofPlain: segment)
      document.elements.append(
        Element(
          role: .customerSegment, range: range, labelRange: nil, origin: .inferred, blocks: element.blocks,
          plainRange: segment))
      if document.customers.isEmpty {
        document.customers.append(
          CustomerSegment(range: range, name: normalised(tree.text(segment)), origin: .inferred))
      }
      if found >= 4 { break }
    }
    if let release { readUnnamedSegments(release, into: &document) }
  }

  private static let words = (
    german: PhraseSet(local: ["für", "hilft", "ermöglicht"]),
    // What these languages put after the name of those a thing is for.
    asian: ["전용", "을 위한", "를 위한", "위한", "向け", "のための", "专用", "專用"]
  )

  /// Segments outside the parts looked at: a line between subheading and lead ("For teams moving ..."), and points such as
  /// `Category Brain for brand managers`, of which there are several.
  private func readUnnamedSegments(_ release: ReleaseParts, into document: inout Recognised) {
    let zone = release.zone.passages
    func add(_ plain: Range<Int>, _ blocks: Range<Int>) {
      document.elements.append(
        Element(
          role: .customerSegment, range: tree.sourceRange(ofPlain: plain), labelRange: nil, origin: .inferred,
          blocks: blocks, plainRange: plain))
      if document.customers.isEmpty {
        document.customers.append(
          CustomerSegment(
            range: tree.sourceRange(ofPlain: plain), name: normalised(tree.text(plain)), origin: .inferred))
      }
    }
    if !language.isComplete {
      for role in [Role.headline, .subheading, .summary] {
        guard let element = document.first(role), let segment = foreignSegment(in: element.plainRange) else {
          continue
        }
        add(segment, element.blocks)
        return
      }
      return
    }
    var head = 0
    let summary = document.first(.summary)?.plainRange.lowerBound ?? Int.max
    for index in zone.prefix(8) {
      let passage = list.passages[index]
      if passage.plain.lowerBound >= summary { break }
      guard passage.form != .heading, passage.words.count >= 8, let first = passage.words.first,
        prose.words[first].hash == Self.forHash,
        let segment = segment(in: passage.words.prefix(24), anyNoun: false)
      else { continue }
      head = index
      add(segment, passage.block..<passage.block + 1)
      break
    }
    guard head == 0 else { return }
    var points: [(Range<Int>, Int)] = []
    for index in zone where list.passages[index].isInList && list.passages[index].isItemStart {
      let words = list.passages[index].words
      guard words.count <= 16, let cue = prose.firstMatch(of: Self.forOnly, in: words),
        cue.words.upperBound < words.upperBound,
        prose.contains(Self.nouns, in: cue.words.upperBound..<words.upperBound)
      else { continue }
      points.append(
        (
          Int(prose.words[cue.words.upperBound].start)..<list.trim(list.passages[index].plain).upperBound,
          list.passages[index].block
        ))
    }
    if points.count >= 2, let first = points.first { add(first.0, first.1..<first.1 + 1) }
  }

  private static let forHash = Prose.hash("for".utf8)
  private static let forOnly = PhraseSet(local: ["for"])

  private func foreignSegment(in range: Range<Int>) -> Range<Int>? {
    if language == .german {
      for cue in prose.matches(of: Self.words.german, in: prose.words(in: range)) {
        let window = cue.words.upperBound..<min(cue.words.upperBound + 4, prose.words(in: range).upperBound)
        guard let noun = window.first(where: { prose.words[$0].traits.contains(.capitalised) }) else {
          continue
        }
        return Int(prose.words[window.lowerBound].start)..<Int(prose.words[noun].end)
      }
      return nil
    }
    for needle in Self.words.asian {
      let bytes = Array(needle.utf8)
      guard range.count > bytes.count else { continue }
      for at in range.lowerBound...(range.upperBound - bytes.count)
      where tree.plain[at] == bytes[0] && tree.plain[at..<at + bytes.count].elementsEqual(bytes) {
        // The name is the word before, blanks aside.
        var end = at
        while end > range.lowerBound, tree.plain[end - 1] == 0x20 { end -= 1 }
        let before = prose.words(in: range.lowerBound..<end)
        guard let last = before.last else { continue }
        return Int(prose.words[last].start)..<end
      }
    }
    return nil
  }

  private func normalised(_ text: String) -> String {
    // Bytes will do where each is a letter of its own.
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.utf8.count)
      var isApart = false
      for byte in text.utf8 {
        if byte == 0x20 || byte == 0x0A {
          isApart = !bytes.isEmpty
          continue
        }
        if isApart { bytes.append(0x20) }
        isApart = false
        bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return text.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }

  /// `for renters in shared flats`, `helps small teams`: the noun phrase after such a word.
  private func segment(in words: Range<Int>, anyNoun: Bool) -> Range<Int>? {
    // Without anybody in the text, there is nobody in any part of it.
    if !prose.contains(Self.nouns, in: words) { return nil }
    var from = words.lowerBound
    while let cue = prose.firstMatch(of: Self.forWords, in: from..<words.upperBound) {
      from = cue.words.upperBound
      let window = cue.words.upperBound..<min(cue.words.upperBound + 7, words.upperBound)
      if let noun = people(in: window) {
        return Int(prose.words[window.lowerBound].start)..<noun.upperBound
      }
    }
    return people(in: words.prefix(anyNoun ? 20 : 25))
  }

  /// The first noun that means people.
  private func people(in words: Range<Int>) -> Range<Int>? {
    guard let first = prose.firstMatch(of: Self.nouns, in: words) else { return nil }
    if !prose.contains(Self.machines, in: words) { return first.range }
    let nouns = prose.matches(of: Self.nouns, in: words)
    let machines = prose.matches(of: Self.machines, in: words)
    return nouns.first { noun in !machines.contains { $0.range.overlaps(noun.range) } }?.range
  }

  /// Agents that are programs.
  private static let machines = PhraseSet([
    "ai agent", "ai agents", "agentic agents", "autonomous agents", "coding agent", "coding agents",
    "fleet of agents", "llm agents", "software agents", "sub agents", "subagents", "swarm of agents",
    "swarms of agents", "team of agents",
  ])

  private static let direction = PhraseSet([
    "by", "within", "from", "to", "under", "over", "above", "below", "at least", "at most", "fall", "falls",
    "rise", "rises",
    "reduce", "increase", "target", "goal", "reach", "less than", "more than", "per", "after", "until", "hit",
  ])

  /// Measures of success: what the metrics section declares, and answers to questions about success.
  func readMetrics(into document: inout Recognised) {
    var declared: [Range<Int>] = []
    // Where the declared ones reach to, from the first to each: rows of a table may stand in a list's item.
    var reach: [Int] = []
    for item in document.declared where item.kind == .metric {
      document.metrics.append(metric(item.range, plainOf(item.range), .heading))
      declared.append(item.range)
      reach.append(max(reach.last ?? 0, item.range.upperBound))
    }
    for element in document.elements where element.role == .metrics {
      if Self.overlaps(element.range, declared, reach) { continue }
      document.metrics.append(metric(element.range, element.plainRange, element.origin))
    }
    document.metrics.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a range overlaps one of others, which are sorted by their start.
  private static func overlaps(_ range: Range<Int>, _ others: [Range<Int>], _ reach: [Int]) -> Bool {
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle].lowerBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    // Empty ranges overlap nothing.
    if range.isEmpty { return false }
    return low > 0 && reach[low - 1] > range.lowerBound
  }

  private func plainOf(_ range: Range<Int>) -> Range<Int> {
    // Blocks are in the order of their start, and so is their text.
    var first = 0
    var end = tree.blocks.count
    while first < end {
      let middle = (first + end) / 2
      if Int(tree.blocks[middle].start) < range.lowerBound { first = middle + 1 } else { end = middle }
    }
    var low = Int.max
    var high = 0
    while first < tree.blocks.count, Int(tree.blocks[first].start) < range.upperBound {
      let block = tree.blocks[first]
      if block.plainStart < block.plainEnd {
        low = min(low, Int(block.plainStart))
        high = max(high, Int(block.plainEnd))
      }
      first += 1
    }
    return low < high ? low..<high : 0..<0
  }

  private func metric(_ range: Range<Int>, _ plain: Range<Int>, _ origin: Origin) -> Metric {
    let words = prose.words(in: plain)
    var numbers = 0
    for word in prose.words[words] where word.traits.contains(.digit) { numbers += 1 }
    let hasDate =
      prose.contains(Self.period, in: words)
      || DateFinder(tree: tree, prose: prose).first(in: words, allowingRelative: false) != nil
    return Metric(
      range: range, hasTarget: hasTarget(plain),
      hasBaseline: numbers >= 2 && prose.contains(Self.from, in: words), hasDate: hasDate, origin: origin)
  }

  private static let from = PhraseSet(local: [
    "from", "baseline", "today", "currently", "up from", "down from",
  ])
  private static let period = PhraseSet(local: [
    "within", "days", "weeks", "months", "quarters", "year", "years", "quarter", "month", "week", "by",
  ])
}
