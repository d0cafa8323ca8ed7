internal import SourceText
internal import YAMLTree

/// Test and production hosts are one template with two sets of parameters, both whole.
enum HostCheck {
  /// A host: a deployment of a template with a file of parameters.
  private struct Host {
    let stack: String
    let template: String
    let parameters: String
    /// Parameters given in another way, as text.
    let overrides: String
    let source: SourceFile?
    let range: Range<Int>
  }

  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    var hosts: [Host] = []
    for (file, pipeline) in repository.resources("AWS::CodePipeline::Pipeline") {
      for step in PipelineCheck.steps(pipeline.value[key: "Properties"]?[key: "Stages"]) {
        guard let configuration = step.action?[key: "Configuration"],
          let template = configuration[key: "TemplatePath"]?.string,
          let parameters = configuration[key: "TemplateConfiguration"]
        else { continue }
        hosts.append(
          Host(
            stack: configuration[key: "StackName"]?.string ?? "", template: inside(template),
            parameters: inside(parameters.string ?? ""),
            overrides: configuration[key: "ParameterOverrides"]?.string ?? "", source: file.source,
            range: parameters.range))
      }
    }
    if hosts.isEmpty, repository["infra/service.yaml"] != nil {
      for name in ["test", "production"] where repository["infra/\(name).json"] != nil {
        hosts.append(
          Host(
            stack: name, template: "infra/service.yaml", parameters: "infra/\(name).json", overrides: "",
            source: nil,
            range: 0..<0))
      }
    }
    if Set(hosts.map(\.stack)).count < 2, hosts.allSatisfy({ repository[$0.parameters] != nil }) {
      report.missing(
        .hosts, "not-two", "there are not two hosts, one to test on and one for production",
        "Deploy one template twice, with infra/test.json and infra/production.json.")
    }
    for host in hosts { check(host, repository, &report) }
  }

  /// `Built::infra/test.json` names an artefact and a path.
  private static func inside(_ path: String) -> String {
    path.range(of: "::").map { String(path[$0.upperBound...]) } ?? path
  }

  private static func check(_ host: Host, _ repository: Repository, _ report: inout RepositoryReport) {
    guard let file = repository[host.parameters], let root = file.root else {
      if let source = host.source {
        report.wrong(
          .hosts, "no-parameters", source, host.range, "there is no file \(host.parameters)",
          "Write the parameters of this host there.")
      }
      return
    }
    report.found(.hosts, file.path)
    guard let template = repository[host.template]?.root else { return }
    report.found(.hosts, host.template)
    let wanted = template[key: "Parameters"]?.entries ?? []
    let given = root[key: "Parameters"] ?? root
    for parameter in wanted where parameter.value[key: "Default"] == nil {
      if given[key: parameter.name] != nil || host.overrides.contains("\"\(parameter.name)\"") { continue }
      report.wrong(
        .hosts, "parameter-missing", file.source, root.entry("Parameters")?.key.range ?? root.range,
        "the parameter \(parameter.name) of \(host.template) is not given",
        "Add it; the deployment would fail.")
    }
    for parameter in given.entries where !wanted.contains(where: { $0.name == parameter.name }) {
      report.wrong(
        .hosts, "parameter-unknown", file.source, parameter.key.range,
        "\(host.template) has no parameter \(parameter.name)", "Remove it, or correct its name.")
    }
  }
}

extension String {
  /// The first place of a text; the standard library has none without Foundation or regular expressions.
  func range(of text: String) -> Range<String.Index>? {
    let bytes = Array(utf8)
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    for start in 0...bytes.count - wanted.count
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let from = utf8.index(startIndex, offsetBy: start)
      return from..<utf8.index(from, offsetBy: wanted.count)
    }
    return nil
  }
}
