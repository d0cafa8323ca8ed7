import MarkdownTree
import PRFAQ
import SourceText
import Tracing

/// Finds the points of lists in those parts of a document that a backlog is made from.
struct PointReader {
  let document: PRFAQDocument

  init(_ document: PRFAQDocument) { self.document = document }

  private var tree: MarkdownTree { document.tree }

  // MARK: - Parts

  /// The steps of the part on getting started: the points of its lists, or the sentences that ask for something.
  func firstSteps() -> [Point] {
    guard let element = document.first(.gettingStarted) else { return [] }
    let listed = listPoints(in: element.blocks, isExplicit: element.origin < .inferred)
    if !listed.isEmpty { return listed.filter { isStep($0.title) } }
    guard document.language == .english else { return [] }
    return document.sentences(inBlocks: element.blocks).filter {
      element.plainRange.contains($0.range.lowerBound) && !isQuoted($0.range)
    }.compactMap { sentence in
      let text = Fold.text(tree.plain[sentence.range])
      guard let step = Imperative.step(in: text) else { return nil }
      return point(step, place: document.sourceRange(sentence.range), isExplicit: element.origin < .inferred)
    }
  }

  /// What the section on scope leaves out, and what the answer to "What are we not building?" lists.
  func outOfScope() -> [Point] {
    var points: [Point] = []
    for element in document.elements(.scope) {
      let heading = element.labelRange.map { document.source[$0].lowercased() } ?? ""
      guard element.origin < .inferred, Scope.isExclusion(heading) else { continue }
      points += exclusions(in: element.blocks, isExplicit: true)
    }
    for question in document.questions
    where question.isAnswered && Scope.isExclusion(Fold.text(tree.plain[question.plainRange]).lowercased()) {
      points += exclusions(of: question)
    }
    return points
  }

  private func exclusions(of question: Question) -> [Point] {
    let listed = listPoints(in: question.answerBlocks, isExplicit: true)
    if !listed.isEmpty { return listed.flatMap(split) }
    let text = Fold.text(tree.plain[question.answerPlainRange])
    return Scope.parts(of: text).map {
      point($0, place: document.sourceRange(question.answerPlainRange), isExplicit: true)
    }
  }

  /// `Fall alarms, cameras and location tracking` is three decisions.
  private func split(_ point: Point) -> [Point] {
    guard point.detail.isEmpty else { return [point] }
    return Scope.parts(of: point.title).map {
      Point(title: PointReader.bare($0), detail: "", place: point.place, isExplicit: point.isExplicit)
    }
  }

  private func exclusions(in blocks: Range<Int>, isExplicit: Bool) -> [Point] {
    let listed = listPoints(in: blocks, isExplicit: isExplicit)
    if !listed.isEmpty { return listed.flatMap(split) }
    return blocks.filter { tree.blocks[$0].kind == .paragraph }.flatMap { index in
      Scope.parts(of: Fold.text(tree.plain[tree.blocks[index].plainRange])).map {
        point($0, place: tree.blocks[index].range, isExplicit: isExplicit)
      }
    }
  }

  /// The lists in answers to the questions of colleagues.
  func answerPoints() -> [Int: [Point]] {
    var found: [Int: [Point]] = [:]
    for question in document.questions where question.group != .external && question.isAnswered {
      let points = listPoints(in: question.answerBlocks, isExplicit: true)
      if !points.isEmpty { found[question.range.lowerBound] = points }
    }
    return found
  }

  /// The points of sections on risks.
  func risks() -> [Point] {
    document.elements(.risks).filter { $0.origin < .inferred }.flatMap {
      listPoints(in: $0.blocks, isExplicit: true)
    }
  }

  // MARK: - Lists

  /// The points of the outermost lists among blocks.
  private func listPoints(in blocks: Range<Int>, isExplicit: Bool) -> [Point] {
    var points: [Point] = []
    var at = blocks.lowerBound
    // A part may begin with the first words of a list; the list holds them.
    while at > 0, at < blocks.upperBound, Int(tree.blocks[at].parent) == at - 1,
      tree.blocks[at - 1].kind == .item || tree.blocks[at - 1].kind == .list
    {
      at -= 1
    }
    while at < blocks.upperBound {
      switch tree.blocks[at].kind {
      case .list:
        for item in tree.children(of: at) {
          if let point = listPoint(item, isExplicit: isExplicit) { points.append(point) }
        }
        at = Int(tree.blocks[at].subtreeEnd)
      // Or with an item that is not the first.
      case .item:
        if let point = listPoint(at, isExplicit: isExplicit) { points.append(point) }
        at = Int(tree.blocks[at].subtreeEnd)
      default: at += 1
      }
    }
    return points
  }

  private func listPoint(_ item: Int, isExplicit: Bool) -> Point? {
    let paragraphs = tree.children(of: item).filter { tree.blocks[$0].kind == .paragraph }
    guard let first = paragraphs.first else { return nil }
    let block = tree.blocks[first]
    let place = tree.blocks[item].range
    guard !document.hasPlaceholder(in: place) else { return nil }
    let rest = paragraphs.dropFirst().map { Fold.text(tree.plain[tree.blocks[$0].plainRange]) }
    var title: String
    var detail: String
    if let lead = tree.spans[block.spanRange].first(where: { $0.kind == .strong }),
      Int(lead.plainStart) - Int(block.plainStart) <= 4
    {
      title = Fold.text(tree.plain[lead.plainRange])
      detail = Fold.text(tree.plain[Int(lead.plainEnd)..<Int(block.plainEnd)])
    } else if let sentence = document.sentences(inBlocks: first..<first + 1).first {
      title = Fold.text(tree.plain[Int(block.plainStart)..<sentence.range.upperBound])
      detail = Fold.text(tree.plain[sentence.range.upperBound..<Int(block.plainEnd)])
    } else {
      title = Fold.text(tree.plain[block.plainRange])
      detail = ""
    }
    // `Setup cost is unknown — fall back to Docker`: what follows the dash is the rest.
    if let dash = title.firstRange(of: " — ") ?? title.firstRange(of: " – "),
      title[..<dash.lowerBound].split(separator: " ").count >= 3
    {
      detail = title[dash.upperBound...] + (detail.isEmpty ? "" : " " + detail)
      title = String(title[..<dash.lowerBound])
    }
    title = PointReader.bare(title)
    detail = String(detail.drop { ":–—-.,; ".contains($0) })
    if title.isEmpty { return nil }
    let all = ([detail] + rest).filter { !$0.isEmpty }.joined(separator: " ")
    return Point(
      title: title, detail: all, place: Place(document.source, place), isExplicit: isExplicit)
  }

  private func point(_ text: String, place: Range<Int>, isExplicit: Bool) -> Point {
    Point(
      title: PointReader.bare(text), detail: "", place: Place(document.source, place), isExplicit: isExplicit)
  }

  /// A title without task box, list number, quotation dash and final stop.
  static func bare(_ text: String) -> String {
    var text = text[...]
    for box in ["[ ] ", "[x] ", "[X] "] where text.hasPrefix(box) { text = text.dropFirst(4) }
    text = text.drop { "–—-•*· ".contains($0) }
    while let last = text.last, ".:;,– —".contains(last) { text.removeLast() }
    return String(text)
  }

  private func isStep(_ text: String) -> Bool { text.contains { $0.isLetter } && !text.hasSuffix("?") }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    document.prose.quoted.contains { $0.overlaps(range) && $0.count > 40 }
  }
}
