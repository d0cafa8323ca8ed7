import PRFAQ

/// What a custom rule looks for, in words.
extension CustomRule {
  /// What it looks for, in a sentence.
  public var looksFor: String {
    let list = Places.list(phrases.map { "“\($0)”" }, "or")
    switch kind {
    case .phrases(_, let atLeast, let atMost):
      if atMost == 0 { return "\(list), which is not to be used." }
      let least = atLeast > 0 ? "at least \(atLeast)" : nil
      let most = atMost < .max ? "at most \(atMost)" : nil
      let number = [least, most].compactMap { $0 }.joined(separator: " and ")
      return "\(list), which may occur \(number) times."
    case .replace(_, let instead, let isSafe):
      let pairs = zip(phrases, instead).map {
        "“\($0)”, for which \($1.isEmpty ? "nothing" : "“\($1)”") is written"
      }
      let list = pairs.dropLast().map { $0 + "," } + pairs.suffix(1)
      return "\(Places.list(list)); \(isSafe ? "--fix" : "--fix with --unsafe-fixes") replaces them."
    case .section: return "A heading with \(list)."
    case .question(_, let group):
      let who = group.map { $0 == .internal ? " of the internal FAQ" : " of the external FAQ" } ?? ""
      return "A question\(who) with \(list)."
    }
  }

  /// Where it looks, in a sentence; nil where that goes without saying.
  public var looksIn: String? {
    switch kind {
    case .section, .question: return nil
    case .phrases, .replace:
      if places.isEmpty { return "The author's own prose: no quotes of others, no code, no links." }
      return Places.list(
        places.map {
          switch $0 {
          case .role(let role): role.rawValue
          case .heading(let text): "the section “\(text)”"
          case .everywhere: "all text"
          }
        }) + "."
    }
  }

  /// The message as written, where it has one.
  public var writtenMessage: String? { message }
  /// What to do about a finding.
  public var writtenHelp: String { help }
}
