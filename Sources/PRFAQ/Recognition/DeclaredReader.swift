import MarkdownTree

/// Reads needs, metrics, services, teams, process steps and assumptions declared in the labelled-list form.
///
/// The form is: a list item that begins with strong text or an ID, then label lines in a nested list or on lines of
/// their own; or a heading `### N-1: Title` followed by such lines; or a table with a column of needs.
///
/// One pass finds what may be an item (candidates), a second gives each label line to the innermost candidate around it,
/// a third keeps the candidates that stand where such items are declared, or have what proves one.
struct DeclaredReader {
  let list: PassageList
  let zones: Zones
  /// Ranges of source bytes between `<!-- prfaq:off -->` and `<!-- prfaq:on -->`.
  let off: [Range<Int>]
  private let labels: LabelReader
  private let leads: ItemLeadReader
  /// The label lines of each paragraph that has any.
  private var lines: [Int: [LabelReader.Found]] = [:]

  private var tree: MarkdownTree { list.tree }
  private var prose: Prose { list.prose }

  init(_ list: PassageList, _ zones: Zones, off: [Range<Int>]) {
    self.list = list
    self.zones = zones
    self.off = off
    labels = LabelReader(list: list)
    leads = ItemLeadReader(list: list, labels: labels)
  }

  private struct Candidate {
    /// The item or heading.
    let block: Int
    let lead: ItemLead
    /// Index in `zones.others`; -1 outside them.
    let zone: Int
    let isNested: Bool
    /// Whether it stands below a heading that is an item itself.
    let isBelowItem: Bool
    /// The block after its last.
    var end: Int
    var labels: [LabelLine] = []
    var points: [Range<Int>] = []
    var accepted: DeclaredItem.Kind? = nil

    func has(_ test: (Label) -> Bool) -> Bool { labels.contains { $0.key.map(test) ?? false } }
    var hasKnownLabel: Bool { labels.contains { $0.key != nil } }
  }

  /// Everything declared, in order.
  mutating func read() -> [DeclaredItem] {
    let hasSections = zones.others.contains { kind(of: $0.role) != nil }
    // Outside sections for items, only its labels prove an item.
    guard findLines() || hasSections else { return [] }
    let zoneOf = mapZones()
    let claimed = findClaimingHeadings(zoneOf)
    var (candidates, owner) = findCandidates(zoneOf, claimed)
    var found: [DeclaredItem] = []
    if !candidates.isEmpty {
      giveLabels(to: &candidates, owner)
      found = accept(&candidates)
    }
    for table in tree.tables {
      let zone = zoneOf[table.block]
      guard zone >= 0, let kind = kind(of: zones.others[zone].role), !isOff(table.range.lowerBound) else {
        continue
      }
      found += rows(of: table, kind)
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func kind(of role: Role) -> DeclaredItem.Kind? {
    switch role {
    case .needs: .need
    case .metrics: .metric
    case .services: .service
    case .teams: .team
    case .process: .step
    default: nil
    }
  }

  private func isOff(_ offset: Int) -> Bool {
    off.cover(offset)
  }

  /// Finds all label lines; says whether any has a known label.
  private mutating func findLines() -> Bool {
    var isKnown = false
    var colons = MarkCursor(0x3A, list)
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      guard block.kind == .paragraph else { continue }
      let hasColon = colons.isIn(block.plainRange)
      let isItemStart = opensItem(index)
      if !hasColon, !isItemStart, block.spanStart == block.spanEnd { continue }
      let found = labels.lines(inBlock: index, isItemStart: isItemStart, hasColon: hasColon)
      if found.isEmpty { continue }
      lines[index] = found
      if !isKnown { isKnown = found.contains { $0.key != nil } }
    }
    return isKnown
  }

  /// Whether a paragraph is the first of its item.
  private func opensItem(_ paragraph: Int) -> Bool {
    let parent = Int(tree.blocks[paragraph].parent)
    return parent > 0 && tree.blocks[parent].kind == .item && parent + 1 == paragraph
  }

  /// The innermost section with a role of its own around each block; -1 where there is none.
  private func mapZones() -> [Int] {
    var zoneOf = Array(repeating: -1, count: tree.blocks.count)
    for (index, zone) in zones.others.enumerated() {
      guard let first = zone.passages.first, let last = zone.passages.last else { continue }
      var low = list.passages[first].block
      // A list begins with its containers.
      while low > 0, Int(tree.blocks[low].parent) == low - 1, low - 1 > 0 { low -= 1 }
      for block in low...list.passages[last].block { zoneOf[block] = index }
    }
    return zoneOf
  }

  // MARK: Candidates

  /// Headings that open an item: those with an ID, and those in a section of items with a team's name or label lines.
  private func findClaimingHeadings(_ zoneOf: [Int]) -> Set<Int> {
    var claimed: Set<Int> = []
    var head = -1
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      if block.kind == .heading, block.depth == 0 {
        if claimed.contains(head), block.level > tree.blocks[head].level, !hasID(index) { continue }
        head = index
        if hasID(index) {
          claimed.insert(index)
        } else if zoneOf[index] >= 0, kind(of: zones.others[zoneOf[index]].role) != nil,
          leads.lead(block: index, end: Int(block.plainEnd))?.hasOwner ?? false
        {
          claimed.insert(index)
        }
      } else if head >= 0, block.kind == .paragraph, zoneOf[head] >= 0, !claimed.contains(head),
        zoneOf[head] == zoneOf[index], isDirect(index), labels.opensWithLabel(block: index)
      {
        claimed.insert(head)
      }
    }
    return claimed
  }

