import Diagnostics
import PRFAQ
import SourceText

/// "For everyone".
struct CustomerGeneric: Rule {
  static let about = About(
    name: "customer/customer-generic",
    summary: "The customer is somebody in particular, not “everyone”, “users” or “businesses”.",
    why: """
      A segment that leaves nobody out says nothing about whom to disappoint. Say who they are, where they work or live, \
      and what they are trying to do; the problem becomes specific with them.
      """,
    source: "Bryar & Carr, workingbackwards.com/resources/working-backwards-pr-faq",
    severity: .warning, nature: .wording,
    examples: [
      Example(.frontMatter, "---\ncustomers:\n  - «everyone»\n---"),
      Example(.frontMatter, "---\ncustomers: [«small businesses», renters in shared flats, «users»]\n---"),
      Example(
        .frontMatter, "---\ncustomers: [renters in shared flats, businesses with two to ten desks]\n---"),
      Example(.frontMatter, "---\ncustomers:\n  - «people»\n  - students in their first flat\n---"),
      Example(.frontMatter, "---\ncustomers: [everyone who rents a room in Leeds]\n---"),
    ])

  private static let limits: Set<String> = [
    "who", "whose", "that", "which", "in", "with", "without", "at", "from", "of", "on", "working", "using",
    "between",
    "aged", "needing", "looking", "trying", "living",
  ]

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    let isDeclared = document.customers.contains { $0.origin != .inferred }
    for segment in document.customers where Segment.isGeneric(segment.name) {
      if segment.origin == .inferred {
        guard !isDeclared, Segment.isEverybody(segment.name), !isQualified(segment, document) else {
          continue
        }
      }
      report.add(
        "\(document.cited(segment.range)) leaves nobody out", at: segment.range,
        help: "Say which of them, and in which situation: “renters in shared flats who split bills”.",
        origin: segment.origin)
    }
  }

  /// Whether words right after the name narrow it: "everyone who rents".
  private func isQualified(_ segment: CustomerSegment, _ document: PRFAQDocument) -> Bool {
    let bytes = document.source.bytes
    let rest = bytes[
      min(segment.range.upperBound, bytes.count)..<min(segment.range.upperBound + 24, bytes.count)]
    let words = String(decoding: rest, as: UTF8.self).lowercased().split { !$0.isLetter }
    guard let next = words.first, bytes[segment.range.upperBound..<bytes.count].first == 0x20 else {
      return false
    }
    return Self.limits.contains(String(next))
  }
}
