internal import CCMark
public import SourceText

extension MarkdownTree {
  /// Reads a file as Markdown.
  ///
  /// Takes time in proportion to the file's length, whatever the file holds.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - bodyStart: offset of the line where Markdown begins, after any front matter.
  public convenience init(_ source: SourceFile, from bodyStart: Int = 0) {
    let start = min(max(bodyStart, source.markLength), source.bytes.count)
    let capacity = TreeBuilder.plainCapacity(forBody: source.bytes.count - start)
    var built: TreeBuilder?
    let plain = source.bytes.withUnsafeBufferPointer { bytes in
      source.lineStarts.withUnsafeBufferPointer { lines in
        [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
          LargePages.request(.init(buffer))
          var builder = TreeBuilder(
            bytes: bytes, lineStarts: lines, firstLine: source.line(at: start) - 1, bodyStart: start,
            plain: buffer)
          builder.build()
          written = builder.plainCount
          built = builder
        }
      }
    }
    guard let built else { preconditionFailure("the builder always runs") }
    defer { built.deallocate() }
    self.init(source, bodyStart: start, plain: plain, built)
  }
}
