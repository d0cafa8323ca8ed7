internal import CYAML
public import SourceText

/// Reads YAML 1.2 as far as libyaml knows it, and refuses what would be ambiguous or dangerous.
///
/// Refused, besides mistakes in the grammar: keys that occur twice in a mapping (compared as text, so `a` and
/// `"a"` are equal), keys that are lists or mappings, the merge key `<<`, aliases without an anchor or inside
/// the node they name, and more than `YAMLLimits` allows. Tags of one's own (`!name`) are passed over; a tagged
/// scalar is text unless the tag is one of YAML's own for numbers, truth values and null.
public enum YAMLReader {
  /// Reads the documents of a text.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - range: the bytes of it that are YAML; nil for all. All ranges in the result and in errors are offsets
  ///     into the whole file.
  ///   - limits: how much the text may hold.
  /// - Returns: the root of each document; documents with nothing in them are left out.
  /// - Throws: the first mistake in the text.
  public static func read(
    _ source: SourceFile, in range: Range<Int>? = nil, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> [YAMLNode] {
    var range = (range ?? 0..<source.bytes.count).clamped(to: 0..<source.bytes.count)
    // libyaml would count the mark as a character.
    if range.lowerBound < source.markLength {
      range = min(source.markLength, range.upperBound)..<range.upperBound
    }
    guard !range.isEmpty else { return [] }
    let text = range
    return try source.bytes.withUnsafeBufferPointer { (bytes) throws(YAMLError) -> [YAMLNode] in
      let events = EventReader(UnsafeBufferPointer(rebasing: bytes[text]), offset: text.lowerBound)
      var builder = TreeBuilder(limits: limits)
      while let event = try events.next() {
        try builder.take(event)
      }
      return builder.documents
    }
  }
}
