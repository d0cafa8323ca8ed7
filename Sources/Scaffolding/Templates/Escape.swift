/// Why a value cannot be written in a context.
public struct EscapeRefusal: Error, Sendable, Equatable {
  /// What it holds, and why that is dangerous there: the rest of a sentence that begins with the name of the answer.
  public let reason: String
}

/// Writing a value in a context.
extension EscapeContext {
  /// The value as it stands in the file; reading the file gives the value back.
  ///
  /// Where a place has but one line (comments, CSV, Markdown, LABEL), line ends and tabs become blanks.
  ///
  /// - Throws: `EscapeRefusal` for what cannot be made safe: control characters, invisible changes of the direction of
  ///   text, and what GitHub and CloudFormation would run.
  public func escape(_ text: String) throws(EscapeRefusal) -> String {
    if self != .asIs { try Self.refuseInvisible(text) }
    switch self {
    case .yaml, .json, .cString, .swift: return "\"" + Self.backslashed(text) + "\""
    case .yamlPart, .jsonPart, .cStringPart, .swiftPart: return Self.backslashed(text)
    case .githubYAML: return "\"" + (try Self.github(text)) + "\""
    case .githubYAMLPart: return try Self.github(text)
    case .cloudFormation: return "\"" + (try Self.cloudFormation(text)) + "\""
    case .cloudFormationPart: return try Self.cloudFormation(text)
    case .cloudFormationSub: return "\"" + Self.unsubstituted(try Self.cloudFormation(text)) + "\""
    case .cloudFormationSubPart: return Self.unsubstituted(try Self.cloudFormation(text))
    case .swiftComment, .comment, .sqlComment: return Self.onOneLine(text)
    case .shell: return "'" + Self.replacing(text, ["'": "'\\''"]) + "'"
    case .sql: return "'" + Self.replacing(text, ["'": "''"]) + "'"
    case .csv: return Self.csv(text)
    case .markdown: return Self.markdown(text)
    case .html:
      return Self.replacing(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"])
    case .label:
      return "\"" + Self.replacing(Self.onOneLine(text), ["\\": "\\\\", "\"": "\\\"", "$": "\\$"]) + "\""
    case .slug, .word, .number, .path, .codeowners, .asIs: return text
    case .camel: return Self.camel(text)
    case .pascal: return Self.parts(text).map(Self.capitalised).joined()
    case .snake: return Self.parts(text).joined(separator: "_").lowercased()
    case .upper: return Self.parts(text).joined(separator: "_").uppercased()
    case .swiftName:
      let name = Self.camel(text)
      return Self.swiftWords.contains(name) ? "`\(name)`" : name
    case .sqlName: return "\"" + Self.parts(text).joined(separator: "_").lowercased() + "\""
    }
  }

  /// Characters that no context can carry safely: a reader of the file would not see them.
  private static func refuseInvisible(_ text: String) throws(EscapeRefusal) {
    for scalar in text.unicodeScalars {
      let name: String
      switch scalar.value {
      case 0x09, 0x0A: continue
      case 0x00...0x1F, 0x7F...0x9F: name = "a control character"
      case 0x2028, 0x2029: name = "a line separator"
      case 0xFEFF: name = "a byte order mark"
      case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069:
        name = "an invisible character that changes the direction of text"
      default:
        if scalar.value & 0xFFFE != 0xFFFE { continue }
        name = "a code that is no character"
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      throw EscapeRefusal(reason: "holds \(code), \(name)")
    }
  }

  private static func replacing(_ text: String, _ pairs: [Unicode.Scalar: String]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let pair = pairs[scalar] {
        result.append(contentsOf: pair.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func backslashed(_ text: String) -> String {
    replacing(text, ["\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\t": "\\t"])
  }

  private static func onOneLine(_ text: String) -> String { replacing(text, ["\n": " ", "\t": " "]) }

  private static func github(_ text: String) throws(EscapeRefusal) -> String {
    if has(text, "${{") { throw EscapeRefusal(reason: "holds \"${{\", which GitHub runs wherever it stands") }
    return backslashed(text)
  }

  private static func cloudFormation(_ text: String) throws(EscapeRefusal) -> String {
    if has(text, "{{resolve:") {
      throw EscapeRefusal(reason: "holds \"{{resolve:\", with which CloudFormation reads a secret")
    }
    return backslashed(text)
  }

  private static func unsubstituted(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{"), result.last == UInt8(ascii: "$") {
        result += [byte, UInt8(ascii: "!")]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func has(_ text: String, _ part: String) -> Bool {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  private static func csv(_ text: String) -> String {
    let line = onOneLine(text)
    var field = "\""
    // The wide forms are formulas too where East Asian input methods are in use.
    if text.first == "\t"
      || line.unicodeScalars.first.map({ "=+-@|%＝＋－＠".unicodeScalars.contains($0) }) == true
    {
      field += "'"
    }
    return field + replacing(line, ["\"": "\"\""]) + "\""
  }

  private static func markdown(_ text: String) -> String {
    var scalars = Array(onOneLine(text).unicodeScalars.drop { $0 == " " })
    while scalars.last == " " { scalars.removeLast() }
    var result = String.UnicodeScalarView()
    // A number with a point begins a list only at the start of a line.
    let digits = scalars.prefix { $0.properties.numericType == .decimal && $0.isASCII }.count
    for (index, scalar) in scalars.enumerated() {
      let begins = index == 0 && "-+=:".unicodeScalars.contains(scalar)
      let numbers = index == digits && digits > 0 && (scalar == "." || scalar == ")")
      if begins || numbers || "\\`*_{}[]<>#|!~$@&".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// The words of a name: `basket-promise` and `basketPromise2` give two each.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var word = ""
    var wasLower = false
    for scalar in text.unicodeScalars {
      let isUpper = scalar.value &- 0x41 < 26
      guard scalar.isASCII, AnswerKind.isAlphanumeric(UInt8(scalar.value)) else {
        if !word.isEmpty { parts.append(word) }
        word = ""
        wasLower = false
        continue
      }
      if isUpper, wasLower {
        parts.append(word)
        word = ""
      }
      word.unicodeScalars.append(scalar)
      wasLower = !isUpper
    }
    if !word.isEmpty { parts.append(word) }
    // No language lets a name begin with a digit.
    if let first = parts.first?.utf8.first, AnswerKind.isDigit(first) { parts[0] = "n" + parts[0] }
    return parts
  }

  private static func camel(_ text: String) -> String {
    let parts = parts(text)
    return (parts.first?.lowercased() ?? "") + parts.dropFirst().map(capitalised).joined()
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }

  /// Words that cannot name a declaration or member without back-ticks.
  private static let swiftWords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
    "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
    "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
    "repeat",
    "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
    "true", "try",
    "typealias", "var", "where", "while",
  ]
}
