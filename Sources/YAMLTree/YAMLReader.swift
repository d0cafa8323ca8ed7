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
    try documents(source, in: range ?? 0..<source.bytes.count, limits: limits).roots
  }

  /// Reads what can be read of a text: the documents without a mistake, and the first mistake of each other one.
  ///
  /// Documents are told apart by lines that start with `---`. The limits hold for all of them together.
  public static func readEach(
    _ source: SourceFile, limits: YAMLLimits = YAMLLimits()
  ) -> (documents: [YAMLNode], errors: [YAMLError]) {
    let whole = 0..<source.bytes.count
    do { return (try documents(source, in: whole, limits: limits).roots, []) } catch {
      if error.kind == .tooManyNodes { return ([], [error]) }
    }
    var left = limits
    var roots: [YAMLNode] = []
    var errors: [YAMLError] = []
    for part in parts(of: source) {
      do {
        let read = try documents(source, in: part, limits: left)
        roots += read.roots
        left.nodes -= read.nodes
      } catch {
        errors.append(error)
        // How much was read of a broken document is not known, and the limit must hold: its bytes are the most that
        // can be charged without aliases.
        left.nodes -= part.count
        if error.kind == .tooManyNodes { break }
      }
    }
    return (roots, errors)
  }

  /// The documents of a part of a file, and how many nodes they have, aliases written out.
  private static func documents(
    _ source: SourceFile, in range: Range<Int>, limits: YAMLLimits
  ) throws(YAMLError) -> (roots: [YAMLNode], nodes: Int) {
    var range = range.clamped(to: 0..<source.bytes.count)
    // libyaml would count the mark as a character.
    if range.lowerBound < source.markLength {
      range = min(source.markLength, range.upperBound)..<range.upperBound
    }
    guard !range.isEmpty else { return ([], 0) }
    let text = range
    return try source.bytes.withUnsafeBufferPointer {
      (bytes) throws(YAMLError) -> (roots: [YAMLNode], nodes: Int) in
      let events = EventReader(UnsafeBufferPointer(rebasing: bytes[text]), offset: text.lowerBound)
      var builder = TreeBuilder(limits: limits)
      while let event = try events.next() {
        try builder.take(event)
      }
      return (builder.documents, builder.count)
    }
  }

  /// The file cut before each line `---`; a part with nothing but directives and comments goes with the next one.
  private static func parts(of source: SourceFile) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var hasContent = false
    for lineStart in source.lineStarts.map(Int.init) {
      let line = source.bytes[lineStart...].prefix(4)
      if line.starts(with: [0x2D, 0x2D, 0x2D]),
        line.count < 4 || [0x20, 0x09, 0x0A, 0x0D].contains(line.last)
      {
        if hasContent { parts.append(start..<lineStart) }
        if hasContent { start = lineStart }
        hasContent = true
      } else if let first = line.first, ![0x25, 0x23, 0x0A, 0x0D].contains(first) {
        hasContent = true
      }
    }
    parts.append(start..<source.bytes.count)
    return parts
  }
}
