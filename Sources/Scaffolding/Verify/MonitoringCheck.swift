internal import SourceText
internal import YAMLTree

/// Each objective has an alarm, each alarm an action and a heading in the runbook; the four delivery measures are seen.
enum MonitoringCheck {
  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    let alarms =
      repository.resources("AWS::CloudWatch::Alarm") + repository.resources("AWS::CloudWatch::CompositeAlarm")
    var headings = Headings(repository)
    objectives(repository, alarms.map(\.entry), &headings, &report)
    if alarms.isEmpty {
      report.missing(
        .monitoring, "no-alarms", "no alarm wakes anybody",
        "Give each objective an AWS::CloudWatch::Alarm with an action.")
    }
    for (file, alarm) in alarms {
      report.found(.monitoring, file.path)
      check(alarm, file, &headings, &report)
    }
    dashboard(repository, &report)
    health(repository, &report)
  }

  // MARK: Objectives and alarms

  private static func objectives(
    _ repository: Repository, _ alarms: [YAMLEntry], _ headings: inout Headings,
    _ report: inout RepositoryReport
  ) {
    let files = repository.files.filter { $0.name.hasPrefix("slo") && $0.root?[key: "objectives"] != nil }
    if files.isEmpty {
      report.missing(
        .monitoring, "no-objectives", "nothing says what customers may count on",
        "Write ops/slo.yaml with a list \"objectives:\", each with name, needs, alarm and runbook.")
    }
    for file in files {
      report.found(.monitoring, file.path)
      for objective in file.root?[key: "objectives"]?.items ?? [] {
        let name = objective[key: "name"]?.string ?? "an objective"
        guard let alarm = objective[key: "alarm"], let text = alarm.string else {
          report.wrong(
            .monitoring, "objective-without-alarm", file.source,
            objective[key: "name"]?.range ?? objective.range,
            "no alarm watches the objective \"\(name)\"",
            "Write \"alarm:\" with the name of an alarm of the infrastructure.")
          continue
        }
        if !alarms.contains(where: { matches($0, text) }) {
          report.wrong(
            .monitoring, "unknown-alarm", file.source, alarm.range, "there is no alarm \"\(text)\"",
            alarms.isEmpty
              ? "Describe it in the infrastructure."
              : "There is \(alarms.map(\.name).joined(separator: ", ")).")
        }
        if let runbook = objective[key: "runbook"], let link = runbook.string {
          headings.check(link, file.source, runbook.range, &report)
        }
      }
    }
  }

  /// An alarm is named by its resource or by its own name, with or without the part that says which host.
  private static func matches(_ alarm: YAMLEntry, _ text: String) -> Bool {
    if alarm.name == text { return true }
    guard let name = alarm.value[key: "Properties"]?[key: "AlarmName"]?.string else { return false }
    return name == text || name.hasSuffix("-" + text)
  }

  private static func check(
    _ alarm: YAMLEntry, _ file: Repository.File, _ headings: inout Headings, _ report: inout RepositoryReport
  ) {
    let properties = alarm.value[key: "Properties"]
    let actions = properties?[key: "AlarmActions"]
    if actions?.items.isEmpty != false {
      report.wrong(
        .monitoring, "alarm-without-action", file.source, actions?.range ?? alarm.key.range,
        "the alarm \(alarm.name) tells nobody", "Give it AlarmActions that lead to the person on call.")
    }
    let names = ["Resources", "Parameters"].flatMap { file.root?[key: $0]?.entries.map(\.name) ?? [] }
    for action in actions?.items ?? [] {
      guard let name = action.string ?? action[key: "Ref"]?.string, !name.contains(":") else { continue }
      if !names.contains(name) {
        report.wrong(
          .monitoring, "unknown-action", file.source, action.range,
          "the alarm \(alarm.name) acts on \"\(name)\", which does not exist",
          "Name a topic of this template.")
      }
    }
    guard let description = properties?[key: "AlarmDescription"], let text = description.string,
      let link = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).first(where: { $0.contains(".md#") })
    else {
      report.wrong(
        .monitoring, "no-runbook-link", file.source,
        properties?[key: "AlarmDescription"]?.range ?? alarm.key.range,
        "the alarm \(alarm.name) does not say where its runbook is",
        "End its AlarmDescription with a link such as ops/runbook.md#availability.")
      return
    }
    headings.check(String(link), file.source, description.range, &report)
  }

  /// The headings of the repository's Markdown files, as GitHub links to them.
  private struct Headings {
    private let repository: Repository
    private var anchors: [String: Set<String>] = [:]
    private var told: Set<String> = []

    init(_ repository: Repository) { self.repository = repository }

    /// Each heading that is missing is told once, however many links lead to it.
    mutating func check(
      _ link: String, _ source: SourceFile, _ range: Range<Int>, _ report: inout RepositoryReport
    ) {
      let parts = link.split(separator: "#", maxSplits: 1).map(String.init)
      guard let path = parts.first, told.insert(link).inserted else { return }
      guard let file = repository[path] else {
        report.wrong(
          .monitoring, "no-runbook", source, range, "there is no file \(path)",
          "Write it: who is woken up needs it.")
        return
      }
      report.found(.monitoring, path)
      if anchors[path] == nil { anchors[path] = Self.anchors(of: file.source) }
      guard parts.count > 1, anchors[path]?.contains(parts[1]) == false else { return }
      report.wrong(
        .monitoring, "no-heading", source, range, "\(path) has no heading #\(parts[1])",
        "Write the heading, with what to do first.")
    }

    private static func anchors(of source: SourceFile) -> Set<String> {
      var anchors: Set<String> = []
      var isCode = false
      for (text, _) in TextSearch.lines(of: source) {
        if text.hasPrefix("```") { isCode.toggle() }
        guard !isCode, text.hasPrefix("#") else { continue }
        let title = text.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
        var anchor = ""
        for character in title {
          if character == " " {
            anchor += "-"
          } else if character.isLetter || character.isNumber || "-_".contains(character) {
            anchor.append(character)
          }
        }
        anchors.insert(anchor)
      }
      return anchors
    }
  }

  // MARK: Dashboard and health

  private static let measures: [(name: String, words: [String])] = [
    ("deployment frequency", ["deployment frequency", "deployments"]),
    ("lead time", ["lead time", "leadtime"]),
    ("change failure rate", ["failure rate", "faileddeployments"]),
    ("time to restore", ["restore", "recovery"]),
  ]

  private static func dashboard(_ repository: Repository, _ report: inout RepositoryReport) {
    let resources = repository.resources("AWS::CloudWatch::Dashboard")
    var texts = resources.map { ($0.file, $0.entry.value.range, $0.entry.key.range) }
    for file in repository.files where file.name.contains("dashboard") && file.path.hasSuffix(".json") {
      texts.append((file, 0..<file.source.bytes.count, 0..<0))
    }
    if texts.isEmpty {
      report.missing(
        .monitoring, "no-dashboard", "there is no dashboard",
        "Describe one as code: the objectives in the first row, the four delivery measures in the second.")
      return
    }
    for (file, _, _) in texts { report.found(.monitoring, file.path) }
    let all = texts.map { $0.0.source[$0.1].lowercased() }
    let lacking = measures.filter { measure in
      !measure.words.contains { word in all.contains { $0.contains(word) } }
    }
    guard let (file, _, place) = texts.first, !lacking.isEmpty else { return }
    report.wrong(
      .monitoring, "no-delivery-measure", file.source, place,
      "no dashboard shows \(lacking.map(\.name).joined(separator: ", "))",
      "Show how often, how fast and how safely the team delivers, and how fast it restores.")
  }

  private static func health(_ repository: Repository, _ report: inout RepositoryReport) {
    func isSaid(_ words: [String]) -> Bool {
      repository.files.contains { file in
        !file.path.hasSuffix(".md") && words.contains { !TextSearch.places(of: $0, in: file.source).isEmpty }
      }
    }
    for (name, words) in [("health", ["/health", "/live"]), ("readiness", ["/ready"])] where !isSaid(words) {
      report.missing(
        .monitoring, "no-\(name)", "nothing asks the service for its \(name)",
        "Answer \(words[0]), and let the load balancer ask for it.")
    }
  }
}
