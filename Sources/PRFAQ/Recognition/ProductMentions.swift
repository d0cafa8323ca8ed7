/// The names of the product, and where the text may have them: all are looked for in one go over its words.
final class ProductMentions {
  private let prose: Prose
  /// The words of all names, name by name.
  private let hashes: [UInt32]
  /// Each name's words in `hashes`, the longest first.
  private let names: [Range<Int>]
  /// The words at which a name may begin.
  private let places: [Int32]

  /// Takes those names that are names in this text; nil where none is.
  init?(_ products: [ProductName], _ prose: Prose) {
    if products.isEmpty { return nil }
    var hashes: [UInt32] = []
    var all: [(words: Range<Int>, mayBeWord: Bool)] = []
    for product in products {
      let start = hashes.count
      hashes += Prose.hashes(of: product.name)
      if start < hashes.count { all.append((start..<hashes.count, Self.hasCapital(product.name))) }
    }
    let places = Self.places(of: all.map { hashes[$0.words.lowerBound] }, prose)
    var names: [Range<Int>] = []
    for name in all
    where !name.mayBeWord || Self.isName(hashes[name.words], at: places, prose) {
      names.append(name.words)
    }
    if names.isEmpty { return nil }
    if names.count > 1 { names.sort { $0.count > $1.count } }
    self.prose = prose
    self.hashes = hashes
    self.names = names
    self.places = places
  }

  /// Whether a name is written with a capital letter somewhere.
  private static func hasCapital(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 < 0x80 }
      ? name.utf8.contains { $0 &- 0x41 < 26 } : name.contains(where: \.isUppercase)
  }

  /// The words that are one of a few.
  private static func places(of firsts: [UInt32], _ prose: Prose) -> [Int32] {
    guard let first = firsts.first else { return [] }
    // A product has one name or two.
    let second = firsts.count > 1 ? firsts[1] : first
    let areMore = firsts.count > 2
    var found: [Int32] = []
    found.reserveCapacity(32)
    var at = 0
    while true {
      // Names are rare: the way from one to the next is what costs.
      at = prose.words.withUnsafeBufferPointer { words in
        var at = at
        if areMore {
          while at < words.count, !firsts.contains(words[at].hash) { at &+= 1 }
          return at
        }
        guard let base = words.baseAddress else { return at }
        // Four at a time: all words looked at are less than `count`.
        while at &+ 4 <= words.count {
          if base[at].hash == first || base[at &+ 1].hash == first || base[at &+ 2].hash == first
            || base[at &+ 3].hash == first
          {
            break
          }
          if first != second,
            base[at].hash == second || base[at &+ 1].hash == second
              || base[at &+ 2].hash == second || base[at &+ 3].hash == second
          {
            break
          }
          at &+= 4
        }
        while at < words.count, base[at].hash != first, base[at].hash != second { at &+= 1 }
        return at
      }
      if at == prose.words.count { break }
      found.append(Int32(truncatingIfNeeded: at))
      at += 1
    }
    return found
  }

  /// Whether a product's name is a name in this text: "Green Software" is none where people write "green software".
  private static func isName(_ name: ArraySlice<UInt32>, at places: [Int32], _ prose: Prose) -> Bool {
    var count = 0
    var lower = 0
    var next = 0
    for place in places where place >= next {
      let at = Int(place)
      guard begins(name, at: at, end: prose.words.count, prose) else { continue }
      next = at + name.count
      count += 1
      if !prose.words[at..<next].contains(where: { !$0.traits.isDisjoint(with: [.capitalised, .digit]) }) {
        lower += 1
      }
    }
    return lower * 2 <= count
  }

  @inline(__always)
  private static func begins(_ name: ArraySlice<UInt32>, at place: Int, end: Int, _ prose: Prose) -> Bool {
    guard place + name.count <= end, prose.words[place].hash == name[name.startIndex] else { return false }
    for offset in 1..<max(1, name.count) {
      let word = prose.words[place + offset]
      if word.hash != name[name.startIndex + offset] || word.traits.contains(.firstInBlock) { return false }
    }
    return true
  }

  /// The number of words of the longest name that begins at a word and does not go on beyond `end`; 0 where none does.
  func length(at word: Int, end: Int) -> Int {
    for name in names where Self.begins(hashes[name], at: word, end: end, prose) { return name.count }
    return 0
  }

  /// Whether some words hold a name.
  func isIn(_ words: Range<Int>) -> Bool { isIn(words) { _ in true } }

  /// Whether some words hold a name whose first word passes a test.
  func isIn(_ words: Range<Int>, where test: (Prose.Word) -> Bool) -> Bool {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle]) < words.lowerBound { low = middle + 1 } else { high = middle }
    }
    var next = words.lowerBound
    while low < places.count, Int(places[low]) < words.upperBound {
      let at = Int(places[low])
      low += 1
      guard at >= next else { continue }
      let length = length(at: at, end: words.upperBound)
      if length == 0 { continue }
      if test(prose.words[at]) { return true }
      next = at + length
    }
    return false
  }

  /// First words of longer names that are always written with a capital.
  func shortNames() -> [UInt32] {
    var found: [UInt32] = []
    for name in names where name.count >= 2 {
      let first = hashes[name.lowerBound]
      var count = 0
      var isName = true
      for place in places {
        let word = prose.words[Int(place)]
        guard word.hash == first else { continue }
        count += 1
        if !word.traits.contains(.capitalised) { isName = false }
      }
      if isName, count >= 3 { found.append(first) }
    }
    return found
  }
}
