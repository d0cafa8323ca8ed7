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
    /// What holds in some sections only, the weakest first.
    public var sections: [Configuration.SectionChoices] = []
    /// Rules of the project's own.
    public var customRules: [CustomRule] = []
    /// Rules of later rule sets are off unless named.
    public var ruleSet = AllRules.ruleSet
    /// Rules or categories left out for this run, whatever the configuration says of sections.
    public var leftOut: Set<String> = []
    /// Whether rules were chosen or left out for this run only.
    public var isNarrowed = false
    /// Names whose words no rule on wording minds.
    public var accepted: [String] = []

    /// Everything as the profile says.
    public init() {}
  }

  let selection: Selection
  private let rules: [(type: any Rule.Type, about: About)]
  /// For each profile, the severities of the rules: to look them up for each document would take longer than most of
  /// them do.
  private let severities: [(profile: String, ofRules: [Severity?])]
  private let accepted: PhraseSet?

  /// Makes a linter.
  public init(_ selection: Selection = Selection()) { self.init(selection, rules: AllRules.types) }

  /// Makes a linter of some rules, for tests.
  init(_ selection: Selection, rules: [any Rule.Type]) {
    self.selection = selection
    let known = rules.map { (type: $0, about: $0.about) }
    // It speaks last, of what the others left unused.
    let others = known.filter { $0.about.name != UnusedSuppression.about.name }
    self.rules = others
    severities = Profile.all.map { profile in
      (profile.name, others.map { selection.severity(of: $0.about, in: profile) })
    }
    accepted = selection.accepted.isEmpty ? nil : PhraseSet(selection.accepted)
  }

  /// All findings of all rules in force, sorted by place, then by rule; of many like ones only the first few.
  ///
  /// - Parameters:
  ///   - others: findings made elsewhere, such as those on links between documents; they are silenced and sorted like
  ///     the rest.
  ///   - coverage: what was looked at to make these; nil where nothing was.
  public func lint(
    _ document: PRFAQDocument, _ settings: Settings, others: [Finding] = [], coverage: GraphCoverage? = nil
  ) -> [Finding] {
    // What is not shown needs no identity.
    let shown = Batches.capped(
      sorted(document, settings, others: others, coverage: coverage, isCapped: true),
      at: settings.limit(.places))
    return FindingIdentities.added(to: shown, of: document, customRules: selection.customRules)
  }

  /// All findings, however many are alike.
  public func everything(
    _ document: PRFAQDocument, _ settings: Settings, others: [Finding] = [], coverage: GraphCoverage? = nil
  ) -> [Finding] {
    FindingIdentities.added(
      to: sorted(document, settings, others: others, coverage: coverage), of: document,
      customRules: selection.customRules)
  }

  /// All findings, by position.
  ///
  /// - Parameter isCapped: whether of many alike only the first few are wanted, where nothing can silence these.
  private func sorted(
    _ document: PRFAQDocument, _ settings: Settings, others: [Finding], coverage: GraphCoverage?,
    isCapped: Bool = false
  ) -> [Finding] {
    let suppressions = Suppressions(document, customRules: selection.customRules)
    let isFinal = suppressions.entries.isEmpty && accepted == nil && selection.sections.isEmpty
    var (findings, ran) = unsilenced(document, settings, isCapped: isCapped && isFinal)
    findings += others
    ran += others.map(\.rule)
    let (kept, used) = suppressions.apply(to: findings)
    findings = kept
    if !suppressions.entries.isEmpty, document.kind != .none,
      let severity = severity(of: UnusedSuppression.about, in: settings.profile)
    {
      if let coverage { ran += GraphScope.Entry(settings, self, document).judged(coverage) }
      var report = Report(document, about: UnusedSuppression.about, severity: severity, settings: settings)
      let isNarrowed = isPartial || selection.isNarrowed
      UnusedSuppression.report(
        suppressions.unused(used, ran: Set(ran), isNarrowed: isNarrowed), document, &report)
      findings += report.findings
    }
    return findings.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule) < (
        $1.range.lowerBound, $1.range.upperBound, $1.rule
      )
    }
  }

  /// The findings before comments have their say, and the names of the rules that ran.
  func unsilenced(
    _ document: PRFAQDocument, _ settings: Settings, isCapped: Bool = false
  ) -> (findings: [Finding], ran: [String]) {
    var findings: [Finding] = []
    var ran: [String] = []
    let sections = SectionRules(selection.sections, document)
    // One report serves all rules: what it keeps of document and settings is the same for each.
    var report = Report(document, about: UnusedSuppression.about, severity: .warning, settings: settings)
    report.isCapped = isCapped
    func run(_ about: About, _ severity: Severity?, _ check: (inout Report) -> Void) {
      guard severity != nil || (isOpen(about) && sections.turnsOn(about)) else { return }
      if about.nature == .wording, !document.language.isComplete { return }
      ran.append(about.name)
      report.begin(about, severity: severity ?? .warning)
      check(&report)
      if !report.findings.isEmpty {
        findings += sections.settle(report.findings, of: about, standing: severity)
      }
    }
    let ofRules =
      severities.first { $0.profile == settings.profile.name }?.ofRules
      ?? rules.map { severity(of: $0.about, in: settings.profile) }
    for (index, rule) in rules.enumerated() {
      run(rule.about, ofRules[index]) { rule.type.init().check(document, &$0) }
    }
    for rule in selection.customRules {
      run(rule.about, severity(of: rule.about, in: settings.profile)) { rule.check(document, &$0) }
    }
    return (withoutAccepted(findings, document), ran)
  }

  /// Whether this run may make the rule speak at all.
  func isOpen(_ about: About) -> Bool {
    if selection.leftOut.contains(about.name) || selection.leftOut.contains(about.category) { return false }
    return !isPartial || selection.select.contains(about.name) || selection.select.contains(about.category)
  }

  /// The severity a rule has here; nil when it does not run.
  public func severity(of about: About, in profile: Profile) -> Severity? {
    selection.severity(of: about, in: profile)
  }

  /// The findings on wording that lie in no product's name.
  private func withoutAccepted(_ findings: [Finding], _ document: PRFAQDocument) -> [Finding] {
    guard let accepted, findings.contains(where: { $0.rule.hasPrefix("writing/") }) else { return findings }
    let names = document.prose.matches(of: accepted, in: 0..<document.prose.words.count)
      // "Seamless" may be a product; "seamless" is no name.
      .filter { document.text($0.range) == selection.accepted[$0.phrase] }
      .map { document.sourceRange($0.range) }
    if names.isEmpty { return findings }
    return findings.filter { finding in
      guard finding.rule.hasPrefix("writing/") else { return true }
      var low = 0
      var high = names.count
      while low < high {
        let middle = (low + high) / 2
        if names[middle].upperBound < finding.range.upperBound { low = middle + 1 } else { high = middle }
      }
      return low == names.count || names[low].lowerBound > finding.range.lowerBound
    }
  }
}

extension Linter.Selection {
  fileprivate func severity(of about: About, in profile: Profile) -> Severity? {
    if ignore.contains(about.name) { return nil }
    let isNamed = select.contains(about.name)
    if !isNamed {
      if ignore.contains(about.category) { return nil }
      if !select.isEmpty, !select.contains(about.category) { return nil }
    }
    if let set = severities[about.name], let set { return set }
    // A rule that came later is a preview: on for those who name it.
    if about.since > ruleSet { return isNamed ? about.severity ?? .warning : nil }
    var severity = about.severity
    if let own = profile.severities[about.name] { severity = own }
    if let set = severities[about.name] { severity = set }
    if severity == nil, isNamed || select.contains(about.category) { return .warning }
    return severity
  }
}
