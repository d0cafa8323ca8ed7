import Hashing
import MarkdownTree
public import PRFAQ
import SourceText
import YAMLTree

/// What a backlog needs of one document besides what the link graph keeps: steps to start, lists in answers, what is
/// out of scope. Made right after a document was read, so that its tree can go before the next one is read.
public struct DocumentNotes: Sendable {
  /// The path as the user wrote it.
  public let path: String
  /// SHA-256 of the file, 64 hexadecimal digits.
  public let contentHash: String
  /// Whether sentences can be made from its words; in any other language its words are kept as they are.
  let isEnglish: Bool
  /// The people the front matter names as owners.
  let owners: [String]
  /// How a customer begins, step by step.
  let firstSteps: [Point]
  /// What is not built.
  let outOfScope: [Point]
  /// Points of lists in the answers to questions, by the first byte of the question.
  let answerPoints: [Int: [Point]]
  /// Points of the sections on risks and assumptions.
  let risks: [Point]
  /// Headings by position, with their level.
  private let headings: [(start: Int, level: Int, text: String)]
  /// Hashes of the words that occur in small letters, sorted: what begins with a capital and is among them is no name.
  private let commonWords: [UInt32]

  /// Takes notes of a document.
  public init(_ document: PRFAQDocument) {
    let points = PointReader(document)
    path = document.source.path
    contentHash = ContentHash(of: document.source.bytes).hex
    isEnglish = document.language == .english
    owners = document.frontMatter.root?[key: "owners"]?.strings ?? []
    firstSteps = points.firstSteps()
    outOfScope = points.outOfScope()
    answerPoints = points.answerPoints()
    risks = points.risks()
    headings = document.tree.blocks.filter { $0.kind == .heading }.map {
      (Int($0.start), Int($0.level), Fold.text(document.tree.plain[$0.plainRange]))
    }
    var words: Set<UInt32> = []
    for word in document.prose.words
    where !word.traits.contains(.capitalised) && !word.traits.contains(.digit) {
      words.insert(word.hash)
    }
    commonWords = words.sorted()
  }

  /// The headings above a byte of the document, outermost first.
  func section(at offset: Int) -> [String] {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    var section: [String] = []
    var level = 7
    var at = low - 1
    while at >= 0, level > 1 {
      if headings[at].level < level {
        level = headings[at].level
        section.append(headings[at].text)
      }
      at -= 1
    }
    return section.reversed()
  }

  /// Whether a word, capitalised where it stands, occurs in small letters in the document.
  func isCommon(_ word: some StringProtocol) -> Bool {
    let hash = Prose.hash(word.utf8)
    var low = 0
    var high = commonWords.count
    while low < high {
      let middle = (low + high) / 2
      if commonWords[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < commonWords.count && commonWords[low] == hash
  }
}

/// Text on one line.
enum Fold {
  /// Every run of blanks and line ends made one blank, none at the ends.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var folded: [UInt8] = []
    for byte in bytes {
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
      } else {
        folded.append(byte)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}
