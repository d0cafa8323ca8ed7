import PRFAQ
import SourceText

/// The words of a stretch of source, such as the title of a declared item, with their bytes.
struct ItemWords {
  /// One word in lower case.
  struct Word {
    let text: String
    let range: Range<Int>
  }

  let words: [Word]

  /// Divides a stretch of source into words: letters, digits and apostrophes.
  init(_ document: PRFAQDocument, _ range: Range<Int>) {
    let bytes = document.source.bytes
    var words: [Word] = []
    var at = range.lowerBound
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, Self.isLetter(bytes[end]) { end += 1 }
      if end > at {
        words.append(Word(text: document.source[at..<end].lowercased(), range: at..<end))
        at = end
      } else {
        at += 1
      }
    }
    self.words = words
  }

  /// The texts of the words.
  var texts: [String] { words.map(\.text) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x27
      || byte >= 0x80
  }
}
