import Diagnostics

/// Finds the name nearest to a mistyped one among many.
///
/// Each name is kept under a hash of itself and of every form with one letter left out; a mistyped name is looked up
/// by the same forms, so that a look-up costs as many steps as the name has letters, however many names there are.
/// What is found is then compared letter by letter.
struct NameIndex {
  private var names: [String]
  private var forms: [UInt64: [Int32]] = [:]
  /// Names that share one form beyond this number are passed over: they would cost each look-up dearly.
  private static let crowd = 64
  /// Up to this many names are simply compared one by one, which finds more.
  private static let few = 100

  /// Takes the names; each once.
  init(_ names: some Sequence<String>) {
    var seen: Set<String> = []
    self.names = names.filter { seen.insert($0).inserted }
    guard self.names.count > Self.few else { return }
    for (index, name) in self.names.enumerated() {
      for form in Self.forms(of: name) where forms[form, default: []].count < Self.crowd {
        forms[form, default: []].append(Int32(index))
      }
    }
  }

  /// The nearest name; nil when none is near.
  func nearest(to name: String) -> String? {
    if names.count <= Self.few { return Spelling.nearest(to: name, in: names) }
    var seen: Set<Int32> = []
    var candidates: [Int32] = []
    for form in Self.forms(of: name) {
      for index in forms[form] ?? [] where seen.insert(index).inserted { candidates.append(index) }
    }
    return Spelling.nearest(to: name, in: candidates.sorted().map { names[Int($0)] })
  }

  /// Hashes of the name in lower case, and of it without each of its letters.
  private static func forms(of name: String) -> [UInt64] {
    let bytes = Array(name.lowercased().utf8)
    // A longer name is compared as a whole only: its forms would cost the square of its length.
    guard bytes.count <= 63 else { return [hash(bytes, without: -1)] }
    return (-1..<bytes.count).map { hash(bytes, without: $0) }
  }

  private static func hash(_ bytes: [UInt8], without skipped: Int) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for (index, byte) in bytes.enumerated() where index != skipped {
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    return hash
  }
}
