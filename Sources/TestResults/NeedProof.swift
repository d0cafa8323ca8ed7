/// Whether tests prove that a customer need is met.
public struct NeedProof: Sendable, Equatable {
  /// How it stands.
  public enum State: String, Sendable, CaseIterable {
    /// Tests carry its ID; all ran and passed.
    case proven
    /// At least one of its tests failed.
    case failing
    /// None failed, and at least one did not run: what did not run proves nothing.
    case pending
    /// No test carries its ID.
    case untested
  }

  /// Tests that passed.
  public let passed: [TestResult]
  /// Tests that failed.
  public let failed: [TestResult]
  /// Tests that did not run.
  public let skipped: [TestResult]

  /// How it stands.
  public var state: State {
    if !failed.isEmpty { return .failing }
    if !skipped.isEmpty { return .pending }
    return passed.isEmpty ? .untested : .proven
  }

  /// Collects the tests of a need.
  ///
  /// A test belongs to a need whose ID stands in its suite's or its own name as a word of its own: `N-1`, or `N_1` and
  /// `n_1` where a language has no dash in names.
  public init(of id: String, in results: [TestResult]) {
    let word = Self.pattern(id)
    let own = results.filter { Self.contains(word, $0.suite) || Self.contains(word, $0.name) }
    passed = own.filter { $0.outcome == .passed }
    failed = own.filter { $0.outcome == .failed }
    skipped = own.filter { $0.outcome == .skipped }
  }

  private static func pattern(_ id: String) -> [UInt8] { id.lowercased().utf8.map { $0 == 0x2D ? 0x5F : $0 } }

  private static func contains(_ word: [UInt8], _ text: String) -> Bool {
    let bytes = text.lowercased().utf8.map { $0 == 0x2D ? 0x5F : $0 }
    guard !word.isEmpty, bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { start in
      guard bytes[start..<start + word.count].elementsEqual(word) else { return false }
      // `test_n_1_x` holds N-1, `n_12` and `con_1` do not.
      let before = start == 0 ? 0 : bytes[start - 1]
      let after = start + word.count == bytes.count ? 0 : bytes[start + word.count]
      return !isAlphanumeric(before) && !isAlphanumeric(after)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }
}
