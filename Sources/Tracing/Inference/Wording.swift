/// Turns a stretch of a sentence into the title of a need.
enum Wording {
  /// The text without citations such as ` [N-1]`, which would cite the need that is made of it.
  static func withoutCitations(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      let inside = rest[rest.index(after: open)...].prefix { $0 != "]" }
      let isCitation = NameKey.isID(String(inside)) && inside.endIndex < rest.endIndex
      out += rest[..<open]
      if isCitation {
        while out.last == " " { out.removeLast() }
        rest = rest[rest.index(after: inside.endIndex)...]
      } else {
        out.append("[")
        rest = rest[rest.index(after: open)...]
      }
    }
    return out + rest
  }

  /// A title: folded, without final punctuation and leading marks, beginning with a capital letter.
  static func title(_ text: String) -> String {
    var title = Fold.text(text.utf8)[...]
    while let last = title.last, ".:;,!?–—- ".contains(last) { title.removeLast() }
    while let first = title.first, !first.isLetter, !first.isNumber, first != "\"", first != "$", first != "“"
    {
      title.removeFirst()
    }
    guard let first = title.first else { return "" }
    return first.uppercased() + title.dropFirst()
  }

  /// The text with a small first letter, unless its first word is an acronym or a name with a capital inside.
  static func lowerFirst(_ text: String) -> String {
    guard let first = text.first, let second = text.dropFirst().first, second.isLowercase else { return text }
    let word = text.prefix { !$0.isWhitespace }
    guard !word.dropFirst().contains(where: \.isUppercase) else { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// `spends an hour` as `spend an hour`.
  static func plainVerb(_ text: String) -> String {
    for verb in ["spend", "waste", "lose"] where text.hasPrefix(verb + "s ") {
      return verb + text.dropFirst(verb.utf8.count + 1)
    }
    return text
  }

  /// `work offline` as `works offline`.
  static func thirdPerson(_ text: String) -> String {
    let verb = text.prefix { !$0.isWhitespace }
    let rest = text[verb.endIndex...]
    switch verb {
    case "have": return "has" + rest
    case "be": return "is" + rest
    default: break
    }
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: { verb.hasSuffix($0) }) { return verb + "es" + rest }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
      return verb.dropLast() + "ies" + rest
    }
    return verb + "s" + rest
  }
}
