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
    let letters = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [letters[Int(byte >> 4)], letters[Int(byte & 15)]] }
    return String(decoding: text.prefix(digits), as: UTF8.self)
  }
}
