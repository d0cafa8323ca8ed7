/// What became of one test.
public struct TestResult: Sendable, Equatable {
  /// How it ended.
  public enum Outcome: String, Sendable {
    /// It ran and nothing was wrong.
    case passed
    /// It ran and found something wrong, or could not run to its end.
    case failed
    /// It did not run. That proves nothing.
    case skipped
  }

  /// The suite or class it belongs to; empty where the file does not say.
  public let suite: String
  /// Its name.
  public let name: String
  /// How it ended.
  public let outcome: Outcome
  /// The 1-based line of the file.
  public let line: Int

  /// Describes a result.
  public init(suite: String, name: String, outcome: Outcome, line: Int) {
    self.suite = suite
    self.name = name
    self.outcome = outcome
    self.line = line
  }
}

/// Why a file of test results cannot be read.
public struct TestResultError: Error, Sendable, Equatable {
  /// What is wrong, in plain words, without a full stop.
  public let message: String
  /// 1-based line.
  public let line: Int
  /// 1-based column, in bytes.
  public let column: Int
  /// What to do about it.
  public let help: String
}
