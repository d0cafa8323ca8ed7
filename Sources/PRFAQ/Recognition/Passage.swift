import MarkdownTree

/// One unit of reading: a heading, a paragraph or a leading line of it, a piece of code or raw HTML.
///
/// Real authors use bold lines, bare lines and run-in labels as headings, so what a passage announces (`role`) and
/// how it looks (`form`) are kept apart.
struct Passage {
  enum Form {
    /// A Markdown heading; `level` says which.
    case heading
    /// A line that is bold from end to end.
    case boldLine
    /// A line that is italic from end to end.
    case italicLine
    /// Running text.
    case text
    /// Code or raw HTML other than comments.
    case raw
    /// `---`
    case rule
  }

  /// What is known of it beside its ranges.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// It stands in a list item.
    static let inList = Traits(rawValue: 1)
    /// It is the first passage of its list item.
    static let itemStart = Traits(rawValue: 2)
    /// It is an item of a numbered list, or text that begins with a number and a dot.
    static let numbered = Traits(rawValue: 4)
    /// It shares its paragraph with the passage before it.
    static let continuing = Traits(rawValue: 8)
    /// It has a byte that may belong to a question mark.
    static let questionMark = Traits(rawValue: 16)
    /// Strong text begins where it begins.
    static let opensStrong = Traits(rawValue: 32)
  }

  // Documents have many passages, and every reader goes through them: they are kept small and without references.
  private let blockIndex: Int32
  private let quoteIndex: Int32
  private let plainStart: Int32
  private let plainEnd: Int32
  private let firstWord: Int32
  private let endOfWords: Int32
  /// Where the label ends that begins where the passage does; -1 where there is none.
  private(set) var labelEnd: Int32 = -1
  private var bodyStart: Int32
  /// How it looks.
  let form: Form
  private var headLevel: Int8
  /// What its heading or label announces.
  private(set) var role: Role? = nil
  private let traits: Traits

  init(
    block: Int, form: Form, level: Int, plain: Range<Int>, words: Range<Int>, quote: Int, traits: Traits
  ) {
    blockIndex = Int32(truncatingIfNeeded: block)
    self.form = form
    headLevel = Int8(truncatingIfNeeded: level)
    plainStart = Int32(truncatingIfNeeded: plain.lowerBound)
    plainEnd = Int32(truncatingIfNeeded: plain.upperBound)
    bodyStart = plainStart
    firstWord = Int32(truncatingIfNeeded: words.lowerBound)
    endOfWords = Int32(truncatingIfNeeded: words.upperBound)
    quoteIndex = Int32(truncatingIfNeeded: quote)
    self.traits = traits
  }

  /// Index of its block.
  var block: Int { Int(blockIndex) }
  /// Heading level 1 to 6; 7 for a bold or bare line that serves as a heading; 0 for text.
  var level: Int { Int(headLevel) }
  /// Its text in `plain`.
  var plain: Range<Int> { Int(plainStart)..<Int(plainEnd) }
  /// Its words.
  var words: Range<Int> { Int(firstWord)..<Int(endOfWords) }
  /// The run-in label in `plain`, where it begins with one; for a heading that announces a role, its whole text.
  var label: Range<Int>? { labelEnd < 0 ? nil : Int(plainStart)..<Int(labelEnd) }
  /// What follows the label.
  var body: Range<Int> { Int(bodyStart)..<Int(plainEnd) }
  /// Whether it stands in a list item.
  var isInList: Bool { traits.contains(.inList) }
  /// Index of the outermost block quote around it; -1 when there is none.
  var quote: Int { Int(quoteIndex) }
  /// Whether it stands in a block quote.
  var isInQuote: Bool { quoteIndex >= 0 }
  /// Whether it is the first passage of its list item.
  var isItemStart: Bool { traits.contains(.itemStart) }
  /// Whether it is numbered: an item of a numbered list, or text that begins with a number and a dot.
  var isNumbered: Bool { traits.contains(.numbered) }
  /// Whether it shares its paragraph with the passage before it.
  var continuesParagraph: Bool { traits.contains(.continuing) }
  /// Whether there may be a question mark in it.
  var mayAsk: Bool { traits.contains(.questionMark) }
  /// Whether strong text begins where it begins.
  var opensStrong: Bool { traits.contains(.opensStrong) }

  /// Whether it serves as a heading.
  var isHead: Bool { headLevel > 0 }
  /// Whether it has text of its own after its label.
  var hasBody: Bool { bodyStart < plainEnd }

  /// Takes its text for what announces a role.
  ///
  /// - Parameter level: that of the heading it serves as; nil leaves level and body as they are.
  mutating func announce(_ role: Role, asHead level: Int? = nil) {
    self.role = role
    labelEnd = plainEnd
    if let level {
      headLevel = Int8(truncatingIfNeeded: level)
      bodyStart = plainEnd
    }
  }

  /// Takes its beginning for a label.
  mutating func announce(_ role: Role, label end: Int, body: Int) {
    self.role = role
    labelEnd = Int32(truncatingIfNeeded: end)
    bodyStart = Int32(truncatingIfNeeded: body)
  }
}
