public import Diagnostics

/// What a rule is: everything `prfaq rules` and `prfaq explain` print, and the examples its tests run.
public struct About: Sendable {
  /// `category/name`, in lower case with hyphens; reads well after "ignore".
  public let name: String
  /// One line: what holds in a good document.
  public let summary: String
  /// Why it matters, in two to four sentences, for the author of a document.
  public let why: String
  /// Where it comes from: book, article or measurement.
  public let source: String
  /// Severity in the `standard` profile; nil when the rule is off unless a profile or the user turns it on.
  public let severity: Severity?
  /// What kind of fact it states; decides what unfinished vocabularies and drafts do to it.
  public let nature: Nature
  /// How often it was right on real documents, where that was judged.
  public let judged: Judged?
  /// The first rule set it belongs to; with an earlier one in the configuration it is off.
  public let since: Int
  /// Documents with marked findings, and documents without.
  public let examples: [Example]

  /// What kind of fact a rule states.
  public enum Nature: Sendable {
    /// About the file as such; holds in every language and status.
    case file
    /// A part of the document is absent or misplaced: a note in drafts and in languages without full vocabulary.
    case structure
    /// Something is left open (placeholders, unanswered questions): a note in drafts.
    case unfinished
    /// About wording: silent in languages without full vocabulary.
    case wording
    /// An exact fact about declared data: holds in every language and status.
    case declared
  }

  /// Findings on real documents that a reader judged.
  public struct Judged: Sendable, Equatable {
    /// Findings that were right.
    public let right: Int
    /// All findings judged.
    public let total: Int
    /// Makes a count.
    public init(right: Int, of total: Int) {
      self.right = right
      self.total = total
    }
  }

  /// Describes a rule.
  public init(
    name: String, summary: String, why: String, source: String, severity: Severity?, nature: Nature,
    judged: Judged? = nil, since: Int = 1, examples: [Example]
  ) {
    self.name = name
    self.summary = summary
    self.why = why
    self.source = source
    self.severity = severity
    self.nature = nature
    self.judged = judged
    self.since = since
    self.examples = examples
  }

  /// The part of the name before the slash.
  public var category: String { String(name.prefix { $0 != "/" }) }
}
