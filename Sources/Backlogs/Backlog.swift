public import Tracing

/// The backlog of a portfolio, made document by document so that it never has to be in memory as a whole.
public struct Backlog: Sendable {
  /// The link graph it is made from.
  public let graph: LinkGraph
  /// What else was read, one entry per document of the graph.
  public let notes: [DocumentNotes]
  /// Which statements become items.
  public let selection: Selection
  /// Which of the items are asked for.
  public let filter: ItemFilter

  /// Prepares a backlog.
  ///
  /// - Parameters:
  ///   - graph: the documents and the organisation, linked.
  ///   - notes: one entry per document of the graph, in the same order.
  public init(
    _ graph: LinkGraph, notes: [DocumentNotes], selection: Selection = Selection(),
    filter: ItemFilter = ItemFilter()
  ) {
    precondition(notes.count == graph.documents.count, "one entry of notes per document")
    self.graph = graph
    self.notes = notes
    self.selection = selection
    self.filter = filter
  }

  /// The items of one document.
  ///
  /// - Parameter record: what was accepted before; it keeps uids and tells what is suspect.
  public func document(_ index: Int, record: Record? = nil) -> DocumentBacklog {
    var generator = Generator(graph, index, notes[index], selection)
    var backlog = generator.generate()
    record?.apply(to: &backlog)
    filter.apply(to: &backlog)
    return backlog
  }
}

/// Picks the items of a team or a service, with the epics they belong to.
public struct ItemFilter: Sendable, Equatable {
  /// Index of the team; nil for all.
  public var team: Int?
  /// Index of the service; nil for all.
  public var service: Int?

  /// Picks all items, or those of a team, of a service, or of both.
  public init(team: Int? = nil, service: Int? = nil) {
    self.team = team
    self.service = service
  }

  /// Whether everything is asked for.
  public var isEmpty: Bool { team == nil && service == nil }

  func apply(to backlog: inout DocumentBacklog) {
    if isEmpty { return }
    var kept: Set<String> = []
    for item in backlog.items where takes(item) {
      kept.insert(item.id)
      if let parent = item.parent { kept.insert(parent) }
    }
    backlog.items.removeAll { !kept.contains($0.id) }
    backlog.remarks.removeAll { !kept.contains($0.item) }
  }

  private func takes(_ item: BacklogItem) -> Bool {
    (team == nil || item.team == team) && (service == nil || item.service == service)
      && (item.team != nil || item.service != nil)
  }
}
