/// Sentences that ask the reader to do something.
enum Imperative {
  private static let openings = [
    "to begin, ", "to begin ", "to start, ", "to get started, ", "getting started is simple: ",
    "get started: ",
    "first, ", "then, ", "then ", "next, ", "now, ", "finally, ", "simply ", "just ", "today, ",
    "from today, ",
    "please ",
  ]
  /// What asks for something, and is no step of the use.
  private static let asides = [
    "learn more", "read more", "find out more", "tell us", "contact", "follow us", "see the", "see our",
    "let us", "email us",
    "send us", "join us", "stay tuned", "watch this",
  ]
  private static let subjects = ["you can ", "you ", "customers can ", "users can ", "customers ", "users "]

  /// The step a sentence asks for, beginning with its verb: `Open the page` for `To begin, open the page.`; nil where
  /// it asks for none.
  static func step(in sentence: String) -> String? {
    var text = sentence[...]
    for _ in 0..<2 {
      for opening in openings where text.lowercased().hasPrefix(opening) {
        text = text.dropFirst(opening.count)
      }
    }
    for subject in subjects where text.lowercased().hasPrefix(subject) {
      text = text.dropFirst(subject.count)
      if text.lowercased().hasPrefix("simply ") { text = text.dropFirst(7) }
      break
    }
    guard !asides.contains(where: { text.lowercased().hasPrefix($0) }), Verbs.leads(text),
      text.split(separator: " ").count > 1
    else { return nil }
    return Wording.capitalised(String(text))
  }
}
