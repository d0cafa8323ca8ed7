/// A list in the making, of elements without references.
///
/// An array asks at each change whether somebody else holds it; this list has one owner, who gives its memory back.
struct Growing<Element> {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int
  /// Whether `base` is memory of its own; the first it has is lent to it.
  private var isOwner = false

  /// Makes an empty list with room for some elements, at least one, at the start of memory that outlives it.
  init(capacity: Int, in memory: inout UnsafeMutableRawPointer) {
    self.capacity = max(capacity, 1)
    base = memory.bindMemory(to: Element.self, capacity: self.capacity)
    memory += Self.size(capacity: capacity)
  }

  /// Bytes such a list needs; the next list can follow at once.
  static func size(capacity: Int) -> Int {
    precondition(MemoryLayout<Element>.alignment <= 16)
    return (max(capacity, 1) * MemoryLayout<Element>.stride + 15) & ~15
  }

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { 0..<count }
  var last: Element? { count > 0 ? base[count - 1] : nil }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating _modify {
      precondition(index >= 0 && index < count)
      yield &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    // `count` is less than `capacity` here.
    (base + count).initialize(to: element)
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    wider.moveInitialize(from: base, count: count)
    if isOwner { base.deallocate() }
    base = wider
    isOwner = true
    capacity *= 2
  }

  /// Takes away elements at the end.
  mutating func removeLast(_ number: Int) {
    precondition(number >= 0 && number <= count)
    count -= number
  }

  @discardableResult
  mutating func removeLast() -> Element {
    precondition(count > 0)
    count -= 1
    return base[count]
  }

  mutating func popLast() -> Element? { count > 0 ? removeLast() : nil }

  mutating func removeAll() { count = 0 }

  /// Takes away elements at the start.
  mutating func removeFirst(_ number: Int) {
    precondition(number >= 0 && number <= count)
    count -= number
    base.update(from: base + number, count: count)
  }

  /// The elements as an array of just their size.
  func array() -> [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  func deallocate() { if isOwner { base.deallocate() } }
}
