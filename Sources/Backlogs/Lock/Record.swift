/// What was accepted of one document: the items as they were then, retired ones included.
public struct Record: Sendable, Equatable {
  /// The document's key.
  public var key: String
  /// The document's name in the folder of the lock.
  public var path: String
  /// Which statements became items, so that the next plan takes the same.
  public var selection: Selection
  /// The items, in the order of the document; retired ones last.
  public var entries: [Entry]

  /// One accepted item.
  public struct Entry: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its uid, which it keeps when its id changes.
    public var uid: String
    /// What it is.
    public var kind: BacklogItem.Kind
    /// The statement it hangs on.
    public var root: String
    /// Whether the id of its statement is written in the document.
    public var hasWrittenID: Bool
    /// The epic it belonged to.
    public var parent: String?
    /// Its title.
    public var title: String
    /// Its fingerprint.
    public var fingerprint: String
    /// The fingerprint of what it was derived from.
    public var upstream: String
    /// Keys of its acceptance criteria.
    public var acceptance: [String]
    /// Values that a plan shows before and after: priority, estimate, status, service, team, owners.
    public var values: [String: String]
    /// Ids it had before.
    public var formerly: [String]
    /// Whether the document no longer says it.
    public var isRetired: Bool
  }

  /// An empty record.
  public init(key: String, path: String, selection: Selection = Selection(), entries: [Entry] = []) {
    self.key = key
    self.path = path
    self.selection = selection
    self.entries = entries
  }

  /// Gives items the uids they were accepted with, and marks those whose origin has changed since.
  func apply(to backlog: inout DocumentBacklog) {
    let matches = ItemMatches(backlog.items, self, decisions: Decisions())
    for index in backlog.items.indices {
      let item = backlog.items[index]
      if let match = matches.entry(of: item.id) {
        backlog.items[index].uid = match.entry.uid
        backlog.items[index].isSuspect =
          match.entry.fingerprint == item.fingerprint && match.entry.upstream != item.upstream
          && match.move == nil
      } else if let retired = matches.retiredEntry(of: item.id) {
        backlog.items[index].uid = retired.uid
      }
    }
  }
}

/// What the person at the keyboard said about renames and removals.
public struct Decisions: Sendable, Equatable {
  /// Old ids with the new ones, as named.
  public var renames: [(old: String, new: String)] = []
  /// What to do about titles that look like former ones.
  public var similar: Similar = .ask
  /// Whether many items may go at once.
  public var allowsRemovals = false

  /// What to do where an item may be a former one under a new title.
  public enum Similar: Sendable {
    /// Ask.
    case ask
    /// Take it for the former one.
    case accept
    /// Take it for a new one.
    case refuse
  }

  /// Nothing said: ask.
  public init() {}

  /// Compares all that was said.
  public static func == (left: Decisions, right: Decisions) -> Bool {
    left.similar == right.similar && left.allowsRemovals == right.allowsRemovals
      && left.renames.elementsEqual(right.renames, by: ==)
  }
}
