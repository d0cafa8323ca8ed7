/// Stub until the YAML reader lands.
public struct YAMLNode: Sendable {
  public let range: Range<Int>
}
public struct YAMLError: Error, Sendable {
  public let message: String
  public let range: Range<Int>
  public let help: String
}
