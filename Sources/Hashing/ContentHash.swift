internal import CSodium

/// The SHA-256 of some bytes: equal for equal content, on every machine, in every version.
public struct ContentHash: Sendable, Hashable {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Hashes bytes as they are.
  public init(of content: some Collection<UInt8>) { self.init(of: Array(content)) }

  /// Hashes bytes as they are.
  public init(of content: [UInt8]) {
    bytes = [UInt8](unsafeUninitializedCapacity: 32) { hash, count in
      guard let out = hash.baseAddress else { return }
      // Cannot fail: the library only gives a status for the sake of its other hashes.
      _ = content.withUnsafeBufferPointer { crypto_hash_sha256(out, $0.baseAddress, UInt64($0.count)) }
      count = 32
    }
  }

  /// Hashes several texts so that moving a letter from one to the next gives another hash.
  public init(of parts: [String]) {
    var content: [UInt8] = []
    content.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 8 })
    for part in parts { ContentHash.add(part, to: &content) }
    self.init(of: content)
  }

  /// The same for two texts, of which the second is at hand as bytes.
  public init(of first: String, _ second: UnsafeBufferPointer<UInt8>) {
    var content: [UInt8] = []
    content.reserveCapacity(first.utf8.count + second.count + 16)
    ContentHash.add(first, to: &content)
    ContentHash.add(second, to: &content)
    self.init(of: content)
  }

  private static func add(_ part: String, to content: inout [UInt8]) {
    var part = part
    part.withUTF8 { add($0, to: &content) }
  }

  /// Adds a text after its length.
  private static func add(_ part: UnsafeBufferPointer<UInt8>, to content: inout [UInt8]) {
    var unit = 1
    while part.count / unit > 9 { unit *= 10 }
    while unit > 0 {
      content.append(0x30 + UInt8(part.count / unit % 10))
      unit /= 10
    }
    content.append(UInt8(ascii: ":"))
    content.append(contentsOf: part)
  }

  /// The hash as 64 lower-case hexadecimal digits.
  public var hex: String { hex(64) }

  /// The first digits of the hash, 1 to 64; 16 are enough to tell the passages of all documents of a company apart.
  public func hex(_ digits: Int) -> String {
    String(unsafeUninitializedCapacity: digits) { text in
      for index in 0..<digits {
        let byte = bytes[index / 2]
        let digit = index % 2 == 0 ? byte >> 4 : byte & 15
        text[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return digits
    }
  }
}
