public import Tracing

/// What is to happen to an accepted backlog so that it says what the document says now.
public struct Plan: Sendable, Equatable {
  /// What happens to one item.
  public enum Action: String, Sendable, CaseIterable {
    /// It is new.
    case create
    /// It was retired and is back.
    case restore
    /// Its words or values are others.
    case change
    /// Its id is another; nothing else is.
    case move
    /// Its own words are the same, what it was derived from is not: somebody should look at it.
    case suspect
    /// The document no longer says it. Nothing is deleted: the item is marked.
    case retire
  }

  /// How it is known that an item under a new id is the one under the old id.
  public enum MoveReason: String, Sendable {
    /// The document says so: `Formerly`, `Also known as`.
    case stated
    /// Its text is the same.
    case sameText = "same-text"
    /// A person said so.
    case asked
    /// Its title is much like the old one, and a person said that this is enough.
    case similar
    /// The document got another key.
    case key
  }

  /// What happens to one item.
  public struct Change: Sendable, Equatable {
    /// What happens.
    public let action: Action
    /// The item's id now; of a retired one, its last.
    public let id: String
    /// The id it had, where that was another.
    public let from: String?
    /// How it is known that it is the same item.
    public let reason: MoveReason?
    /// Its uid.
    public let uid: String
    /// What it is.
    public let kind: BacklogItem.Kind
    /// Its title now; of a retired one, its last.
    public let title: String
    /// Which values are others.
    public let details: [Detail]
  }

  /// One value before and after.
  public struct Detail: Sendable, Equatable {
    /// Such as `title`, `priority`, `text`.
    public let field: String
    /// As recorded; nil where there was none, and for texts, which are only recorded as fingerprints.
    public let before: String?
    /// As the document says now; nil where it says none.
    public let after: String?
  }

  /// A new item that may be a former one under another title.
  public struct Question: Sendable, Equatable {
    /// The recorded id.
    public let old: String
    /// The id now.
    public let new: String
    /// Likeness of the titles in hundredths.
    public let score: Int
  }

  /// The document's key.
  public let key: String
  /// The document's path as the user wrote it.
  public let path: String
  /// What happens, in the order of the document; retired items last.
  public internal(set) var changes: [Change] = []
  /// Items that stay as they are.
  public internal(set) var unchanged = 0
  /// Renames that somebody must confirm or deny.
  public internal(set) var questions: [Question] = []
  /// Names of renames that lead nowhere, with those that would.
  public internal(set) var unknownNames: [UnknownName] = []
  /// Whether so much would go that it must be confirmed.
  public internal(set) var removesMuch = false
  /// Whether the document had needs and has none now, which is a mistake rather than a decision.
  public internal(set) var lostAllNeeds = false
  /// What is to be recorded when the plan is accepted.
  public internal(set) var record: Record

  /// A name of `--rename` that names nothing.
  public struct UnknownName: Sendable, Equatable {
    /// As typed.
    public let name: String
    /// Names that could have been meant.
    public let candidates: [String]
  }

  /// Compares a document's backlog with what was accepted of it.
  ///
  /// - Parameter fileName: the document's name in the folder of the lock.
  public init(
    _ backlog: DocumentBacklog, graph: LinkGraph, record old: Record?, decisions: Decisions = Decisions(),
    fileName: String
  ) {
    let node = graph.documents[backlog.document]
    key = node.key
    path = node.path
    let before = Plan.rekeyed(old ?? Record(key: key, path: fileName), to: key)
    let matches = ItemMatches(backlog.items, before, decisions: decisions)
    record = Record(key: key, path: fileName, selection: backlog.selection)
    for item in backlog.items {
      add(item, matches, graph, isRekeyed: old.map { $0.key != node.key } ?? false, oldKey: old?.key)
    }
    for entry in matches.gone { retire(entry) }
    for entry in before.entries where entry.isRetired && matches.entry(of: entry.id) == nil {
      if !record.entries.contains(where: { $0.id == entry.id }) { record.entries.append(entry) }
    }
    questions = matches.proposals.map { Question(old: $0.old, new: $0.new, score: $0.score) }
    unknownNames = matches.unknownNames.map { UnknownName(name: $0.name, candidates: $0.candidates) }
    weighRemovals(before, backlog, decisions)
  }

  /// How many changes of a kind there are.
  public func count(_ action: Action) -> Int { changes.count { $0.action == action } }

  /// Whether anything happens that a tracker would see; a new id alone is only recorded.
  public var changesAnything: Bool { changes.contains { $0.action != .move } }

  /// Whether somebody must decide something first.
  public var isUndecided: Bool { !questions.isEmpty || removesMuch }

  // MARK: - One item

  private mutating func add(
    _ item: BacklogItem, _ matches: ItemMatches, _ graph: LinkGraph, isRekeyed: Bool, oldKey: String?
  ) {
    var entry = Record.Entry(item, graph)
    func change(_ action: Action, from: String? = nil, reason: MoveReason? = nil, _ details: [Detail] = []) {
      changes.append(
        Change(
          action: action, id: item.id, from: from, reason: reason, uid: entry.uid, kind: item.kind,
          title: item.title,
          details: details))
    }
    defer { record.entries.append(entry) }
    guard let match = matches.entry(of: item.id) else {
      if let retired = matches.retiredEntry(of: item.id) {
        entry.uid = retired.uid
        entry.formerly = retired.formerly
        return change(.restore)
      }
      return change(.create)
    }
    var was = match.entry
    if let ids = was.values["depends-on"] { was.values["depends-on"] = matches.current(ids) }
    entry.uid = was.uid
    entry.formerly = was.formerly
    var from = was.id == item.id ? nil : was.id
    var reason = match.move
    if from == nil, isRekeyed, let oldKey {
      from = oldKey + item.id.dropFirst(key.utf8.count)
      reason = .key
    }
    if let from, !entry.formerly.contains(from) { entry.formerly.append(from) }
    let details = Plan.details(was, entry, parentMoved: was.parent.map(matches.moved) == entry.parent)
    if !details.isEmpty {
      change(.change, from: from, reason: reason, details)
    } else if from != nil {
      change(.move, from: from, reason: reason)
    } else if was.upstream != entry.upstream {
      change(.suspect)
    } else {
      unchanged += 1
    }
  }

