/// The words for what this reader refuses.
extension YAMLError {
  static func duplicateKey(_ name: String, at range: Range<Int>, first: Range<Int>) -> YAMLError {
    YAMLError(
      .duplicateKey, "the key \"\(name)\" occurs twice", at: range,
      help: "Keep one of the two, or give one of them another name.", related: first)
  }

  static func complexKey(at range: Range<Int>) -> YAMLError {
    YAMLError(
      .complexKey, "a key must be plain text, not a list or a mapping", at: range,
      help: "If the brackets are part of a text, put the whole text in quotes.")
  }

  static func mergeKey(at range: Range<Int>) -> YAMLError {
    YAMLError(
      .mergeKey, "the merge key \"<<\" is not supported", at: range,
      help: "Write the merged keys out here; the merge key is not part of YAML 1.2.")
  }

  static func unknownAlias(_ name: String, at range: Range<Int>) -> YAMLError {
    YAMLError(
      .unknownAlias, "\"*\(name)\" refers to nothing: there is no \"&\(name)\" before it", at: range,
      help: "If the asterisk is part of a text, put the text in quotes.")
  }

  static func recursiveAlias(_ name: String, at range: Range<Int>, anchor: Range<Int>) -> YAMLError {
    YAMLError(
      .recursiveAlias, "\"*\(name)\" refers to the value it is part of", at: range,
      help: "Remove the alias; a value cannot contain itself.", related: anchor)
  }

  static func tooManyNodes(_ limit: Int, at range: Range<Int>) -> YAMLError {
    YAMLError(
      .tooManyNodes, "more than \(limit) values, counting each alias with all that it stands for", at: range,
      help: "Split the file, or use fewer aliases.")
  }

  static func tooDeep(_ limit: Int, at range: Range<Int>) -> YAMLError {
    YAMLError(
      .tooDeep, "lists and mappings are nested more than \(limit) levels deep", at: range,
      help: "Use fewer levels.")
  }
}

/// The words for what libyaml refuses: it says what its scanner met, this says what the writer did.
enum SyntaxMistake {
  /// A control character, which libyaml finds while it decodes.
  static func character(at range: Range<Int>) -> YAMLError {
    YAMLError(
      .syntax, "a control character is not allowed here", at: range,
      help: "Remove the character; most editors can show invisible characters.")
  }

  /// The error for a problem at one place, met while reading what started at another.
  static func error(
    problem: String, context: String, at place: Range<Int>, contextAt: Range<Int>, openBracket: Range<Int>?,
    text: OffsetCursor
  ) -> YAMLError {
    func syntax(_ message: String, at range: Range<Int> = place, _ help: String) -> YAMLError {
      YAMLError(.syntax, message, at: range, help: help)
    }
    // An open bracket makes libyaml stumble at the end of the text; the mistake is where the bracket stands.
    if place.isEmpty, let openBracket, !problem.hasPrefix("found unexpected") {
      return unclosed(openBracket, text)
    }
    let line = text.restOfLine(from: contextAt.lowerBound)
    switch problem {
    case "found character that cannot start any token":
      if text[place.lowerBound] == 0x09 { return tab(at: place) }
      return syntax(
        "a value cannot start with \"\(text.text(place))\"", "Put the value in quotes.")
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return tab(at: place)
    case "mapping values are not allowed in this context":
      return syntax(
        "a colon is not allowed here",
        "Put a text that contains \": \" in quotes; check that the keys of a mapping are indented alike.")
    case "could not find expected ':'":
      return syntax(
        "this line has no \"key: value\"", at: line.isEmpty ? contextAt : line,
        "Add the colon and a value, or indent the line if it continues the one before.")
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return unclosed(contextAt, text)
    case "found unexpected end of stream", "found unexpected document indicator":
      return syntax(
        "the quoted text that starts here is not closed", at: contextAt,
        "Add the closing quote; inside double quotes, write \\\" for a quote.")
    case "found unknown escape character":
      return syntax(
        "this backslash starts no known escape",
        "Write two backslashes for one, or use single quotes.")
    case "did not find expected key", "did not find expected '-' indicator":
      if !text.startsLine(place.lowerBound) {
        return syntax(
          "nothing may follow the value that ends before this",
          "Put the whole text in one pair of quotes, or start a new line.")
      }
      return context == "while parsing a block mapping"
        ? syntax(
          "this line does not fit the mapping it stands in",
          "Indent all keys of a mapping alike, and write \"key: value\" on each line.")
        : syntax(
          "this line does not fit the list it stands in",
          "Start each item with \"- \" and indent all items alike.")
    case "did not find expected node content":
      return syntax("a value is missing here", "Write a value, or put the text in quotes.")
    case "did not find expected <document start>":
      return syntax(
        "nothing may follow the value that ends here", "Start another document with a line \"---\".")
    case "did not find expected alphabetic or numeric character":
      return syntax(
        "a name is missing after \"*\" or \"&\"", at: contextAt,
        "If the character is part of a text, put the text in quotes.")
    case "block sequence entries are not allowed in this context":
      return syntax(
        "a list cannot start here", "Start the list on a line of its own, below its key.")
    default:
      let detail = context.isEmpty ? problem : "\(problem) \(context)"
      return syntax(
        "this is not valid YAML: \(detail)", "Check quotes, brackets and indentation around here.")
    }
  }

  private static func unclosed(_ bracket: Range<Int>, _ text: OffsetCursor) -> YAMLError {
    text[bracket.lowerBound] == UInt8(ascii: "{")
      ? YAMLError(
        .syntax, "the mapping that starts with \"{\" here is not closed", at: bracket,
        help: "Close it with \"}\" and put commas between its entries.")
      : YAMLError(
        .syntax, "the list that starts with \"[\" here is not closed", at: bracket,
        help: "Close it with \"]\" and put commas between its items.")
  }

  private static func tab(at range: Range<Int>) -> YAMLError {
    YAMLError(
      .tab, "a tab is used for indentation", at: range,
      help: "Use spaces: YAML does not allow tabs at the start of a line.")
  }
}
