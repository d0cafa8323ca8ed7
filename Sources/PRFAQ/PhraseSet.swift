/// A list of words and phrases to look for, such as the weasel words.
///
/// ```swift
/// static let phrases = PhraseSet(["significantly", "a lot of", "nearly all"])
/// for match in document.prose.matches(of: Self.phrases, in: words) { ... }
/// ```
///
/// Phrases are compared word by word without regard to case; hyphens and blanks between words are alike, so
/// `world-class` finds "world class" too.
public struct PhraseSet: Sendable {
  /// The phrases, as given.
  public let phrases: [String]
  private var byFirst: [UInt32: [Int]] = [:]
  private var words: [[UInt32]] = []
  private var filter: [UInt64] = Array(repeating: 0, count: 64)

  /// Prepares a list. Make it once, as a static constant.
  public init(_ phrases: [String]) {
    self.phrases = phrases
    for (index, phrase) in phrases.enumerated() {
      let hashes = Prose.hashes(of: phrase)
      words.append(hashes)
      guard let first = hashes.first else { continue }
      byFirst[first, default: []].append(index)
      filter[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
    }
    // The longest phrase wins where several begin alike.
    for (first, indices) in byFirst {
      byFirst[first] = indices.sorted { words[$0].count > words[$1].count }
    }
  }

  /// The phrase that begins at a word: its index in `phrases` and its number of words.
  @inline(__always)
  func match(_ all: [Prose.Word], at index: Int, end: Int) -> (phrase: Int, length: Int)? {
    let first = all[index].hash
    guard filter[Int(first >> 6 & 63)] & (1 << UInt64(first & 63)) != 0 else { return nil }
    return slowMatch(all, at: index, end: end)
  }

  private func slowMatch(_ all: [Prose.Word], at index: Int, end: Int) -> (phrase: Int, length: Int)? {
    guard let candidates = byFirst[all[index].hash] else { return nil }
    for candidate in candidates {
      let wanted = words[candidate]
      guard index + wanted.count <= end else { continue }
      var at = 1
      while at < wanted.count, all[index + at].hash == wanted[at] { at += 1 }
      if at == wanted.count { return (candidate, wanted.count) }
    }
    return nil
  }
}

extension Prose {
  /// A place where a phrase occurs.
  public struct Match: Sendable, Equatable {
    /// Index in `PhraseSet.phrases`.
    public let phrase: Int
    /// The words it covers.
    public let words: Range<Int>
    /// The bytes it covers in `MarkdownTree.plain`.
    public let range: Range<Int>
  }

  /// The word hashes of a phrase.
  public static func hashes(of phrase: String) -> [UInt32] {
    var scratch = Prose()
    Array(phrase.utf8).withUnsafeBufferPointer { scratch.addWords($0) }
    return scratch.words.map(\.hash)
  }

  /// All places in a range of words where one of the phrases occurs; a match never crosses into another block.
  public func matches(of set: PhraseSet, in range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if let (phrase, length) = set.match(words, at: at, end: range.upperBound) {
        let last = at + length - 1
        let crosses = length > 1 && words[(at + 1)...last].contains { $0.traits.contains(.firstInBlock) }
        if !crosses {
          found.append(
            Match(
              phrase: phrase, words: at..<(at + length), range: Int(words[at].start)..<Int(words[last].end)))
          at += length
          continue
        }
      }
      at += 1
    }
    return found
  }

  /// Whether one of the phrases occurs in a range of words.
  public func contains(_ set: PhraseSet, in range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if set.match(words, at: at, end: range.upperBound) != nil { return true }
      at += 1
    }
    return false
  }

  /// The words within a range of `plain`.
  public func words(in range: Range<Int>) -> Range<Int> {
    let low = lowerBound(Int32(truncatingIfNeeded: range.lowerBound))
    let high = lowerBound(Int32(truncatingIfNeeded: range.upperBound))
    return low..<max(low, high)
  }

  /// The words of the blocks in a range of indices of `MarkdownTree.blocks`.
  public func words(ofBlocks blocks: Range<Int>) -> Range<Int> {
    Int(firstWord[blocks.lowerBound])..<Int(firstWord[blocks.upperBound])
  }

  private func lowerBound(_ offset: Int32) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a byte of `plain` stands between quotation marks.
  public func isQuoted(_ offset: Int) -> Bool {
    var low = 0
    var high = quoted.count
    while low < high {
      let middle = (low + high) / 2
      if quoted[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < quoted.count && quoted[low].contains(offset)
  }
}
