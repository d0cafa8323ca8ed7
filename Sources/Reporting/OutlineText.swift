public import PRFAQ

/// How a document was read, as a tree a person sees at a glance.
public enum OutlineText {
  /// The tree of one document.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; passages are cut to them.
  ///   - palette: its colours.
  public static func text(of document: PRFAQDocument, width: Int, palette: Palette) -> String {
    let outline = Outline(document)
    var text = palette.bold(TerminalText.clean(outline.title.isEmpty ? "(no title)" : outline.title)) + "\n"
    var facts = [TerminalText.clean(outline.path), name(of: outline.kind), name(of: outline.language)]
    if !outline.questions.isEmpty {
      let answered = outline.questions.count { $0.isAnswered }
      let all = outline.questions.count
      facts.append(
        answered == all
          ? Verdict.number(all, "question, answered", "questions, all answered")
          : "\(Verdict.number(all, "question", "questions")), \(all - answered) without an answer")
    }
    text += palette.dim(facts.joined(separator: " · ")) + "\n"
    let rows = Tree(outline).rows
    if rows.isEmpty { return text }
    let gutter = rows.map { String($0.line).utf8.count }.max() ?? 1
    let column = rows.map { TerminalText.width(of: $0.stem) + TerminalText.width(of: $0.name) }.max() ?? 0
    for row in rows {
      let number = String(row.line)
      var line = String(repeating: " ", count: gutter - number.utf8.count) + palette.blue(number) + "  "
      line += palette.dim(row.stem)
      var used = gutter + 2 + TerminalText.width(of: row.stem)
      switch row.kind {
      case .passage(let origin):
        line += palette.bold(row.name)
        let words = origin == .heading ? "" : "(\(origin.rawValue))"
        let gap = max(0, column - TerminalText.width(of: row.stem) - TerminalText.width(of: row.name)) + 2
        used += TerminalText.width(of: row.name) + gap + (words.isEmpty ? 0 : words.count + 1)
        line += String(repeating: " ", count: gap)
        line += TerminalText.truncate(TerminalText.clean(row.text), to: max(16, width - used))
        if !words.isEmpty { line += (row.text.isEmpty ? "" : " ") + palette.dim(words) }
      case .question(let isAnswered):
        line += isAnswered ? palette.green("✓") : palette.red("✗")
        line += " " + TerminalText.truncate(TerminalText.clean(row.text), to: max(16, width - used - 2))
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  static func name(of kind: PRFAQDocument.Kind) -> String {
    switch kind {
    case .prfaq: "PR/FAQ"
    case .pressRelease: "press release"
    case .faq: "FAQ"
    case .none: "not a PR/FAQ"
    }
  }

  static func name(of language: Language) -> String {
    switch language {
    case .english: "English"
    case .german: "German"
    case .japanese: "Japanese"
    case .korean: "Korean"
    case .portuguese: "Portuguese"
    case .chinese: "Chinese"
    case .russian: "Russian"
    case .other: "language not known"
    }
  }
}

/// Passages and questions as rows, each under the passage that holds it.
private struct Tree {
  struct Row {
    enum Kind {
      case passage(Origin)
      case question(isAnswered: Bool)
    }
    let kind: Kind
    let line: Int
    let name: String
    let text: String
    var depth = 0
    var stem = ""
  }

  private(set) var rows: [Row] = []

  init(_ outline: Outline) {
    // Passages stand before the questions at the same place, wider ones before narrower ones.
    var items: [(start: Int, end: Int, row: Row)] = outline.passages.map { passage in
      let isContainer = [.pressRelease, .externalFAQ, .internalFAQ, .faq].contains(passage.role)
      let row = Row(
        kind: .passage(passage.origin), line: passage.labelLine ?? passage.line, name: passage.role.rawValue,
        text: isContainer ? "" : passage.text)
      return (passage.range.lowerBound, passage.range.upperBound, row)
    }
    items += outline.questions.map { question in
      let row = Row(
        kind: .question(isAnswered: question.isAnswered), line: question.line, name: "", text: question.text)
      return (question.offset, question.offset, row)
    }
    items.sort { ($0.start, -$0.end, $0.row.line) < ($1.start, -$1.end, $1.row.line) }
    var open: [Int] = []
    for item in items {
      while let end = open.last, item.start >= end { open.removeLast() }
      var row = item.row
      row.depth = open.count
      rows.append(row)
      if case .passage = row.kind { open.append(item.end) }
    }
    draw()
  }

  /// Puts the branches before the names, from the last row up: a row is the last of its depth when none of that
  /// depth follows before a shallower one.
  private mutating func draw() {
    var continues: [Bool] = []
    for index in rows.indices.reversed() {
      let depth = rows[index].depth
      while continues.count <= depth { continues.append(false) }
      var stem = ""
      if depth > 0 {
        for level in 1..<depth { stem += continues[level] ? "│  " : "   " }
        stem += continues[depth] ? "├─ " : "└─ "
      }
      rows[index].stem = stem
      continues[depth] = true
      for deeper in continues.indices where deeper > depth { continues[deeper] = false }
    }
  }
}
