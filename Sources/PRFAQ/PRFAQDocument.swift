public import MarkdownTree
public import SourceText

/// A Markdown file read as a PR/FAQ.
public struct PRFAQDocument: Sendable {
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
  public internal(set) var kind: Kind = .none
  /// Whether a heading, label, marker or front matter proves what it is (or only position and wording suggest it).
  public internal(set) var isExplicit = false
  /// Its title: the first heading of level 1, or the headline; nil when there is neither.
  public internal(set) var title: Range<Int>? = nil
  /// The language it is written in.
  public internal(set) var language: Language = .english
  /// All recognised elements, by position.
  public internal(set) var elements: [Element] = []
  /// All questions, by position.
  public internal(set) var questions: [Question] = []
  /// All sections of questions, by position.
  public internal(set) var faqs: [FAQSection] = []
  /// All quotes in the release, by position.
  public internal(set) var quotes: [Quote] = []
  /// What a template left behind, by position.
  public internal(set) var placeholders: [Placeholder] = []
  /// Press releases; more than one is unusual.
  public internal(set) var releases: [Release] = []
  /// The dateline of the first release.
  public internal(set) var dateline: Dateline? = nil
  /// Names of the product, the surest first.
  public internal(set) var products: [ProductName] = []
  /// Customer segments, the surest first.
  public internal(set) var customers: [CustomerSegment] = []
  /// Bytes between `<!-- prfaq:off -->` and `<!-- prfaq:on -->`: no needs, labels and references are read there.
  public internal(set) var switchedOff: [Range<Int>] = []
  /// Needs, metrics, services, teams and process steps declared as such, by position.
  public internal(set) var declared: [DeclaredItem] = []
  /// Measures of success, by position.
  public internal(set) var metrics: [Metric] = []

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
  public func elements(_ role: Role) -> [Element] { elements.filter { $0.role == role } }

  /// The first element of a role.
  public func first(_ role: Role) -> Element? { elements.first { $0.role == role } }

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
