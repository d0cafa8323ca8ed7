internal import CSodium

/// By what a run of the program recognises bytes that it has read before: SipHash-2-4 of 128 bits under a key of the
/// process, which takes a tenth of the time of SHA-256. It means nothing to another run and is never kept.
public struct RunMark: Sendable, Equatable {
  private let bytes: [UInt8]

  private static let key: [UInt8] = {
    var random = SystemRandomNumberGenerator()
    return (0..<crypto_shorthash_siphashx24_KEYBYTES).map { _ in UInt8.random(in: 0...255, using: &random) }
  }()

  /// Marks bytes as they are.
  public init(of content: [UInt8]) {
    bytes = [UInt8](unsafeUninitializedCapacity: Int(crypto_shorthash_siphashx24_BYTES)) { mark, count in
      guard let out = mark.baseAddress else { return }
      // Cannot fail: the library only gives a status for the sake of its other hashes.
      _ = content.withUnsafeBufferPointer {
        crypto_shorthash_siphashx24(out, $0.baseAddress, UInt64($0.count), RunMark.key)
      }
      count = Int(crypto_shorthash_siphashx24_BYTES)
    }
  }
}
