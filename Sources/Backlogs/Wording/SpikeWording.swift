/// Titles of what must be found out.
enum SpikeWording {
  /// `Test whether families will pay £9`.
  static func assumption(_ text: String, _ notes: DocumentNotes) -> String {
    let text = Wording.withoutStop(Wording.firstSentence(text))
    guard notes.isEnglish else { return text }
    let lower = text.lowercased()
    for opening in ["we assume that ", "we assume ", "we believe that ", "we believe "]
    where lower.hasPrefix(opening) {
      return "Test whether " + text.dropFirst(opening.count)
    }
    if Clause.isSentence(text) { return "Test whether " + Wording.inSentence(text, notes) }
    return "Test the assumption: " + Wording.inSentence(text, notes)
  }

  /// `Reduce the risk that one helper does all the answering`.
  static func risk(_ text: String, _ notes: DocumentNotes) -> String {
    var text = Wording.withoutStop(text)
    guard notes.isEnglish else { return text }
    if text.hasSuffix("?") { return "Answer: " + text }
    for opening in ["risk: ", "risk — ", "risk – "] where text.lowercased().hasPrefix(opening) {
      text = String(text.dropFirst(opening.count))
    }
    let inside = Wording.inSentence(text, notes)
    if Clause.isSentence(text) { return "Reduce the risk that " + inside }
    let lower = text.lowercased()
    if lower.hasSuffix(" risk") || lower.hasSuffix(" risks") { return "Reduce the " + inside }
    if Verbs.leads(text) || lower.hasPrefix("risk ") { return "Reduce the risk: " + inside }
    return "Reduce the risk of " + inside
  }

  /// `Secure the dependency on the roster service`.
  static func dependency(_ text: String, _ notes: DocumentNotes) -> String {
    let text = Wording.withoutStop(text)
    guard notes.isEnglish else { return text }
    let inside = Wording.inSentence(text, notes)
    if text.hasSuffix("?") || Clause.isSentence(text) || Verbs.leads(text) {
      return "Settle the dependency: " + inside
    }
    return "Secure the dependency on " + inside
  }

  /// `Settle the legal question: consent of the parent`.
  static func legal(_ text: String, _ notes: DocumentNotes) -> String {
    let text = Wording.withoutStop(text)
    guard notes.isEnglish else { return text }
    return "Settle the legal question: " + Wording.inSentence(text, notes)
  }
}
