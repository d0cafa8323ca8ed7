internal import CExpat

/// Reads test results in the XML form of JUnit, as `swift test --xunit-output`, pytest and most others write it.
public enum JUnitFile {
  /// The tests of a file, in its order.
  ///
  /// - Throws: when it is no XML, has no `testsuite`, or holds a document type, which no test tool writes and attacks use.
  public static func read(_ bytes: [UInt8]) throws(TestResultError) -> [TestResult] {
    guard let parser = XML_ParserCreate(nil) else { fatalError("out of memory") }
    defer { XML_ParserFree(parser) }
    let reader = Reader(parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(reader).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        if let name { Reader.of(data)?.start(String(cString: name), attributes) }
      },
      { data, name in if let name { Reader.of(data)?.end(String(cString: name)) } })
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      Reader.of(data)?.stop(
        "the file declares a document type", "Test tools write none; do not trust this file.")
    }
    var at = 0
    repeat {
      let end = min(bytes.count, at + 1 << 20)
      let isLast = end == bytes.count
      let status = bytes[at..<end].withUnsafeBytes { chunk in
        XML_Parse(
          parser, chunk.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(chunk.count), isLast ? 1 : 0)
      }
      if let error = reader.error { throw error }
      guard status == XML_STATUS_OK else {
        let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown"
        throw reader.error(
          "the file is no XML: \(words)", "Give the file that the test run wrote, such as junit.xml.")
      }
      at = end
    } while at < bytes.count
    guard reader.hasSuite else {
      throw TestResultError(
        message: "the file holds no test suite", line: 1, column: 1,
        help: "Give the file that the test run wrote, such as junit.xml.")
    }
    return reader.results
  }

  /// What the parser's calls gather.
  private final class Reader {
    private let parser: XML_Parser
    private(set) var results: [TestResult] = []
    private(set) var hasSuite = false
    private(set) var error: TestResultError?
    private var suites: [String] = []
    private var open: (suite: String, name: String, outcome: TestResult.Outcome, line: Int)?
    private var depth = 0

    init(_ parser: XML_Parser) { self.parser = parser }

    static func of(_ data: UnsafeMutableRawPointer?) -> Reader? {
      data.map { Unmanaged<Reader>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(_ element: String, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
      depth += 1
      if depth > 100 { stop("elements are nested more than 100 deep", "Test tools write a few levels only.") }
      switch element {
      case "testsuites": hasSuite = true
      case "testsuite":
        hasSuite = true
        suites.append(Self.value("name", attributes) ?? "")
      case "testcase":
        open = (
          Self.value("classname", attributes) ?? suites.last ?? "", Self.value("name", attributes) ?? "",
          .passed,
          Int(XML_GetCurrentLineNumber(parser))
        )
      case "failure", "error": open?.outcome = .failed
      case "skipped", "disabled": if open?.outcome == .passed { open?.outcome = .skipped }
      default: break
      }
    }

    func end(_ element: String) {
      depth -= 1
      if element == "testsuite", !suites.isEmpty { suites.removeLast() }
      guard element == "testcase", let test = open else { return }
      results.append(TestResult(suite: test.suite, name: test.name, outcome: test.outcome, line: test.line))
      open = nil
    }

    func stop(_ message: String, _ help: String) {
      if error == nil { error = error(message, help) }
      XML_StopParser(parser, 0)
    }

    func error(_ message: String, _ help: String) -> TestResultError {
      TestResultError(
        message: message, line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1, help: help)
    }

    /// The value of an attribute: names and values alternate up to a null.
    private static func value(
      _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) -> String? {
      guard let attributes else { return nil }
      var at = 0
      while let key = attributes[at], let value = attributes[at + 1] {
        if String(cString: key) == name { return String(cString: value) }
        at += 2
      }
      return nil
    }
  }
}
