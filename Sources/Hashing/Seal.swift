/// The last line of a file that this program wrote for people: a hash of all that stands above. While it is right nobody
/// has changed the file, and it may be replaced.
///
/// Made piece by piece: a hash over the hash so far and the next 64 KiB.
public struct Seal: Sendable {
  private static let size = 64 << 10
  private let name: String
  private var hash: [UInt8] = []
  private var rest: [UInt8] = []

  /// Starts.
  ///
  /// - Parameter name: what writes such files, in words that the line shows: `report`.
  public init(_ name: String) { self.name = name }

  /// Takes in the next bytes of the file.
  public mutating func add(_ bytes: [UInt8]) {
    rest += bytes
    var start = 0
    while rest.count - start >= Self.size {
      hash = ContentHash(of: hash + rest[start..<start + Self.size]).bytes
      start += Self.size
    }
    rest.removeFirst(start)
  }

  /// The last line of the file: a comment in Markdown as well as in HTML.
  public var line: [UInt8] {
    let sum = ContentHash(of: hash + rest).hex(16)
    return Array("<!-- prfaq \(name) \(sum): replaced by the next \(word) while this sum is right -->\n".utf8)
  }

  /// What is replaced, in one word.
  private var word: String { name.split(separator: " ").last.map(String.init) ?? name }

  /// Whether a file is as it was written.
  public static func isUnbroken(_ bytes: [UInt8], _ name: String) -> Bool {
    guard bytes.last == 0x0A, let start = bytes.dropLast().lastIndex(of: 0x0A).map({ $0 + 1 }) else {
      return false
    }
    var seal = Seal(name)
    seal.add(Array(bytes[..<start]))
    return Array(bytes[start...]) == seal.line
  }
}
