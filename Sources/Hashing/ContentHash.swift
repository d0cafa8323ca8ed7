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
    content.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 8 })
    for var part in parts {
      var length = String(part.utf8.count)
      length.withUTF8 { content.append(contentsOf: $0) }
      content.append(UInt8(ascii: ":"))
      part.withUTF8 { content.append(contentsOf: $0) }
    }
    self.init(of: content)
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
