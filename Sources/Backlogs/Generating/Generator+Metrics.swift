import SourceText
import Tracing

extension Generator {
  /// A metric's name across the portfolio.
  func metricID(_ metric: Int) -> String {
    let node = graph.metrics[metric]
    return graph.documents[node.document].key + "/" + node.id
  }

  /// The work of measuring: without it nobody learns whether the need was met.
  mutating func addMetric(_ index: Int, parent: String) {
    let metric = graph.metrics[index]
    guard selection.takes(metric.origin) else { return }
    metricEpics[index] = parent
    let id = claim("measure/\(metric.id)")
    var task = item(
      .task, id, parent: parent, title: title(of: metric), origin: origin(metric.origin),
      source: ItemSource(metric.place, section: notes.section(at: metric.place.range.lowerBound)),
      hasWrittenID: metric.hasWrittenID)
    task.description = [
      Wording.sentence(metric.statement.text.isEmpty ? metric.title.text : metric.statement.text)
    ]
    if notes.isEnglish { task.description += figures(of: metric) }
    task.metrics = [metricID(index)]
    // Where all services of the need are one team's, it is theirs to measure.
    let teams = Set(
      metric.needs.prefix(1).flatMap { services(of: graph.needs[$0]) }.map { graph.services[$0].team })
    if teams.count == 1, let team = teams.first { task.team = team }
    task.needs = metric.needs.compactMap { needItems[$0] }
    if task.needs.isEmpty, let need = document.needs.first(where: { needItems[$0] == parent }) {
      task.needs = [qualified(need)]
    }
    add(task)
  }

  private func title(of metric: MetricNode) -> String {
    let name = Wording.withoutStop(metric.title.text)
    guard notes.isEnglish else { return name }
    if let clause = StoryWriter.clause(of: metric, notes) { return "Measure whether " + clause }
    return "Measure " + Wording.inSentence(name, notes)
  }

  /// What the measurement starts from, is to reach, and by when, as far as the document says.
  private func figures(of metric: MetricNode) -> [String] {
    var parts: [String] = []
    if let baseline = metric.baseline, !baseline.isEmpty { parts.append("from \(baseline)") }
    if let target = metric.target, !target.isEmpty { parts.append("to \(target)") }
    let statement = metric.statement.text
    guard !parts.isEmpty,
      ![metric.baseline, metric.target].allSatisfy({ $0.map { statement.holds($0) } ?? true })
    else { return [] }
    if let by = metric.by, !by.isEmpty { parts.append("by \(by)") }
    return ["Target: " + parts.joined(separator: " ") + "."]
  }

  /// Metrics that no need in the backlog names.
  mutating func addLooseMetrics() {
    let loose = document.metrics.filter {
      metricEpics[$0] == nil && selection.takes(graph.metrics[$0].origin)
    }
    let needless = loose.filter { metric in !graph.metrics[metric].needs.contains { needItems[$0] != nil } }
    guard let first = needless.first else { return }
    let id = claim("success")
    add(
      item(
        .epic, id, title: notes.isEnglish ? "Know whether \(product) succeeds" : product,
        origin: origin(graph.metrics[first].origin), source: source(of: graph.metrics[first])))
    for metric in needless { addMetric(metric, parent: id) }
  }

  private func source(of metric: MetricNode) -> ItemSource {
    ItemSource(metric.place, section: notes.section(at: metric.place.range.lowerBound))
  }
}
