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
  /// The headings, by position.
  private var headings: [Heading] = []

  private struct Heading {
    let range: Range<Int>
    let plainRange: Range<Int>
    let level: UInt8
    /// The heading it stands under, as an index; -1 where there is none.
    let parent: Int
    /// How many headings it stands under.
    let depth: Int
    /// Its path, once somebody has asked for it; those of most are never asked for.
    var path: String? = nil
  }

  init(_ document: PRFAQDocument, _ customRules: [CustomRule]) {
    self.document = document
    ownAbsences = Set(customRules.filter(\.speaksOfAbsence).map(\.about.name))
    document.tree.blocks.withUnsafeBufferPointer { blocks in
      var count = 0
      for block in blocks.indices where blocks[block].kind == .heading { count += 1 }
      headings.reserveCapacity(count)
      for block in blocks.indices where blocks[block].kind == .heading {
        let level = blocks[block].level
        // What stands under headings as deep as this one or deeper ends here.
        var parent = headings.count - 1
        while parent >= 0, headings[parent].level >= level { parent = headings[parent].parent }
        headings.append(
          Heading(
            range: blocks[block].range, plainRange: blocks[block].plainRange, level: level, parent: parent,
            depth: parent < 0 ? 0 : headings[parent].depth + 1))
      }
    }
  }

  /// The findings, each with its identity.
  static func added(
    to findings: [Finding], of document: PRFAQDocument, customRules: [CustomRule]
  ) -> [Finding] {
    if findings.isEmpty { return [] }
    var identities = FindingIdentities(document, customRules)
    var findings = findings
    for index in findings.indices {
      findings[index].identity = identities.identity(
        ofRule: findings[index].rule, at: findings[index].range)
    }
    return findings
  }

  private mutating func identity(ofRule rule: String, at range: Range<Int>) -> Finding.Identity {
    Finding.Identity(
      rule: rule, at: range, in: document.source.bytes, section: section(at: range.lowerBound),
      speaksOfAbsence: !ownAbsences.isEmpty && ownAbsences.contains(rule))
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
    let heading = headings[low - 1].range.contains(place) ? headings[low - 1].parent : low - 1
    return heading < 0 ? "" : path(heading)
  }

  private mutating func path(_ index: Int) -> String {
    if let known = headings[index].path { return known }
    let parent = headings[index].parent
    let own = Places.short(document.tree.plain, headings[index].plainRange)
    var path = own
    // Deep nesting would make paths long; the innermost of more than six tells sections apart.
    if headings[index].depth < 6, parent >= 0 {
      path = self.path(parent)
      path.reserveCapacity(path.utf8.count + 3 + own.utf8.count)
      path += " > "
      path += own
    }
    headings[index].path = path
    return path
  }
}

/// Rules that report what is not there: they point at a place where it should stand, whose text says nothing of them.
enum AbsenceRules {
  /// Rules of structure that speak of the text at their place all the same.
  private static let pointing: Set<String> = [
    "customer/quote-speaker-not-customer", "structure/launch-date-invalid",
  ]

  /// What the fingerprints of their findings are made of: their names alone.
  static let hashes: [String: ContentHash] = Dictionary(
    uniqueKeysWithValues: AllRules.abouts.filter { about in
      (about.nature == .structure && !pointing.contains(about.name))
        || ["-missing", "-undeclared", "-absent"].contains { about.name.hasSuffix($0) }
    }.map { ($0.name, ContentHash(of: [$0.name, ""])) })
}

extension Finding {
  /// The finding with an identity, for one that was made without a look at the headings around it.
  public func identified(in source: SourceFile) -> Finding {
    if identity != nil { return self }
    var finding = self
    finding.identity = Identity(
      rule: rule, at: range, in: source.bytes, section: "", speaksOfAbsence: false)
    return finding
  }
}

extension Finding.Identity {
  /// The identity of a finding.
  ///
  /// - Parameter speaksOfAbsence: whether it is known that the rule reports what is not there; of the program's own
  ///   rules that is looked up.
  init(rule: String, at range: Range<Int>, in bytes: [UInt8], section: String, speaksOfAbsence: Bool) {
    let ofAbsence =
      AbsenceRules.hashes[rule] ?? (speaksOfAbsence ? ContentHash(of: [rule, ""]) : nil)
    let hash = ofAbsence ?? FoldedText.withFolded(bytes, range) { ContentHash(of: rule, $0) }
    self.init(section: section, fingerprint: hash.hex(16), speaksOfAbsence: ofAbsence != nil)
  }
}
