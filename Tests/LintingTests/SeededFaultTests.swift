import Diagnostics
import Foundation
import Linting
import Organization
import PRFAQ
import SourceText
import Testing
import Tracing

/// One deliberate fault in a copy of the warehouse sample and its organisation.
struct SeededFault: CustomTestStringConvertible {
  let rule: String
  let severity: Severity
  /// What is replaced: file, old text, new text. `«»` in the new text mark the finding, `‹›` a place related to it.
  let edits: [(file: String, old: String, new: String)]
  var testDescription: String { "\(rule): \(edits.last?.new ?? "")" }

  init(_ rule: String, _ severity: Severity, _ edits: (file: String, old: String, new: String)...) {
    self.init(rule, severity, edits: edits)
  }

  init(_ rule: String, _ severity: Severity, edits: [(file: String, old: String, new: String)]) {
    self.rule = rule
    self.severity = severity
    self.edits = edits
  }

  static let all: [SeededFault] = [
    SeededFault(
      "team/service-owner", .error,
      ("fulfilment/inbound.yaml", "name: dock-diary\n", "name: «dock-diary»\n"),
      (
        "fulfilment/inbound.yaml", "owner: inbound\n  system: wholebasket\n  providesApis: [dock-diary-api]",
        "system: wholebasket\n  providesApis: [dock-diary-api]"
      )),
    SeededFault(
      "team/service-owner", .error, ("prfaq.md", "(owned by Stow, new)", "(owned by «Stow», new)"),
      (
        "fulfilment/promise.yaml", "owner: promise\n  system: wholebasket\n  providesApis: [stock-map-api",
        "owner: ‹inbound›\n  system: wholebasket\n  providesApis: [stock-map-api"
      )),
    SeededFault(
      "team/service-owner", .error,
      (
        "shop/care.yaml", "owner: care\n  system: shop\n  providesApis: [goodwill-api]",
        "owner: «user:colin.maher»\n  system: shop\n  providesApis: [goodwill-api]"
      )),
    SeededFault(
      "team/owner-unknown", .error,
      (
        "fulfilment/inbound.yaml", "owner: inbound\n  system: wholebasket\n  providesApis: [dock-diary-api]",
        "owner: «inbuond»\n  system: wholebasket\n  providesApis: [dock-diary-api]"
      )),
    SeededFault(
      "team/owner-unknown", .error,
      (
        "fulfilment/ambient.yaml", "  type: timeseries\n  owner: ambient",
        "  type: timeseries\n  owner: «ambiant»"
      )),
    SeededFault(
      "team/owner-unknown", .error, ("prfaq.md", "(owned by Outbound)", "(owned by «Outward»)")),
    SeededFault(
      "team/two-pizza", .warning, ("fulfilment/promise.yaml", "name: promise\n", "name: «promise»\n"),
      ("fulfilment/promise.yaml", "children: []", "children: []\n  members: [ada.one, ben.two, cleo.three]")),
    SeededFault(
      "team/two-pizza", .error, ("fulfilment/promise.yaml", "name: promise\n", "name: «promise»\n"),
      (
        "fulfilment/promise.yaml", "children: []",
        "children: []\n  members: [ada.one, ben.two, cleo.three, dan.four, eve.five]"
      )),
    SeededFault(
      "team/team-without-leader", .warning,
      ("fulfilment/promise.yaml", "name: promise\n", "name: «promise»\n"),
      ("fulfilment/promise.yaml", "    prfaq/product-owner: piet.vos\n", "")),
    SeededFault(
      "team/team-without-leader", .warning,
      (
        "fulfilment/promise.yaml", "prfaq/manager: hana.osei", "prfaq/manager: ‹hana.osei›, «amir.sadeghi»"
      )),
    SeededFault(
      "team/leader-shared", .warning,
      ("fulfilment/ambient.yaml", "prfaq/manager: grace.adeyemi", "prfaq/manager: ‹hana.osei›"),
      ("fulfilment/promise.yaml", "prfaq/manager: hana.osei", "prfaq/manager: «hana.osei»")),
    SeededFault(
      "team/service-without-api", .error,
      ("fulfilment/inbound.yaml", "name: dock-diary\n", "name: «dock-diary»\n"),
      ("fulfilment/inbound.yaml", "  providesApis: [dock-diary-api]\n", "")),
    SeededFault(
      "team/api-bypassed", .error,
      (
        "fulfilment/ambient.yaml", "dependsOn: [resource:crates]",
        "dependsOn: [resource:crates, «resource:bins-and-holds»]"
      ),
      ("fulfilment/promise.yaml", "name: stock-map\n", "name: ‹stock-map›\n")),
    SeededFault(
      "team/api-bypassed", .error,
      ("shop/browse.yaml", "name: product-pages\n", "name: ‹product-pages›\n"),
      (
        "fulfilment/ambient.yaml", "dependsOn: [resource:crates]",
        "dependsOn: [resource:crates, «component:product-pages»]"
      )),
    SeededFault(
      "team/datastore-shared", .error,
      (
        "fulfilment/promise.yaml", "dependsOn: [resource:baskets]",
        "dependsOn: [resource:baskets, «resource:bins-and-holds»]"
      ),
      (
        "fulfilment/promise.yaml", "dependsOn: [resource:bins-and-holds]",
        "dependsOn: [‹resource:bins-and-holds›]"
      )),
    SeededFault(
      "team/datastore-shared", .error,
      ("fulfilment/ambient.yaml", "dependsOn: [resource:totes]", "dependsOn: [‹resource:totes›]"),
      ("prfaq.md", "Stores: deliveries", "Stores: deliveries, «totes»")),
    SeededFault(
      "team/service-cycle", .error,
      (
        "fulfilment/ambient.yaml",
        "providesApis: [pick-line-api, pick-line-events]\n  consumesApis: [stock-map-api]",
        "providesApis: [pick-line-api, pick-line-events]\n  consumesApis: [«stock-map-api»]"
      ),
      (
        "fulfilment/promise.yaml", "providesApis: [stock-map-api, stock-map-events]",
        "providesApis: [stock-map-api, stock-map-events]\n  consumesApis: [‹pick-line-api›]"
      )),
    SeededFault(
      "team/service-cycle", .warning,
      (
        "fulfilment/ambient.yaml",
        "providesApis: [pick-line-api, pick-line-events]\n  consumesApis: [stock-map-api]",
        "providesApis: [pick-line-api, pick-line-events]\n  consumesApis: [«stock-map-api»]"
      ),
      (
        "fulfilment/promise.yaml", "providesApis: [stock-map-api, stock-map-events]",
        "providesApis: [stock-map-api, stock-map-events]\n  consumesApis: [‹pick-line-events›]"
      )),
    SeededFault(
      "team/fan-out", .warning,
      (
        "prfaq.md", "**N-1: Get every item I ordered.**", "**N-1: «Get every item I ordered».**"
      ),
      (
        "prfaq.md", "Served by: Basket Promise, Stock Map, Pick Line",
        "Served by: Basket Promise, Stock Map, Pick Line, Receiving, Van Loading"
      ),
      (
        "fulfilment/ambient.yaml", "owner: ambient\n  system: wholebasket\n  providesApis: [pick-line-api",
        "owner: ‹ambient›\n  system: wholebasket\n  providesApis: [pick-line-api"
      ),
      (
        "fulfilment/doorstep.yaml",
        "owner: doorstep\n  system: wholebasket\n  providesApis: [van-loading-api]",
        "owner: ‹doorstep›\n  system: wholebasket\n  providesApis: [van-loading-api]"
      ),
      (
        "fulfilment/inbound.yaml", "owner: inbound\n  system: wholebasket\n  providesApis: [receiving-api]",
        "owner: ‹inbound›\n  system: wholebasket\n  providesApis: [receiving-api]"
      ),
      (
        "fulfilment/promise.yaml",
        "owner: promise\n  system: wholebasket\n  providesApis: [basket-promise-api]",
        "owner: ‹promise›\n  system: wholebasket\n  providesApis: [basket-promise-api]"
      )),
  ]
}

