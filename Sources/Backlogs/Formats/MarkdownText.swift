/// Text of documents within Markdown that this program writes.
public enum MarkdownText {
  /// The text with everything escaped that Markdown would take for markup.
  ///
  /// - Parameter isQuiet: whether to keep GitHub from linking `@name`, `#123` and `GH-123`, which would tell people and
  ///   issues that have nothing to do with it. A zero-width space behind the sign does it, and nobody sees it.
  public static func escaped(_ text: String, isQuiet: Bool = false) -> String {
    var result = ""
    var isLineStart = true
    var digits = 0
    var before: Character = "\n"
    var rest = text[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "$":
        // A low line inside a word is no emphasis, and names with many are common.
        let isInWord = character == "_" && isWord(before) && rest.first.map(isWord) == true
        result += isInWord ? "_" : "\\" + String(character)
      case "&": result += isEntity(rest) ? "\\&" : "&"
      case "#" where isQuiet && rest.first?.isNumber == true: result += "#\u{200B}"
      case "@" where isQuiet && rest.first.map(isWord) == true: result += "@\u{200B}"
      case "-" where isQuiet && rest.first?.isNumber == true && result.uppercased().hasSuffix("GH"):
        result += "-\u{200B}"
      case ":" where isQuiet && isShortcode(rest): result += ":\u{200B}"
      case "#", "+", "-", "=": result += isLineStart ? "\\" + String(character) : String(character)
      case ".", ")":
        result +=
          isLineStart && digits > 0 || digits > 0 && digits == lineLength(result)
          ? "\\" + String(character) : String(character)
      case "\n": result += "\n"
      default: result.append(character)
      }
      digits = character.isASCII && character.isNumber ? digits + 1 : 0
      isLineStart = character == "\n" || isLineStart && character == " "
      before = character
    }
    return result
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Whether `&` begins an entity such as `&lt;`.
  private static func isEntity(_ rest: Substring) -> Bool {
    let name = rest.prefix(12).prefix { $0.isASCII && (isWord($0) || $0 == "#") }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// Whether `:` begins an emoji such as `:tada:`.
  private static func isShortcode(_ rest: Substring) -> Bool {
    let name = rest.prefix(40).prefix { $0.isASCII && (isWord($0) || "_+-".contains($0)) }
    return !name.isEmpty && rest.dropFirst(name.count).first == ":"
  }

  /// Characters since the last line end.
  private static func lineLength(_ text: String) -> Int {
    var count = 0
    for character in text.reversed() {
      if character == "\n" || count > 10 { break }
      count += 1
    }
    return count
  }

  /// A code span that holds a text, whatever it contains.
  public static func code(_ text: String) -> String {
    let longest = text.split(omittingEmptySubsequences: true) { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }
}
