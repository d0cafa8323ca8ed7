import Diagnostics
import PRFAQ

/// One document while rules look at it.
struct Look {
  let document: PRFAQDocument
  /// The same, to be lent to rule after rule without being counted each time; `document` keeps it alive.
  let lent: Unmanaged<PRFAQDocument>
  /// What its comments say of rules.
  let suppressions: Suppressions
  /// What the configuration says of its sections.
  let sections: SectionRules
  /// Whether its language has a full vocabulary.
  let isComplete: Bool
  /// The severities of the linter's rules; nil for those that are off.
  let severities: [Severity?]
  /// Whether the names of the rules that ran are wanted.
  let namesRules: Bool
  /// What they find.
  var report: Report
  /// The names of the rules that ran, where they are wanted.
  var ran: [String] = []
}
