/// An operation of a public API, such as `GET /v1/baskets/{basketId}`.
public struct ServiceOperation: Sendable, Equatable {
  /// The method in upper case.
  public let verb: String
  /// The path, parameters in braces.
  public let path: String

  /// Methods an operation may have, in the order `Allow` names them.
  public static let verbs = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  /// Why a text is no operation.
  public struct Mistake: Error, Sendable, Equatable {
    /// What is wrong: a clause.
    public let reason: String
  }

  /// Reads `GET /v1/baskets/{basketId}`.
  ///
  /// - Throws: `Mistake`; nothing is guessed.
  public init(_ text: String) throws(Mistake) {
    let words = text.split(separator: " ")
    guard words.count == 2, let verb = words.first.map({ $0.uppercased() }) else {
      throw Mistake(reason: "an operation is a method and a path, such as GET /v1/baskets/{basketId}")
    }
    guard Self.verbs.contains(verb) else {
      throw Mistake(reason: "the method is none of \(Self.verbs.joined(separator: ", "))")
    }
    let path = String(words[1])
    guard AnswerKind.path.holds(path), !path.contains(":") else {
      throw Mistake(
        reason: "a path is made of letters, digits, dashes and parameters, such as /v1/baskets/{basketId}")
    }
    let parameters = Self.parameters(of: path)
    guard Set(parameters).count == parameters.count else {
      throw Mistake(reason: "a parameter stands in the path twice")
    }
    guard parameters.allSatisfy({ $0.utf8.allSatisfy(AnswerKind.isAlphanumeric) }) else {
      throw Mistake(reason: "a parameter has letters and digits only, such as {basketId}")
    }
    self.verb = verb
    self.path = path
  }

  /// Names of the parameters, in order.
  public var parameters: [String] { Self.parameters(of: path) }

  /// The operation at the path of another one.
  func at(_ other: ServiceOperation) -> ServiceOperation { ServiceOperation(verb: verb, path: other.path) }

  private init(verb: String, path: String) {
    self.verb = verb
    self.path = path
  }

  /// The path with every parameter called the same: equal shapes cannot be told apart.
  var shape: String {
    "/" + parts.map { $0.hasPrefix("{") ? "{}" : $0 }.joined(separator: "/")
  }

  /// `/v1/baskets/:basketId`
  var router: String {
    "/"
      + parts.map { $0.hasPrefix("{") ? ":" + $0.dropFirst().dropLast() : String($0) }.joined(separator: "/")
  }

  /// The last part that is no parameter; `root` where there is none.
  var resource: String { parts.last { !$0.hasPrefix("{") }.map(String.init) ?? "root" }

  /// The parts as one word without the version: `BasketsByBasketId`.
  var name: String {
    var name = ""
    for (index, part) in parts.enumerated() {
      if part.hasPrefix("{") {
        name += "By" + Self.pascal(String(part.dropFirst().dropLast()))
      } else if index > 0 || !Self.isVersion(part) {
        name += Self.pascal(String(part))
      }
    }
    return name.isEmpty ? "Root" : name
  }

  private var parts: [Substring] { path.split(separator: "/") }

  private static func parameters(of path: String) -> [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  private static func isVersion(_ part: Substring) -> Bool {
    part.utf8.first == UInt8(ascii: "v") && part.utf8.count > 1
      && part.utf8.dropFirst().allSatisfy(AnswerKind.isDigit)
  }

  private static func pascal(_ word: String) -> String { (try? EscapeContext.pascal.escape(word)) ?? word }
}
