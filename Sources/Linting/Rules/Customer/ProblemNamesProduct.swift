import Diagnostics
import PRFAQ

/// The product walks into its own problem.
struct ProblemNamesProduct: Rule {
  static let about = About(
    name: "customer/problem-names-product",
    summary: "The problem can be told without the product's name.",
    why: """
      The problem was there before the product. If it cannot be told without naming the product, it may be the lack of \
      the product, and that is a problem of its makers only.
      """,
    source: "Ian McAllister's press release template (2012); BMAD and punt-labs review checklists",
    severity: .warning, nature: .wording, judged: .init(right: 4, of: 4),
    examples: [
      Example(
        .problem,
        "### Problem\n\nOne renter in six paid a late fee last year. Without «Rentwise», they add up paper bills."
      ),
      Example(
        .problem,
        "### Problem\n\nOne renter in six paid a late fee last year ([survey](rentwise.md)). They add up paper bills."
      ),
      Example(
        .problem,
        "### Problem\n\n«Rentwise» was built because one renter in six pays late and adds up paper bills."),
      Example(
        .problem,
        "### Problem\n\nRent is paid late by one renter in six. They add up paper bills and pay a fee."),
      Example(
        .problem,
        "### Problem\n\nUntil now, a bill in Rentwise could not be split by days. One renter in six paid for a friend's stay.",
        note: "A part of a product that is there is needed where customers use it."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none, !document.products.isEmpty else { return }
    let problems = report.problems
    guard problems.contains(where: { mayNameProduct($0, report.productHashes, document) }) else { return }
    let names = document.products.map(\.name).filter { isTelling($0) }
    let set = PhraseSet(names: names)
    for problem in problems {
      let matches = document.prose.matches(of: set, in: document.words(of: problem)).filter { match in
        isName(match, names[match.phrase], document)
          && !report.isMasked(match.range.lowerBound, links: true) && !isPast(match, problem, document)
      }
      guard let first = matches.first else {
        if let part = namedAfter(problem, names, document) {
          report.add(
            "the problem opens with what the product is named after, \(document.cited(part))", at: part,
            help: "Begin with the customer: who is in which trouble before any technology comes in.",
            origin: problem.origin)
        }
        continue
      }
      var message = "the problem names the product, \(document.cited(document.sourceRange(first.range)))"
      if matches.count > 1 { message += ", \(matches.count) times" }
      report.add(
        message, at: document.sourceRange(first.range),
        help: "Tell what customers suffer today, as if the product did not exist.", origin: problem.origin)
    }
  }

  /// Whether a word that begins a name of the product stands in a problem, or words that may open a name open it. Most
  /// problems have none, and need no further look.
  private func mayNameProduct(_ problem: Element, _ names: [[UInt32]], _ document: PRFAQDocument) -> Bool {
    let words = document.prose.words
    let range = document.words(of: problem)
    for name in names {
      guard let first = name.first else { continue }
      for index in range where words[index].hash == first { return true }
    }
    return names.contains { $0.count >= 4 } && opening(problem, document).count >= 2
  }

  /// "Until today, a map drawn in Atlas could not leave it": what is launched is a part of a product that is there, and
  /// customers meet the problem in that product.
  private func isPast(_ match: Prose.Match, _ problem: Element, _ document: PRFAQDocument) -> Bool {
    let sentence = document.sentences(of: problem).first { $0.words.contains(match.words.lowerBound) }
    return sentence.map { document.prose.contains(Self.past, in: $0.words.prefix(3)) } ?? false
  }

  private static let past = PhraseSet(["until today", "until now", "up to now", "so far", "before today"])

  /// The words that open a problem where they are two or more words in a row of a longer product name: a "Harbour
  /// Ledger Migration Tool" whose problem begins "Harbour Ledger is not ...".
  private func namedAfter(_ problem: Element, _ names: [String], _ document: PRFAQDocument) -> Range<Int>? {
    let words = opening(problem, document)
    let run = document.prose.words[words].map(\.hash)
    for name in names {
      let parts = Prose.hashes(of: name)
      guard parts.count >= 4, run.count >= 2 else { continue }
      var longest = 0
      for start in parts.indices {
        var length = 0
        while length < run.count, start + length < parts.count, parts[start + length] == run[length] {
          length += 1
        }
        longest = max(longest, length)
      }
      guard longest >= 2, longest < parts.count else { continue }
      let last = document.prose.words[words.lowerBound + longest - 1]
      return document.sourceRange(
        document.prose.words[words.lowerBound].range.lowerBound..<last.range.upperBound)
    }
    return nil
  }

  /// The words with capital letters that open a problem.
  private func opening(_ problem: Element, _ document: PRFAQDocument) -> Range<Int> {
    guard let sentence = document.firstSentence(of: problem) else { return 0..<0 }
    let own = document.words(of: problem)
    let range = document.prose.words(in: own.isEmpty ? 0..<0 : sentence.range).clamped(to: own)
    let words = document.prose.words
    var end = range.lowerBound
    while end < range.upperBound, words[end].traits.contains(.capitalised) { end += 1 }
    return range.lowerBound..<end
  }

  /// A name that can be told from a common word: it has a capital letter or a digit in it.
  private func isTelling(_ name: String) -> Bool {
    var bytes = name
    let known: Bool? = bytes.withUTF8 { isTelling(bytes: $0) }
    return known
      ?? (name.utf8.count > 2 && name.contains { $0.isUppercase || $0.isNumber }
        && !name.lowercased().split(separator: " ").allSatisfy { WordList.links.contains(String($0)) })
  }

  /// The same, byte by byte; nil where not all letters are ASCII.
  private func isTelling(bytes name: UnsafeBufferPointer<UInt8>) -> Bool? {
    if name.contains(where: { $0 >= 0x80 }) { return nil }
    guard name.count > 2, name.contains(where: { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 }) else { return false }
    // The hash of a word knows no capital letters.
    return !name.split(separator: 0x20).allSatisfy {
      WordList.links.contains(UnsafeBufferPointer(rebasing: $0))
    }
  }

  /// Whether a match is written as the name is, capital letters included; a common word at the start of a sentence
  /// may be just that word.
  private func isName(_ match: Prose.Match, _ name: String, _ document: PRFAQDocument) -> Bool {
    let text = document.text(match.range)
    return text.first == name.first && (text == name || text.lowercased() != text)
  }
}
