import SourceText

/// One point of a list or one sentence: what it says first, and the rest.
struct Point: Sendable, Equatable {
  /// The bold lead, or the first sentence, without its final stop.
  let title: String
  /// What follows it; empty where nothing does.
  let detail: String
  /// Where it stands.
  let place: Place
  /// Whether it stands in a section or answer that a heading or label names (or was found by wording alone).
  let isExplicit: Bool

  /// The whole text.
  var text: String { detail.isEmpty ? title : title + ". " + detail }
}
