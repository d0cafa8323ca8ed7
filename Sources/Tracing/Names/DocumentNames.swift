import Diagnostics

/// The needs and metrics of one document by ID, title and former name.
struct DocumentNames {
  enum Target: Equatable {
    case need(Int)
    case metric(Int)
  }

  private var targets: [String: Target] = [:]
  private var needTitles: [String] = []
  private var metricTitles: [String] = []

  init(_ unit: TraceUnit, firstNeed: Int, firstMetric: Int) {
    for (offset, need) in unit.needs.enumerated() where need.hasWrittenID {
      add(need.id, .need(firstNeed + offset))
    }
    for (offset, metric) in unit.metrics.enumerated() where metric.hasWrittenID {
      add(metric.id, .metric(firstMetric + offset))
    }
    for (offset, need) in unit.needs.enumerated() {
      add(need.title.text, .need(firstNeed + offset))
      needTitles.append(need.title.text)
    }
    for (offset, metric) in unit.metrics.enumerated() {
      add(metric.title.text, .metric(firstMetric + offset))
      metricTitles.append(metric.title.text)
    }
    for (offset, need) in unit.needs.enumerated() {
      for name in need.formerly { add(name.text, .need(firstNeed + offset)) }
    }
  }

  private mutating func add(_ name: String, _ target: Target) {
    let key = NameKey.make(name)
    if !key.isEmpty, targets[key] == nil { targets[key] = target }
  }

  mutating func addMetric(_ name: String, _ metric: Int) { add(name, .metric(metric)) }

  subscript(name: String) -> Target? { targets[NameKey.make(name)] }

  func nearestNeed(to name: String) -> String? { Spelling.nearest(to: name, in: needTitles.prefix(200)) }
  func nearestMetric(to name: String) -> String? { Spelling.nearest(to: name, in: metricTitles.prefix(200)) }
}

/// The documents of a portfolio by key, and their needs by ID.
struct Portfolio {
  let count: Int
  private var documents: [String: Int] = [:]
  private let needs: NeedTable

  /// Needs of each document, looked up only for links between documents.
  private final class NeedTable {
    var first: [Int] = []
    var ids: [[String]] = []
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
      needs.ids.append(unit.needs.map { $0.hasWrittenID ? $0.id.lowercased() : $0.id })
      first += unit.needs.count
    }
  }

  func document(ofKey key: String) -> Int? { documents[key.lowercased()] }

  func need(_ id: String, in document: Int) -> Int? {
    if needs.tables[document] == nil {
      var table: [String: Int] = [:]
      for (offset, id) in needs.ids[document].enumerated() where table[id] == nil {
        table[id] = needs.first[document] + offset
      }
      needs.tables[document] = table
    }
    return needs.tables[document]?[id.lowercased()]
  }
}
