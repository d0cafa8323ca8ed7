internal import SourceText
internal import YAMLTree

/// Every change is approved by another than its author: owners, ruleset, required checks.
enum ReviewCheck {
  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    owners(repository, &report)
    ruleset(repository, &report)
    let templates = repository.files.filter {
      let name = $0.path.lowercased()
      return name.hasSuffix("pull_request_template.md") || name.contains("pull_request_template/")
    }
    for file in templates { report.found(.review, file.path) }
    if templates.isEmpty {
      report.missing(
        .review, "no-template", "there is no pull request template",
        "Write .github/pull_request_template.md, which asks for the customer need a change serves.")
    }
  }

  // MARK: CODEOWNERS

  private static func owners(_ repository: Repository, _ report: inout RepositoryReport) {
    let places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"]
    guard let file = places.lazy.compactMap({ repository[$0] }).first else {
      report.missing(
        .review, "no-owners", "there is no CODEOWNERS file",
        "Write .github/CODEOWNERS with a rule \"* @ORGANISATION/TEAM\".")
      return
    }
    report.found(.review, file.path)
    var hasDefault = false
    for (text, range) in TextSearch.lines(of: file.source) {
      let words = text.split { $0 == " " || $0 == "\t" }.prefix { !$0.hasPrefix("#") }
      guard let pattern = words.first else { continue }
      if pattern == "*" { hasDefault = true }
      let owners = words.dropFirst()
      if owners.isEmpty {
        report.wrong(
          .review, "rule-without-owner", file.source, range, "the rule for \"\(pattern)\" names no owner",
          "The last rule that matches wins, so nobody owns these files. Name the team.")
        continue
      }
      if let odd = owners.first(where: { !isOwner($0) }) {
        report.wrong(
          .review, "not-an-owner", file.source, range, "\"\(odd)\" is no owner GitHub knows",
          "Write a team as @ORGANISATION/TEAM, or a person as @NAME.")
        continue
      }
      guard let team = repository.ownerSlug else { continue }
      if !owners.contains(where: { $0.lowercased().hasSuffix("/" + team) }) {
        report.wrong(
          .review, "team-not-in-rule", file.source, range,
          "the rule for \"\(pattern)\" leaves out the owning team, \(team)",
          "The last rule that matches wins. Name the team here too, as @ORGANISATION/\(team).")
      }
    }
    if !hasDefault {
      report.wrong(
        .review, "no-default-rule", file.source, 0..<0, "no rule covers all files",
        "Begin with \"* @ORGANISATION/TEAM\".")
    }
  }

  private static func isOwner(_ word: Substring) -> Bool {
    if word.hasPrefix("@") {
      return AnswerKind.team.holds(String(word))
        || (word.count > 1
          && word.dropFirst().utf8.allSatisfy { AnswerKind.isAlphanumeric($0) || $0 == 0x2D })
    }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
  }

  // MARK: Ruleset

  private static func ruleset(_ repository: Repository, _ report: inout RepositoryReport) {
    let files = repository.below(".github/").filter {
      $0.path.hasSuffix(".json") && $0.root?[key: "rules"]?.items.isEmpty == false
    }
    guard !files.isEmpty else {
      report.missing(
        .review, "no-ruleset", "no ruleset says that changes are approved before they are merged",
        "Export the ruleset of the main branch from GitHub to .github/ruleset-main.json.")
      return
    }
    for file in files {
      report.found(.review, file.path)
      guard let root = file.root else { continue }
      check(root, file.source, repository, &report)
    }
  }

  private static func check(
    _ root: YAMLNode, _ source: SourceFile, _ repository: Repository, _ report: inout RepositoryReport
  ) {
    func wrong(_ rule: String, _ node: YAMLNode, _ message: String, _ help: String) {
      report.wrong(.review, rule, source, node.range, message, help)
    }
    if let enforcement = root[key: "enforcement"], enforcement.string != "active" {
      wrong("not-enforced", enforcement, "the ruleset is not enforced", "Set \"enforcement\" to \"active\".")
    }
    if let bypass = root[key: "bypass_actors"], !bypass.items.isEmpty {
      wrong(
        "bypass", bypass, "somebody may get around the ruleset",
        "Empty \"bypass_actors\": an exception for one is a way around the approval for all.")
    }
    let rules = root[key: "rules"]?.items ?? []
    if let rule = rules.first(where: { $0[key: "type"]?.string == "pull_request" }) {
      let parameters = rule[key: "parameters"] ?? rule
      let count = parameters[key: "required_approving_review_count"]
      if (count?.int ?? 0) < 1 {
        wrong(
          "no-approval", count ?? parameters, "a change needs no approval",
          "Set \"required_approving_review_count\" to 1 or more.")
      }
      for (key, message) in [
        ("require_last_push_approval", "the author of the last push may approve it"),
        ("require_code_owner_review", "a change needs no approval of the owning team"),
      ] where parameters[key: key]?.bool != true {
        wrong(
          key == "require_last_push_approval" ? "own-push" : "no-owner-review",
          parameters[key: key] ?? parameters,
          message, "Set \"\(key)\" to true.")
      }
    } else {
      wrong(
        "no-approval", root[key: "rules"] ?? root, "the ruleset asks for no pull request",
        "Add a rule of type \"pull_request\" with one approval or more.")
    }
    let required = rules.first { $0[key: "type"]?.string == "required_status_checks" }
    let checks = required?[key: "parameters"]?[key: "required_status_checks"]?.items ?? []
    if checks.isEmpty {
      wrong(
        "no-required-check", required ?? root[key: "rules"] ?? root,
        "no automated check must pass before a merge",
        "Add a rule of type \"required_status_checks\" that names the jobs of the workflow.")
    }
    let jobs = Jobs(repository)
    for check in checks {
      guard let context = check[key: "context"], let name = context.string else { continue }
      if !jobs.names.contains(name),
        !jobs.names.contains(where: { name.hasPrefix($0 + " / ") || name.hasPrefix($0 + " (") })
      {
        wrong(
          "unknown-check", context, "no job is called \"\(name)\", so this check never passes",
          "Jobs are \(jobs.names.sorted().joined(separator: ", ")). Name one of them, or rename the job.")
      } else if !jobs.onPullRequest.contains(where: { name == $0 || name.hasPrefix($0 + " ") }) {
        wrong(
          "check-not-run", context, "the job \"\(name)\" does not run for pull requests",
          "Add \"pull_request\" to \"on:\" of its workflow.")
      }
    }
  }

  /// The names under which GitHub reports jobs.
  private struct Jobs {
    var names: Set<String> = []
    var onPullRequest: Set<String> = []

    init(_ repository: Repository) {
      for file in repository.workflows {
        guard let root = file.root else { continue }
        let events = root[key: "on"]
        let triggers = (events?.strings ?? []) + (events?.entries.map(\.name) ?? [])
        let runs = triggers.contains("pull_request") || triggers.contains("merge_group")
        for job in root[key: "jobs"]?.entries ?? [] {
          let name = job.value[key: "name"]?.string ?? job.name
          names.insert(name)
          if runs { onPullRequest.insert(name) }
        }
      }
    }
  }
}
