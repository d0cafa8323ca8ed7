import Hashing
import MarkdownTree
public import PRFAQ
public import SourceText
import Tracing
import YAMLTree

/// What a backlog needs of one document besides what the link graph keeps: steps to start, lists in answers, what is
/// out of scope. Made right after a document was read, so that its tree can go before the next one is read.
public struct DocumentNotes: Sendable {
  /// The path as the user wrote it.
  public let path: String
  /// SHA-256 of the file, 64 hexadecimal digits.
  public let contentHash: String
  /// Where its title stands; its first byte where it has none.
  public let titlePlace: Place
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
  private let headings: Headings
  /// Hashes of the words that occur in small letters, sorted: what begins with a capital and is among them is no name.
  private let commonWords: [UInt32]
  /// Hashes of the words that are only written with a capital, also within sentences: names.
  private let properWords: [UInt32]
  /// Names of the product, its services and teams.
  let names: [String]

  /// Takes notes of a document.
  public init(_ document: PRFAQDocument) {
    let points = PointReader(document)
    path = document.source.path
    contentHash = ContentHash(of: document.source.bytes).hex
    titlePlace = Place(document.source, document.first(.headline)?.range ?? document.title ?? 0..<0)
    isEnglish = document.language == .english
    owners = document.frontMatter.root?[key: "owners"]?.strings ?? []
    firstSteps = points.firstSteps()
    outOfScope = points.outOfScope()
    answerPoints = points.answerPoints()
    risks = points.risks()
    headings = Headings(document.tree)
    names =
      document.products.map(\.name)
      + document.declared.filter { $0.kind == .service || $0.kind == .team }
      .map { Fold.text(document.source.bytes[$0.title]) }
    var common: Set<UInt32> = []
    var proper: Set<UInt32> = []
    for word in document.prose.words where !word.traits.contains(.digit) {
      if !word.traits.contains(.capitalised) {
        common.insert(word.hash)
      } else if DocumentNotes.isInsideSentence(word, document.tree.plain) {
        proper.insert(word.hash)
      }
    }
    commonWords = common.sorted()
    properWords = proper.subtracting(common).sorted()
  }

  /// The headings above a byte of the document, outermost first.
  func section(at offset: Int) -> [String] { headings.section(at: offset) }

  /// Whether a word, capitalised where it stands, occurs in small letters in the document.
  func isCommon(_ word: some StringProtocol) -> Bool { holds(Prose.hash(word.utf8), commonWords) }

  /// Whether a word is written with a capital within sentences of the document, and never without.
  func isProper(_ word: some StringProtocol) -> Bool { holds(Prose.hash(word.utf8), properWords) }

  private func holds(_ hash: UInt32, _ words: [UInt32]) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == hash
  }

  /// Whether a word follows another small word of the same sentence directly.
  private static func isInsideSentence(_ word: Prose.Word, _ plain: [UInt8]) -> Bool {
    let start = Int(word.start)
    guard start >= 2, plain[start - 1] == 0x20 || plain[start - 1] == 0x0A else { return false }
    return plain[start - 2] &- 0x61 < 26 || plain[start - 2] == 0x2C
  }
}
