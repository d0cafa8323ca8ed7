public import Diagnostics
public import PRFAQ

/// Runs rules over documents.
public struct Linter: Sendable {
  /// Which rules run, and how much they weigh beyond what the profile says.
  public struct Selection: Sendable {
    /// Rules or categories to run alone; empty runs all that are on. Naming a rule turns it on.
    public var select: Set<String> = []
    /// Rules or categories not to run.
    public var ignore: Set<String> = []
    /// Severities set by the configuration; nil turns a rule off.
    public var severities: [String: Severity?] = [:]

    /// Everything as the profile says.
    public init() {}
  }

  let selection: Selection

  /// Makes a linter.
  public init(_ selection: Selection = Selection()) { self.selection = selection }

  /// All findings of all rules in force, sorted by place, then by rule.
  public func lint(_ document: PRFAQDocument, _ settings: Settings) -> [Finding] {
    var findings: [Finding] = []
    for type in AllRules.types {
      let about = type.about
      guard let severity = severity(of: about, in: settings.profile) else { continue }
      if about.nature == .wording, !document.language.isComplete { continue }
      var report = Report(document, about: about, severity: severity, settings: settings)
      type.init().check(document, &report)
      findings += report.findings
    }
    return Suppressions(document).filter(findings).sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule) < (
        $1.range.lowerBound, $1.range.upperBound, $1.rule
      )
    }
  }

  /// The severity a rule has here; nil when it does not run.
  func severity(of about: About, in profile: Profile) -> Severity? {
    if selection.ignore.contains(about.name) { return nil }
    let isNamed = selection.select.contains(about.name)
    if !isNamed {
      if selection.ignore.contains(about.category) { return nil }
      if !selection.select.isEmpty, !selection.select.contains(about.category) { return nil }
    }
    var severity = about.severity
    if let own = profile.severities[about.name] { severity = own }
    if let set = selection.severities[about.name] { severity = set }
    if severity == nil, isNamed || selection.select.contains(about.category) { return .warning }
    return severity
  }
}
