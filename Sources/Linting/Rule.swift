public import PRFAQ

/// One check. One file under `Rules/<Category>/` holds all of it: name, words, lists, examples, code.
///
/// A rule is stateless and makes its findings from one document. It is called once per document; the loop over
/// questions, sentences or words is inside it.
public protocol Rule: Sendable {
  /// What it checks, why, and examples that are run as its tests.
  static var about: About { get }
  /// Makes the rule.
  init()
  /// Looks at a document and reports what it finds.
  func check(_ document: PRFAQDocument, _ report: inout Report)
  /// The same for a rule made for the occasion.
  static func run(on document: PRFAQDocument, _ report: inout Report)
}

extension Rule {
  // A requirement all the same: called through its type, a rule is not copied to be run.

  /// Makes the rule and lets it look at a document.
  public static func run(on document: PRFAQDocument, _ report: inout Report) {
    Self().check(document, &report)
  }
}
