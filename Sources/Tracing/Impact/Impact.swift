public import SourceText

/// What a new version of one or more documents changes: needs, and the services, teams, APIs and metrics they reach.
public struct Impact: Sendable, Equatable {
  /// Changes of needs: in the order of the new version, removed ones last.
  public internal(set) var needs: [NeedChange] = []
  /// Changes of metrics, by ID.
  public internal(set) var metrics: [ItemChange] = []
  /// Changes of services, by key.
  public internal(set) var services: [ItemChange] = []

  /// Whether nothing of this changed.
  public var isEmpty: Bool { needs.isEmpty && metrics.isEmpty && services.isEmpty }

  /// What became of a need, metric or service.
  public enum Kind: String, Sendable {
    /// It is new.
    case added
    /// It says or links something else.
    case changed
    /// It has another ID, the text being the same or nearly so.
    case renamed
    /// It is gone.
    case removed
  }

  /// Why a need under another ID is taken for the same one.
  public enum Basis: String, Sendable {
    /// `Formerly:` says so.
    case stated
    /// The titles are the same.
    case sameTitle = "same-title"
    /// The words are nearly the same, and no other need's are.
    case similar
  }

  /// One part of a node that differs.
  public struct Difference: Sendable, Equatable {
    /// Which part: `title`, `statement`, `acceptance`, `priority`, `services`, `owner`, ...
    public let part: String
    /// What is gone, as written.
    public let removed: [String]
    /// What is new, as written.
    public let added: [String]
  }

  /// What a change reaches, each sorted and once.
  public struct Reach: Sendable, Equatable {
    /// Keys of services.
    public internal(set) var services: [String] = []
    /// Keys of teams.
    public internal(set) var teams: [String] = []
    /// Operations and contracts of these services.
    public internal(set) var apis: [String] = []
    /// IDs of metrics, `KEY/M-1` where there are several documents.
    public internal(set) var metrics: [String] = []
  }

  /// A link that was right for the old text, and is to be looked at again: its own end did not change.
  public struct Suspect: Sendable, Equatable {
    /// What links to the need: `claim`, `question`, `step`, `need`, `metric`.
    public let kind: String
    /// Its text or title.
    public let passage: Passage
  }

  /// One need that changed.
  public struct NeedChange: Sendable, Equatable {
    /// What became of it.
    public let kind: Kind
    /// Its ID in the old version; nil for a new one. `KEY/N-1` where there are several documents.
    public let oldID: String?
    /// Its ID in the new version; nil for one that is gone.
    public let newID: String?
    /// Its title, the new one where there is one, with its place.
    public let title: Passage
    /// Why it is taken for the same one, where the ID changed.
    public let basis: Basis?
    /// What differs; empty for new and removed ones, and for mere renames.
    public let differences: [Difference]
    /// What it reaches, in the old or the new version.
    public let reach: Reach
    /// What should be looked at again.
    public let suspects: [Suspect]
  }

  /// One metric or service that changed.
  public struct ItemChange: Sendable, Equatable {
    /// What became of it.
    public let kind: Kind
    /// Its ID or key.
    public let id: String
    /// Its title or name.
    public let name: String
    /// Where it is declared; nil for a service that is only named.
    public let place: Place?
    /// What differs.
    public let differences: [Difference]
    /// Needs that use it, as IDs.
    public let needs: [String]
    /// What it reaches.
    public let reach: Reach
  }

  /// All services that anything here reaches.
  public var allServices: [String] { merged(\.services) }
  /// All teams that anything here reaches.
  public var allTeams: [String] { merged(\.teams) }

  private func merged(_ part: KeyPath<Reach, [String]>) -> [String] {
    let all =
      needs.flatMap { $0.reach[keyPath: part] } + (metrics + services).flatMap { $0.reach[keyPath: part] }
    return Array(Set(all)).sorted()
  }
}