  private func hasID(_ heading: Int) -> Bool {
    let range = tree.blocks[heading].plainRange
    return !range.isEmpty && leads.split(list.trim(range), isAlone: true).id != nil
  }

  /// Whether a paragraph stands below its heading directly, or first in a point of a list that does.
  private func isDirect(_ paragraph: Int) -> Bool {
    let block = tree.blocks[paragraph]
    if block.depth == 0 { return true }
    let parent = Int(block.parent)
    return block.depth == 2 && tree.blocks[parent].kind == .item && parent + 1 == paragraph
  }

  /// The candidates, and for each block the innermost candidate that its label lines belong to.
  private func findCandidates(_ zoneOf: [Int], _ claimed: Set<Int>) -> ([Candidate], [Int]) {
    var candidates: [Candidate] = []
    var owner = Array(repeating: -1, count: tree.blocks.count)
    var head = -1
    var quoteEnd = 0
    for index in tree.blocks.indices.dropFirst() {
      let block = tree.blocks[index]
      let parent = Int(block.parent)
      owner[index] = parent > 0 ? owner[parent] : head
      if block.kind == .quote { quoteEnd = max(quoteEnd, Int(block.subtreeEnd)) }
      // A quotation declares nothing.
      if index < quoteEnd {
        owner[index] = -1
        continue
      }
      let zone = zoneOf[index]
      if block.kind == .heading, block.depth == 0 {
        if claimed.contains(index), let lead = leads.lead(block: index, end: Int(block.plainEnd)),
          !isOff(Int(block.start))
        {
          head = candidates.count
          candidates.append(
            Candidate(
              block: index, lead: lead, zone: zone, isNested: false, isBelowItem: false,
              end: sectionEnd(index)))
        } else if head < 0 || block.level <= tree.blocks[candidates[head].block].level {
          head = -1
        }
        owner[index] = head
        continue
      }
      guard block.kind == .item, index + 1 < tree.blocks.count, tree.blocks[index + 1].kind == .paragraph,
        Int(tree.blocks[index + 1].parent) == index, !isOff(Int(block.start))
      else { continue }
      let found = lines[index + 1] ?? []
      if let first = found.first, first.opensParagraph, first.key != nil { continue }
      let isNested = block.depth > 1
      let end = found.first { $0.key != nil }?.label.lowerBound ?? Int(tree.blocks[index + 1].plainEnd)
      guard let lead = leads.lead(block: index + 1, end: end), lead.isMarked || !isNested else { continue }
      owner[index] = candidates.count
      candidates.append(
        Candidate(
          block: index, lead: lead, zone: zone, isNested: isNested, isBelowItem: head >= 0,
          end: Int(block.subtreeEnd)))
    }
    return (candidates, owner)
  }

  private func sectionEnd(_ heading: Int) -> Int {
    var at = heading + 1
    while at < tree.blocks.count {
      let block = tree.blocks[at]
      if block.kind == .heading, block.depth == 0, block.level <= tree.blocks[heading].level { break }
      at += 1
    }
    return at
  }

