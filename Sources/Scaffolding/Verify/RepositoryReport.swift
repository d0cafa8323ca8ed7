public import Diagnostics
public import SourceText

/// What a team that owns a service end to end answers for, and the links to its customers and neighbours.
public enum Responsibility: String, Sendable, CaseIterable {
  /// Application and infrastructure code.
  case code
  /// Review by another than the author.
  case review
  /// Unit, integration and performance tests.
  case tests
  /// Schemas and their migrations.
  case database
  /// The way of a change to production.
  case pipeline
  /// Test and production hosts.
  case hosts
  /// Secured public API and security policies.
  case security
  /// Objectives, alarms, runbook, dashboard.
  case monitoring
  /// The rotation.
  case onCall = "on-call"
  /// The customer needs it exists for.
  case needs
  /// Neighbours are reached by their public API only.
  case contracts

  /// 1 to 9; nil for the two links.
  public var number: Int? {
    let index = Responsibility.allCases.firstIndex(of: self) ?? 0
    return index < 9 ? index + 1 : nil
  }

  /// Its name in a table.
  public var title: String {
    switch self {
    case .code: "application and infrastructure code"
    case .review: "review by others"
    case .tests: "unit, integration, performance tests"
    case .database: "schemas and migrations"
    case .pipeline: "pipeline, duties separated"
    case .hosts: "test and production hosts"
    case .security: "secured API, security policies"
    case .monitoring: "monitoring, alarms, runbook"
    case .onCall: "on-call rotation"
    case .needs: "customer needs"
    case .contracts: "neighbours by public API only"
    }
  }
}

/// One thing a repository lacks, or a link in it that leads nowhere.
public struct RepositoryFinding: Sendable {
  /// Its name: `review/rule-without-owner`.
  public let rule: String
  /// Which responsibility is affected.
  public let responsibility: Responsibility
  /// Error: what is there is wrong. Warning: something is missing.
  public let severity: Severity
  /// The file; nil where one is missing.
  public let source: SourceFile?
  /// The bytes concerned.
  public let range: Range<Int>
  /// What is so.
  public let message: String
  /// What to do.
  public let help: String
}

/// What was found in a repository.
public struct RepositoryReport: Sendable {
  /// Findings, sorted by file and place; missing things first.
  public internal(set) var findings: [RepositoryFinding] = []
  /// The files that carry each responsibility; relative paths, sorted.
  public internal(set) var files: [Responsibility: [String]] = [:]
  /// The service's name in its catalogue file.
  public internal(set) var service: String?
  /// The team that owns it, as its catalogue file says.
  public internal(set) var owner: String?

  /// How it stands with a responsibility.
  public enum State: String, Sendable {
    /// All there, nothing wrong.
    case ok
    /// Something is wrong or lacking.
    case incomplete
    /// Nothing is there.
    case missing
  }

  /// How it stands with a responsibility.
  public func state(_ responsibility: Responsibility) -> State {
    if files[responsibility, default: []].isEmpty {
      return findings.contains { $0.responsibility == responsibility } ? .missing : .ok
    }
    return findings.contains { $0.responsibility == responsibility } ? .incomplete : .ok
  }

  mutating func found(_ responsibility: Responsibility, _ path: String) {
    if !files[responsibility, default: []].contains(path) { files[responsibility, default: []].append(path) }
  }

  mutating func missing(_ responsibility: Responsibility, _ rule: String, _ message: String, _ help: String) {
    add(responsibility, rule, nil, 0..<0, .warning, message, help)
  }

  mutating func wrong(
    _ responsibility: Responsibility, _ rule: String, _ source: SourceFile, _ range: Range<Int>,
    _ message: String,
    _ help: String
  ) {
    add(responsibility, rule, source, range, .error, message, help)
  }

  private mutating func add(
    _ responsibility: Responsibility, _ rule: String, _ source: SourceFile?, _ range: Range<Int>,
    _ severity: Severity,
    _ message: String, _ help: String
  ) {
    findings.append(
      RepositoryFinding(
        rule: responsibility.rawValue + "/" + rule, responsibility: responsibility, severity: severity,
        source: source,
        range: range, message: message, help: help))
  }

  mutating func sort() {
    for key in files.keys { files[key]?.sort() }
    findings.sort {
      ($0.source?.path ?? "", $0.range.lowerBound, $0.rule, $0.message)
        < ($1.source?.path ?? "", $1.range.lowerBound, $1.rule, $1.message)
    }
  }
}
