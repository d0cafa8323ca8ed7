internal import SourceText
internal import YAMLTree

/// Checks, test stage, approval, production, in this order, and no other way to production.
enum PipelineCheck {
  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    for file in repository.workflows { workflow(file, &report) }
    if repository.workflows.isEmpty {
      report.missing(
        .pipeline, "no-checks", "no workflow checks a change automatically",
        "Write .github/workflows/ci.yml, which builds and tests every pull request.")
    }
    let pipelines = repository.resources("AWS::CodePipeline::Pipeline")
    for (file, pipeline) in pipelines {
      report.found(.pipeline, file.path)
      let stages = pipeline.value[key: "Properties"]?[key: "Stages"]
      order(Self.steps(stages), stages?.range ?? pipeline.key.range, file.source, &report)
    }
    let isDeployed = repository.workflows.contains { !Self.steps(ofWorkflow: $0).isEmpty }
    if pipelines.isEmpty, !isDeployed {
      report.missing(
        .pipeline, "no-pipeline", "nothing takes a change to production",
        "Describe a pipeline: checks, test stage, approval by a person, production.")
    }
    for file in repository.files where isScript(file) { script(file, &report) }
  }

  // MARK: Order

  /// What a step of a pipeline does.
  enum Work: Equatable {
    case source
    case check
    case testHost
    case approval
    case production
  }

  /// A step with its place in the pipeline: steps with equal order run together.
  struct Step {
    let work: Work
    let order: (stage: Int, run: Int)
    let range: Range<Int>
    /// The action of CodePipeline; nil in workflows.
    var action: YAMLNode?

    func comes(before other: Step) -> Bool { order < other.order }
  }

  /// The steps of CodePipeline's stages.
  static func steps(_ stages: YAMLNode?) -> [Step] {
    var steps: [Step] = []
    for (index, stage) in (stages?.items ?? []).enumerated() {
      let stageName = stage[key: "Name"]?.string ?? ""
      for action in stage[key: "Actions"]?.items ?? [] {
        let category = action[key: "ActionTypeId"]?[key: "Category"]?.string ?? ""
        let configuration = action[key: "Configuration"]?.entries.compactMap(\.value.string) ?? []
        let words = [stageName, action[key: "Name"]?.string ?? ""] + configuration
        let work: Work
        switch category {
        case "Source": work = .source
        case "Approval": work = .approval
        case "Deploy": work = words.contains(where: isProduction) ? .production : .testHost
        default: work = .check
        }
        steps.append(
          Step(
            work: work, order: (index, action[key: "RunOrder"]?.int ?? 1),
            range: action[key: "Name"]?.range ?? action.range, action: action))
      }
    }
    return steps
  }

  static func isProduction(_ word: String) -> Bool {
    let word = word.lowercased()
    let before = ["preprod", "pre-prod", "pre_prod", "nonprod", "non-prod"]
    if before.contains(where: word.contains) { return false }
    return word.contains("production")
      || word.split { !$0.isLetter }.contains { $0 == "prod" }
  }

  private static func order(
    _ steps: [Step], _ all: Range<Int>, _ source: SourceFile, _ report: inout RepositoryReport
  ) {
    guard let production = steps.filter({ $0.work == .production }).min(by: { $0.order < $1.order }) else {
      report.wrong(
        .pipeline, "no-production", source, all, "no stage of the pipeline deploys to production",
        "Add a stage whose name, or whose stack's name, says production.")
      return
    }
    let test = steps.filter { $0.work == .testHost && $0.comes(before: production) }.min {
      $0.order < $1.order
    }
    let firstDeployment = test ?? production
    var lacking: [String] = []
    if !steps.contains(where: { $0.work == .check && $0.comes(before: firstDeployment) }) {
      lacking.append("checks")
    }
    if test == nil { lacking.append("a test stage") }
    let approvals = steps.filter { $0.work == .approval && $0.comes(before: production) }
    if approvals.isEmpty {
      lacking.append("an approval")
    } else if let test, !approvals.contains(where: { test.comes(before: $0) }) {
      lacking.append("an approval that comes after the test stage")
    }
    guard !lacking.isEmpty else { return }
    report.wrong(
      .pipeline, "order", source, production.range,
      "production is reached without \(lacking.joined(separator: " and ")) before it",
      "The order is checks, test stage, approval by another than the author, production.")
  }

  // MARK: Workflows

  private static func steps(ofWorkflow file: Repository.File) -> [(job: YAMLEntry, environment: String)] {
    (file.root?[key: "jobs"]?.entries ?? []).compactMap { job in
      let environment = job.value[key: "environment"]
      guard let name = environment?.string ?? environment?[key: "name"]?.string else { return nil }
      return (job, name)
    }
  }

  private static func workflow(_ file: Repository.File, _ report: inout RepositoryReport) {
    report.found(.pipeline, file.path)
    guard let jobs = file.root?[key: "jobs"]?.entries else { return }
    for job in jobs {
      let hasEnvironment = job.value[key: "environment"] != nil
      if let uses = job.value[key: "uses"] { pinned(uses, file.source, &report) }
      for step in job.value[key: "steps"]?.items ?? [] {
        if let uses = step[key: "uses"] { pinned(uses, file.source, &report) }
        guard let run = step[key: "run"], !hasEnvironment else { continue }
        if let command = deployment(in: file.source, run.range) {
          report.wrong(
            .pipeline, "way-around", file.source, command, "this deploys without the pipeline's approval",
            "Leave deployments to the pipeline, so that nothing reaches production but by it.")
        }
      }
    }
    let deployments = steps(ofWorkflow: file)
    guard let production = deployments.first(where: { isProduction($0.environment) }) else { return }
    // Approvals of an environment are settings of GitHub, not files; the order is in the file.
    var before: Set<String> = []
    var rest = production.job.value[key: "needs"]?.strings ?? []
    while let next = rest.popLast() {
      guard before.insert(next).inserted else { continue }
      rest += jobs.first { $0.name == next }?.value[key: "needs"]?.strings ?? []
    }
    var lacking: [String] = []
    if !before.contains(where: { name in !deployments.contains { $0.job.name == name } }) {
      lacking.append("checks")
    }
    if !deployments.contains(where: { before.contains($0.job.name) && !isProduction($0.environment) }) {
      lacking.append("a test stage")
    }
    if lacking.isEmpty { return }
    report.wrong(
      .pipeline, "order", file.source, production.job.key.range,
      "production is reached without \(lacking.joined(separator: " and ")) before it",
      "Name the jobs that must pass first in \"needs:\".")
  }

  /// Other people's code is taken by the hash of its commit: a tag can be moved.
  private static func pinned(_ uses: YAMLNode, _ source: SourceFile, _ report: inout RepositoryReport) {
    guard let text = uses.string, !text.hasPrefix("./") else { return }
    let version = text.split(separator: "@", maxSplits: 1).dropFirst().first ?? ""
    let isHash = version.utf8.count == 40 && version.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
    if isHash || version.hasPrefix("sha256:") { return }
    report.wrong(
      .pipeline, "action-not-pinned", source, uses.range, "\"\(text)\" may change under the same name",
      "Write the hash of the commit after the @, and the version in a comment.")
  }

  private static let deployments = [
    "cloudformation deploy", "cloudformation create-stack", "cloudformation update-stack",
    "cloudformation execute-change-set",
    "ecs update-service", "sam deploy", "cdk deploy", "terraform apply", "kubectl apply", "kubectl set image",
    "helm upgrade", "helm install", "serverless deploy", "copilot deploy", "update-function-code",
    "gcloud run deploy",
    "flyctl deploy", "eb deploy", "put-approval-result",
  ]

  /// The first line within a range that deploys something.
  private static func deployment(in source: SourceFile, _ range: Range<Int>) -> Range<Int>? {
    for (text, line) in TextSearch.lines(of: source) where line.overlaps(range) {
      if text.hasPrefix("#") { continue }
      if deployments.contains(where: text.contains) { return line }
    }
    return nil
  }

  private static func isScript(_ file: Repository.File) -> Bool {
    file.path.hasSuffix(".sh") || file.name == "Makefile" || file.name == "justfile"
      || file.path.hasPrefix("scripts/")
  }

  private static func script(_ file: Repository.File, _ report: inout RepositoryReport) {
    for (text, line) in TextSearch.lines(of: file.source) where !text.hasPrefix("#") {
      guard deployments.contains(where: text.contains),
        text.split(separator: " ").contains(where: { isProduction(String($0)) })
      else { continue }
      report.wrong(
        .pipeline, "way-around", file.source, line,
        "this deploys to production without the pipeline's approval",
        "Leave deployments to the pipeline, so that nothing reaches production but by it.")
    }
  }
}
