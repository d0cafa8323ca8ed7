public import PRFAQ
import SourceText

/// What the linker needs of one document: names and places, no tree. The counterpart of an object file.
///
/// Made right after a document was read, so that its tree can go before the next one is read.
public struct TraceUnit: Sendable {
  /// The document.
  public internal(set) var document: DocumentNode
  /// Its needs, declared ones first where both stand at one place; links are not resolved.
  public internal(set) var needs: [NeedNode] = []
  /// Its metrics.
  public internal(set) var metrics: [MetricNode] = []
  /// Its process steps.
  public internal(set) var steps: [StepNode] = []
  /// Its claims.
  public internal(set) var claims: [ClaimNode] = []
  /// Its questions.
  public internal(set) var questions: [QuestionNode] = []

  /// Takes from a document what links need.
  public init(_ document: PRFAQDocument) {
    self.document = DocumentNode(
      path: document.source.path, key: "", keyPlace: nil, title: "", product: "", customers: [], status: "",
      needs: 0..<0, metrics: 0..<0, steps: 0..<0, claims: 0..<0, questions: 0..<0)
  }
}
