internal import CSodium

/// The SHA-256 of some bytes: equal for equal content, on every machine, in every version.
public struct ContentHash: Sendable, Hashable {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Hashes bytes as they are.
  public init(of content: some Collection<UInt8>) {
    let content = Array(content)
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
    for part in parts {
      content += String(part.utf8.count).utf8
      content.append(UInt8(ascii: ":"))
      content += part.utf8
    }
    self.init(of: content)
  }

  /// The hash as 64 lower-case hexadecimal digits.
  public var hex: String { hex(64) }

  /// The first digits of the hash, 1 to 64; 16 are enough to tell the passages of all documents of a company apart.
  public func hex(_ digits: Int) -> String {
    func letter(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    return String(unsafeUninitializedCapacity: 64) { text in
      for (index, byte) in bytes.enumerated() {
        text[2 * index] = letter(byte >> 4)
        text[2 * index + 1] = letter(byte & 15)
      }
      return min(digits, 64)
    }
  }
}
