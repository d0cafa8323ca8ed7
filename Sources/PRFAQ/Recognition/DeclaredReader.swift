import MarkdownTree

/// Reads needs, metrics, services, teams and process steps declared in the labelled-list form.
///
/// The form is: a list item whose paragraph begins with strong text, then an optional nested list whose items begin
/// with a known label; or a heading `### N-1: Title` followed by such a list; or a table with a column of needs.
struct DeclaredReader {
  let list: PassageList
  let zones: Zones
  /// Ranges of source bytes between `<!-- prfaq:off -->` and `<!-- prfaq:on -->`.
  let off: [Range<Int>]

  private var tree: MarkdownTree { list.tree }
  private var prose: Prose { list.prose }

  /// Everything declared, in order.
  func read() -> [DeclaredItem] {
    var found: [DeclaredItem] = []
    for zone in zones.others {
      guard let kind = kind(of: zone.role) else { continue }
      for index in zone.passages { read(index, kind, zone, into: &found) }
    }
    // Items with an ID and labels declare a need wherever they stand.
    let covered = zones.others.filter { kind(of: $0.role) != nil }.map(\.passages)
    for index in list.passages.indices where !covered.contains(where: { $0.contains(index) }) {
      let passage = list.passages[index]
      guard passage.isItemStart, let item = item(passage, kind: nil), item.id != nil, !item.labels.isEmpty
      else {
        continue
      }
      found.append(item)
    }
    return found.filter { item in !off.contains { $0.overlaps(item.range) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
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

  private func read(
    _ index: Int, _ kind: DeclaredItem.Kind, _ zone: Zones.OtherZone, into found: inout [DeclaredItem]
  ) {
    let passage = list.passages[index]
    if passage.isItemStart, isTopItem(passage) {
      if let item = item(passage, kind: kind) { found.append(item) }
    } else if passage.form == .heading, passage.level > 0 {
      if let item = headed(index, kind, zone) { found.append(item) }
    } else if passage.form == .text {
      for table in tree.tables where table.block == passage.block { found += rows(of: table, kind) }
    }
  }

  private func isTopItem(_ passage: Passage) -> Bool { tree.blocks[passage.block].depth <= 2 }

  /// `- **N-1: Title.** Detail` with its nested labels.
  private func item(_ passage: Passage, kind: DeclaredItem.Kind?) -> DeclaredItem? {
    let range = passage.plain
    guard let strong = tree.blocks[passage.block].spanRange.first.map({ tree.spans[$0] }),
      strong.kind == .strong,
      Int(strong.plainStart) == range.lowerBound
    else { return nil }
    let parts = split(strong.plainRange)
    let block = Int(tree.blocks[passage.block].parent)
    guard block > 0, tree.blocks[block].kind == .item else { return nil }
    var title = parts.title
    var detailStart = Int(strong.plainEnd)
    // `- **FR-001**: text` has its title after the ID.
    if title.isEmpty {
      var at = detailStart
      while at < range.upperBound, isSeparator(at) { at += tree.plain[at] < 0x80 ? 1 : 3 }
      title = at..<range.upperBound
      detailStart = range.upperBound
    }
    guard !title.isEmpty else { return nil }
    let detail = list.trim(detailStart..<range.upperBound)
    return DeclaredItem(
      kind: kind ?? guess(parts.id), range: tree.blocks[block].range, id: parts.id.map(source),
      title: source(title),
      detail: detail.isEmpty
        ? tree.sourceRange(ofPlain: title).upperBound..<tree.sourceRange(ofPlain: title).upperBound
        : source(detail),
      labels: labels(inBlocks: passage.block + 1..<Int(tree.blocks[block].subtreeEnd)))
  }

  private func guess(_ id: Range<Int>?) -> DeclaredItem.Kind {
    guard let id, tree.plain[id.lowerBound] | 0x20 == 0x6D else { return .need }
    return .metric
  }

  private func source(_ plain: Range<Int>) -> Range<Int> { tree.sourceRange(ofPlain: plain) }

  /// `### N-1: Title`, followed by text and a list of labels.
  private func headed(_ index: Int, _ kind: DeclaredItem.Kind, _ zone: Zones.OtherZone) -> DeclaredItem? {
    let passage = list.passages[index]
    let parts = split(passage.plain)
    var end = index + 1
    while end < zone.passages.upperBound,
      !(list.passages[end].form == .heading && list.passages[end].level <= passage.level)
    {
      end += 1
    }
    let lastBlock = end < list.passages.count ? list.passages[end].block : tree.blocks.count
    let lines = labels(inBlocks: passage.block + 1..<lastBlock)
    guard parts.id != nil || !lines.isEmpty, !parts.title.isEmpty else { return nil }
    let last = list.passages[end - 1]
    let detail =
      end > index + 1 && !list.passages[index + 1].isInList ? source(list.passages[index + 1].plain) : nil
    let sourceEnd = tree.blocks[last.block].range.upperBound
    return DeclaredItem(
      kind: kind, range: tree.blocks[passage.block].range.lowerBound..<sourceEnd, id: parts.id.map(source),
      title: source(parts.title),
      detail: detail ?? source(parts.title).upperBound..<source(parts.title).upperBound, labels: lines)
  }

  /// Rows of a table whose header names what it lists.
  private func rows(of table: Table, _ kind: DeclaredItem.Kind) -> [DeclaredItem] {
    guard table.header.count >= 2 else { return [] }
    var title = 0
    var id: Int? = nil
    for (column, cell) in table.header.enumerated() {
      let words = prose.words(in: cell.plainRange)
      if words.count == 0 || prose.contains(Self.idColumn, in: words), id == nil, column == 0 {
        id = column
        title = 1
      }
      if prose.contains(Self.titleColumn, in: words) { title = column }
    }
    return table.rows.compactMap { row in
      guard title < row.count, !row[title].range.isEmpty, let first = row.first, let last = row.last else {
        return nil
      }
      let lines = table.header.indices.compactMap { column -> LabelLine? in
        guard column < row.count, column != title, column != id, !row[column].range.isEmpty else {
          return nil
        }
        let words = prose.words(in: table.header[column].plainRange)
        guard let label = list.aliases.label(prose.words, words) else { return nil }
        return LabelLine(
          label: table.header[column].range, key: label, value: row[column].range,
          values: values(row[column].plainRange))
      }
      let hasID = id.flatMap { $0 < row.count ? row[$0] : nil }.flatMap { split($0.plainRange).id ?? nil }
      return DeclaredItem(
        kind: kind, range: first.range.lowerBound..<last.range.upperBound, id: hasID.map(source),
        title: row[title].range,
        detail: row[title].range.upperBound..<row[title].range.upperBound, labels: lines)
    }
  }

  private static let idColumn = PhraseSet(["id", "no", "number", "key"])
  private static let titleColumn = PhraseSet([
    "need", "needs", "requirement", "title", "customer need", "name", "metric", "service", "team", "step",
    "say",
  ])

  /// Divides `N-1: Title` into ID and title.
  private func split(_ range: Range<Int>) -> (id: Range<Int>?, title: Range<Int>) {
    let plain = tree.plain
    var at = range.lowerBound
    var letters = 0
    while at < range.upperBound, plain[at] &- 0x41 < 26, letters < 4 {
      letters += 1
      at += 1
    }
    guard letters >= 1, letters <= 3, at + 1 < range.upperBound, plain[at] == 0x2D, plain[at + 1] &- 0x30 < 10
    else {
      return (nil, trimTitle(range))
    }
    at += 1
    while at < range.upperBound, plain[at] &- 0x30 < 10 { at += 1 }
    let id = range.lowerBound..<at
    if at < range.upperBound, !isSeparator(at) { return (nil, trimTitle(range)) }
    while at < range.upperBound, isSeparator(at) { at += plain[at] < 0x80 ? 1 : 3 }
    return (id, trimTitle(at..<range.upperBound))
  }

  private func trimTitle(_ range: Range<Int>) -> Range<Int> {
    var text = list.trim(range)
    while text.upperBound > text.lowerBound,
      tree.plain[text.upperBound - 1] == 0x2E || tree.plain[text.upperBound - 1] == 0x3A
    {
      text = text.lowerBound..<text.upperBound - 1
    }
    return text
  }

  private func isSeparator(_ at: Int) -> Bool {
    switch tree.plain[at] {
    case 0x20, 0x3A, 0x2E, 0x2D, 0x0A: true
    case 0xE2:
      at + 2 < tree.plain.count && tree.plain[at + 1] == 0x80 && (0x93...0x95).contains(tree.plain[at + 2])
    default: false
    }
  }

  /// The label lines among the list items in a range of blocks.
  private func labels(inBlocks blocks: Range<Int>) -> [LabelLine] {
    var found: [LabelLine] = []
    for index in blocks where tree.blocks[index].kind == .paragraph {
      let parent = Int(tree.blocks[index].parent)
      guard tree.blocks[parent].kind == .item, parent + 1 == index else { continue }
      let range = tree.blocks[index].plainRange
      var colon = range.lowerBound
      while colon < range.upperBound, tree.plain[colon] != 0x3A, tree.plain[colon] != 0x0A,
        colon - range.lowerBound < 40
      {
        colon += 1
      }
      guard colon < range.upperBound, tree.plain[colon] == 0x3A else { continue }
      let words = prose.words(in: range.lowerBound..<colon)
      guard words.count >= 1, words.count <= 4 else { continue }
      let value = list.trim(colon + 1..<range.upperBound)
      let key = list.aliases.label(prose.words, words)
      // What is near no label is somebody's own key and nobody's business.
      let name = tree.text(list.trim(range.lowerBound..<colon))
      guard key != nil || isNearLabel(name) else { continue }
      found.append(
        LabelLine(
          label: source(list.trim(range.lowerBound..<colon)), key: key,
          value: value.isEmpty ? source(list.trim(range.lowerBound..<colon)) : source(value),
          values: values(value)))
    }
    return found
  }

  private func isNearLabel(_ name: String) -> Bool {
    list.aliases.labelNames.contains {
      abs($0.count - name.count) <= 2 && $0.first == name.lowercased().first
    }
  }

  /// The parts of a value between commas and semicolons.
  private func values(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var at = start
    while at <= range.upperBound {
      if at == range.upperBound || tree.plain[at] == 0x2C || tree.plain[at] == 0x3B {
        let part = list.trim(start..<at)
        if !part.isEmpty { parts.append(source(part)) }
        start = at + 1
      }
      at += 1
    }
    return parts
  }
}
