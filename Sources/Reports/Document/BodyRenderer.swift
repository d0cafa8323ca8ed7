import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// Renders a document's Markdown with its findings in the margin.
///
/// Structure and spans come from libcmark by way of `MarkdownTree`, whose exact places let a finding be marked at the very
/// words. Raw HTML is left out, pictures become their description, and only links to the web are kept.
struct BodyRenderer {
  let document: PRFAQDocument
  let tree: MarkdownTree
  let destinations: [String?]
  var html = HTML()
  /// Marks within the text of blocks, by block, sorted by start.
  private var marks: [Int: [Mark]] = [:]
  /// Findings that have no words to mark, by the block they stand before.
  private var loose: [Int: [ShownFinding]] = [:]
  /// Findings about the front matter, or about a document without text.
  private var head: [ShownFinding] = []
  /// Paragraphs that are a question and nothing else: blocks. They stay on the page of their answer.
  private let questions: Set<Int>
  /// Advice that stands in the margin already; it is not given twice.
  private var given: Set<String> = []

  /// A stretch of `plain` that a finding speaks of.
  struct Mark {
    let range: Range<Int>
    let shown: ShownFinding
  }

  init(_ document: PRFAQDocument, _ findings: [ShownFinding]) {
    self.document = document
    tree = document.tree
    destinations = document.tree.linkDestinations()
    questions = Set(
      document.questions.compactMap { question in
        document.tree.block(atPlain: question.plainRange.lowerBound).flatMap { block in
          document.tree.blocks[block].plainRange.upperBound <= question.plainRange.upperBound ? block : nil
        }
      })
    for shown in findings { place(shown) }
    for block in marks.keys {
      marks[block]?.sort {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
    }
  }

  // MARK: Placing findings

  private mutating func place(_ shown: ShownFinding) {
    let range = shown.finding.range
    guard range.upperBound > tree.bodyStart, !tree.plain.isEmpty else {
      head.append(shown)
      return
    }
    let plain = tree.plainRange(ofSource: range)
    if !plain.isEmpty, let block = tree.block(atPlain: plain.lowerBound) {
      let words = trimmed(plain.clamped(to: tree.blocks[block].plainRange))
      if !words.isEmpty {
        marks[block, default: []].append(Mark(range: words, shown: shown))
        return
      }
    }
    var low = 1
    var high = tree.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if Int(tree.blocks[middle].start) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    // Behind the last block, or where a list may hold nothing but items: before the nearest block that can be set off.
    var block = min(low, tree.blocks.count - 1)
    while block > 1, tree.blocks[block].kind == .item { block -= 1 }
    if block < 1 { head.append(shown) } else { loose[block, default: []].append(shown) }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, tree.plain[low] == 0x20 || tree.plain[low] == 0x0A { low += 1 }
    while low < high, tree.plain[high - 1] == 0x20 || tree.plain[high - 1] == 0x0A { high -= 1 }
    return low..<high
  }

  // MARK: Blocks

  mutating func render() {
    for shown in head { note(shown, isBlock: true) }
    let release = document.release?.blocks ?? 0..<0
    var isInRelease = false
    var open: [(end: Int, tag: StaticString)] = []
    for (index, block) in tree.blocks.enumerated().dropFirst() {
      while let last = open.last, last.end <= index {
        html.close(last.tag)
        open.removeLast()
      }
      if block.parent == 0 {
        if isInRelease, index >= release.upperBound {
          html.markup("</section>\n")
          isInRelease = false
        }
        if !isInRelease, release.contains(index) {
          html.open("section", ["class": releaseClass])
          isInRelease = true
        }
      }
      for shown in loose[index] ?? [] { note(shown, isBlock: true) }
      switch block.kind {
      case .quote: container("blockquote", index, &open)
      case .list: list(index, &open)
      case .item: container("li", index, &open)
      case .document: break
      case .heading: heading(index)
      case .paragraph: paragraph(index)
      case .code: code(index)
      case .html: break
      case .thematicBreak: html.markup("<hr>\n")
      }
    }
    for last in open.reversed() { html.close(last.tag) }
    if isInRelease { html.markup("</section>\n") }
  }

  /// A release that is longer than a page at the usual size is printed smaller.
  private var releaseClass: String {
    guard let release = document.release else { return "release" }
    // A heading takes the room of some 25 words, the gap between paragraphs that of seven.
    let blocks = tree.blocks[release.blocks]
    let room = release.wordCount + 25 * blocks.count { $0.kind == .heading } + 7 * blocks.count
    switch room {
    case ..<600: return "release"
    case ..<740: return "release long"
    default: return "release longest"
    }
  }

  private mutating func container(
    _ tag: StaticString, _ index: Int, _ open: inout [(end: Int, tag: StaticString)]
  ) {
    html.open(tag)
    open.append((Int(tree.blocks[index].subtreeEnd), tag))
  }

  private mutating func list(_ index: Int, _ open: inout [(end: Int, tag: StaticString)]) {
    let block = tree.blocks[index]
    guard block.level == 1 else { return container("ul", index, &open) }
    var start = 0
    for byte in document.source.bytes[block.range].prefix(9) {
      guard byte >= 0x30, byte <= 0x39 else { break }
      start = start * 10 + Int(byte - 0x30)
    }
    html.open("ol", ["start": start == 1 ? nil : String(start)])
    open.append((Int(block.subtreeEnd), "ol"))
  }

  private mutating func heading(_ index: Int) {
    // A note within the heading would be read as a part of it.
    let notes = marks[index] ?? []
    if !notes.isEmpty { html.markup("<div class=\"headed\">") }
    for mark in notes { note(mark.shown, isBlock: true) }
    let tag: StaticString =
      switch tree.blocks[index].level {
      case 1: "h1"
      case 2: "h2"
      case 3: "h3"
      case 4: "h4"
      case 5: "h5"
      default: "h6"
      }
    html.open(tag)
    inline(tree.blocks[index].plainRange, of: index, showsNotes: false)
    html.close(tag)
    if !notes.isEmpty { html.markup("</div>") }
    html.markup("\n")
  }

  private mutating func paragraph(_ index: Int) {
    if let table = tree.tables.first(where: { $0.block == index }) { return self.table(table) }
    html.open("p", ["class": questions.contains(index) ? "question" : nil])
    inline(tree.blocks[index].plainRange, of: index, showsNotes: true)
    html.markup("</p>\n")
  }

  private mutating func table(_ table: Table) {
    for mark in marks[table.block] ?? [] { note(mark.shown, isBlock: true) }
    html.markup("<div class=\"wide\"><table><thead><tr>")
    for cell in table.header { self.cell("th", cell, table.block) }
    html.markup("</tr></thead><tbody>")
    for row in table.rows {
      html.markup("<tr>")
      for index in table.header.indices {
        if index < row.count { cell("td", row[index], table.block) } else { html.markup("<td></td>") }
      }
      html.markup("</tr>")
    }
    html.markup("</tbody></table></div>\n")
  }

  private mutating func cell(_ tag: StaticString, _ cell: Table.Cell, _ block: Int) {
    html.open(tag)
    inline(cell.plainRange, of: block, showsNotes: false)
    html.close(tag)
  }

  private mutating func code(_ index: Int) {
    let block = tree.blocks[index]
    let source = document.source
    var lines = Array(
      source.line(
        at: block.range.lowerBound)...source.line(at: max(block.range.lowerBound, block.range.upperBound - 1))
    )
    let column = block.range.lowerBound - Int(source.lineStarts[lines[0] - 1])
    if block.level == 1 {
      let fence = source.bytes[block.range].first
      lines.removeFirst()
      if let last = lines.last, source.bytes[source.lineRange(last)].contains(where: { $0 == fence }),
        source.bytes[source.lineRange(last)].allSatisfy({
          $0 == fence || $0 == 0x20 || $0 == 0x3E || $0 == 0x09
        })
      {
        lines.removeLast()
      }
    }
    html.markup("<pre><code>")
    for line in lines {
      var range = source.lineRange(line)
      let limit = min(range.upperBound, range.lowerBound + column)
      while range.lowerBound < limit, [0x20, 0x09, 0x3E].contains(source.bytes[range.lowerBound]) {
        range = (range.lowerBound + 1)..<range.upperBound
      }
      html.text(source.bytes[range])
      html.markup("\n")
    }
    html.markup("</code></pre>\n")
  }

  // MARK: Text

  /// A span that is open while text is written.
  private struct Opened {
    let end: Int
    let tag: StaticString
    let isLink: Bool
  }

  /// Writes the text of a range, spans and marks nested properly: a mark is cut where a span begins or ends.
  private mutating func inline(_ range: Range<Int>, of index: Int, showsNotes: Bool) {
    let block = tree.blocks[index]
    let spans = block.spanRange.filter { span in
      let span = tree.spans[span]
      return span.kind != .html && !span.plainRange.isEmpty
        && span.plainRange.clamped(to: range) == span.plainRange
    }
    let marks = (self.marks[index] ?? []).filter { $0.range.overlaps(range) }
    var cuts = [range.lowerBound, range.upperBound]
    for span in spans { cuts += [Int(tree.spans[span].plainStart), Int(tree.spans[span].plainEnd)] }
    for mark in marks {
      cuts += [max(range.lowerBound, mark.range.lowerBound), min(range.upperBound, mark.range.upperBound)]
    }
    cuts.sort()
    var opened: [Opened] = []
    var active: [Mark] = []
    var waiting: [ShownFinding] = []
    var nextSpan = 0
    var nextMark = 0
    for (position, cut) in cuts.enumerated() {
      if position > 0, cut == cuts[position - 1] { continue }
      while let last = opened.last, last.end <= cut {
        html.close(last.tag)
        opened.removeLast()
      }
      if showsNotes, opened.isEmpty { flush(&waiting) }
      active.removeAll { $0.range.upperBound <= cut }
      guard let end = cuts[position...].first(where: { $0 > cut }) else { break }
      while nextMark < marks.count, marks[nextMark].range.lowerBound <= cut {
        active.append(marks[nextMark])
        waiting.append(marks[nextMark].shown)
        nextMark += 1
      }
      var isBreak = false
      while nextSpan < spans.count, tree.spans[spans[nextSpan]].plainStart <= Int32(cut) {
        if tree.spans[spans[nextSpan]].kind == .hardBreak {
          isBreak = true
        } else {
          open(spans[nextSpan], &opened)
        }
        nextSpan += 1
      }
      if isBreak {
        html.markup("<br>\n")
        continue
      }
      mark(active)
      html.text(tree.plain[cut..<end])
      if !active.isEmpty { html.markup("</mark>") }
    }
    for last in opened.reversed() { html.close(last.tag) }
    if showsNotes { flush(&waiting) }
  }

  private mutating func mark(_ active: [Mark]) {
    if active.isEmpty { return }
    let classes = Severity.allCases.filter { severity in
      active.contains { $0.shown.finding.severity == severity }
    }
    html.open(
      "mark",
      [
        "class": classes.map(\.rawValue).joined(separator: " "),
        "data-f": active.map(\.shown.id).joined(separator: " "),
      ])
  }

  private mutating func open(_ index: Int, _ opened: inout [Opened]) {
    let span = tree.spans[index]
    let end = Int(span.plainEnd)
    switch span.kind {
    case .emphasis: start("em", end, &opened)
    case .strong: start("strong", end, &opened)
    case .code: start("code", end, &opened)
    case .link, .autolink:
      let address = index < destinations.count ? destinations[index].flatMap(SafeLink.address) : nil
      guard let address, !opened.contains(where: \.isLink) else { return start("span", end, &opened) }
      html.open("a", ["href": address, "rel": "noopener noreferrer"])
      opened.append(Opened(end: end, tag: "a", isLink: true))
    case .image:
      html.markup("<span class=\"picture\">")
      opened.append(Opened(end: end, tag: "span", isLink: false))
    case .html, .hardBreak: break
    }
  }

  private mutating func start(_ tag: StaticString, _ end: Int, _ opened: inout [Opened]) {
    html.open(tag)
    opened.append(Opened(end: end, tag: tag, isLink: false))
  }

  // MARK: Notes

  private mutating func flush(_ waiting: inout [ShownFinding]) {
    for shown in waiting { note(shown, isBlock: false) }
    waiting = []
  }

  /// Writes a finding; a span within a paragraph, which may hold no blocks.
  private mutating func note(_ shown: ShownFinding, isBlock: Bool) {
    let tag: StaticString = isBlock ? "div" : "span"
    let finding = shown.finding
    html.open(tag, ["class": "finding \(finding.severity.rawValue)", "id": shown.id, "role": "note"])
    html.element("span", ["class": "weight"], text: ShownFinding.word(finding.severity) + ":")
    html.markup(" <span class=\"what\">")
    prose(BodyRenderer.sentence(finding.message))
    html.markup("</span>")
    if given.insert(finding.help).inserted {
      html.markup(" <span class=\"help\">")
      prose(finding.help)
      html.markup("</span>")
    }
    html.markup(" ")
    html.element("span", ["class": "rule"], text: "\(finding.rule) · line \(shown.line)")
    html.close(tag)
  }

  /// Writes what a rule says; what stands between backticks is code.
  private mutating func prose(_ text: String) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      // A last backtick without its partner is only a backtick.
      if number % 2 == 1, number < parts.count - 1 {
        html.element("code", text: String(part))
      } else {
        if number % 2 == 1 { html.text("`") }
        html.text(String(part))
      }
    }
  }

  /// A message as a sentence of its own.
  static func sentence(_ message: String) -> String {
    let first = message.prefix(1).uppercased() + message.dropFirst()
    return first.hasSuffix(".") || first.hasSuffix("?") ? first : first + "."
  }
}
