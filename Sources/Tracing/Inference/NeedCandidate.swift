/// Something a document says that reads like a customer need, where nobody declared one.
public struct NeedCandidate: Sendable, Equatable {
  /// What made it a candidate.
  public enum Cue: String, Sendable, CaseIterable {
    /// A bold-led point below the solution or the way it works.
    case solutionPoint = "solution-point"
    /// A question in which a customer asks to be able to do something, or not to have to.
    case customerQuestion = "customer-question"
    /// A sentence of the problem on what customers cannot do, have to do, or struggle with.
    case problemSentence = "problem-sentence"
    /// A sentence of the release on what customers can now do or no longer have to do.
    case promise = "promise"
  }

  /// What made it a candidate.
  public let cue: Cue
  /// How sure it is.
  public let confidence: Confidence
  /// The need in a customer's words: what they can do, or no longer have to; no final full stop.
  public let title: String
  /// The bytes the title was taken from.
  public let titleRange: Range<Int>
  /// The sentence, question or point it stands in.
  public let range: Range<Int>
  /// That sentence, question or point as text, blanks folded.
  public let statement: String
}
