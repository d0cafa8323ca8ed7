import SourceText

/// A report that is written while documents are still being checked: they come one by one, in the order of their paths.
///
/// Reports keep of a document only what they cannot write yet, so that memory does not grow with what is checked.
public protocol LintReport {
  /// Takes the next document.
  mutating func add(_ document: CheckedDocument)

  /// Writes what is left when all documents were taken.
  mutating func finish(_ totals: LintTotals)
}

extension LintReport {
  /// Writes the whole report of results that are there already.
  public mutating func write(_ results: LintResults) {
    for document in results.documents { add(document) }
    finish(results.totals)
  }
}

/// Bytes on their way out, handed over in pieces of 64 KiB: a call to the system for each line would cost more than
/// the line.
struct ReportOutput {
  /// What is not handed over yet.
  var bytes: [UInt8] = []
  private let send: ([UInt8]) -> Void

  /// Bytes from which on they are handed over.
  static let piece = 64 << 10

  init(_ send: @escaping ([UInt8]) -> Void) { self.send = send }

  /// Appends a text.
  @inline(__always)
  mutating func append(_ text: String) { bytes.append(text) }

  /// Appends a number.
  mutating func append(_ number: Int) { bytes.append(decimal: number) }

  /// Appends a place: `path:line:column`.
  ///
  /// - Parameter path: the path as it may be shown.
  mutating func append(_ path: String, _ position: Position) {
    append(path)
    append(":")
    append(position.line)
    append(":")
    append(position.column)
  }

  /// Hands over what is there if it is enough to be worth it.
  mutating func sendIfFull() {
    if bytes.count >= ReportOutput.piece { sendAll() }
  }

  /// Hands over what is there.
  mutating func sendAll() {
    if bytes.isEmpty { return }
    send(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Takes what a writer of JSON has made, if it is enough or the last.
  mutating func take(_ json: inout JSONWriter, isLast: Bool = false) {
    if isLast || json.count >= ReportOutput.piece { send(json.take()) }
  }
}
