import ArgumentParser
import Diagnostics
import Linting

/// A word out of a fixed list, as the value of an option.
protocol Choice: CaseIterable, RawRepresentable, Sendable where RawValue == String {}

extension Choice {
  static var words: [String] { allCases.map(\.rawValue) }

  /// Reads a value, with a suggestion for one that is nearly right.
  static func read(_ word: String) throws -> Self {
    if let choice = Self(rawValue: word) { return choice }
    if let near = Spelling.nearest(to: word, in: words) { throw ValidationError("did you mean '\(near)'?") }
    throw ValidationError("use one of \(words.joined(separator: ", ")).")
  }

  static var completion: CompletionKind { .list(words) }
}

/// When to use colours.
enum ColorChoice: String, Choice { case auto, always, never }

/// Formats of commands that print lists.
enum ListFormat: String, Choice { case text, json }

/// Formats of the list of rules.
enum RulesFormat: String, Choice { case text, json, markdown }

/// Formats of findings.
enum LintFormat: String, Choice { case text, concise, json, sarif, github, gitlab, junit }

/// From which severity on findings make the exit status 1.
enum FailLevel: String, Choice {
  case error, warning, note, never

  /// The severity; nil for never.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// Shells with completions.
enum Shell: String, Choice { case bash, zsh, fish }

extension Status: Choice {}

/// The option every command that prints documents has.
struct ColorOption: ParsableArguments {
  @Option(
    help: "When to use colours: auto, always or never (default: auto).",
    completion: ColorChoice.completion,
    transform: ColorChoice.read)
  var color: ColorChoice = .auto
}
