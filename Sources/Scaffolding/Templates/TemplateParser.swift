internal import Diagnostics
internal import SourceText

/// Reads a template and checks every name, context and block in it.
struct TemplateParser {
  /// Where the text of a template goes; some places allow less.
  enum Place {
    /// The content of a file with this path in the generated folder.
    case content(path: String)
    /// The name of a file.
    case name
    /// A command that is shown.
    case command
  }

  private let source: SourceFile
  private let range: Range<Int>
  private let place: Place
  private let schema: AnswerSchema
  private var steps: [Template.Step] = []
  private var problems: [TemplateProblem] = []
  private var used: Set<String> = []
  private var blocks: [Block] = []

  /// A block that is open.
  private struct Block {
    enum Kind {
      case condition(branch: Int)
      case otherwise(jump: Int)
      case loop(start: Int, item: String, fields: [String: AnswerSchema.Entry])
      /// One whose head is wrong: its end belongs to it all the same.
      case broken
    }
    let kind: Kind
    let range: Range<Int>
    let word: String
  }

  private static let keywords = ["if", "else", "each", "end"]

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - range: the bytes of the file that are the template; nil for all.
  ///   - schema: the answers there are.
  /// - Returns: the template, and what is wrong with it. It may be rendered only when nothing is.
  static func parse(
    _ source: SourceFile, in range: Range<Int>? = nil, place: Place, schema: AnswerSchema
  ) -> (template: Template, problems: [TemplateProblem]) {
    var parser = TemplateParser(
      source: source, range: range ?? 0..<source.bytes.count, place: place, schema: schema)
    parser.read()
    let template = Template(source: source, usedNames: parser.used, steps: parser.steps)
    return (template, parser.problems)
  }

  private init(source: SourceFile, range: Range<Int>, place: Place, schema: AnswerSchema) {
    self.source = source
    self.range = range
    self.place = place
    self.schema = schema
  }

