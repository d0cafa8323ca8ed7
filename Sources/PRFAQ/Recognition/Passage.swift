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

  /// Index of its block.
  let block: Int
  /// How it looks.
  let form: Form
  /// Heading level 1 to 6; 7 for a bold or bare line that serves as a heading; 0 for text.
  var level: Int
  /// Its text in `plain`.
  let plain: Range<Int>
  /// Its words.
  let words: Range<Int>
  /// The run-in label in `plain`, where it begins with one; for a heading that announces a role, its whole text.
  var label: Range<Int>? = nil
  /// What follows the label.
  var body: Range<Int>
  /// What its heading or label announces.
  var role: Role? = nil
  /// Whether it stands in a list item.
  let isInList: Bool
  /// Index of the outermost block quote around it; -1 when there is none.
  let quote: Int
  /// Whether it stands in a block quote.
  var isInQuote: Bool { quote >= 0 }
  /// Whether it is the first passage of its list item.
  let isItemStart: Bool
  /// Whether it is numbered: an item of a numbered list, or text that begins with a number and a dot.
  let isNumbered: Bool
  /// Whether it shares its paragraph with the passage before it.
  let continuesParagraph: Bool

  /// Whether it serves as a heading.
  var isHead: Bool { level > 0 }
  /// Whether it has text of its own after its label.
  var hasBody: Bool { !body.isEmpty }
}
