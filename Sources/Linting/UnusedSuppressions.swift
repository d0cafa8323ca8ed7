import Diagnostics
import PRFAQ
import SourceText

extension Suppressions {
  /// A comment, or one name in it, that silences nothing.
  struct Unused {
    /// The comment or the name.
    let range: Range<Int>
    /// The name; nil for the comment as a whole.
    let name: String?
    /// What goes when it is removed.
    let removal: Range<Int>
  }

  /// What silences nothing, by position.
  ///
  /// - Parameters:
  ///   - used: the entries that silenced a finding.
  ///   - ran: the rules that ran; of others nobody knows what they would have found.
  ///   - isNarrowed: whether rules were left out for this run only, so that only what names a rule can be judged.
  func unused(_ used: Set<Int>, ran: Set<String>, isNarrowed: Bool) -> [Unused] {
    var found: [Unused] = []
    for directive in directives {
      let idle = directive.entries.filter {
        !used.contains($0) && isKnown(entries[$0].selector, ran, isNarrowed)
      }
      if idle.isEmpty { continue }
      if idle.count == directive.entries.count, directive.isClean {
        let only = directive.entries.count == 1 ? entries[directive.entries.lowerBound] : nil
        found.append(
          Unused(
            range: only?.range ?? directive.range, name: only?.range.map { source[$0] },
            removal: removal(of: directive.range)))
        continue
      }
      let names = directive.entries.compactMap { entries[$0].range }
      for entry in idle {
        guard let range = entries[entry].range, let at = names.firstIndex(of: range) else { continue }
        let removal =
          at + 1 < names.count
          ? range.lowerBound..<names[at + 1].lowerBound
          : (at > 0 ? names[at - 1].upperBound : range.lowerBound)..<range.upperBound
        found.append(Unused(range: range, name: source[range], removal: removal))
      }
    }
    return found
  }

  private func isKnown(_ selector: String, _ ran: Set<String>, _ isNarrowed: Bool) -> Bool {
    if selector.contains("/") { return ran.contains(selector) }
    if isNarrowed { return false }
    return selector.isEmpty || ran.contains { $0.hasPrefix(selector + "/") }
  }

  /// The comment with the blanks before it; where it has its lines for itself, these lines and an empty one after them.
  private func removal(of range: Range<Int>) -> Range<Int> {
    let bytes = source.bytes
    func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
    let first = source.line(at: range.lowerBound)
    let last = source.line(at: max(range.lowerBound, range.upperBound - 1))
    let start = source.lineRange(first).lowerBound
    let end = source.lineRange(last).upperBound
    if isBlank(start..<range.lowerBound), isBlank(range.upperBound..<end) {
      var next = last
      let hasEmptyBefore = first == 1 || isBlank(source.lineRange(first - 1))
      if hasEmptyBefore, last < source.lineCount, isBlank(source.lineRange(last + 1)) { next += 1 }
      return start..<(next < source.lineCount ? source.lineRange(next + 1).lowerBound : bytes.count)
    }
    var from = range.lowerBound
    while from > start, bytes[from - 1] == 0x20 || bytes[from - 1] == 0x09 { from -= 1 }
    return from..<range.upperBound
  }
}
