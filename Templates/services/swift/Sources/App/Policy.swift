import Foundation

/// Who may call which operation: security/policy.json, reviewed by the owning team and by security.
public struct Policy: Sendable, Decodable {
  struct Caller: Sendable, Decodable {
    let name: String
    /// Operations as `GET /v1/path/{id}`; `*` stands for all of them.
    let operations: [String]
  }

  let callers: [Caller]

  public init(file: String) throws {
    do {
      self = try JSONDecoder().decode(Policy.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw Configuration.Fault("cannot read the security policy at \(file): \(error)")
    }
  }

  func allows(_ caller: String, _ operation: String) -> Bool {
    callers.contains { $0.name == caller && ($0.operations.contains("*") || $0.operations.contains(operation)) }
  }
}
