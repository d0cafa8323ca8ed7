public import Diagnostics
public import PRFAQ

/// What a rule reports into while it looks at one document.
///
/// The report knows profile, status and language; a rule only says what is so, where, and what to do.
public struct Report {
  /// The findings so far, those of other rules before those of the rule in hand.
  public private(set) var findings: [Finding] = []
  /// Where the findings of the rule in hand begin.
  private var start = 0
  /// The settings in force for this document.
  public let settings: Settings
  /// The rules that report here.
  private let rules: [RuleCard]
  /// Which of them is in hand.
  private var rule = 0
  private(set) var severity: Severity
  // The two things it must know of the document; to ask it each time would cost more than most rules do.
  private let isComplete: Bool
  private let isExplicit: Bool
  private var batches = 0
  /// Whether of many like findings only those are made that are shown; nothing may silence any of them then.
  private let isCapped: Bool
  /// Whether of some like findings more were made than are shown.
  private(set) var hasMoreThanShown = false
  /// What rules ask of the document again and again.
  private let notes: Notes

  init(_ document: PRFAQDocument, about: About, severity: Severity, settings: Settings) {
    self.init(document, [RuleCard(about)], severity: severity, settings: settings)
  }

  /// Makes a report for several rules, with the first of them in hand.
  init(
    _ document: PRFAQDocument, _ rules: [RuleCard], severity: Severity = .warning, settings: Settings,
    isCapped: Bool = false
  ) {
    isComplete = document.language.isComplete
    isExplicit = document.isExplicit
    self.rules = rules
    self.severity = severity
    self.settings = settings
    self.isCapped = isCapped
    notes = Notes(document)
  }

  /// Goes on to another of its rules, whose findings follow those of the one before.
  mutating func begin(_ rule: Int, severity: Severity) {
    self.rule = rule
    self.severity = severity
    start = findings.count
    batches = 0
  }

  /// Whether the rule in hand has found anything.
  var hasFindings: Bool { findings.count > start }

  /// Hands the findings over.
  mutating func take() -> [Finding] {
    let taken = findings
    findings = []
    start = 0
    return taken
  }

  /// Puts others in the place of the findings of the rule in hand.
  mutating func settle(_ change: ([Finding]) -> [Finding]) {
    findings.replaceSubrange(start..., with: change(Array(findings[start...])))
  }

  /// A limit in force.
  public func limit(_ limit: Limit) -> Int { settings.limit(limit) }

  /// The text of release and FAQ.
  var text: RunningText { notes.text }
  /// The text of the release.
  var releaseText: RunningText { notes.releaseText }
  /// What the FAQ asks and answers.
  var faq: FAQText { notes.faq }
  /// How the FAQ keeps its questions apart.
  var split: Split { notes.split(for: settings.concept) }
  /// The passages that tell the customer's problem.
  var problems: [Element] { notes.problems }
  /// Whose quotes the release has.
  var voices: Voices { notes.voices }
  /// The word hashes of the product's names.
  var productHashes: [[UInt32]] { notes.productHashes }

  /// Whether a byte of the plain text is not the author's own prose.
  ///
  /// - Parameter links: whether the texts of links are taken for somebody else's too.
  func isMasked(_ offset: Int, links: Bool = false) -> Bool {
    links ? notes.linkMask.contains(offset) : notes.parts.mask.contains(offset)
  }

  /// The paragraphs of a release.
  func paragraphs(of release: PRFAQDocument.Release) -> ReleaseText { notes.paragraphs(of: release) }

  /// Reports a finding.
  ///
  /// - Parameters:
  ///   - message: what is so; one sentence, no final full stop, names the thing.
  ///   - range: the exact bytes it speaks of.
  ///   - help: what to do; one or two short sentences.
  ///   - origin: how the element it is about was recognised; `inferred` caps the severity at warning.
  ///   - cap: the most it may weigh, where the rule itself knows better than its default.
  ///   - related: other places that belong to it.
  ///   - fix: a change that settles it.
  public mutating func add(
    _ message: String, at range: Range<Int>, help: String, origin: Origin? = nil, cap: Severity? = nil,
    related: [Finding.Related] = [], fix: Fix? = nil
  ) {
    add(message, at: range, help: help, origin: origin, cap: cap, related: related, fix: fix, batch: nil)
  }

  private mutating func add(
    _ message: String, at range: Range<Int>, help: String, origin: Origin? = nil, cap: Severity? = nil,
    related: [Finding.Related] = [], fix: Fix?, batch: Int?
  ) {
    var severity = severity
    if origin == .inferred { severity = min(severity, .warning) }
    if let cap { severity = min(severity, cap) }
    let rule = rules[rule]
    switch rule.nature {
    case .structure:
      if !isComplete || settings.status == .draft { severity = .note }
    case .unfinished:
      if settings.status == .draft { severity = .note }
    case .file, .wording, .declared: break
    }
    // One piece of memory is enough for the findings of most documents.
    if findings.isEmpty { findings.reserveCapacity(16) }
    findings.append(
      Finding(
        rule: rule.name, severity: severity, message: message, range: range, help: help, related: related,
        fix: fix, batch: batch))
  }