@Suite("Faults seeded into the sample organisation")
struct SeededFaultTests {
  /// The warehouse sample as `prfaq.md`, and the files of its organisation.
  static func files(_ sample: String = "warehouse") throws -> [String: String] {
    let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Samples")
    let folder = samples.appendingPathComponent("organization")
    var files = [
      "prfaq.md": try String(
        contentsOf: samples.appendingPathComponent("\(sample)/prfaq.md"), encoding: .utf8)
    ]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".yaml")
    {
      files[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    return files
  }

  /// All findings of graph rules, by path.
  static func findings(_ files: [String: String]) -> [String: [Finding]] {
    let document = PRFAQDocument(SourceFile(files["prfaq.md"] ?? "", path: "prfaq.md"))
    let catalog = files.keys.filter { $0.hasSuffix(".yaml") }.sorted()
    let organization = Organization(catalog.map { SourceFile(files[$0] ?? "", path: $0) })
    #expect(organization.problems == [])
    let graph = LinkGraph([TraceUnit(document)], organization)
    let standard = Settings(profile: Profile.all[0])
    var found = graph.lint(GraphScope(standard: GraphScope.Entry(standard, Linter())))
    // The rules on links within one document look at it alone.
    let own = Linter().lint(document, standard).filter { $0.rule.hasPrefix("trace/") }
    if !own.isEmpty { found["prfaq.md", default: []] += own }
    return found
  }

  @Test("Without a fault there is nothing to find", arguments: ["warehouse", "warehouse-reformed"])
  func sound(sample: String) throws {
    let found = Self.findings(try Self.files(sample))
    #expect(found.values.joined().map { "\($0.rule): \($0.message)" } == [])
  }

  @Test(
    "Each fault is found where it is, with what belongs to it, and nothing else",
    arguments: SeededFault.all + SeededFault.ofLinks)
  func fault(_ fault: SeededFault) throws {
    var files = try Self.files()
    for edit in fault.edits {
      let text = try #require(files[edit.file])
      #expect(
        text.components(separatedBy: edit.old).count == 2, "“\(edit.old)” must occur once in \(edit.file)")
      files[edit.file] = text.replacingOccurrences(of: edit.old, with: edit.new)
    }
    var expected: [String] = []
    var related: [String] = []
    for (path, text) in files {
      let (plain, marks) = Self.unmarked(text)
      files[path] = plain
      expected += marks.filter { $0.isFinding }.map { "\(path):\($0.range)" }
      related += marks.filter { !$0.isFinding }.map { "\(path):\($0.range)" }
    }
    let found = Self.findings(files)
    let all = found.flatMap { path, findings in findings.map { (path: path, finding: $0) } }
    #expect(
      all.map { "\($0.path):\($0.finding.range)" } == expected,
      "\(all.map { "\($0.path) \($0.finding.rule): \($0.finding.message)" })")
    #expect(all.map(\.finding.rule) == [fault.rule])
    #expect(all.map(\.finding.severity) == [fault.severity])
    let others = all.flatMap { item in
      item.finding.related.map { "\($0.path ?? item.path):\($0.range)" }
    }
    #expect(others.sorted() == related.sorted())
  }

  /// The text without marks, and what was marked.
  static func unmarked(_ text: String) -> (text: String, marks: [(range: Range<Int>, isFinding: Bool)]) {
    var plain = ""
    var start = 0
    var marks: [(range: Range<Int>, isFinding: Bool)] = []
    for character in text {
      switch character {
      case "«", "‹": start = plain.utf8.count
      case "»", "›": marks.append((start..<plain.utf8.count, character == "»"))
      default: plain.append(character)
      }
    }
    return (plain, marks)
  }
}
