internal import SourceText

/// Application and infrastructure code are there, and the image does not run as root.
enum CodeCheck {
  private static let manifests: Set<String> = [
    "Package.swift", "pyproject.toml", "setup.py", "requirements.txt", "go.mod", "package.json", "Cargo.toml",
    "pom.xml",
    "build.gradle", "build.gradle.kts", "Gemfile", "mix.exs", "composer.json",
  ]

  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    let manifests = repository.files.filter {
      !$0.path.contains("/") && Self.manifests.contains(String($0.name))
    }
    for file in manifests { report.found(.code, file.path) }
    if manifests.isEmpty {
      report.missing(
        .code, "no-application",
        "there is no application code with a manifest at the top, such as Package.swift",
        "Put the service's code and its manifest into this repository.")
    }
    let infrastructure =
      repository.templates + repository.files.filter { $0.path.hasSuffix(".tf") || $0.name == "cdk.json" }
    for file in infrastructure { report.found(.code, file.path) }
    if infrastructure.isEmpty {
      report.missing(
        .code, "no-infrastructure",
        "there is no infrastructure code, such as infra/service.yaml for CloudFormation",
        "Describe the hosts of the service as code beside the application.")
    }
    for file in repository.files where file.name == "Dockerfile" || file.name.hasPrefix("Dockerfile.") {
      report.found(.code, file.path)
      checkUser(file.source, &report)
    }
  }

  /// The last stage runs as somebody who is not root.
  private static func checkUser(_ source: SourceFile, _ report: inout RepositoryReport) {
    struct Stage {
      var name: String?
      let from: Range<Int>
      var user: (name: String, range: Range<Int>)?
    }
    var stages: [Stage] = []
    for (text, range) in TextSearch.lines(of: source) {
      let words = text.split { $0 == " " || $0 == "\t" }
      guard words.count > 1, let word = words.first?.uppercased() else { continue }
      if word == "FROM" {
        let image = words.dropFirst().first { !$0.hasPrefix("--") }.map(String.init) ?? ""
        var stage = Stage(name: nil, from: range, user: nil)
        if let base = stages.first(where: { $0.name == image.lowercased() }) { stage.user = base.user }
        if image.contains("nonroot") { stage.user = ("nonroot", range) }
        if words.count > 2, words[words.count - 2].uppercased() == "AS" {
          stage.name = words.last?.lowercased()
        }
        stages.append(stage)
      } else if word == "USER", !stages.isEmpty {
        stages[stages.count - 1].user = (String(words[1]), range)
      }
    }
    guard let last = stages.last else { return }
    let name = last.user?.name.prefix { $0 != ":" }
    guard name == nil || name == "root" || name == "0" else { return }
    report.wrong(
      .security, "root-user", source, last.user?.range ?? last.from, "the image runs as root",
      "Write \"USER 10001:10001\", or the name of a user made before, in the last stage.")
  }
}
