internal import CCMark
internal import Glibc
import SourceText

extension MarkdownTree {
  /// Where the links lead: one entry per span, nil for those that are no `link` or `autolink`.
  ///
  /// The addresses are libcmark's, decoded and percent-encoded; they are as the author wrote them otherwise, so that
  /// `javascript:` is for the reader of this list to refuse. Empty where libcmark and the spans do not agree.
  public func linkDestinations() -> [String?] {
    guard spans.contains(where: { $0.kind == .link || $0.kind == .autolink }), tooDeep == nil else {
      return []
    }
    var found: [String] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, bytes.count > bodyStart else { return }
      ParserArena.withDocument(base + bodyStart, count: bytes.count - bodyStart) { document in
        guard let walk = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(walk) }
        while true {
          let event = cmark_iter_next(walk)
          if event == CMARK_EVENT_DONE { return }
          guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk),
            cmark_node_get_type(node) == CMARK_NODE_LINK
          else { continue }
          found.append(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
        }
      }
    }
    guard found.count == spans.count(where: { $0.kind == .link || $0.kind == .autolink }) else { return [] }
    var next = found.makeIterator()
    return spans.map { $0.kind == .link || $0.kind == .autolink ? next.next() : nil }
  }
}