  /// Reports an absent part: an error only where a heading, label, marker or front matter proves that the file is a
  /// PR/FAQ, otherwise at most a warning.
  public mutating func addMissing(_ message: String, at range: Range<Int>, help: String) {
    add(message, at: range, help: help, cap: isExplicit ? nil : .warning)
  }

  /// Reports many like findings. When they are shown, the first few (limit `places`) stand for all, and the last of
  /// these says how many more there are.
  ///
  /// - Parameters:
  ///   - ranges: the exact bytes of each, in order.
  ///   - help: what to do.
  ///   - fix: makes the change that settles one.
  ///   - message: makes the message for one place.
  public mutating func addSome(
    _ ranges: [Range<Int>], help: String, fix: ((Range<Int>) -> Fix?)? = nil, message: (Range<Int>) -> String
  ) {
    addEach(
      ranges, help: help, fix: fix.map { fix in { fix(ranges[$0]) } }, message: { message(ranges[$0]) })
  }

  /// The same, with the number of each place in place of its bytes.
  mutating func addEach(
    _ ranges: [Range<Int>], help: String, fix: ((Int) -> Fix?)? = nil, message: (Int) -> String
  ) {
    if ranges.isEmpty { return }
    batches += 1
    let limit = self.limit(.places)
    if isCapped, limit > 0, ranges.count > limit, Self.areInOrder(ranges) {
      for number in 0..<limit {
        var message = message(number)
        if number == limit - 1 { message += Batches.more(ranges.count - limit) }
        add(message, at: ranges[number], help: help, fix: fix?(number), batch: batches)
      }
      return
    }
    if ranges.count > limit { hasMoreThanShown = true }
    for number in ranges.indices {
      add(message(number), at: ranges[number], help: help, fix: fix?(number), batch: batches)
    }
  }

  /// Reports many like findings whose messages cite the text at their places.
  ///
  /// - Parameters:
  ///   - ranges: the exact bytes of each, in order.
  ///   - document: the document.
  ///   - rest: how the message goes on after the citation.
  ///   - help: what to do.
  mutating func addSome(
    _ ranges: [Range<Int>], citing document: PRFAQDocument, _ rest: StaticString, help: String
  ) {
    if ranges.isEmpty { return }
    addEach(ranges, help: help) { document.cited(ranges[$0], rest) }
  }

  private static func areInOrder(_ ranges: [Range<Int>]) -> Bool {
    for index in ranges.indices.dropFirst()
    where (ranges[index - 1].lowerBound, ranges[index - 1].upperBound)
      > (ranges[index].lowerBound, ranges[index].upperBound)
    {
      return false
    }
    return true
  }
}

/// The state of a document.
public enum Status: String, Sendable, CaseIterable {
  /// Being written: what is missing or open is only noted.
  case draft
  /// Ready to be read by others; the default.
  case review
  /// Agreed.
  case approved
  /// Built and out; not linted unless asked for.
  case launched
  /// Not to be built; not linted unless asked for.
  case rejected
}

/// The settings in force for one document.
public struct Settings: Sendable {
  /// Profile in force.
  public let profile: Profile
  /// Status in force.
  public let status: Status
  /// What kind of undertaking it is, from front matter or profile.
  public let concept: Concept
  /// Limits from the configuration; they win over the profile's.
  public let limits: [Limit: Int]
  /// Words the configuration adds to the technology list, in lower case.
  public let jargon: [String]
  /// Acronyms the configuration says need no explanation.
  public let acronyms: [String]
  /// Files that belong to the document's launch set, by the `document` they declare; nil when nobody looked.
  public let companions: Set<String>?

  /// What kind of undertaking a document is about.
  public enum Concept: String, Sendable, CaseIterable {
    /// Sold to customers.
    case commercial
    /// Made for colleagues.
    case internalTool = "internal-tool"
    /// Given away with its source.
    case openSource = "open-source"
    /// For a community or the public good.
    case community
  }

  /// Settles settings.
  public init(
    profile: Profile, status: Status = .review, concept: Concept = .commercial, limits: [Limit: Int] = [:],
    jargon: [String] = [], acronyms: [String] = [], companions: Set<String>? = nil
  ) {
    self.profile = profile
    self.status = status
    self.concept = concept
    self.limits = limits
    self.jargon = jargon
    self.acronyms = acronyms
    self.companions = companions
  }

  /// A limit in force.
  public func limit(_ limit: Limit) -> Int {
    // Names are hashed to be looked up; mostly nobody set any.
    if !limits.isEmpty, let own = limits[limit] { return own }
    if !profile.limits.isEmpty, let own = profile.limits[limit] { return own }
    return limit.standard
  }
}
