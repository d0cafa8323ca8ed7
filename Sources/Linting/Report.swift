public import Diagnostics
public import PRFAQ

/// What a rule reports into while it looks at one document.
///
/// The report knows profile, status and language; a rule only says what is so, where, and what to do.
public struct Report {
  /// The findings so far.
  public private(set) var findings: [Finding] = []
  /// The settings in force for this document.
  public let settings: Settings
  private var rule: String
  private var nature: About.Nature
  private(set) var severity: Severity
  // The two things it must know of the document; a copy of all of it would cost more than most rules do.
  private let isComplete: Bool
  private let isExplicit: Bool
  private var batches = 0
  /// Whether of many like findings only those are made that are shown; nothing may silence any of them then.
  var isCapped = false
  /// The text in which rules on wording look, once one of them has asked for it.
  private var text: RunningText? = nil
  private var releaseText: RunningText? = nil
  private var faq: FAQText? = nil

  init(_ document: PRFAQDocument, about: About, severity: Severity, settings: Settings) {
    isComplete = document.language.isComplete
    isExplicit = document.isExplicit
    rule = about.name
    nature = about.nature
    self.severity = severity
    self.settings = settings
  }

  /// Goes on to another rule, without findings.
  mutating func begin(_ about: About, severity: Severity) {
    rule = about.name
    nature = about.nature
    self.severity = severity
    findings.removeAll(keepingCapacity: true)
    batches = 0
  }

  /// A limit in force.
  public func limit(_ limit: Limit) -> Int { settings.limit(limit) }

  /// The text of release and FAQ, gathered once for all rules.
  mutating func text(_ document: PRFAQDocument) -> RunningText {
    if let text { return text }
    let text = RunningText(document)
    self.text = text
    return text
  }

  /// The text of the release, gathered once for all rules.
  mutating func releaseText(_ document: PRFAQDocument) -> RunningText {
    if let releaseText { return releaseText }
    let text = RunningText(document, withFAQ: false)
    releaseText = text
    return text
  }

  /// What the FAQ asks and answers, gathered once for all rules.
  mutating func faq(_ document: PRFAQDocument) -> FAQText {
    if let faq { return faq }
    let faq = FAQText(document)
    self.faq = faq
    return faq
  }

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
    switch nature {
    case .structure:
      if !isComplete || settings.status == .draft { severity = .note }
    case .unfinished:
      if settings.status == .draft { severity = .note }
    case .file, .wording, .declared: break
    }
    findings.append(
      Finding(
        rule: rule, severity: severity, message: message, range: range, help: help, related: related,
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
    batches += 1
    let limit = self.limit(.places)
    if isCapped, limit > 0, ranges.count > limit, Self.areInOrder(ranges) {
      for (number, range) in ranges.prefix(limit).enumerated() {
        let more = number == limit - 1 ? Batches.more(ranges.count - limit) : ""
        add(message(range) + more, at: range, help: help, fix: fix?(range), batch: batches)
      }
      return
    }
    for range in ranges { add(message(range), at: range, help: help, fix: fix?(range), batch: batches) }
  }

  private static func areInOrder(_ ranges: [Range<Int>]) -> Bool {
    zip(ranges, ranges.dropFirst()).allSatisfy {
      ($0.lowerBound, $0.upperBound) <= ($1.lowerBound, $1.upperBound)
    }
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
    limits[limit] ?? profile.limits[limit] ?? Profile.standardLimits[limit] ?? 0
  }
}
