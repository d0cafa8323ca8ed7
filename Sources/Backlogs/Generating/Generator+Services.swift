import SourceText
import Tracing

extension Generator {
  /// What a new service needs before its first customer, whatever it does: a pipeline, alarms, somebody on call.
  mutating func addEnablingWork() {
    let new = newServices
    guard let first = new.first else { return }
    let id = claim("services")
    var epic = item(
      .epic, id,
      title:
        "Run \(new.count == 1 ? graph.services[first].name : "the new services of \(product)") in production",
      origin: origin(of: graph.services[first]), source: source(of: graph.services[first]))
    epic.needs = []
    add(epic)
    for index in new { addEnablingTasks(index, parent: id) }
  }

  private mutating func addEnablingTasks(_ index: Int, parent: String) {
    let service = graph.services[index]
    let team = service.team.map { graph.teams[$0].name } ?? "its team"
    let tasks: [(name: String, title: String, text: String, criterion: String)] = [
      (
        "pipeline", "Build the pipeline that takes \(service.name) to production",
        "From a commit to customers without a step by hand, so that the first story can be shipped in the first sprint.",
        "when a change is merged, then it reaches production through tests alone, and one command takes it back"
      ),
      (
        "alarms", "Set up the alarms of \(service.name)",
        "\(Wording.capitalised(team)) must learn of a failure before a customer tells them.",
        "given a test failure of \(service.name), when five minutes have passed, then the person on call has been paged"
      ),
      (
        "on-call", "Put \(service.name) on call",
        "\(Wording.capitalised(team)) runs what it builds: a rota, a runbook, and a way to reach whoever is on call.",
        "the rota for the first four weeks is published, and someone who did not write the runbook has followed it once"
      ),
    ]
    for task in tasks {
      var item = item(
        .task, claim("\(service.key)/\(task.name)"), parent: parent, title: task.title,
        origin: origin(of: service),
        source: source(of: service), root: key + "/" + service.key)
      item.description = [task.text]
      item.acceptance = [Criteria.criterion(Wording.capitalised(task.criterion))]
      item.service = index
      item.team = service.team
      item.formerly = formerIDs(of: service) { "\(key)/\($0)/\(task.name)" }
      item.needs = service.needs.compactMap { needItems[$0] }
      add(item)
    }
  }

  private func origin(of service: ServiceNode) -> ItemOrigin { origin(service.origin) }

  private func source(of service: ServiceNode) -> ItemSource {
    guard let place = service.places.first else {
      return ItemSource(file: document.path, line: 1, endLine: 1, section: [])
    }
    return ItemSource(
      place, section: place.path == document.path ? notes.section(at: place.range.lowerBound) : [])
  }
}
