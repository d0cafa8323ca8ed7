public import MarkdownTree
public import SourceText

/// A Markdown file read as a PR/FAQ.
///
/// It never changes; being one object, it is passed on at the price of a pointer.
public final class PRFAQDocument: Sendable {
  /// What kind of document a file is.
  public enum Kind: String, Sendable {
    /// Press release and FAQ.
    case prfaq
    /// A press release of the method without FAQ.
    case pressRelease = "press-release"
    /// An FAQ of the method without release.
    case faq
    /// Something else.
    case none
  }

  /// The file.
  public let source: SourceFile
  /// Its Markdown.
  public let tree: MarkdownTree
  /// Words and sentences of its text.
  public let prose: Prose
  /// Its YAML front matter.
  public let frontMatter: FrontMatter
  /// What it is.
  public let kind: Kind
  /// Whether a heading, label, marker or front matter proves what it is (or only position and wording suggest it).
  public let isExplicit: Bool
  /// Its title: the first heading of level 1, or the headline; nil when there is neither.
  public let title: Range<Int>?
  /// The language it is written in.
  public let language: Language
  /// All recognised elements, by position.
  public let elements: [Element]
  /// All questions, by position.
  public let questions: [Question]
  /// The words of each question, as indices of `Prose.words`.
  public let questionWords: [Range<Int>]
  /// The words of the answer to each question; an empty range where the answer has no text.
  public let answerWords: [Range<Int>]
  /// All sections of questions, by position.
  public let faqs: [FAQSection]
  /// All quotes in the release, by position.
  public let quotes: [Quote]
  /// What a template left behind, by position.
  public let placeholders: [Placeholder]
  /// Press releases; more than one is unusual.
  public let releases: [Release]
  /// The dateline of the first release.
  public let dateline: Dateline?
  /// Names of the product, the surest first.
  public let products: [ProductName]
  /// Customer segments, the surest first.
  public let customers: [CustomerSegment]
  /// Bytes between `<!-- prfaq:off -->` and `<!-- prfaq:on -->`: no needs, labels and references are read there.
  public let switchedOff: [Range<Int>]
  /// Needs, metrics, services, teams and process steps declared as such, by position.
  public let declared: [DeclaredItem]
  /// Measures of success, by position.
  public let metrics: [Metric]
  /// The roles of all elements.
  private let roles: RoleSet

  /// Keeps what was recognised.
  init(_ tree: MarkdownTree, _ prose: Prose, _ frontMatter: FrontMatter, _ recognised: consuming Recognised) {
    source = tree.source
    self.tree = tree
    self.prose = prose
    self.frontMatter = frontMatter
    kind = recognised.kind
    isExplicit = recognised.isExplicit
    title = recognised.title
    language = recognised.language
    elements = recognised.elements
    questions = recognised.asked.questions
    questionWords = recognised.asked.words
    answerWords = recognised.asked.answerWords
    faqs = recognised.faqs
    quotes = recognised.quotes
    placeholders = recognised.placeholders
    releases = recognised.releases
    dateline = recognised.dateline
    products = recognised.products
    customers = recognised.customers
    switchedOff = recognised.switchedOff
    declared = recognised.declared
    metrics = recognised.metrics
    var roles = RoleSet()
    for element in recognised.elements { roles.insert(element.role) }
    self.roles = roles
  }

  /// A press release within the file.
  public struct Release: Sendable, Equatable {
    /// The bytes of its heading, where it has one.
    public let labelRange: Range<Int>?
    /// How it was recognised.
    public let origin: Origin
    /// The bytes of the release, its heading left out.
    public let range: Range<Int>
    /// Indices of its blocks.
    public let blocks: Range<Int>
    /// Its text in `MarkdownTree.plain`.
    public let plainRange: Range<Int>
    /// Words of its text, headings included, code and comments left out; ideographs count one half each.
    public let wordCount: Int
  }

  /// The first release.
  public var release: Release? { releases.first }

  /// All elements of a role.
  public func elements(_ role: Role) -> [Element] {
    roles.contains(role) ? elements.filter { $0.role == role } : []
  }

  /// The first element of a role.
  public func first(_ role: Role) -> Element? {
    roles.contains(role) ? elements.first { $0.role == role } : nil
  }

  /// The declared items of a kind.
  public func declared(_ kind: DeclaredItem.Kind) -> [DeclaredItem] { declared.filter { $0.kind == kind } }

  /// Whether a placeholder stands within a range of the source.
  public func hasPlaceholder(in range: Range<Int>) -> Bool {
    // They are by position and do not overlap each other.
    var low = 0
    var high = placeholders.count
    while low < high {
      let middle = (low + high) / 2
      if placeholders[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < placeholders.count && placeholders[low].range.overlaps(range)
  }

  /// Whether a quote reaches into a range of `MarkdownTree.plain`.
  public func hasQuote(in plainRange: Range<Int>) -> Bool {
    // They are by position and do not overlap each other.
    var low = 0
    var high = quotes.count
    while low < high {
      let middle = (low + high) / 2
      if quotes[middle].plainRange.upperBound <= plainRange.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < quotes.count && quotes[low].plainRange.overlaps(plainRange)
  }

  /// Text of a range of the source, mark-up left out and blanks folded: what a report shows of a title or value.
  public func proseText(_ range: Range<Int>) -> String {
    var words: [Substring] = []
    let text = tree.text(tree.plainRange(ofSource: range))
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) { words.append(word) }
    return words.joined(separator: " ")
  }

  /// Source bytes of a range of `MarkdownTree.plain`.
  public func sourceRange(_ plainRange: Range<Int>) -> Range<Int> { tree.sourceRange(ofPlain: plainRange) }

  /// Text of a range of `MarkdownTree.plain`.
  public func text(_ plainRange: Range<Int>) -> String { tree.text(plainRange) }
}
