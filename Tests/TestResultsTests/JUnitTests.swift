import Testing

@testable import TestResults

@Suite("Test results")
struct JUnitTests {
  private func read(_ text: String) throws -> [TestResult] { try JUnitFile.read(Array(text.utf8)) }

  /// As `swift test --xunit-output` writes it.
  static let swift = """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="TestResults" errors="0" tests="4" failures="1" skipped="1" time="1.2">
        <testcase classname="AcceptanceTests.`N-1`" name="n1Accepted1()" time="0.1" />
        <testcase classname="AcceptanceTests.`N-1`" name="n1Accepted2()" time="0.1">
          <skipped>pending &lt;until&gt; the team writes it</skipped>
        </testcase>
        <testcase classname="AcceptanceTests.`N-2`" name="a()" time="0.1"></testcase>
        <testcase classname="AcceptanceTests.`N-3`" name="b()" time="0.1">
          <failure message="Expectation failed: 1 == 2"></failure>
        </testcase>
        <testcase classname="AcceptanceTests.`N-11`" name="c()" time="0.1"/>
      </testsuite>
    </testsuites>
    """

  @Test("each test with its outcome and line")
  func results() throws {
    let results = try read(Self.swift)
    #expect(results.map(\.outcome) == [.passed, .skipped, .passed, .failed, .passed])
    #expect(results.map(\.line) == [4, 5, 8, 9, 12])
    #expect(results[0].suite == "AcceptanceTests.`N-1`")
    #expect(results[0].name == "n1Accepted1()")
  }

  @Test("a need is proven by tests that ran and passed, and by nothing else")
  func proofs() throws {
    let results = try read(Self.swift)
    let states = ["N-1", "N-2", "N-3", "N-11", "N-4", "M-1"].map { NeedProof(of: $0, in: results).state }
    #expect(states == [.pending, .proven, .failing, .proven, .untested, .untested])
    #expect(NeedProof(of: "N-1", in: results).passed.map(\.name) == ["n1Accepted1()"])
  }

  @Test(
    "IDs are words of their own",
    arguments: [
      ("test_n_1_get_every_item", true), ("N-1: every item", true), ("TestN_1", false), ("N-12", false),
      ("con-1", false),
      ("KEY/N-1", true), ("n1", false), ("é-n-1", true), ("N-1é", false), ("", false),
    ])
  func words(_ name: String, _ isProof: Bool) {
    let result = TestResult(suite: "", name: name, outcome: .passed, line: 1)
    #expect((NeedProof(of: "N-1", in: [result]).state == .proven) == isProof)
  }

  @Test("pytest's errors and suites without class names")
  func pytest() throws {
    let results = try read(
      "<testsuite name=\"N-1\"><testcase name=\"a\"><error/></testcase><testcase name=\"b\"><skipped/><failure/></testcase></testsuite>"
    )
    #expect(results.map(\.outcome) == [.failed, .failed])
    #expect(results.map(\.suite) == ["N-1", "N-1"])
  }

  @Test(
    "files that cannot be read",
    arguments: [
      ("", "the file is no XML: no element found", 1),
      ("<a>\n<b></a>", "the file is no XML: mismatched tag", 2),
      ("<html/>", "the file holds no test suite", 1),
      ("\n<!DOCTYPE x [<!ENTITY a \"b\">]><testsuite/>", "the file declares a document type", 2),
      (String(repeating: "<a>", count: 200), "elements are nested more than 100 deep", 1),
    ])
  func unreadable(_ text: String, _ message: String, _ line: Int) {
    let error = #expect(throws: TestResultError.self) { try read(text) }
    #expect(error?.message == message)
    #expect(error?.line == line)
  }

  @Test("a large file is read in pieces")
  func large() throws {
    let text =
      "<testsuite>" + String(repeating: "<testcase classname=\"N-1\" name=\"é\"/>\n", count: 60_000)
      + "</testsuite>"
    #expect(text.utf8.count > 2 << 20)
    #expect(try read(text).count == 60_000)
  }
}
