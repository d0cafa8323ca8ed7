public import Diagnostics
public import PRFAQ

/// Runs one rule on one example, as its tests and `explain` do.
public enum LintProbe {
  /// The findings of a rule on a document, sorted by place, with the example's profile and limits.
  public static func run(_ type: any Rule.Type, on document: PRFAQDocument, _ example: Example) -> [Finding] {
    let profile = example.profile.flatMap(Profile.named) ?? Profile.all[0]
    // No example has companions; where its profile asks for them, somebody has looked.
    let asks = profile.severities["structure/companion-missing"] != nil
    let settings = Settings(profile: profile, limits: example.limits, companions: asks ? [] : nil)
    var severity = type.about.severity ?? .warning
    if let own = profile.severities[type.about.name], let own { severity = own }
    var report = Report(document, about: type.about, severity: severity, settings: settings)
    type.init().check(document, &report)
    let findings = report.findings.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    return Batches.capped(findings, at: settings.limit(.places))
  }
}
