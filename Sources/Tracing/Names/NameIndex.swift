import Diagnostics

/// Finds the name nearest to a mistyped one among many.
///
/// Each name is kept under a hash of itself and of every form with one letter left out; a mistyped name is looked up
/// by the same forms, so that a look-up costs as many steps as the name has letters, however many names there are.
/// What is found is then compared letter by letter. An object, so that whoever holds it lazily does not copy it at each
/// question.
final class NameIndex {
  private var names: [(name: String, letters: Spelling.Letters)] = []
  /// The forms of all names, sorted; of equal ones the first name's first.
  private var forms: [Form] = []
  /// What was asked before: a name that leads nowhere is often written more than once.
  private var answers: [String: String?] = [:]
  /// Names that share one form beyond this number are passed over: they would cost each look-up dearly.
  private static let crowd = 64
  /// Up to this many names are simply compared one by one, which finds more.
  private static let few = 100

  private struct Form {
    let hash: UInt64
    let name: Int32
  }

  /// Takes the names; each once.
  init(_ names: some Sequence<String>) {
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted { self.names.append((name, Spelling.Letters(name))) }
    guard self.names.count > Self.few else { return }
    var hashes: [UInt64] = []
    for (index, entry) in self.names.enumerated() {
      Self.forms(of: entry.name, into: &hashes)
      for hash in hashes { forms.append(Form(hash: hash, name: Int32(truncatingIfNeeded: index))) }
    }
    forms.sort { ($0.hash, $0.name) < ($1.hash, $1.name) }
  }

  /// The one of some names nearest to a name; nil when none is near.
  static func nearest(to name: String, in names: some Sequence<String>) -> String? {
    NameIndex(names).find(name)
  }

  /// The nearest name; nil when none is near.
  func nearest(to name: String) -> String? {
    if let known = answers[name] { return known }
    let found = find(name)
    answers[name] = .some(found)
    return found
  }

  private func find(_ name: String) -> String? {
    if names.count <= Self.few { return Spelling.nearest(to: name, in: names) }
    var hashes: [UInt64] = []
    Self.forms(of: name, into: &hashes)
    var candidates: [Int32] = []
    for hash in hashes {
      var index = first(hash)
      let end = min(index + Self.crowd, forms.count)
      while index < end, forms[index].hash == hash {
        candidates.append(forms[index].name)
        index += 1
      }
    }
    candidates.sort()
    var previous: Int32 = -1
    candidates.removeAll { candidate in
      defer { previous = candidate }
      return candidate == previous
    }
    return Spelling.nearest(to: name, in: candidates.lazy.map { self.names[Int($0)] })
  }

  /// The first form with a hash or a greater one.
  private func first(_ hash: UInt64) -> Int {
    var low = 0
    var high = forms.count
    while low < high {
      let middle = (low + high) / 2
      if forms[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Hashes of the name in lower case, and of it without each of its letters.
  ///
  /// The hash is a polynomial, so that those of a form are those of what stands before and after the letter left out.
  private static func forms(of name: String, into hashes: inout [UInt64]) {
    hashes.removeAll(keepingCapacity: true)
    var lower = name.lowercased()
    lower.withUTF8 { bytes in
      hashes.append(0)
      var before: UInt64 = 0
      for byte in bytes {
        hashes.append(before)
        before = before &* base &+ UInt64(byte) &+ 1
      }
      hashes[0] = before
      // A longer name is compared as a whole only: its forms would fill the table.
      guard bytes.count <= 63 else { return hashes.removeLast(bytes.count) }
      var after: UInt64 = 0
      var power: UInt64 = 1
      for index in bytes.indices.reversed() {
        hashes[index + 1] = hashes[index + 1] &* power &+ after
        after = after &+ (UInt64(bytes[index]) &+ 1) &* power
        power = power &* base
      }
    }
  }
}
