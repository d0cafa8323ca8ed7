import Foundation
import TestSupport
import Testing

/// How needs went, out of git's history.
@Suite struct ReportTrendTests {
  private static func plan(_ name: String, needs: [String]) -> String {
    var text = """
      ---
      document: prfaq
      product: \(name)
      key: \(name.uppercased())
      ---
      # Shoppers get \(name) on the day they need it

      Gateshead, 5 October 2027. Tidewater today launched \(name), which brings the basket on the promised day.

      ## Problem

      Shoppers miss one basket in six.

      ## What customers need

      """
    for (index, need) in needs.enumerated() { text += "\n- **N-\(index + 1): \(need).** It matters." }
    return text + "\n"
  }

  private func git(_ bench: Workbench, _ arguments: [String], day: Int = 1) throws -> String {
    let date = "2026-03-\(day < 10 ? "0" : "")\(day)T10:00:00Z"
    let result = try Command.run(
      "git",
      ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main"]
        + arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "HOME": bench.folder.path, "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_DATE": date,
      ],
      currentFolder: bench.folder.path)
    #expect(result.status == 0, "\(result.stderr)")
    return result.stdout
  }

  /// A repository in which `A` gets a second need on the fourth and a third one that is not committed; `B` comes later.
  private func repository() throws -> Workbench {
    let bench = try Workbench(["plans/a.md": Self.plan("A", needs: ["Pay"]), "other.txt": "1"])
    _ = try git(bench, ["init", "-q"])
    func commit(_ message: String, _ day: Int) throws {
      _ = try git(bench, ["add", "plans", "other.txt"])
      _ = try git(bench, ["commit", "-q", "-m", message], day: day)
    }
    try commit("one", 1)
    _ = try git(bench, ["tag", "v1"])
    try bench.folder.write("2", to: "other.txt")
    try commit("elsewhere", 2)
    try bench.folder.write(Self.plan("A", needs: ["Pay", "Wait"]), to: "plans/a.md")
    try bench.folder.write(Self.plan("B", needs: ["Eat"]), to: "plans/b.md")
    try commit("two", 4)
    try bench.folder.write(Self.plan("A", needs: ["Pay", "Wait", "See"]), to: "plans/a.md")
    return bench
  }

  private func labels(_ page: String) -> [String] {
    page.components(separatedBy: "class=\"spark\"").dropFirst().map {
      $0.components(separatedBy: "aria-label=\"")[1].components(separatedBy: "\"")[0]
    }
  }

  @Test func drawsTheNeedsOfEachDocumentAndOfAll() throws {
    let bench = try repository()
    let before = try git(bench, ["status", "--porcelain"])
    let page = try bench.prfaq("report", "plans").stdout
    #expect(
      labels(page).prefix(5) == [
        "needs: 2026-03-01 1, 2026-03-04 3, now 4", "needs covered: 2026-03-01 0, 2026-03-04 0, now 0",
        "ready for review: 2026-03-01 0, 2026-03-04 0, now 0",
        "Needs since 2026-03-01: 1, 2, 3; covered: 0, 0, 0; readiness: not ready, not ready, not ready",
        "Needs since 2026-03-01: none, 1, 1; covered: none, 0, 0; readiness: none, not ready, not ready",
      ])
    #expect(page.contains("3 more than on 2026-03-01"))
    #expect(page.contains("<span class=\"words\">+2 needs</span>"))
    #expect(page.contains("<span class=\"words\">new</span>"))
    #expect(try bench.prfaq("report", "plans").stdout == page)
    // Nothing of the work tree was touched.
    #expect(try git(bench, ["status", "--porcelain"]) == before)
    #expect(try !bench.prfaq("report", "plans", "--no-trend").stdout.contains("class=\"spark\""))
  }

  @Test func beginsWhereItIsTold() throws {
    let bench = try repository()
    let text = try bench.prfaq("report", "plans", "--since", "v1", "--format", "markdown").stdout
    #expect(text.contains("4 needs, 3 more than at v1; 0 covered, 0 then; 0 ready for review, 0 then."))
    let later = try bench.prfaq("report", "plans/a.md", "--since", "HEAD", "--format", "markdown").stdout
    #expect(later.contains("\n3 needs, 1 more than at HEAD; 0 of 3 covered, 0 of 2 then.\n"))
    // One document alone has a trend only where it is asked for.
    #expect(try !bench.prfaq("report", "plans/a.md").stdout.contains("class=\"spark\""))
    #expect(try bench.prfaq("report", "plans/a.md", "--since", "v1").stdout.contains("class=\"spark\""))
    // From within a folder, and by an absolute path.
    let inside = try Command.run(
      try Command.prfaq, ["report", "a.md", "--since", "v1", "--format", "markdown"],
      environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path("plans"))
    #expect(inside.stdout.contains("3 needs, 2 more than at v1"))
    let absolute = try bench.prfaq(
      "report", bench.folder.path("plans/a.md"), "--since", "v1", "--format", "markdown")
    #expect(absolute.stdout.contains("3 needs, 2 more than at v1"))
  }

  @Test func saysOnceWhereThereIsNoHistory() throws {
    let bench = try Workbench([
      "plans/a.md": Self.plan("A", needs: ["Pay"]), "plans/b.md": Self.plan("B", needs: ["Eat"]),
    ])
    let plain = try bench.prfaq("report", "plans", "--output", "r.html")
    #expect(plain.stderr == "Wrote r.html.\n")
    let asked = try bench.prfaq("report", "plans", "--since", "main", "--output", "r.html")
    #expect(asked.status == 0)
    #expect(
      asked.stderr
        == "Wrote r.html.\nnote: no trend: plans/a.md is in no git repository, or git is not installed\n")
    _ = try git(bench, ["init", "-q"])
    #expect(try bench.prfaq("report", "plans", "--output", "r.html").stderr == "Wrote r.html.\n")
    #expect(try !bench.folder.read("r.html").contains("class=\"spark\""))
    _ = try git(bench, ["add", "plans"])
    _ = try git(bench, ["commit", "-q", "-m", "one"])
    let unchanged = try bench.prfaq("report", "plans", "--since", "main", "--output", "r.html")
    #expect(
      unchanged.stderr == "Wrote r.html.\nnote: no trend: these documents are as they were at main\n")
    let unknown = try bench.prfaq("report", "plans", "--since", "v9", "--output", "r.html")
    #expect(unknown.status == 2)
    #expect(unknown.stderr.hasPrefix("error: there is no commit \"v9\" in "))
    #expect(
      try bench.prfaq("report", "plans", "--since=--all").stderr.hasPrefix("error: \"--all\" is no commit\n"))
    #expect(try bench.prfaq("report", "plans", "--since", "main", "--no-trend").status == 2)
  }

  @Test(.enabled(if: Browser.program != nil)) func showsTheTrendOnANarrowScreen() throws {
    let bench = try repository()
    #expect(try bench.prfaq("report", "plans", "--output", "r.html").status == 0)
    let visit = try Browser.visit(
      bench.folder.path("r.html"), in: bench.folder,
      [
        ["size": [360, 800]], ["evaluate": "document.documentElement.scrollWidth <= innerWidth"],
        [
          "evaluate":
            "[...document.querySelectorAll('.documents .spark')].every(s => s.getBoundingClientRect().right <= innerWidth)"
        ],
        [
          "evaluate":
            "getComputedStyle(document.querySelector('.documents td.trend'), '::before').content"
        ],
      ])
    #expect(visit.errors == [])
    #expect(visit.values == [.flag(true), .flag(true), .text("\"Trend\"")])
  }
}