  // MARK: Labels

  private func giveLabels(to candidates: inout [Candidate], _ owner: [Int]) {
    for index in tree.blocks.indices where tree.blocks[index].kind == .paragraph && owner[index] >= 0 {
      let block = tree.blocks[index]
      let parent = Int(block.parent)
      guard !isOff(Int(block.start)), let lines = lines[index], let first = lines.first else { continue }
      let opensItem = opensItem(index)
      var target = owner[index]
      let isLabelItem = opensItem && first.label.lowerBound <= Int(block.plainStart) + 4
      // The point that opens with a label is no item; its label belongs to what stands around it.
      if isLabelItem, candidates[target].block == parent {
        target = owner[Int(tree.blocks[parent].parent)]
      }
      guard target >= 0 else { continue }
      for line in lines {
        let isLast = line.label == lines.last?.label
        let points = isLast && line.value.isEmpty && opensItem ? points(below: parent) : []
        candidates[target].labels.append(labels.labelLine(line, points: points))
      }
    }
  }

  /// The texts of the points of a list below an item.
  private func points(below item: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for child in tree.children(of: item) where tree.blocks[child].kind == .list {
      for point in tree.children(of: child) {
        guard point + 1 < Int(tree.blocks[point].subtreeEnd), tree.blocks[point + 1].kind == .paragraph else {
          continue
        }
        let text = list.trim(tree.blocks[point + 1].plainRange)
        if !text.isEmpty { found.append(text) }
      }
    }
    return found
  }

  // MARK: Choice

  private func accept(_ candidates: inout [Candidate]) -> [DeclaredItem] {
    // A service or team section declares only where one of its points says whose it is, or has a label: "Services" and
    // "Team" head other lists too.
    var proven: Set<Int> = []
    var ownerNames: Set<String> = []
    for candidate in candidates {
      if candidate.zone >= 0, candidate.hasKnownLabel || candidate.lead.hasOwner {
        proven.insert(candidate.zone)
      }
      for note in candidate.lead.notes where note.kind == .owner { ownerNames.insert(folded(note.range)) }
      for line in candidate.labels where line.key == .ownedBy {
        for value in line.values { ownerNames.insert(folded(tree.plainRange(ofSource: value))) }
      }
    }
    let prefixes = prefixesByZone(candidates)
    for index in candidates.indices {
      let kind = kind(candidates[index], proven, ownerNames, prefixes)
      candidates[index].accepted = kind
    }
    dropGroups(&candidates)
    return candidates.compactMap { candidate in
      guard let kind = candidate.accepted else { return nil }
      return item(candidate, kind)
    }
  }

  /// What a candidate declares; nil when it is no item.
  private func kind(
    _ candidate: Candidate, _ proven: Set<Int>, _ ownerNames: Set<String>, _ prefixes: [Int: Set<UInt8>]
  ) -> DeclaredItem.Kind? {
    let hasID = candidate.lead.id != nil
    let role = candidate.zone >= 0 ? zones.others[candidate.zone].role : nil
    guard let role, let kind = kind(of: role) else { return kindOutside(candidate) }
    let isStrong = hasID || candidate.hasKnownLabel || candidate.lead.hasOwner
    if candidate.isNested || candidate.isBelowItem || !candidate.lead.isMarked, !isStrong {
      // An unmarked step among steps with labels is a step whose label was forgotten.
      guard kind == .step, !candidate.isNested, !candidate.isBelowItem, proven.contains(candidate.zone) else {
        return nil
      }
    }
    switch kind {
    case .need:
      // `M-1` among `N-1` and `N-2` measures.
      if let letter = letter(candidate), letter == 0x4D,
        prefixes[candidate.zone].map({ $0.count > 1 }) ?? false
      {
        return .metric
      }
      if letter(candidate) == 0x41, candidate.has({ $0 == .validatedBy }) { return .assumption }
      return .need
    case .service, .team:
      if candidate.has(\.isOfTeam) { return .team }
      if candidate.has(\.isOfService) || candidate.lead.hasOwner { return .service }
      guard proven.contains(candidate.zone) || isTeamNamed(candidate, ownerNames) else { return nil }
      if isTeamNamed(candidate, ownerNames) { return .team }
      return kind
    case .step: return proven.contains(candidate.zone) ? .step : nil
    case .metric, .assumption: return kind
    }
  }

