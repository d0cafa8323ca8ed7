import Diagnostics

/// The needs and metrics of one document by ID, title and former name.
///
/// An object whose tables are made when the first link asks for them: many documents link by ID only, or not at all.
final class DocumentNames {
  enum Target: Equatable {
    case need(Int)
    case metric(Int)
  }

  private let needs: [NeedNode]
  private let metrics: [MetricNode]
  private let firstNeed: Int
  private let firstMetric: Int
  /// Metrics that are named by the words of a link only.
  private var worded: [String: Target] = [:]
  private lazy var ids = table { add in
    for (offset, need) in needs.enumerated() where need.hasWrittenID {
      add(need.id, .need(firstNeed + offset))
    }
    for (offset, metric) in metrics.enumerated() where metric.hasWrittenID {
      add(metric.id, .metric(firstMetric + offset))
    }
  }
  private lazy var titles = table { add in
    for (offset, need) in needs.enumerated() { add(need.title.text, .need(firstNeed + offset)) }
    for (offset, metric) in metrics.enumerated() { add(metric.title.text, .metric(firstMetric + offset)) }
    for (offset, need) in needs.enumerated() {
      for name in need.formerly { add(name.text, .need(firstNeed + offset)) }
    }
  }

  init(_ unit: TraceUnit, firstNeed: Int, firstMetric: Int) {
    needs = unit.needs
    metrics = unit.metrics
    self.firstNeed = firstNeed
    self.firstMetric = firstMetric
  }

  /// The first of each name.
  private func table(_ fill: (_ add: (String, Target) -> Void) -> Void) -> [String: Target] {
    var table: [String: Target] = [:]
    fill { name, target in
      let key = NameKey.make(name)
      if !key.isEmpty, table[key] == nil { table[key] = target }
    }
    return table
  }

  func addMetric(_ name: String, _ metric: Int) {
    let key = NameKey.make(name)
    if !key.isEmpty, self[name] == nil { worded[key] = .metric(metric) }
  }

  subscript(name: String) -> Target? {
    let key = NameKey.make(name)
    return ids[key] ?? titles[key] ?? worded[key]
  }

  func nearestNeed(to name: String) -> String? {
    Spelling.nearest(to: name, in: needs.lazy.prefix(200).map(\.title.text))
  }

  func nearestMetric(to name: String) -> String? {
    Spelling.nearest(to: name, in: metrics.lazy.prefix(200).map(\.title.text))
  }
}

/// The documents of a portfolio by key, and their needs by ID.
struct Portfolio {
  let count: Int
  private var documents: [String: Int] = [:]
  private let needs: NeedTable

  /// Needs of each document, looked up only for links between documents.
  private final class NeedTable {
    var first: [Int] = []
    var units: [[NeedNode]] = []
    var tables: [Int: [String: Int]] = [:]
  }

  init(_ units: [TraceUnit]) {
    count = units.count
    needs = NeedTable()
    var first = 0
    for (index, unit) in units.enumerated() {
      let key = unit.document.key.lowercased()
      // A key that is written wins over one from a file's name.
      if let known = documents[key] {
        let isWritten = units[known].document.keyPlace == nil && unit.document.keyPlace != nil
        let isMain = units[known].document.part != "prfaq" && unit.document.part == "prfaq"
        if isWritten || isMain { documents[key] = index }
      } else {
        documents[key] = index
      }
      needs.first.append(first)
      needs.units.append(unit.needs)
      first += unit.needs.count
    }
  }

  func document(ofKey key: String) -> Int? { documents[key.lowercased()] }

  func need(_ id: String, in document: Int) -> Int? {
    if needs.tables[document] == nil {
      var table: [String: Int] = [:]
      for (offset, need) in needs.units[document].enumerated() {
        let id = need.hasWrittenID ? need.id.lowercased() : need.id
        if table[id] == nil { table[id] = needs.first[document] + offset }
      }
      needs.tables[document] = table
    }
    return needs.tables[document]?[id.lowercased()]
  }
}
