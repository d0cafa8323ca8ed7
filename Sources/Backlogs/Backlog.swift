import SourceText
public import Tracing

/// The backlog of a portfolio, made document by document so that it never has to be in memory as a whole.
public struct Backlog: Sendable {
  /// The link graph it is made from.
  public let graph: LinkGraph
  /// What else was read, one entry per document of the graph.
  public let notes: [DocumentNotes]
  /// Which statements become items; nil for those that did when a document's backlog was accepted.
  public let selection: Selection?
  /// Which of the items are asked for.
  public let filter: ItemFilter

  /// New services by the document that brings the work of setting them up: the one that declares them first.
  private let newServices: [Int: [Int]]

  private static func newServices(_ graph: LinkGraph) -> [Int: [Int]] {
    var homes: [Int: [Int]] = [:]
    for (index, service) in graph.services.enumerated() where service.lifecycle == .new {
      let path = service.places.first?.path
      let declared = service.documents.first { graph.documents[$0].path == path }
      if let home = declared ?? service.documents.first { homes[home, default: []].append(index) }
    }
    return homes
  }

  /// Prepares a backlog.
  ///
  /// - Parameters:
  ///   - graph: the documents and the organisation, linked.
  ///   - notes: one entry per document of the graph, in the same order.
  public init(
    _ graph: LinkGraph, notes: [DocumentNotes], selection: Selection? = nil,
    filter: ItemFilter = ItemFilter()
  ) {
    precondition(notes.count == graph.documents.count, "one entry of notes per document")
    self.graph = graph
    self.notes = notes
    newServices = Backlog.newServices(graph)
    self.selection = selection
    self.filter = filter
  }

  /// The items of one document, where no others are asked for.
  public static func items(
    ofDocument index: Int, in graph: LinkGraph, notes: DocumentNotes, record: Record
  ) -> DocumentBacklog {
    var generator = Generator(
      graph, index, notes, record.selection, newServices: newServices(graph)[index] ?? [])
    var backlog = generator.generate()
    record.apply(to: &backlog)
    return backlog
  }

  /// The items of one document.
  ///
  /// - Parameter record: what was accepted before; it keeps uids and tells what is suspect.
  public func document(_ index: Int, record: Record? = nil) -> DocumentBacklog {
    let selection = selection ?? record?.selection ?? Selection()
    var generator = Generator(graph, index, notes[index], selection, newServices: newServices[index] ?? [])
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
