/// Unit, integration and performance tests are there.
enum TestCheck {
  private static let folders = ["Tests/", "tests/", "test/", "spec/", "src/test/"]
  private static let performance = ["perf/", "performance/", "load/", "benchmarks/", "Benchmarks/"]

  static func check(_ repository: Repository, _ report: inout RepositoryReport) {
    for folder in folders where !repository.below(folder).isEmpty { report.found(.tests, folder) }
    if repository.files.contains(where: { $0.path.hasSuffix("_test.go") }) {
      report.found(.tests, "*_test.go")
    }
    if report.files[.tests, default: []].isEmpty {
      report.missing(
        .tests, "none", "there are no tests", "Begin with a test for each accepted condition of a need.")
    }
    let performance = performance.filter { !repository.below($0).isEmpty }
    for folder in performance { report.found(.tests, folder) }
    if performance.isEmpty {
      report.missing(
        .tests, "no-performance-test", "there is no performance test",
        "Write one below perf/ that fails when answers take longer than promised.")
    }
  }
}
