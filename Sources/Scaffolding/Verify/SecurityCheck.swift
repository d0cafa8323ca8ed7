internal import SourceText
internal import YAMLTree

/// Every operation is authenticated, every permission bounded, no network open, no secret in a file.
enum SecurityCheck {
  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    for file in repository.below("security/") { report.found(.security, file.path) }
    let contracts = repository.contracts
    for file in contracts {
      report.found(.security, file.path)
      if let root = file.root { contract(root, file.source, &report) }
    }
    if contracts.isEmpty {
      report.missing(
        .security, "no-contract", "there is no OpenAPI contract of a public API",
        "Write api/openapi.yaml first, with a security scheme for every operation.")
    }
    for file in repository.files where !file.documents.isEmpty { permissions(file, &report) }
    for file in repository.files { secrets(file.source, &report) }
  }

  // MARK: Contract

  /// Who asks whether the service lives has no token.
  private static let openPaths: Set<String> = [
    "/health", "/ready", "/healthz", "/readyz", "/livez", "/live", "/ping", "/status",
  ]
  private static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
  ]

  private static func contract(_ root: YAMLNode, _ source: SourceFile, _ report: inout RepositoryReport) {
    let paths = root.entry("paths")
    if paths?.value.entries.isEmpty != false {
      report.wrong(
        .security, "no-operation", source, paths?.key.range ?? 0..<0, "the contract declares no operation",
        "Declare the first one in the PR/FAQ (\"API: `GET /v1/...`\") and here.")
      return
    }
    let schemes = root[key: "components"]?[key: "securitySchemes"]?.entries.map(\.name) ?? []
    for path in paths?.value.entries ?? [] where !openPaths.contains(path.name) {
      for operation in path.value.entries where methods.contains(operation.name) {
        let name = "\(operation.name.uppercased()) \(path.name)"
        let security = operation.value[key: "security"] ?? root[key: "security"]
        // An empty requirement among others means that it may be left out.
        let isOpen =
          security?.items.isEmpty != false || security?.items.contains { $0.entries.isEmpty } == true
        if isOpen {
          report.wrong(
            .security, "no-authentication", source,
            operation.value[key: "security"]?.range ?? operation.key.range,
            "\(name) may be called by anybody",
            "Name a security scheme for it, or one for the whole contract.")
          continue
        }
        if let unknown = security?.items.flatMap(\.entries).first(where: { !schemes.contains($0.name) }) {
          report.wrong(
            .security, "unknown-scheme", source, unknown.key.range,
            "there is no security scheme \"\(unknown.name)\"",
            schemes.isEmpty
              ? "Describe it below components: securitySchemes:."
              : "There is \(schemes.joined(separator: ", ")).")
        }
        let answers = operation.value[key: "responses"]?.entries.map(\.name) ?? []
        if !answers.contains(where: { ["401", "4XX", "4xx", "default"].contains($0) }) {
          report.wrong(
            .security, "no-401", source, operation.key.range,
            "\(name) does not say what a caller without a token gets", "Add the answer \"401\".")
        }
      }
    }
  }

  // MARK: Permissions and networks

  /// Actions AWS knows no resource for, so that "*" is the only thing to write.
  private static func hasNoResource(_ action: String) -> Bool {
    let known: Set<String> = [
      "ecr:GetAuthorizationToken", "cloudwatch:PutMetricData", "ecs:DeregisterTaskDefinition",
      "sns:Unsubscribe",
      "ec2:CreateNetworkInterface", "sts:GetCallerIdentity",
    ]
    if known.contains(action) { return true }
    let name = action.split(separator: ":").last ?? ""
    return ["xray:Put", "ssmmessages:"].contains(where: action.hasPrefix)
      || (["Describe", "List"].contains(where: name.hasPrefix) && !action.hasPrefix("*"))
  }

  private static func permissions(_ file: Repository.File, _ report: inout RepositoryReport) {
    for (keys, node) in file.documents.flatMap({ $0.all() }) {
      // A resource policy names who may come in, and "*" there is the resource itself.
      if node[key: "Effect"]?.string == "Allow", node[key: "Principal"] == nil {
        let actions = node[key: "Action"].map(texts) ?? []
        if let any = actions.first(where: {
          $0.text == "*" || $0.text.hasSuffix(":*") && !$0.text.hasPrefix("ssmmessages")
        }) {
          report.wrong(
            .security, "any-action", file.source, any.range,
            "\"\(any.text)\" allows everything, now and later",
            "Name the actions that are used.")
        } else if let resource = node[key: "Resource"].map(texts)?.first(where: { $0.text == "*" }),
          let action = actions.first(where: { !hasNoResource($0.text) })
        {
          report.wrong(
            .security, "any-resource", file.source, resource.range,
            "\(action.text) is allowed on every resource",
            "Name the resource, as in !GetAtt Table.Arn.")
        }
      }
      guard let text = node.string, text == "0.0.0.0/0" || text == "::/0" else { continue }
      if keys.contains(where: { $0.hasSuffix("Egress") || $0.hasPrefix("Destination") }) { continue }
      report.wrong(
        .security, "open-range", file.source, node.range, "\(text) lets the whole internet in",
        "Name the network the callers come from.")
    }
  }

  private static func texts(_ node: YAMLNode) -> [(text: String, range: Range<Int>)] {
    ([node] + node.items).compactMap { one in one.string.map { ($0, one.range) } }
  }

  // MARK: Secrets

  /// How well-known secrets begin, with what follows: at least so many letters and digits.
  private static let secrets: [(start: String, length: Int, what: String)] = [
    ("AKIA", 16, "an AWS access key"), ("ASIA", 16, "an AWS access key"), ("ghp_", 36, "a GitHub token"),
    ("gho_", 36, "a GitHub token"), ("ghs_", 36, "a GitHub token"), ("github_pat_", 22, "a GitHub token"),
    ("glpat-", 20, "a GitLab token"), ("xoxb-", 10, "a Slack token"), ("xoxp-", 10, "a Slack token"),
    ("sk_live_", 16, "a Stripe key"), ("AIza", 35, "a Google key"), ("npm_", 36, "an npm token"),
    ("pypi-AgEI", 16, "a PyPI token"),
  ]

  private static func secrets(_ source: SourceFile, _ report: inout RepositoryReport) {
    func add(_ range: Range<Int>, _ what: String) {
      report.wrong(
        .security, "secret-in-file", source, range, "this looks like \(what)",
        "Revoke it now: history keeps it. Secrets belong into a secret store.")
    }
    for range in TextSearch.places(of: "-----BEGIN ", in: source) {
      let line = source.lineRange(source.line(at: range.lowerBound))
      if source[range.upperBound..<line.upperBound].hasSuffix("PRIVATE KEY-----") {
        add(range.lowerBound..<line.upperBound, "a private key")
      }
    }
    for secret in secrets {
      for range in TextSearch.places(of: secret.start, in: source) {
        if range.lowerBound > 0, TextSearch.isWord(source.bytes[range.lowerBound - 1]) { continue }
        var end = range.upperBound
        while end < source.bytes.count, TextSearch.isWord(source.bytes[end]) { end += 1 }
        if end - range.upperBound >= secret.length { add(range.lowerBound..<end, secret.what) }
      }
    }
  }
}