  private static let teamWord = Prose.hash("team".utf8)

  private func isTeamNamed(_ candidate: Candidate, _ ownerNames: Set<String>) -> Bool {
    let words = prose.words(in: candidate.lead.title)
    return ownerNames.contains(folded(candidate.lead.title))
      || words.count > 1 && prose.words[words.upperBound - 1].hash == Self.teamWord
  }

  /// What an item declares that stands in no section for such items: it must have an ID and labels of its kind.
  private func kindOutside(_ candidate: Candidate) -> DeclaredItem.Kind? {
    if candidate.has({ $0 == .api || $0 == .calls || $0 == .emits }),
      candidate.lead.hasOwner || candidate.has({ $0 == .ownedBy || $0 == .stores || $0 == .alsoKnownAs })
    {
      return .service
    }
    guard candidate.lead.id != nil else { return nil }
    if letter(candidate) == 0x4D, candidate.hasKnownLabel { return .metric }
    if letter(candidate) == 0x41, candidate.has({ $0 == .validatedBy || $0 == .evidence || $0 == .status }) {
      return .assumption
    }
    if candidate.has({ $0 == .serves }) { return .step }
    return candidate.has(\.isOfNeed) ? .need : nil
  }

  /// The first letter of an ID that has one letter only.
  private func letter(_ candidate: Candidate) -> UInt8? {
    guard let id = candidate.lead.id, tree.plain[id.lowerBound + 1] == 0x2D else { return nil }
    return tree.plain[id.lowerBound]
  }

  private func prefixesByZone(_ candidates: [Candidate]) -> [Int: Set<UInt8>] {
    var prefixes: [Int: Set<UInt8>] = [:]
    for candidate in candidates where candidate.lead.id != nil {
      prefixes[candidate.zone, default: []].insert(letter(candidate) ?? 0)
    }
    return prefixes
  }

  /// A point that only gathers items below it is none itself.
  private func dropGroups(_ candidates: inout [Candidate]) {
    var nextAccepted = -1
    for index in candidates.indices.reversed() {
      let candidate = candidates[index]
      if candidate.accepted != nil {
        let holdsItems = nextAccepted >= 0 && candidates[nextAccepted].block < candidate.end
        if holdsItems, candidate.lead.id == nil, !candidate.hasKnownLabel, !candidate.lead.hasOwner {
          candidates[index].accepted = nil
          continue
        }
        nextAccepted = index
      }
    }
  }

  private func folded(_ plain: Range<Int>) -> String {
    prose.words(in: plain).map { tree.text(prose.words[$0].range).lowercased() }.joined(separator: " ")
  }

  private func item(_ candidate: Candidate, _ kind: DeclaredItem.Kind) -> DeclaredItem {
    let block = tree.blocks[candidate.block]
    let lead = candidate.lead
    let title = source(lead.title)
    var detail = lead.detail.isEmpty ? title.upperBound..<title.upperBound : source(lead.detail)
    var range = block.range
    if block.kind == .heading {
      let last = lastBlock(candidate)
      range = Int(block.start)..<max(Int(block.end), Int(tree.blocks[last].end))
      if let text = firstText(below: candidate) { detail = source(text) }
    }
    return DeclaredItem(
      kind: kind, range: range, id: lead.id.map(source), title: title, detail: detail,
      notes: lead.notes.map { DeclaredItem.Note(kind: $0.kind, range: source($0.range)) },
      labels: candidate.labels)
  }

  /// The last block of a heading's section that is not the next section of another role.
  private func lastBlock(_ candidate: Candidate) -> Int {
    var last = candidate.end - 1
    while last > candidate.block, [.document, .thematicBreak].contains(tree.blocks[last].kind) { last -= 1 }
    return last
  }

  /// The text that explains a heading: the paragraph right below it, up to its first label line.
  private func firstText(below candidate: Candidate) -> Range<Int>? {
    let next = candidate.block + 1
    guard next < candidate.end, tree.blocks[next].kind == .paragraph else { return nil }
    let range = tree.blocks[next].plainRange
    let end = lines[next]?.first?.label.lowerBound ?? range.upperBound
    let text = list.trim(range.lowerBound..<end)
    return text.isEmpty ? nil : text
  }

