/// The words by which one language names the parts of a PR/FAQ.
///
/// Each language is one file of data. Headings and labels of all languages are looked up in one table, because
/// authors mix them; `Language.isComplete` says for which language the wording is covered too.
struct Vocabulary: Sendable {
  /// Headings and labels, by the role they announce.
  var headings: [Role: [String]] = [:]
  /// Words that make a heading one of a section of questions.
  var questionSections: [String] = []
  /// Words in such a heading that say customers ask.
  var external: [String] = []
  /// Words in such a heading that say colleagues ask.
  var `internal`: [String] = []
  /// Words by which a document calls itself a PR/FAQ.
  var documentMarkers: [String] = []
  /// Names of the months, January first; several names of a month are separated by `|`.
  var months: [String] = []
  /// Labels of the labelled list.
  var labels: [Label: [String]] = [:]

  /// All vocabularies.
  static let all: [Vocabulary] = [
    .english, .german, .japanese, .korean, .portuguese, .chinese, .russian,
  ]
}
