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
  private let rules: [any Rule]
  /// What is told of each of them.
  private let cards: [RuleCard]
  /// For each profile, the severities of the rules: to look them up for each document would take longer than most of
  /// them do.
  private let severities: [(profile: String, ofRules: [Severity?])]
  private let accepted: PhraseSet?

  /// Makes a linter.
  public init(_ selection: Selection = Selection()) { self.init(selection, rules: AllRules.types) }

  /// Makes a linter of some rules, for tests.
  init(_ selection: Selection, rules: [any Rule.Type]) {
    self.selection = selection
    // It speaks last, of what the others left unused.
    let others = rules.filter { $0.about.name != UnusedSuppression.about.name }
    self.rules = others.map { $0.init() }
    let abouts = others.map { $0.about }
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
    let shown = sorted(document, settings, others: others, coverage: coverage, isCapped: true)
    // What is not shown needs no identity.
    return identified
      ? FindingIdentities.added(to: shown, of: document, customRules: selection.customRules) : shown
  }

  /// All findings, however many are alike.
  public func everything(
    _ document: PRFAQDocument, _ settings: Settings, others: [Finding] = [], coverage: GraphCoverage? = nil
  ) -> [Finding] {
    FindingIdentities.added(
      to: sorted(document, settings, others: others, coverage: coverage, isCapped: false), of: document,
      customRules: selection.customRules)
  }

  /// All findings, by position.
  ///
  /// - Parameter isCapped: whether of many alike only the first few are wanted.
  private func sorted(
    _ document: PRFAQDocument, _ settings: Settings, others: [Finding], coverage: GraphCoverage?,
    isCapped: Bool
  ) -> [Finding] {
    let suppressions = Suppressions(document, customRules: selection.customRules)
    let silences = !suppressions.entries.isEmpty
    let isFinal = !silences && accepted == nil && selection.sections.isEmpty
    var made = unsilenced(document, settings, isCapped: isCapped && isFinal, namesRules: silences)
    if !others.isEmpty {
      made.findings += others
      made.hasMoreThanShown = true
    }
    if silences {
      made.ran += others.map(\.rule)
      let (kept, used) = suppressions.apply(to: made.findings)
      made.findings = kept
      if document.kind != .none, let severity = severity(of: UnusedSuppression.about, in: settings.profile) {
        if let coverage { made.ran += GraphScope.Entry(settings, self, document).judged(coverage) }
        var report = Report(
          document, about: UnusedSuppression.about, severity: severity, settings: settings)
        let isNarrowed = isPartial || selection.isNarrowed
        UnusedSuppression.report(
          suppressions.unused(used, ran: Set(made.ran), isNarrowed: isNarrowed), document, &report)
        made.findings += report.findings
      }
    }
    Self.sort(&made.findings)
    guard isCapped, made.hasMoreThanShown else { return made.findings }
    return Batches.capped(made.findings, at: settings.limit(.places))
  }

  /// Puts findings in the order of their places, then of their rules.
  private static func sort(_ findings: inout [Finding]) {
    // Findings are large: places in a list are sorted, and each finding moves once.
    let ranges = findings.map(\.range)
    var order: [Int] = []
    order.reserveCapacity(findings.count)
    if findings.count <= 40 {
      for index in findings.indices {
        // They come rule by rule, each by position: most documents have few.
        var at = order.count
        order.append(index)
        while at > 0, isBefore(index, order[at - 1], ranges, findings) {
          order[at] = order[at - 1]
          at -= 1
        }
        order[at] = index
      }
    } else {
      order = Array(findings.indices)
      let unsorted = findings
      order.sort {
        isBefore($0, $1, ranges, unsorted) || !isBefore($1, $0, ranges, unsorted) && $0 < $1
      }
    }
    for start in order.indices where order[start] != start {
      // Follows what must come to each place until the circle is closed.
      var place = start
      while order[place] != start {
        let next = order[place]
        findings.swapAt(place, next)
        order[place] = place
        place = next
      }
      order[place] = place
    }
  }

  private static func isBefore(
    _ left: Int, _ right: Int, _ ranges: [Range<Int>], _ findings: [Finding]
  ) -> Bool {
    if ranges[left].lowerBound != ranges[right].lowerBound {
      return ranges[left].lowerBound < ranges[right].lowerBound
    }
    if ranges[left].upperBound != ranges[right].upperBound {
      return ranges[left].upperBound < ranges[right].upperBound
    }
    return findings[left].rule < findings[right].rule
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
  ///
  /// - Parameters:
  ///   - isCapped: whether of many alike only the first few are made; nothing may silence any of them then.
  ///   - namesRules: whether the names of the rules that ran are wanted.
  func unsilenced(
    _ document: PRFAQDocument, _ settings: Settings, isCapped: Bool = false, namesRules: Bool = true
  ) -> Made {
    let run = Run(
      sections: SectionRules(selection.sections, document), isComplete: document.language.isComplete,
      namesRules: namesRules)
    // One report serves all rules: what it keeps of document and settings is the same for each.
    var report = Report(document, about: UnusedSuppression.about, severity: .warning, settings: settings)
    report.isCapped = isCapped
    var ran: [String] = []
    let ofRules =
      severities.first { $0.profile == settings.profile.name }?.ofRules
      ?? rules.map { severity(of: type(of: $0).about, in: settings.profile) }
    rules.withUnsafeBufferPointer { rules in
      // Lent, so that no rule is copied to be run.
      for index in rules.indices where begin(cards[index], ofRules[index], run, &report, &ran) {
        rules[index].check(document, &report)
        end(cards[index], ofRules[index], run, &report)
      }
    }
    for rule in selection.customRules {
      let card = RuleCard(rule.about)
      let severity = severity(of: rule.about, in: settings.profile)
      guard begin(card, severity, run, &report, &ran) else { continue }
      rule.check(document, &report)
      end(card, severity, run, &report)
    }
    return Made(
      findings: withoutAccepted(report.findings, document), ran: ran,
      hasMoreThanShown: report.hasMoreThanShown)
  }

  /// What holds for all rules while they look at one document.
  private struct Run {
    let sections: SectionRules
    /// Whether the document's language has a full vocabulary.
    let isComplete: Bool
    /// Whether the names of the rules that ran are wanted.
    let namesRules: Bool
  }

  /// Whether a rule runs; if so, the report goes on to it.
  private func begin(
    _ card: RuleCard, _ severity: Severity?, _ run: borrowing Run, _ report: inout Report,
    _ ran: inout [String]
  ) -> Bool {
    if severity == nil {
      guard !run.sections.isEmpty, isOpen(card), run.sections.turnsOn(card) else { return false }
    }
    if !run.isComplete, card.nature == .wording { return false }
    if run.namesRules { ran.append(card.name) }
    report.begin(card, severity: severity ?? .warning)
    return true
  }

  /// Lets what the configuration says of sections have its say on what a rule found.
  private func end(_ card: RuleCard, _ severity: Severity?, _ run: borrowing Run, _ report: inout Report) {
    if run.sections.isEmpty || !report.hasFindings { return }
    report.settle { run.sections.settle($0, of: card, standing: severity) }
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
