internal import YAMLTree

/// Checks the links of a service's repository that no linter of a single format sees.
public enum RepositoryVerifier {
  /// Checks a repository, whether it was generated or not.
  public static func verify(_ repository: Repository) -> RepositoryReport {
    var report = RepositoryReport()
    let component = repository.component?.node
    report.service =
      component?[key: "metadata"]?[key: "title"]?.string ?? component?[key: "metadata"]?[key: "name"]?.string
    report.owner = repository.ownerSlug
    for (source, error) in repository.unreadable {
      report.wrong(
        .code, "unreadable", source, error.range, "this file cannot be read: \(error.message)", error.help)
    }
    CodeCheck.check(repository, &report)
    ReviewCheck.check(repository, &report)
    TestCheck.check(repository, &report)
    DatabaseCheck.check(repository, &report)
    PipelineCheck.check(repository, &report)
    HostCheck.check(repository, &report)
    SecurityCheck.check(repository, &report)
    MonitoringCheck.check(repository, &report)
    OnCallCheck.check(repository, &report)
    NeedCheck.check(repository, &report)
    ContractCheck.check(repository, &report)
    report.sort()
    return report
  }
}
