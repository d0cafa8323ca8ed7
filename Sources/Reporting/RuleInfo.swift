public import Diagnostics

/// What a report says about a rule besides its findings.
public struct RuleInfo: Sendable, Equatable {
  /// `category/name`.
  public let name: String
  /// One line: what holds in a good document.
  public let summary: String
  /// Why it matters, in a few sentences.
  public let why: String
  /// Its severity where nothing else is said; nil when it is off.
  public let severity: Severity?
  /// A page about it; nil where there is none.
  public let address: String?

  /// Describes a rule.
  public init(name: String, summary: String, why: String, severity: Severity?, address: String?) {
    self.name = name
    self.summary = summary
    self.why = why
    self.severity = severity
    self.address = address
  }
}

/// What formats for other programs need besides the results.
public struct ReportContext: Sendable {
  /// The version of prfaq.
  public let version: String
  /// What is known of the rules, custom ones included, sorted by name; worked out only where a report tells it.
  public let rules: @Sendable () -> [RuleInfo]
  /// From which severity on a finding fails the run; nil for never.
  public let failLevel: Severity?
  /// The folder below which code hosts look for files, as components that lead from there to the current folder; empty
  /// where the two are the same.
  public let prefix: [String]
  /// The folder below which code hosts look for files, as components from `/`; nil where nobody knows it.
  public let root: [String]?

  /// Puts together what the formats need.
  public init(
    version: String, rules: @escaping @Sendable () -> [RuleInfo], failLevel: Severity?, prefix: [String] = [],
    root: [String]? = nil
  ) {
    self.root = root
    self.version = version
    self.rules = rules
    self.failLevel = failLevel
    self.prefix = prefix
  }

  /// A path as a code host knows it: from the top of the repository, `.` and `..` resolved. One that leads out of the
  /// repository stays as it is.
  public func path(_ path: String) -> String {
    if path == "<stdin>" { return path }
    let isAbsolute = path.hasPrefix("/")
    var parts = isAbsolute ? [] : prefix
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        if parts.isEmpty { return path }
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    if isAbsolute {
      guard let root, parts.starts(with: root), parts.count > root.count else { return path }
      parts.removeFirst(root.count)
    }
    return parts.joined(separator: "/")
  }
}
