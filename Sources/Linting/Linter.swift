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

  /// What became of one of several documents.
  public struct Checked: Sendable {
    /// All findings of all rules in force, as `lint` gives them.
    public let findings: [Finding]
    /// Names in comments that are neither rules nor categories.
    public let unknownNames: [Suppressions.UnknownName]
  }

  let selection: Selection
  private let rules: [any Rule.Type]
  /// What is told of each of them, then of the project's own.
  private let cards: [RuleCard]
  /// For each profile, the severities of all these: to look them up for each document would take longer than most of
  /// them do.
  private let severities: [(profile: String, ofRules: [Severity?])]
  private let accepted: PhraseSet?

  /// Makes a linter.
  public init(_ selection: Selection = Selection()) { self.init(selection, rules: AllRules.types) }

  /// Makes a linter of some rules, for tests.
  init(_ selection: Selection, rules: [any Rule.Type]) {
    self.selection = selection
    // It speaks last, of what the others left unused.
    self.rules = rules.filter { $0.about.name != UnusedSuppression.about.name }
    let abouts = self.rules.map { $0.about } + selection.customRules.map(\.about)
    cards = abouts.map { RuleCard($0) }
    severities = Profile.all.map { profile in
      (profile.name, abouts.map { selection.severity(of: $0, in: profile) })
    }
    accepted = selection.accepted.isEmpty ? nil : PhraseSet(selection.accepted)
  }

  /// All findings of all rules in force, sorted by place, then by rule; of many like ones only the first few.
  ///
  /// - Parameters:
  ///   - others: findings made elsewhere, such as those on links between documents; they are silenced and sorted like
  ///     the rest.
  ///   - coverage: what was looked at to make these; nil where nothing was.
  ///   - identified: whether each finding gets the identity by which later runs know it again; to read them, people
  ///     need none.
  public func lint(
    _ document: PRFAQDocument, _ settings: Settings, others: [Finding] = [], coverage: GraphCoverage? = nil,
    identified: Bool = true
  ) -> [Finding] {
    var look = look(at: document, settings, isCapped: true)
    run(on: &look)
    return shown(&look, others: others, coverage: coverage, identified: identified)
  }

  /// The same for several documents, each with its settings: what a processor keeps at hand of a rule's instructions
  /// serves all of them before the next rule pushes it out.
  public func lint(
    _ documents: [(document: PRFAQDocument, settings: Settings)], identified: Bool = true
  ) -> [Checked] {
    var looks = documents.map { look(at: $0.document, $0.settings, isCapped: true) }
    looks.withUnsafeMutableBufferPointer { run(on: $0) }
    return looks.indices.map { index in
      Checked(
        findings: shown(&looks[index], others: [], coverage: nil, identified: identified),
        unknownNames: looks[index].suppressions.unknownNames)
    }
  }

  /// All findings, however many are alike.
  public func everything(
    _ document: PRFAQDocument, _ settings: Settings, others: [Finding] = [], coverage: GraphCoverage? = nil
  ) -> [Finding] {
    var look = look(at: document, settings, isCapped: false)
    run(on: &look)
    return FindingIdentities.added(
      to: sorted(&look, others: others, coverage: coverage, isCapped: false), of: document,
      customRules: selection.customRules)
  }

  /// The findings in the order in which they are shown.
  private func shown(
    _ look: inout Look, others: [Finding], coverage: GraphCoverage?, identified: Bool
  ) -> [Finding] {
    let shown = sorted(&look, others: others, coverage: coverage, isCapped: true)
    // What is not shown needs no identity.
    return identified
      ? FindingIdentities.added(to: shown, of: look.document, customRules: selection.customRules) : shown
  }

  /// All findings, by position.
  ///
  /// - Parameter isCapped: whether of many alike only the first few are wanted.
  private func sorted(
    _ look: inout Look, others: [Finding], coverage: GraphCoverage?, isCapped: Bool
  ) -> [Finding] {
    var made = made(&look)
    if !others.isEmpty {
      made.findings += others
      made.hasMoreThanShown = true
    }
    if !look.suppressions.entries.isEmpty {
      let document = look.document
      let settings = look.report.settings
      made.ran += others.map(\.rule)
      let (kept, used) = look.suppressions.apply(to: made.findings)
      made.findings = kept
      if document.kind != .none, let severity = severity(of: UnusedSuppression.about, in: settings.profile) {
        if let coverage { made.ran += GraphScope.Entry(settings, self, document).judged(coverage) }
        var report = Report(
          document, about: UnusedSuppression.about, severity: severity, settings: settings)
        let isNarrowed = isPartial || selection.isNarrowed
        UnusedSuppression.report(
          look.suppressions.unused(used, ran: Set(made.ran), isNarrowed: isNarrowed), document, &report)
        made.findings += report.findings
      }
    }
    FindingOrder.sort(&made.findings)
    guard isCapped, made.hasMoreThanShown else { return made.findings }
    return Batches.capped(made.findings, at: look.report.limit(.places))
  }

  /// What the rules found in a document.
  struct Made {
    var findings: [Finding]
    /// The names of the rules that ran, where they are wanted.
    var ran: [String]
    /// Whether there may be more findings alike than are shown.
    var hasMoreThanShown: Bool
  }

  /// The findings before comments have their say.
  func unsilenced(_ document: PRFAQDocument, _ settings: Settings) -> Made {
    var look = look(at: document, settings, isCapped: false)
    run(on: &look)
    return made(&look)
  }

  /// Makes a document ready to be looked at.
  ///
  /// - Parameter isCapped: whether of many findings alike only the first few are wanted.
  private func look(
    at document: PRFAQDocument, _ settings: Settings, isCapped: Bool
  ) -> Look {
    let suppressions = Suppressions(document, customRules: selection.customRules)
    let silences = !suppressions.entries.isEmpty
    return Look(
      document: document, lent: .passUnretained(document), suppressions: suppressions,
      sections: SectionRules(selection.sections, document),
      isComplete: document.language.isComplete,
      severities: severities.first { $0.profile == settings.profile.name }?.ofRules
        ?? (rules.map { $0.about } + selection.customRules.map(\.about)).map {
          severity(of: $0, in: settings.profile)
        },
      namesRules: silences,
      // One report serves all rules: what it keeps of document and settings is the same for each. Only what nothing can
      // silence afterwards is capped at once.
      report: Report(
        document, cards, settings: settings,
        isCapped: isCapped && !silences && accepted == nil && selection.sections.isEmpty))
  }

  private func run(on look: inout Look) {
    withUnsafeMutablePointer(to: &look) { run(on: UnsafeMutableBufferPointer(start: $0, count: 1)) }
  }

  /// Lets each rule look at all documents before the next does.
  private func run(on looks: UnsafeMutableBufferPointer<Look>) {
    for index in rules.indices {
      let rule = rules[index]
      for at in looks.indices where begin(index, &looks[at]) {
        looks[at].lent._withUnsafeGuaranteedRef { rule.run(on: $0, &looks[at].report) }
        end(index, &looks[at])
      }
    }
    for number in selection.customRules.indices {
      for at in looks.indices where begin(rules.count + number, &looks[at]) {
        selection.customRules[number].check(looks[at].document, &looks[at].report)
        end(rules.count + number, &looks[at])
      }
    }
  }

  /// Whether a rule runs; if so, the report goes on to it.
  private func begin(_ rule: Int, _ look: inout Look) -> Bool {
    let severity = look.severities[rule]
    if severity == nil {
      let card = cards[rule]
      guard !look.sections.isEmpty, isOpen(card), look.sections.turnsOn(card) else { return false }
    }
    if !look.isComplete, cards[rule].nature == .wording { return false }
    if look.namesRules { look.ran.append(cards[rule].name) }
    look.report.begin(rule, severity: severity ?? .warning)
    return true
  }

  /// Lets what the configuration says of sections have its say on what a rule found.
  private func end(_ rule: Int, _ look: inout Look) {
    if look.sections.isEmpty || !look.report.hasFindings { return }
    let sections = look.sections
    let severity = look.severities[rule]
    look.report.settle { sections.settle($0, of: cards[rule], standing: severity) }
  }

  /// What the rules found.
  private func made(_ look: inout Look) -> Made {
    Made(
      findings: withoutAccepted(look.report.take(), look.document), ran: look.ran,
      hasMoreThanShown: look.report.hasMoreThanShown)
  }

  /// Whether this run may make the rule speak at all.
  func isOpen(_ about: some NamedRule) -> Bool {
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
