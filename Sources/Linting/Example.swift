/// A piece of a document that shows a rule at work.
///
/// `«` and `»` mark the exact range of each finding the rule must make; an example without marks must give none.
/// The pieces are put into an otherwise complete document (`ExampleDocument`), so an example shows only what
/// matters:
///
/// ```swift
/// Example(.problem, "### Problem\n\nRenters need «a dashboard» to see what they owe.")
/// Example(without: .problem)
/// Example(whole: "# «Notes»\n")
/// ```
public struct Example: Sendable {
  /// Parts replaced; nil leaves a part out.
  let parts: [ExampleDocument.Part: String?]
  /// A whole document, used as it is.
  let whole: String?
  /// How the example is to be linted, when not with the standard profile.
  public let profile: String?
  /// Limits the rule is run with, by configuration key (`release-words: 40`); keeps examples short.
  public let limits: [Limit: Int]
  /// What the example shows, printed by `explain`; nil when it speaks for itself.
  public let note: String?
  /// A catalogue file that goes with the document, with marks; nil where there is none. For graph rules only.
  public private(set) var catalog: String? = nil
  /// Whole documents beside it, with marks. For graph rules only.
  public private(set) var neighbours: [String] = []
  /// What changed since a backlog of the example was accepted; nil where none was. For graph rules only.
  public private(set) var staleBacklog: String?

  /// One part replaced.
  public init(
    _ part: ExampleDocument.Part, _ text: String, profile: String? = nil, limits: [Limit: Int] = [:],
    note: String? = nil
  ) {
    self.init([part: text], profile: profile, limits: limits, note: note)
  }

  /// Several parts replaced; nil leaves a part out.
  public init(
    _ parts: [ExampleDocument.Part: String?], profile: String? = nil, limits: [Limit: Int] = [:],
    note: String? = nil
  ) {
    self.parts = parts
    self.whole = nil
    self.profile = profile
    self.limits = limits
    self.note = note
  }

  /// One part left out; `others` may carry the mark where its absence is reported.
  public init(
    without part: ExampleDocument.Part, _ others: [ExampleDocument.Part: String?] = [:],
    profile: String? = nil,
    limits: [Limit: Int] = [:], note: String? = nil
  ) {
    var parts = others
    parts[part] = .some(nil)
    self.init(parts, profile: profile, limits: limits, note: note)
  }

  /// A whole document.
  public init(
    whole: String, profile: String? = nil, limits: [Limit: Int] = [:], note: String? = nil
  ) {
    self.parts = [:]
    self.whole = whole
    self.profile = profile
    self.limits = limits
    self.note = note
  }

  /// The example with an accepted backlog that has parted from it: what changed since, in words.
  public func accepted(_ changes: String) -> Example {
    var example = self
    example.staleBacklog = changes
    return example
  }

  /// The example with a catalogue file, or documents, beside its own.
  public func beside(catalog: String? = nil, _ documents: String...) -> Example {
    var example = self
    example.catalog = catalog ?? self.catalog
    example.neighbours += documents
    return example
  }

  /// The document with its marks.
  public var markedText: String { whole ?? ExampleDocument.text(replacing: parts) }

  /// What `explain` prints: the replaced parts only, in document order, and what stands beside, marks included.
  public var shownText: String {
    let own =
      whole
      ?? ExampleDocument.Part.allCases.compactMap { part in parts[part].flatMap { $0 } }
      .joined(separator: "\n\n")
    let others = neighbours + (catalog.map { ["# catalog-info.yaml\n" + $0] } ?? [])
    return ([own] + others).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The parts that are left out, in document order.
  public var omitted: [ExampleDocument.Part] {
    ExampleDocument.Part.allCases.filter { part in
      guard let replacement = parts[part] else { return false }
      return replacement == nil
    }
  }

  /// The document without marks, and the ranges of bytes that were marked.
  public var parsed: (text: [UInt8], marks: [Range<Int>]) { Example.unmarked(markedText) }

  /// A text without its marks, and the ranges of bytes that were marked.
  static func unmarked(_ markedText: String) -> (text: [UInt8], marks: [Range<Int>]) {
    var text: [UInt8] = []
    var open: [Int] = []
    var marks: [Range<Int>] = []
    for character in markedText.unicodeScalars {
      if character == "«" {
        open.append(text.count)
      } else if character == "»" {
        if let start = open.popLast() { marks.append(start..<text.count) }
      } else {
        text.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return (text, marks.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
  }

  /// Whether it shows a fault.
  public var isBad: Bool {
    ([markedText] + neighbours + (catalog.map { [$0] } ?? [])).contains { $0.contains("«") }
  }
}
