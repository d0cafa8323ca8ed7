internal import SourceText
internal import YAMLTree

/// The customer needs a service exists for are named by the same IDs everywhere.
enum NeedCheck {
  static let annotation = "prfaq/needs"

  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    guard let (file, node) = repository.component else {
      report.missing(
        .needs, "no-catalog", "no catalog-info.yaml says who owns the service and which needs it serves",
        "Write one for Backstage, with spec.owner and the annotation \(annotation).")
      return
    }
    report.found(.needs, file.path)
    if node[key: "spec"]?[key: "owner"]?.string == nil {
      report.wrong(
        .needs, "no-owner", file.source, (node.entry("spec") ?? node.entry("kind"))?.key.range ?? node.range,
        "no team owns the service", "Write spec.owner: a service is owned by one team.")
    }
    let metadata = node[key: "metadata"]
    let needs = metadata?[key: "annotations"]?[key: annotation]
    let ids = needs?.string.map(list) ?? []
    guard let needs, !ids.isEmpty else {
      report.wrong(
        .needs, "no-needs", file.source, needs?.range ?? node.entry("metadata")?.key.range ?? node.range,
        "nothing says which customer needs the service exists for",
        "Add the annotation \(annotation): \"N-1, N-2\", with the IDs of the PR/FAQ.")
      return
    }
    for place in places(repository) {
      if place.files.isEmpty {
        report.wrong(
          .needs, "not-named", file.source, needs.range, "the needs are not named in \(place.name)",
          "\(place.help)")
        continue
      }
      check(ids, place, &report)
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == " " || $0 == "\n" }.map(String.init)
  }

  /// A place where each need has to be named.
  private struct Place {
    let name: String
    let files: [Repository.File]
    let help: String
  }

  private static func places(_ repository: Repository) -> [Place] {
    let readme = repository.files.filter { $0.path.lowercased() == "readme.md" }
    let objectives = repository.files.filter {
      $0.name.hasPrefix("slo") && $0.root?[key: "objectives"] != nil
    }
    let template = repository.files.filter { $0.path.lowercased().hasSuffix("pull_request_template.md") }
    let tests = ["Tests/", "tests/", "test/", "spec/"].flatMap(repository.below)
    return [
      Place(name: "README.md", files: readme, help: "Write a README.md that begins with the customer needs."),
      Place(
        name: "the contract", files: repository.contracts,
        help: "Write api/openapi.yaml, with the needs it serves."),
      Place(
        name: "ops/slo.yaml", files: objectives,
        help: "Write ops/slo.yaml, and the needs with each objective."),
      Place(
        name: "the pull request template", files: template,
        help: "Let .github/pull_request_template.md ask which need a change serves."),
      Place(
        name: "the tests", files: tests, help: "Write an acceptance test for each need, named by its ID."),
    ]
  }

  private static func check(_ ids: [String], _ place: Place, _ report: inout RepositoryReport) {
    let letters = Set(ids.compactMap { $0.contains("-") ? $0.prefix { $0 != "-" } : nil })
    var hasUnknown = false
    for file in place.files {
      var told: Set<String> = []
      for (id, range) in TextSearch.ids(in: file.source)
      where letters.contains(id.prefix { $0 != "-" }) && !ids.contains(id) && told.insert(id).inserted {
        hasUnknown = true
        report.wrong(
          .needs, "unknown-need", file.source, range, "\(id) is no need of this service",
          "Its needs are \(ids.joined(separator: ", ")). Correct the ID here or in catalog-info.yaml.")
      }
    }
    // One ID written wrongly is one mistake, not two.
    if hasUnknown { return }
    for id in ids where !place.files.contains(where: { TextSearch.hasWord(id, in: $0.source) }) {
      report.wrong(
        .needs, "need-not-named", place.files[0].source, 0..<0, "\(place.name) does not name the need \(id)",
        "Name it, so that everybody who works here knows whom it is for.")
    }
  }
}
