public import Diagnostics
import Hashing
import MarkdownTree
import PRFAQ
public import SourceText

/// Works out by what the findings of a document are recognised again.
struct FindingIdentities {
  private let document: PRFAQDocument
  /// The project's own rules that report what is not there.
  private let ownAbsences: Set<String>
  /// The headings, by position. The paths of most are never asked for.
  private var headings: [Heading] = []
  /// The paths asked for so far, by heading.
  private var paths: [String?] = []

  private struct Heading {
    let range: Range<Int>
    let plainRange: Range<Int>
    /// The heading it stands under, as an index; -1 where there is none.
    let parent: Int
    /// How many headings it stands under.
    let depth: Int
  }

  init(_ document: PRFAQDocument, _ customRules: [CustomRule]) {
    self.document = document
    ownAbsences = Set(customRules.filter(\.speaksOfAbsence).map(\.about.name))
    var open: [(level: UInt8, index: Int)] = []
    for block in document.tree.blocks where block.kind == .heading {
      while let last = open.last, last.level >= block.level { open.removeLast() }
      open.append((block.level, headings.count))
      headings.append(
        Heading(
          range: block.range, plainRange: block.plainRange, parent: open.dropLast().last?.index ?? -1,
          depth: open.count - 1))
    }
    paths = Array(repeating: nil, count: headings.count)
  }

  /// The findings, each with its identity.
  static func added(
    to findings: [Finding], of document: PRFAQDocument, customRules: [CustomRule]
  ) -> [Finding] {
    if findings.isEmpty { return [] }
    var identities = FindingIdentities(document, customRules)
    return findings.map { finding in
      var finding = finding
      finding.identity = identities.identity(of: finding)
      return finding
    }
  }

  private mutating func identity(of finding: Finding) -> Finding.Identity {
    finding.identity(
      in: document.source, section: section(at: finding.range.lowerBound),
      speaksOfAbsence: AbsenceRules.names.contains(finding.rule) || ownAbsences.contains(finding.rule))
  }

  /// The headings around a place, outermost first; a heading itself belongs to the section around it.
  private mutating func section(at place: Int) -> String {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].range.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return "" }
    let heading = headings[low - 1]
    let index = heading.range.contains(place) ? heading.parent : low - 1
    return index < 0 ? "" : path(index)
  }

  private mutating func path(_ index: Int) -> String {
    if let known = paths[index] { return known }
    let heading = headings[index]
    var path = Places.short(document.text(heading.plainRange))
    // Deep nesting would make paths long; the innermost of more than six tells sections apart.
    if heading.depth < 6, heading.parent >= 0 { path = self.path(heading.parent) + " > " + path }
    paths[index] = path
    return path
  }
}

/// Rules that report what is not there: they point at a place where it should stand, whose text says nothing of them.
enum AbsenceRules {
  /// Rules of structure that speak of the text at their place all the same.
  private static let pointing: Set<String> = [
    "customer/quote-speaker-not-customer", "structure/launch-date-invalid",
  ]

  static let names: Set<String> = Set(
    AllRules.abouts.filter { about in
      (about.nature == .structure && !pointing.contains(about.name))
        || ["-missing", "-undeclared", "-absent"].contains { about.name.hasSuffix($0) }
    }.map(\.name))
}

extension Finding {
  /// The finding with an identity, for one that was made without a look at the headings around it.
  public func identified(in source: SourceFile) -> Finding {
    if identity != nil { return self }
    var finding = self
    finding.identity = identity(
      in: source, section: "", speaksOfAbsence: AbsenceRules.names.contains(rule))
    return finding
  }

  func identity(in source: SourceFile, section: String, speaksOfAbsence: Bool) -> Identity {
    let text =
      speaksOfAbsence ? "" : FoldedText.of(source[range])
    return Identity(
      section: section, fingerprint: ContentHash(of: [rule, text]).hex(16), speaksOfAbsence: speaksOfAbsence)
  }
}