  private mutating func read() {
    for fault in source.faults {
      report(
        "this is not valid UTF-8 text", at: fault.range, help: "A template is a text file; save it as UTF-8.")
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let line = source.lineRange(source.line(at: start))
      let content = start..<min(line.upperBound, range.upperBound)
      var next = content.upperBound
      while next < range.upperBound, source.bytes[next] == 0x0A || source.bytes[next] == 0x0D {
        next += 1
        if source.bytes[next - 1] == 0x0A { break }
      }
      if let tag = blockTag(content) { block(tag) } else { plain(content, whole: start..<next) }
      start = next
    }
    for block in blocks.reversed() {
      report(
        "the block \"\(block.word)\" is never closed", at: block.range,
        help: "Write <%end%> on a line of its own where it ends.")
    }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func report(_ message: String, at range: Range<Int>, help: String) {
    problems.append(TemplateProblem(message, at: range, in: source, help: help))
  }

  // MARK: Blocks

  /// The inside of a tag that stands alone on its line and begins with the word of a block, or with a word that could
  /// only be meant as one.
  private func blockTag(_ line: Range<Int>) -> Range<Int>? {
    let tag = trim(line)
    guard tag.count >= 4, starts(tag, "<%"), find("%>", in: tag) == tag.upperBound - 2 else { return nil }
    let inside = trim(tag.lowerBound + 2..<tag.upperBound - 2)
    guard !inside.isEmpty, source.bytes[inside.lowerBound] != UInt8(ascii: "%"),
      !source.bytes[inside].contains(UInt8(ascii: ":"))
    else { return nil }
    let words = words(inside)
    return words.count > 1 || Self.keywords.contains(words[0].text) || words[0].text.utf8.count < 6
      ? inside : nil
  }

  private mutating func block(_ inside: Range<Int>) {
    let tag = inside.lowerBound - 2..<inside.upperBound + 2
    let words = words(inside)
    switch words[0].text {
    case "if":
      var names = Array(words.dropFirst())
      let isNegated = names.first?.text == "not"
      if isNegated { names.removeFirst() }
      guard names.count == 1, let name = names.first else {
        return broken("if", at: inside, help: "Write <%if NAME%> or <%if not NAME%>.")
      }
      guard entry(name.text, at: name.range) != nil else {
        blocks.append(Block(kind: .broken, range: tag, word: "if"))
        return
      }
      blocks.append(Block(kind: .condition(branch: steps.count), range: tag, word: "if \(name.text)"))
      steps.append(.branch(Template.Condition(name: name.text, isNegated: isNegated), otherwise: 0))
    case "each":
      guard words.count == 2 else { return broken("each", at: inside, help: "Write <%each LIST%>.") }
      let name = words[1]
      let found = entry(name.text, at: name.range)
      guard case .list(let item, let fields) = found else {
        if found != nil {
          report(
            "\"\(name.text)\" is no list", at: name.range,
            help: "Use <%if \(name.text)%>, or one of: \(lists).")
        }
        blocks.append(Block(kind: .broken, range: tag, word: "each"))
        return
      }
      let all = fields.merging(AnswerSchema.itemFields) { own, _ in own }
      blocks.append(
        Block(kind: .loop(start: steps.count, item: item, fields: all), range: tag, word: "each \(name.text)")
      )
      steps.append(.loop(list: name.text, item: item, end: 0))
    case "else":
      if words.count > 1 { report("<%else%> takes nothing", at: inside, help: "Write <%else%>.") }
      switch blocks.last?.kind {
      case .condition(let branch)?:
        let opening = blocks.removeLast()
        blocks.append(Block(kind: .otherwise(jump: steps.count), range: opening.range, word: opening.word))
        steps.append(.jump(0))
        close(branch)
      case .broken?: break
      default:
        report("there is no <%if%> for this <%else%>", at: tag, help: "Remove it, or write the <%if NAME%>.")
      }
    case "end":
      if words.count > 1 { report("<%end%> takes nothing", at: inside, help: "Write <%end%>.") }
      guard let block = blocks.popLast() else {
        return report(
          "there is no block to end", at: tag, help: "Remove it, or write the <%if%> or <%each%>.")
      }
      switch block.kind {
      case .condition(let branch): close(branch)
      case .otherwise(let jump): close(jump)
      case .loop(let start, _, _):
        steps.append(.next(loop: start))
        close(start)
      case .broken: break
      }
    default:
      report(
        "there is no block \"\(words[0].text)\"", at: words[0].range,
        help: Spelling.nearest(to: words[0].text, in: Self.keywords).map { "Did you mean \"\($0)\"?" }
          ?? "Blocks are if, else, each and end; an insertion is <%NAME:CONTEXT%>.")
    }
  }

  private mutating func broken(_ word: String, at range: Range<Int>, help: String) {
    report("this \"\(word)\" cannot be read", at: range, help: help)
    blocks.append(Block(kind: .broken, range: range, word: word))
  }

  /// Lets the jump of a step lead to where the next step will be.
  private mutating func close(_ index: Int) {
    switch steps[index] {
    case .branch(let condition, _): steps[index] = .branch(condition, otherwise: steps.count)
    case .jump: steps[index] = .jump(steps.count)
    case .loop(let list, let item, _): steps[index] = .loop(list: list, item: item, end: steps.count)
    default: break
    }
  }

  // MARK: Insertions

  private mutating func plain(_ line: Range<Int>, whole: Range<Int>) {
    var at = whole.lowerBound
    var previousEnd: Int? = nil
    while let open = find("<%", in: at..<line.upperBound) {
      if open + 2 < line.upperBound, source.bytes[open + 2] == UInt8(ascii: "%") {
        text(at..<open + 2)
        at = open + 3
        continue
      }
      text(at..<open)
      guard let end = find("%>", in: open + 2..<line.upperBound) else {
        report(
          "this tag is not closed on its line", at: open..<line.upperBound,
          help: "Write %> after it. For the two characters themselves, write <%% instead.")
        text(open..<whole.upperBound)
        return
      }
      let tag = open..<end + 2
      insertion(tag, in: line, previousEnd: previousEnd)
      previousEnd = tag.upperBound
      at = tag.upperBound
    }
    text(at..<whole.upperBound)
  }

  private mutating func text(_ range: Range<Int>) {
    if range.isEmpty { return }
    // Text is next to text only where no block line stands between, so nothing jumps there.
    if case .text(let last)? = steps.last, last.upperBound == range.lowerBound {
      steps[steps.count - 1] = .text(last.lowerBound..<range.upperBound)
    } else {
      steps.append(.text(range))
    }
  }

  private mutating func insertion(_ tag: Range<Int>, in line: Range<Int>, previousEnd: Int?) {
    let inside = trim(tag.lowerBound + 2..<tag.upperBound - 2)
    guard let colon = source.bytes[inside].firstIndex(of: UInt8(ascii: ":")) else {
      let word = words(inside).first?.text ?? ""
      if Self.keywords.contains(word) {
        report(
          "a block stands alone on its line", at: tag,
          help: "Move <%\(source[inside])%> to a line of its own.")
      } else {
        report(
          "this insertion names no context", at: tag,
          help: "Write <%NAME:CONTEXT%>, such as <%service.title:markdown%>.")
      }
      return
    }
    let name = trim(inside.lowerBound..<colon)
    let contextRange = trim(colon + 1..<inside.upperBound)
    let entry = entry(source[name], at: name.isEmpty ? tag : name)
    guard let context = EscapeContext(rawValue: source[contextRange]) else {
      let names = EscapeContext.allCases.map(\.rawValue)
      report(
        "there is no context \"\(source[contextRange])\"", at: contextRange.isEmpty ? tag : contextRange,
        help: Spelling.nearest(to: source[contextRange], in: names).map { "Did you mean \"\($0)\"?" }
          ?? "Contexts are \(names.joined(separator: ", ")).")
      return
    }
    guard let entry else { return }
    guard case .value(let kind) = entry else {
      report(
        "\"\(source[name])\" is \(isList(entry) ? "a list" : "a yes or no"), and cannot be written", at: name,
        help: isList(entry)
          ? "Write <%each \(source[name])%> on a line of its own, and its items inside."
          : "Write <%if \(source[name])%> on a line of its own.")
      return
    }
    guard context.accepts(kind) else {
      report(
        "\"\(source[name])\" is \(Self.article(kind)), and cannot be written as \(context.rawValue)",
        at: contextRange,
        help: context == .asIs
          ? "Only constants of the stack (stack.NAME) are written as they are."
          : "That context is for \(context.summary). Use one that escapes, such as yaml, json, shell or markdown."
      )
      return
    }
    if let trouble = trouble(context, kind, tag, line, previousEnd) {
      report(trouble.message, at: tag, help: trouble.help)
      return
    }
    steps.append(.insert(Template.Insertion(name: source[name], context: context, range: tag)))
  }

  private static func article(_ kind: AnswerKind) -> String {
    switch kind {
    case .text: "free text"
    case .constant: "a constant of the stack"
    default: "a \(kind.rawValue)"
    }
  }

  private func isList(_ entry: AnswerSchema.Entry) -> Bool {
    if case .list = entry { true } else { false }
  }

  /// What is wrong with the place of an insertion.
  private func trouble(
    _ context: EscapeContext, _ kind: AnswerKind, _ tag: Range<Int>, _ line: Range<Int>, _ previousEnd: Int?
  ) -> (message: String, help: String)? {
    switch place {
    case .name, .command:
      if kind == .constant || !context.isForNames {
        return (
          "\(context.rawValue) cannot be used in \(isName ? "the name of a file" : "a command")",
          "Use a slug or a word, written as slug, word, camel, pascal, snake or upper."
        )
      }
      return nil
    case .content(let path):
      if kind == .constant { return nil }
      if path.hasPrefix(".github/workflows/"), let trouble = workflowTrouble(context, kind, tag, line) {
        return trouble
      }
    }
    let before = line.lowerBound..<tag.lowerBound
    if let sign = context.commentSign { return commentTrouble(sign, kind, before) }
    switch context.quotes {
    case .free: return nil
    case .own:
      if isOpen(UInt8(ascii: "\""), in: before) {
        let part = context.rawValue + "-part"
        return (
          "\(context.rawValue) writes its own quotes, and stands inside quotes here",
          EscapeContext(rawValue: part) == nil
            ? "Move it out of the quotes." : "Use \(part), or leave the quotes to it."
        )
      }
    case .inside:
      guard isOpen(UInt8(ascii: "\""), in: before),
        source.bytes[tag.upperBound..<line.upperBound].contains(UInt8(ascii: "\""))
      else {
        return (
          "\(context.rawValue) must stand inside double quotes on the same line",
          "Use \(context.rawValue.dropLast(5)), which writes its own quotes, or put quotes around it."
        )
      }
      let last = source.bytes[tag.lowerBound - 1]
      let next = source.bytes[tag.upperBound]
      if previousEnd == tag.lowerBound || last == UInt8(ascii: "$") || last == UInt8(ascii: "{")
        || last == UInt8(ascii: "\\") || next == UInt8(ascii: "{")
      {
        return (
          "what stands beside this insertion could give its text a meaning",
          "Leave $, {, \\ and other insertions at least one character away."
        )
      }
    }
    return nil
  }

  private var isName: Bool { if case .name = place { true } else { false } }

  /// Comments begin with words of the template, so that no text becomes an instruction to a tool.
  private func commentTrouble(
    _ sign: String, _ kind: AnswerKind, _ before: Range<Int>
  ) -> (message: String, help: String)? {
    guard let start = find(sign, in: before) else {
      return ("this must stand in a comment", "Write \(sign) and a word before it on the same line.")
    }
    let own = source.bytes[start + sign.utf8.count..<before.upperBound]
    if kind != .text || own.contains(where: AnswerKind.isAlphanumeric) || own.first == UInt8(ascii: "/") {
      return nil
    }
    return (
      "a comment that begins with free text could become an instruction to a tool",
      "Begin it with a word, such as \"\(sign) Need: \"."
    )
  }

  /// In a workflow, text may only be the value of a key: never part of a script.
  private func workflowTrouble(
    _ context: EscapeContext, _ kind: AnswerKind, _ tag: Range<Int>, _ line: Range<Int>
  ) -> (message: String, help: String)? {
    guard kind == .text else { return nil }
    guard context == .githubYAML || context == .githubYAMLPart else {
      return (
        "\(context.rawValue) is not safe in a workflow",
        "Use github-yaml, which refuses what GitHub would run."
      )
    }
    let before = source[trim(line.lowerBound..<tag.lowerBound)]
    let key = before.prefix { $0 != ":" }
    let isValue = before.contains(":") && !key.isEmpty && key.allSatisfy { $0.isLetter || "-_ ".contains($0) }
    if isValue, key.split(separator: " ").last != "run" { return nil }
    return (
      "free text must not be part of a script",
      "Make it the value of a key under env:, and use the variable in the script, in quotes."
    )
  }

  // MARK: Names

  /// What a name stands for here; reports one that does not exist.
  private mutating func entry(_ name: String, at range: Range<Int>) -> AnswerSchema.Entry? {
    let dot = name.firstIndex(of: ".")
    let head = dot.map { String(name[..<$0]) } ?? name
    for block in blocks.reversed() {
      guard case .loop(_, let item, let fields) = block.kind, item == head, let dot else { continue }
      let field = String(name[name.index(after: dot)...])
      if let entry = fields[field] {
        used.insert(name)
        return entry
      }
      report(
        "\(Self.anItem(item)) has no \"\(field)\"", at: range,
        help: Spelling.nearest(to: field, in: fields.keys.sorted()).map { "Did you mean \"\(item).\($0)\"?" }
          ?? "It has \(fields.keys.sorted().joined(separator: ", ")).")
      return nil
    }
    if let entry = schema.entries[name] {
      used.insert(name)
      return entry
    }
    var visible = schema.entries.keys.sorted()
    for block in blocks {
      if case .loop(_, let item, let fields) = block.kind {
        visible += fields.keys.sorted().map { "\(item).\($0)" }
      }
    }
    var help = "\"prfaq template names\" lists the names there are."
    if let near = Spelling.nearest(to: name, in: visible) {
      help = "Did you mean \"\(near)\"?"
    } else if let list = schema.reference.first(where: { Self.item(of: $0.entry) == head }) {
      help = "It exists only between <%each \(list.name)%> and <%end%>."
    }
    report("there is no answer named \"\(name)\"", at: range, help: help)
    return nil
  }

  private static func anItem(_ item: String) -> String {
    (item.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + item
  }

  private static func item(of entry: AnswerSchema.Entry) -> String? {
    if case .list(let item, _) = entry { item } else { nil }
  }

  private var lists: String {
    schema.entries.filter { Self.item(of: $0.value) != nil }.keys.sorted().joined(separator: ", ")
  }

  // MARK: Bytes

  private func words(_ range: Range<Int>) -> [(text: String, range: Range<Int>)] {
    source.bytes[range].split { $0 == 0x20 || $0 == 0x09 }
      .map { (String(decoding: $0, as: UTF8.self), $0.startIndex..<$0.endIndex) }
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var range = range
    func isBlank(_ at: Int) -> Bool { source.bytes[at] == 0x20 || source.bytes[at] == 0x09 }
    while let first = range.first, isBlank(first) { range = first + 1..<range.upperBound }
    while let last = range.last, isBlank(last) { range = range.lowerBound..<last }
    return range
  }

  private func starts(_ range: Range<Int>, _ text: String) -> Bool {
    source.bytes[range].starts(with: text.utf8)
  }

  private func find(_ text: String, in range: Range<Int>) -> Int? {
    let wanted = Array(text.utf8)
    guard range.count >= wanted.count else { return nil }
    return (range.lowerBound...range.upperBound - wanted.count).first {
      source.bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  /// Whether a double quote is open at the end of a range; quotes after a backslash do not count, tags neither.
  private func isOpen(_ quote: UInt8, in range: Range<Int>) -> Bool {
    var isOpen = false
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = source.bytes[at]
      if byte == UInt8(ascii: "\\") { at += 1 } else if byte == quote { isOpen.toggle() }
      at += 1
    }
    return isOpen
  }
}
