/// Builds nodes from events, with a stack of open collections instead of recursion.
struct TreeBuilder {
  private(set) var documents: [YAMLNode] = []
  private let limits: YAMLLimits
  private var open: [Collection] = []
  private var anchors: [String: Anchor] = [:]
  /// Nodes so far, as if every alias were written out.
  private(set) var count = 0

  init(limits: YAMLLimits) {
    self.limits = limits
  }

  /// A list or mapping whose end has not come yet.
  private struct Collection {
    let isMapping: Bool
    let range: Range<Int>
    let anchor: String?
    /// Nodes before this one.
    let countBefore: Int
    /// Levels of collections inside.
    var height = 0
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var keys = KeyIndex()
    var key: YAMLNode? = nil

    var expectsKey: Bool { isMapping && key == nil }
  }

  /// What `&name` marks.
  private enum Anchor {
    case open(Range<Int>)
    case closed(YAMLNode, count: Int, height: Int)
  }

  mutating func take(_ event: Event) throws(YAMLError) {
    switch event.kind {
    case .documentStart: anchors.removeAll(keepingCapacity: true)
    case .documentEnd: break
    case .scalar(let scalar):
      try add(1, at: event.range)
      try place(YAMLNode(.scalar(scalar), range: event.range), anchor: event.name, count: 1, height: 0)
    case .alias: try placeAlias(event)
    case .sequenceStart, .mappingStart:
      if open.last?.expectsKey == true { throw .complexKey(at: event.range) }
      let before = count
      try add(1, at: event.range)
      if open.count >= limits.depth { throw .tooDeep(limits.depth, at: event.range) }
      if let name = event.name {
        let start = event.range.lowerBound
        anchors[name] = .open(start..<min(event.range.upperBound, start + 1 + name.utf8.count))
      }
      var isMapping = false
      if case .mappingStart = event.kind { isMapping = true }
      open.append(
        Collection(isMapping: isMapping, range: event.range, anchor: event.name, countBefore: before))
    case .collectionEnd(let isFlow): try close(isFlow: isFlow, at: event.range)
    }
  }

  private mutating func add(_ nodes: Int, at range: Range<Int>) throws(YAMLError) {
    count += nodes
    if count > limits.nodes { throw .tooManyNodes(limits.nodes, at: range) }
  }

  private mutating func placeAlias(_ event: Event) throws(YAMLError) {
    let name = event.name ?? ""
    switch anchors[name] {
    case nil: throw .unknownAlias(name, at: event.range)
    case .open(let range): throw .recursiveAlias(name, at: event.range, anchor: range)
    case .closed(let node, let nodes, let height):
      try add(nodes, at: event.range)
      if open.count + height > limits.depth { throw .tooDeep(limits.depth, at: event.range) }
      if open.last?.expectsKey == true, node.scalar == nil { throw .complexKey(at: event.range) }
      try place(YAMLNode(node.content, range: event.range), anchor: nil, count: nodes, height: height)
    }
  }

  private mutating func close(isFlow: Bool, at range: Range<Int>) throws(YAMLError) {
    guard let done = open.popLast() else { return }
    var end = range.upperBound
    // libyaml ends a block collection where the next thing starts, blank lines and comments later.
    if !isFlow {
      end =
        done.isMapping
        ? done.entries.last?.value.range.upperBound ?? end : done.items.last?.range.upperBound ?? end
      end = max(end, done.range.upperBound)
    }
    let content: YAMLNode.Content = done.isMapping ? .mapping(done.entries) : .sequence(done.items)
    let node = YAMLNode(content, range: done.range.lowerBound..<max(end, done.range.lowerBound))
    try place(node, anchor: done.anchor, count: count - done.countBefore, height: done.height + 1)
  }

  /// Puts a finished node into the collection it belongs to.
  private mutating func place(
    _ node: YAMLNode, anchor: String?, count: Int, height: Int
  ) throws(YAMLError) {
    if let anchor { anchors[anchor] = .closed(node, count: count, height: height) }
    guard !open.isEmpty else {
      if !(node.range.isEmpty && node.isNull) { documents.append(node) }
      return
    }
    let last = open.count - 1
    open[last].height = max(open[last].height, height)
    if !open[last].isMapping {
      open[last].items.append(node)
    } else if let key = open[last].key {
      open[last].entries.append(YAMLEntry(key: key, value: node))
      open[last].key = nil
    } else {
      guard let scalar = node.scalar else { throw .complexKey(at: node.range) }
      if scalar.text == "<<", scalar.style == .plain { throw .mergeKey(at: node.range) }
      if let first = open[last].keys.insert(scalar.text, after: open[last].entries) {
        throw .duplicateKey(scalar.text, at: node.range, first: open[last].entries[first].key.range)
      }
      open[last].key = node
    }
  }
}

/// Finds keys that occur twice: by looking through a small mapping, by a table in a large one.
private struct KeyIndex {
  private var table: [String: Int] = [:]

  /// Notes a key that follows `entries`; gives the entry that has the same key already, if one does.
  mutating func insert(_ name: String, after entries: [YAMLEntry]) -> Int? {
    if entries.count < 16 { return entries.firstIndex { $0.name == name } }
    if table.isEmpty {
      for (index, entry) in entries.enumerated() { table[entry.name] = index }
    }
    if let first = table[name] { return first }
    table[name] = entries.count
    return nil
  }
}
