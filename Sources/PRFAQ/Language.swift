/// The language a document is written in.
public enum Language: String, Sendable, CaseIterable {
  /// English: the one vocabulary that is complete.
  case english = "en"
  /// German: headings and labels.
  case german = "de"
  /// Japanese: headings and labels.
  case japanese = "ja"
  /// Korean: headings and labels.
  case korean = "ko"
  /// Portuguese: headings and labels.
  case portuguese = "pt"
  /// Chinese: headings and labels.
  case chinese = "zh"
  /// Russian: headings and labels.
  case russian = "ru"
  /// Any other.
  case other = "und"

  /// Whether the vocabulary covers wording too; where it does not, wording rules are silent and structural findings
  /// are notes.
  public var isComplete: Bool { self == .english }
}
