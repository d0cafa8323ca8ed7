/// Where in a file a value goes, and so how it is written there.
///
/// A template names the context with every insertion; there is no default. Contexts that end in `-part` write into a
/// text in double quotes that the template opens and closes on the same line; the others write their own quotes.
public enum EscapeContext: String, Sendable, CaseIterable {
  /// A YAML value on one line, in double quotes.
  case yaml
  case yamlPart = "yaml-part"
  /// A YAML value in a GitHub Actions workflow; refuses `${{`, which GitHub runs inside quotes too.
  case githubYAML = "github-yaml"
  case githubYAMLPart = "github-yaml-part"
  /// A YAML value in a CloudFormation template; refuses `{{resolve:`, which reads a secret.
  case cloudFormation = "cloudformation"
  case cloudFormationPart = "cloudformation-part"
  /// The same inside `!Sub`, where `${` would be filled in.
  case cloudFormationSub = "cloudformation-sub"
  case cloudFormationSubPart = "cloudformation-sub-part"
  /// A JSON string.
  case json
  case jsonPart = "json-part"
  /// A string of Python, Go, JavaScript, Java or C.
  case cString = "c-string"
  case cStringPart = "c-string-part"
  /// A Swift string.
  case swift
  case swiftPart = "swift-part"
  /// The rest of a `//` or `///` line.
  case swiftComment = "swift-comment"
  /// The rest of a `#` line.
  case comment
  /// A word of sh or bash in single quotes.
  case shell
  /// An SQL string.
  case sql
  /// The rest of a `--` line.
  case sqlComment = "sql-comment"
  /// A whole field of a CSV file, in quotes; what a spreadsheet would run as a formula is made text.
  case csv
  /// Markdown text within one line: a paragraph, heading or table cell.
  case markdown
  /// HTML text, or the value of a quoted attribute.
  case html
  /// The value of a Dockerfile's LABEL.
  case label
  /// A slug as it is.
  case slug
  /// A word, slug, number or day as it is.
  case word
  /// A number as it is.
  case number
  /// The path of an operation as it is; a plain YAML key.
  case path
  /// A team in CODEOWNERS.
  case codeowners
  /// `basketPromise`
  case camel
  /// `BasketPromise`
  case pascal
  /// `basket_promise`
  case snake
  /// `BASKET_PROMISE`
  case upper
  /// `basketPromise`, in back-ticks where it is a word of the Swift language.
  case swiftName = "swift-name"
  /// `"basket_promise"`
  case sqlName = "sql-name"
  /// Nothing is escaped; for constants of the stack only.
  case asIs = "as-is"

  /// What the context is for, in a few words.
  public var summary: String {
    switch self {
    case .yaml: "a YAML value, with its quotes"
    case .yamlPart: "inside a double-quoted YAML value"
    case .githubYAML: "a YAML value in a workflow; refuses ${{"
    case .githubYAMLPart: "inside a double-quoted value in a workflow; refuses ${{"
    case .cloudFormation: "a YAML value in CloudFormation; refuses {{resolve:"
    case .cloudFormationPart: "inside a double-quoted value in CloudFormation; refuses {{resolve:"
    case .cloudFormationSub: "a YAML value inside !Sub; ${ becomes ${!"
    case .cloudFormationSubPart: "inside a double-quoted value inside !Sub; ${ becomes ${!"
    case .json: "a JSON string, with its quotes"
    case .jsonPart: "inside a JSON string"
    case .cString: "a string of Python, Go, JavaScript, Java or C, with its quotes"
    case .cStringPart: "inside a double-quoted string of those languages"
    case .swift: "a Swift string, with its quotes"
    case .swiftPart: "inside a Swift string"
    case .swiftComment: "the rest of a // or /// line"
    case .comment: "the rest of a # line"
    case .shell: "a word of sh or bash, with its quotes"
    case .sql: "an SQL string, with its quotes"
    case .sqlComment: "the rest of a -- line"
    case .csv: "a whole CSV field, with its quotes"
    case .markdown: "Markdown text within one line"
    case .html: "HTML text, or the inside of a quoted attribute"
    case .label: "the value of a Dockerfile LABEL, with its quotes"
    case .slug: "a slug as it is: basket-promise"
    case .word: "a word, slug, number or day as it is: N-1"
    case .number: "a number as it is"
    case .path: "an operation's path as it is: /v1/baskets/{basketId}"
    case .codeowners: "a team: @org/team"
    case .camel: "basketPromise"
    case .pascal: "BasketPromise"
    case .snake: "basket_promise"
    case .upper: "BASKET_PROMISE"
    case .swiftName: "basketPromise, in back-ticks where Swift needs them"
    case .sqlName: "\"basket_promise\", with its quotes"
    case .asIs: "as it is; only for stack.NAME"
    }
  }

  /// How the context sees quotation marks around the insertion.
  enum Quotes {
    /// It writes its own, so it must stand outside of any.
    case own
    /// It stands inside double quotes.
    case inside
    /// It has nothing to do with them.
    case free
  }

  var quotes: Quotes {
    switch self {
    case .yaml, .githubYAML, .cloudFormation, .cloudFormationSub, .json, .cString, .swift, .shell, .sql, .csv,
      .label, .sqlName:
      .own
    case .yamlPart, .githubYAMLPart, .cloudFormationPart, .cloudFormationSubPart, .jsonPart, .cStringPart,
      .swiftPart:
      .inside
    default: .free
    }
  }

  /// The sign that begins the comment this context writes into.
  var commentSign: String? {
    switch self {
    case .swiftComment: "//"
    case .comment: "#"
    case .sqlComment: "--"
    default: nil
    }
  }

  /// Whether values of a kind may go here.
  public func accepts(_ kind: AnswerKind) -> Bool {
    switch self {
    case .slug: kind == .slug
    case .word: [.slug, .word, .number, .date].contains(kind)
    case .number: kind == .number
    case .path: kind == .path
    case .codeowners: kind == .team
    case .camel, .pascal, .snake, .upper, .swiftName, .sqlName: kind == .slug || kind == .word
    case .asIs: kind == .constant
    default: true
    }
  }

  /// Whether it writes nothing but letters, digits, `-`, `_` and `.`, so that it may be used in the name of a file.
  var isForNames: Bool { [.slug, .word, .camel, .pascal, .snake, .upper].contains(self) }
}
