import Diagnostics
import PRFAQ

/// What editors need to know of the configuration's keys: their names, what they mean, and what their values may be.
///
/// The command writes it as JSON Schema; it is kept as plain data here so that it stands beside the reader.
public struct ConfigurationSchema: Sendable {
  /// What a value may be.
  public indirect enum Shape: Sendable {
    /// A text.
    case text
    /// A text out of a list.
    case words([String])
    /// The name of a rule or a category, the project's own included.
    case rule
    /// A whole number from this one on.
    case number(from: Int)
    /// True or false.
    case flag
    /// One text or a list of texts.
    case texts
    /// One rule name or a list of them.
    case rules
    /// A list.
    case list(Shape)
    /// A mapping with these keys.
    case keys([Key], required: [String])
    /// A mapping with keys of one's own, named by a pattern, and values of one shape.
    case map(pattern: String, Shape)
    /// A mapping from rule names to severities.
    case severities
  }

  /// One key.
  public struct Key: Sendable {
    /// Its name.
    public let name: String
    /// What it means, in a sentence.
    public let about: String
    /// What its value may be.
    public let shape: Shape
  }

  /// The keys of the file.
  public static let keys: [Key] = Configuration.Key.allCases.filter { $0 != .version }.map(key)

  private static func key(_ key: Configuration.Key) -> Key {
    func make(_ about: String, _ shape: Shape) -> Key { Key(name: key.rawValue, about: about, shape: shape) }
    switch key {
    case .ruleSet:
      return make(
        "The rule set in force; rules of later ones are off until they are named.", .number(from: 1))
    case .extends:
      return make(
        "Files, and packs as pack:NAME or pack:NAME@VERSION, to build on; the weakest first.", .texts)
    case .version: return make("The version of a pack.", .text)
    case .profile:
      return make("The profile for documents that name none.", .words(Profile.all.map(\.name)))
    case .select: return make("Rules or categories to run alone.", .rules)
    case .ignore: return make("Rules or categories not to run.", .rules)
    case .severity: return make("Severities of rules or categories; off turns them off.", .severities)
    case .limits:
      let limits = Limit.allCases.map {
        Key(name: $0.rawValue, about: "A limit of the rules.", shape: .number(from: 1))
      }
      return make("Numbers the rules measure against.", .keys(limits, required: []))
    case .sections: return make("What holds in some sections of a document only.", .list(section))
    case .overrides: return make("What holds for some documents only.", .list(override))
    case .documents:
      return make("Patterns, as in .gitignore, of files that must be PR/FAQs.", .texts)
    case .exclude: return make("Patterns, as in .gitignore, of files and folders to pass over.", .texts)
    case .products: return make("Names of products, in which no rule on wording looks.", .texts)
    case .jargon: return make("Words that count as technology.", .texts)
    case .acronyms: return make("Acronyms that need no explanation.", .texts)
    case .aliases:
      let roles = Role.allCases.map {
        Key(name: $0.rawValue, about: "Headings used for this part.", shape: .texts)
      }
      return make("Headings the project uses for the parts of a document.", .keys(roles, required: []))
    case .custom:
      return make("Rules of your own, by name.", .map(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", custom))
    case .catalog: return make("Catalogue files of services and teams, and folders of them.", .texts)
    case .templates:
      return make(
        "Folders of templates, relative to this file.",
        .keys(Configuration.TemplateKey.allCases.map(templateKey), required: []))
    }
  }

  private static func templateKey(_ key: Configuration.TemplateKey) -> Key {
    let about =
      switch key {
      case .documents: "Markdown files, each a template of \"prfaq new\"."
      case .services:
        "Stacks of \"prfaq scaffold create\": a manifest NAME.yaml for each, a folder for each layer."
      }
    return Key(name: key.rawValue, about: about, shape: .text)
  }

  private static let section: Shape = .keys(
    [
      Key(
        name: "section", about: "Sections: what they are (internal-faq), or the text of their headings.",
        shape: .texts), key(.ignore), key(.severity),
    ], required: ["section"])

  private static let override: Shape = .keys(
    [
      Key(name: "paths", about: "Patterns, as in .gitignore, of documents.", shape: .texts), key(.profile),
      key(.ignore), key(.severity), key(.limits), key(.sections),
    ], required: ["paths"])

  private static let custom: Shape = .keys(CustomRule.Key.allCases.map(customKey), required: [])

  private static func customKey(_ key: CustomRule.Key) -> Key {
    func make(_ about: String, _ shape: Shape) -> Key { Key(name: key.rawValue, about: about, shape: shape) }
    switch key {
    case .phrases: return make("Words and phrases that must not occur, or only so often.", .texts)
    case .replace: return make("Phrases, each with what to write instead.", .map(pattern: "", .text))
    case .atLeast: return make("How often the phrases must occur at least.", .number(from: 0))
    case .atMost: return make("How often the phrases may occur at most.", .number(from: 0))
    case .requireSection: return make("A heading must hold one of these phrases.", .texts)
    case .requireQuestion: return make("A question must hold one of these phrases.", .texts)
    case .group: return make("Who must ask the question.", .words(["internal", "external"]))
    case .in:
      return make(
        "Where to look: parts (problem), headings, or everywhere; the author's own prose if left out.", .texts
      )
    case .matchCase: return make("Whether capital letters count.", .flag)
    case .unsafe: return make("Whether the replacement is made with --unsafe-fixes only.", .flag)
    case .message: return make("What is so; {text} stands for the words found, {instead} for others.", .text)
    case .help: return make("What to do about it.", .text)
    case .why: return make("Why it matters.", .text)
    case .severity: return make("Its severity; warning if left out.", .words(severities))
    case .bad: return make("Lines that must give a finding, for \"prfaq config test\".", .texts)
    case .good: return make("Lines that must give none, for \"prfaq config test\".", .texts)
    }
  }

  /// The words for severities.
  public static let severities = Severity.allCases.reversed().map(\.rawValue) + ["off"]
}
