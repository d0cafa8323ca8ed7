import Foundation
import TestSupport
import Testing

/// The stack inside the program, put to the test on the warehouse sample.
@Suite("the Swift stack")
struct SwiftStackTests {
  private static let services = [
    "Basket Promise", "Packing", "Pick Line", "Receiving", "Stock Map", "Van Loading",
  ]

  @Test("every service of the sample, with a catalogue, has no finding", arguments: services)
  func verified(_ service: String) throws {
    let bench = try Workbench()
    let sample = Workbench.package.appendingPathComponent("Samples").path
    let made = try bench.prfaq(
      "scaffold", "create", service, "--from", "\(sample)/warehouse/prfaq.md", "--catalog",
      "\(sample)/organization",
      "--github-org", "fairbrook", "--into", "service")
    #expect(made.status == 0, "\(made.stderr)")
    let verified = try bench.prfaq("scaffold", "verify", "service")
    #expect(verified.status == 0, "\(verified.stdout)")
    #expect(
      verified.stdout.hasSuffix("All nine responsibilities are there, and every link leads somewhere.\n"))
  }

  @Test("a service nothing is declared of but its owner still makes sense")
  func bare() throws {
    var document = try Workbench.sample("warehouse")
    document += "- **Gift Wrap** (owned by Storefront, new) wraps.\n"
    let bench = try Workbench(["prfaq.md": document])
    let made = try bench.prfaq(
      "scaffold", "create", "Gift Wrap", "--from", "prfaq.md", "--github-org", "fairbrook")
    #expect(made.status == 0, "\(made.stderr)")
    #expect(made.stderr.contains("warning: no operation of Gift Wrap is declared, and none is invented"))
    #expect(made.stderr.contains("warning: Gift Wrap serves no need of the document"))
    let verified = try bench.prfaq("scaffold", "verify", "gift-wrap", "--format", "json")
    let rules =
      try #require(
        try JSONSerialization.jsonObject(with: verified.output) as? [String: Any])["findings"]
      as? [[String: Any]]
    // What was not declared is what verify asks for, and nothing else is wrong.
    #expect(
      (rules ?? []).compactMap { $0["rule"] as? String }.sorted() == [
        "needs/no-needs", "on-call/nobody", "security/no-operation",
      ])
  }
}
