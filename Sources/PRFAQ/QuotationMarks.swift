import MarkdownTree

/// Quotation marks that stand around speech.
enum QuotationMark {
  case none, straight, left, right, low, leftUsedAsRight, corner, cornerEnd, guillemet, guillemetEnd

  /// The mark that ends what this one begins.
  var closer: QuotationMark? {
    switch self {
    case .straight: .straight
    case .left: .right
    case .low: .left
    case .corner: .cornerEnd
    case .guillemet: .guillemetEnd
    default: nil
    }
  }

  static func at(_ plain: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> (QuotationMark, Int) {
    let byte = plain[at]
    if byte == 0x22 { return (.straight, 1) }
    if byte == 0xC2, at + 1 < end {
      if plain[at + 1] == 0xAB { return (.guillemet, 2) }
      if plain[at + 1] == 0xBB { return (.guillemetEnd, 2) }
      return (.none, 2)
    }
    if byte == 0xE2, at + 2 < end, plain[at + 1] == 0x80 {
      switch plain[at + 2] {
      case 0x9C: return (.left, 3)
      case 0x9D: return (.right, 3)
      case 0x9E: return (.low, 3)
      default: return (.none, 3)
      }
    }
    if byte == 0xE3, at + 2 < end, plain[at + 1] == 0x80 {
      if plain[at + 2] == 0x8C { return (.corner, 3) }
      if plain[at + 2] == 0x8D { return (.cornerEnd, 3) }
    }
    return (.none, byte < 0xE0 ? (byte < 0x80 ? 1 : 2) : (byte < 0xF0 ? 3 : 4))
  }
}

extension QuotationMark {
  /// Pairs the quotation marks within each block. A mark that is not closed opens nothing.
  ///
  /// - Parameter signs: where they may stand, ascending.
  static func pairs(
    _ plain: UnsafeBufferPointer<UInt8>, _ blocks: UnsafeBufferPointer<Block>, _ signs: [Int32]
  ) -> [Range<Int>] {
    var quoted: [Range<Int>] = []
    var open = -1
    var closer: QuotationMark = .none
    var block = 0
    for sign in signs {
      let start = Int(sign)
      let byte = plain[start]
      guard byte == 0x22 || byte >= 0x80 else { continue }
      while block < blocks.count, blocks[block].plainEnd <= sign {
        block += 1
        open = -1
      }
      guard block < blocks.count else { break }
      let end = Int(blocks[block].plainEnd)
      let (mark, length) = QuotationMark.at(plain, start, end)
      if mark == .none { continue }
      if open < 0 {
        if let expected = mark.closer {
          // A straight mark opens only where a word begins after it.
          let next = start + length
          if mark != .straight || (next < end && plain[next] != 0x20 && plain[next] != 0x0A) {
            open = start
            closer = expected
          }
        }
      } else if mark == closer || (closer == .right && mark == .leftUsedAsRight)
        // „...“ is often closed with ” or ".
        || (closer == .left && (mark == .straight || mark == .right))
      {
        quoted.append(open..<(start + length))
        open = -1
      }
    }
    return quoted
  }
}