  private mutating func retire(_ entry: Record.Entry) {
    changes.append(
      Change(
        action: .retire, id: entry.id, from: nil, reason: nil, uid: entry.uid, kind: entry.kind,
        title: entry.title,
        details: []))
    var entry = entry
    entry.isRetired = true
    record.entries.append(entry)
  }

  private static func details(_ was: Record.Entry, _ now: Record.Entry, parentMoved: Bool) -> [Detail] {
    var details: [Detail] = []
    if was.kind != now.kind {
      details.append(Detail(field: "type", before: was.kind.rawValue, after: now.kind.rawValue))
    }
    if was.title != now.title { details.append(Detail(field: "title", before: was.title, after: now.title)) }
    let gone = Set(was.acceptance).subtracting(now.acceptance).count
    let new = Set(now.acceptance).subtracting(was.acceptance).count
    if gone + new > 0 {
      details.append(
        Detail(
          field: "acceptance", before: gone > 0 ? "\(gone) removed" : nil,
          after: new > 0 ? "\(new) added" : nil))
    }
    if was.fingerprint != now.fingerprint, details.isEmpty {
      details.append(Detail(field: "text", before: nil, after: nil))
    }
    if was.parent != now.parent, !parentMoved {
      details.append(Detail(field: "parent", before: was.parent, after: now.parent))
    }
    for name in Record.Entry.valueNames where was.values[name] != now.values[name] {
      details.append(Detail(field: name, before: was.values[name], after: now.values[name]))
    }
    return details
  }

  // MARK: - The whole

  /// A document that got another key has all its ids under the new one.
  private static func rekeyed(_ record: Record, to key: String) -> Record {
    guard record.key != key else { return record }
    var record = record
    let length = record.key.utf8.count
    func renamed(_ id: String) -> String { id.hasPrefix(record.key + "/") ? key + id.dropFirst(length) : id }
    for index in record.entries.indices {
      record.entries[index].id = renamed(record.entries[index].id)
      record.entries[index].root = renamed(record.entries[index].root)
      record.entries[index].parent = record.entries[index].parent.map(renamed)
      if let ids = record.entries[index].values["depends-on"] {
        let names = ids.split(separator: ",").map { renamed(String($0.drop { $0 == " " })) }
        record.entries[index].values["depends-on"] = names.joined(separator: ", ")
      }
    }
    record.key = key
    return record
  }

  /// A renamed heading must not empty a backlog: more than five needs, or more than a fifth of the needs or of the items,
  /// single ones aside, go only when that is said.
  private mutating func weighRemovals(_ before: Record, _ backlog: DocumentBacklog, _ decisions: Decisions) {
    func isNeed(_ entry: Record.Entry) -> Bool {
      (entry.kind == .epic || entry.kind == .wont) && entry.id.split(separator: "/").count == 2
        && !Plan.groups.contains(String(entry.id.dropFirst(key.utf8.count + 1)))
    }
    let active = before.entries.filter { !$0.isRetired }
    let needs = active.count(where: isNeed)
    let needsNow = backlog.items.contains { $0.needs == [$0.id] }
    lostAllNeeds = needs > 0 && !needsNow
    guard !decisions.allowsRemovals else { return }
    let retired = Set(changes.filter { $0.action == .retire }.map(\.id))
    let goneNeeds = active.count { isNeed($0) && retired.contains($0.id) }
    removesMuch =
      goneNeeds > 5 || goneNeeds > 1 && goneNeeds * 5 > needs
      || retired.count > 5 && retired.count * 5 > active.count
  }

  /// Epics that are no needs.
  private static let groups: Set<String> = ["start", "discovery", "services", "success"]
}

extension Record.Entry {
  static let valueNames = ["priority", "estimate", "status", "service", "team", "owners", "depends-on"]

  /// An item as it is recorded.
  init(_ item: BacklogItem, _ graph: LinkGraph) {
    var values: [String: String] = [:]
    values["priority"] = item.priority?.word
    values["estimate"] = item.estimate.map { "\($0.number) \($0.unit.rawValue)" }
    values["status"] = item.status?.rawValue
    values["service"] = item.service.map { graph.services[$0].key }
    values["team"] = item.team.map { graph.teams[$0].key }
    if !item.owners.isEmpty { values["owners"] = item.owners.map(LockText.clean).joined(separator: ", ") }
    if !item.dependsOn.isEmpty { values["depends-on"] = item.dependsOn.joined(separator: ", ") }
    self.init(
      id: item.id, uid: item.uid, kind: item.kind, root: item.root, hasWrittenID: item.hasWrittenID,
      parent: item.parent,
      title: LockText.clean(item.title), fingerprint: item.fingerprint, upstream: item.upstream,
      acceptance: item.acceptance.map(\.key), values: values, formerly: [], isRetired: false)
  }
}

extension Priority {
  /// The word exports use, without apostrophe.
  public var word: String { self == .wont ? "wont" : rawValue }
}