  private func source(_ plain: Range<Int>) -> Range<Int> { tree.sourceRange(ofPlain: plain) }

  // MARK: Tables

  /// Rows of a table whose header names what it lists.
  private func rows(of table: Table, _ kind: DeclaredItem.Kind) -> [DeclaredItem] {
    guard table.header.count >= 2 else { return [] }
    var id: Int? = nil
    var title: Int? = nil
    var keys: [Label?] = []
    for (column, cell) in table.header.enumerated() {
      let words = prose.words(in: cell.plainRange)
      let key = key(ofColumn: words, kind)
      keys.append(key)
      if id == nil, column == 0, words.isEmpty || Self.idColumn.isWhole(words, prose) {
        id = column
      } else if title == nil, key == nil, prose.contains(Self.titleColumn, in: words) {
        title = column
      }
    }
    let titleColumn = title ?? (id == 0 ? 1 : 0)
    if keys[titleColumn] != nil { return [] }
    // A table of services says whose they are, or what they offer.
    if kind == .service || kind == .team || kind == .step, !keys.contains(where: { $0 != nil }) { return [] }
    return table.rows.compactMap { row in
      guard titleColumn < row.count, let first = row.first, let last = row.last,
        !isOff(first.range.lowerBound)
      else {
        return nil
      }
      let cell = list.trim(row[titleColumn].plainRange)
      guard !prose.words(in: cell).isEmpty else { return nil }
      let parts = leads.split(cell, isAlone: true)
      guard !parts.title.isEmpty else { return nil }
      let ownID = id.flatMap { $0 < row.count ? leads.split(row[$0].plainRange, isAlone: true).id : nil }
      let lines = table.header.indices.compactMap { column -> LabelLine? in
        guard column < row.count, column != titleColumn, let key = keys[column],
          !row[column].plainRange.isEmpty
        else { return nil }
        return labels.labelLine(
          LabelReader.Found(
            label: table.header[column].plainRange, key: key, value: row[column].plainRange,
            block: table.block)
        )
      }
      let name = source(parts.title)
      return DeclaredItem(
        kind: kind, range: first.range.lowerBound..<last.range.upperBound,
        id: (ownID ?? parts.id).map(source),
        title: name, detail: detail(row, table, titleColumn, id, keys) ?? name.upperBound..<name.upperBound,
        notes: [], labels: lines)
    }
  }

  /// The first column that is neither ID, title nor label explains the item.
  private func detail(_ row: [Table.Cell], _ table: Table, _ title: Int, _ id: Int?, _ keys: [Label?])
    -> Range<Int>?
  {
    for column in table.header.indices where column < row.count && column != title && column != id {
      if keys[column] == nil, !row[column].plainRange.isEmpty { return source(row[column].plainRange) }
    }
    return nil
  }

  private func key(ofColumn words: Range<Int>, _ kind: DeclaredItem.Kind) -> Label? {
    guard !words.isEmpty else { return nil }
    if let key = list.aliases.label(prose.words, words) { return key }
    switch kind {
    case .service:
      if Self.team.isWhole(words, prose) { return .ownedBy }
    case .need, .step:
      if Self.service.isWhole(words, prose) { return .servedBy }
      if kind == .need, Self.metric.isWhole(words, prose) { return .measuredBy }
      if kind == .step, Self.need.isWhole(words, prose) { return .serves }
    case .team, .metric, .assumption: break
    }
    return nil
  }

  private static let team = PhraseSet(["team", "teams", "owning team"])
  private static let service = PhraseSet(["service", "services"])
  private static let metric = PhraseSet(["metric", "metrics", "measure"])
  private static let need = PhraseSet(["need", "needs"])
  private static let idColumn = PhraseSet(["id", "no", "number", "key", "nr"])
  private static let titleColumn = PhraseSet([
    "need", "needs", "requirement", "title", "customer need", "name", "metric", "measure", "service", "team",
    "step", "say", "assumption",
  ])
}

extension PhraseSet {
  /// Whether a range of words is one of the phrases and nothing else.
  func isWhole(_ words: Range<Int>, _ prose: Prose) -> Bool {
    guard !words.isEmpty, let match = match(prose.words, at: words.lowerBound, end: words.upperBound) else {
      return false
    }
    return match.length == words.count
  }
}
