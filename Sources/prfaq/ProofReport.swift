import JSONText
import Reporting
import SourceText
import TestResults
import Tracing
import Workspace

/// What `prfaq trace --test-results` shows: which needs tests prove, in which service, owned by which team.
struct ProofReport {
  private struct Row {
    let id: String
    let title: String
    let proof: NeedProof
    let services: [String]
    let teams: [String]
  }

  private let rows: [Row]
  private let tests: Int
  private let files: [String]

  /// Reads the results, and holds them against the declared needs of the graph.
  ///
  /// - Throws: a `Failure` when a file cannot be read, or a test's ID could be that of several documents' needs.
  init(_ graph: LinkGraph, files: [String]) throws {
    var results: [TestResult] = []
    for path in files {
      let bytes = try FileReader.read(path)
      do throws(TestResultError) { results += try JUnitFile.read(bytes) } catch {
        throw Failure("\(path):\(error.line):\(error.column): \(error.message)", help: error.help)
      }
    }
    self.files = files
    tests = results.count
    let declared = graph.needs.indices.filter { graph.needs[$0].origin == .declared }
    var seen: [String: Int] = [:]
    rows = try declared.map { index in
      let need = graph.needs[index]
      if let other = seen.updateValue(index, forKey: need.id) {
        throw Failure(
          "\(need.id) is a need of \(graph.documents[graph.needs[other].document].path) and of "
            + graph.documents[need.document].path,
          help: "Test names hold no document. Trace one of them at a time with --test-results.")
      }
      return Row(
        id: need.id, title: need.title.text, proof: NeedProof(of: need.id, in: results),
        services: graph.services(ofNeed: index).map { graph.services[$0].name },
        teams: graph.teams(ofNeed: index).map { graph.teams[$0].name })
    }
  }

  /// Whether a test of a need failed.
  var isFailing: Bool { rows.contains { $0.proof.state == .failing } }

  func text(width: Int, palette: Palette) -> String {
    var text = "\(Self.count(tests, "test")) in \(TerminalText.clean(files.joined(separator: ", ")))\n\n"
    for row in rows {
      let sign: String
      switch row.proof.state {
      case .proven: sign = palette.green("✓")
      case .failing: sign = palette.red("✗")
      case .pending: sign = palette.yellow("…")
      case .untested: sign = palette.dim("–")
      }
      let title = TerminalText.truncate(TerminalText.clean(row.title), to: max(20, width - 12 - row.id.count))
      text += "\(sign) \(palette.bold(row.id))  \(title)\n"
      text += "     \(row.proof.state.rawValue)\(Self.tests(row.proof))\n"
      if !row.services.isEmpty {
        let teams = row.teams.isEmpty ? "" : " (\(row.teams.joined(separator: ", ")))"
        text += "     \(TerminalText.clean(row.services.joined(separator: ", ") + teams))\n"
      }
      for test in row.proof.failed.prefix(5) {
        text += "     \(palette.red("failed"))  \(TerminalText.clean(Self.name(test)))\n"
      }
    }
    if !rows.isEmpty { text += "\n" }
    let states = NeedProof.State.allCases.map { state in
      (state, rows.filter { $0.proof.state == state }.count)
    }
    text += "\(states[0].1) of \(Self.count(rows.count, "need")) proven"
    let others = states.dropFirst().filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
    if !others.isEmpty { text += "; " + others.joined(separator: ", ") }
    return text + ". A test that did not run proves nothing.\n"
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("formatVersion", "1.0")
      Self.list("testResults", files, &json)
      json.field("tests", tests)
      json.key("needs")
      json.array { json in
        for row in rows {
          json.object { json in
            json.field("id", row.id)
            json.field("title", row.title)
            json.field("state", row.proof.state.rawValue)
            Self.list("passed", row.proof.passed.map(Self.name), &json)
            Self.list("failed", row.proof.failed.map(Self.name), &json)
            Self.list("skipped", row.proof.skipped.map(Self.name), &json)
            Self.list("services", row.services, &json)
            Self.list("teams", row.teams, &json)
          }
        }
      }
      json.key("summary")
      json.object { json in
        for state in NeedProof.State.allCases {
          json.field(state.rawValue, rows.filter { $0.proof.state == state }.count)
        }
      }
    }
    json.finish()
    return json.take()
  }

  private static func list(_ name: String, _ items: [String], _ json: inout JSONWriter) {
    json.key(name)
    json.array { json in
      for item in items { json.value(item) }
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private static func tests(_ proof: NeedProof) -> String {
    let parts = [
      (proof.passed.count, "passed"), (proof.failed.count, "failed"), (proof.skipped.count, "did not run"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return words.isEmpty ? "" : ": " + words.joined(separator: ", ")
  }

  private static func name(_ test: TestResult) -> String {
    test.suite.isEmpty ? test.name : test.suite + "." + test.name
  }
}
