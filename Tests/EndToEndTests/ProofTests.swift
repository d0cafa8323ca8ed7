import TestSupport
import Testing

@Suite("prfaq trace --test-results")
struct ProofTests {
  private static let results = """
    <testsuites><testsuite name="all">
    <testcase classname="AcceptanceTests.`N-1`" name="n1Accepted1()"/>
    <testcase classname="AcceptanceTests.`N-2`" name="n2Accepted1()"><skipped/></testcase>
    <testcase classname="test_needs" name="test_n_3_not_crushed"><failure message="x"/></testcase>
    </testsuite></testsuites>
    """

  @Test("each need with what its tests prove, its services and teams")
  func text() throws {
    let bench = try Workbench(["prfaq.md": try Workbench.sample("warehouse"), "r.xml": Self.results])
    let result = try bench.prfaq("trace", "prfaq.md", "--test-results", "r.xml")
    #expect(result.status == 1)
    #expect(
      result.stdout.hasPrefix(
        """
        3 tests in r.xml

        ✓ N-1  Get every item I ordered
             proven: 1 passed
        """))
    #expect(
      result.stdout.contains(
        """
        … N-2  Learn before I pay what I will not get
             pending: 1 did not run
             Basket Promise (Storefront)
        ✗ N-3  Unpack food that is not crushed
             failing: 1 failed
             Packing (Pack)
             failed  test_needs.test_n_3_not_crushed
        – N-4  Open the door once, in the hour I chose
             untested
        """))
    #expect(
      result.stdout.hasSuffix(
        "\n1 of 7 needs proven; 1 failing, 1 pending, 4 untested. A test that did not run proves nothing.\n"))
  }

  @Test("JSON, and what cannot be read")
  func json() throws {
    let bench = try Workbench([
      "prfaq.md": try Workbench.sample("warehouse"), "r.xml": Self.results, "bad.xml": "<html/>",
    ])
    let result = try bench.prfaq("trace", "prfaq.md", "--test-results", "r.xml", "--format", "json")
    #expect(result.stdout.contains("\"state\": \"pending\""))
    #expect(result.stdout.contains("\"untested\": 4"))
    let bad = try bench.prfaq("trace", "prfaq.md", "--test-results", "bad.xml")
    #expect(bad.status == 2)
    #expect(
      bad.stderr == """
        error: bad.xml:1:1: the file holds no test suite
        help: Give the file that the test run wrote, such as junit.xml.

        """)
    #expect(try bench.prfaq("trace", "prfaq.md", "--test-results", "r.xml", "--need", "N-1").status == 2)
  }
}
