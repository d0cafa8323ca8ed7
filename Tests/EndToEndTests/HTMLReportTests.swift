import Foundation
import TestSupport
import Testing

@Suite struct HTMLReportTests {
  private static let samples = Workbench.package.appendingPathComponent("Samples").path

  /// A workbench with a report of samples in `r.html`.
  private static func report(_ sample: String, _ more: String...) throws -> Workbench {
    let bench = try Workbench()
    let result = try Command.run(
      try Command.prfaq, ["report", "\(samples)/\(sample)", "--output", "r.html"] + more,
      environment: ["PATH": "/usr/bin:/bin"], currentFolder: bench.folder.path)
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.isEmpty)
    #expect(result.stderr == "Wrote r.html.\n")
    return bench
  }

  private static var organization: [String] { ["--catalog", "\(samples)/organization"] }

  private static func hasModule(_ name: String) -> Bool {
    let packages = Workbench.package.appendingPathComponent(".build-tools/venv/lib")
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: packages.path)) ?? []
    let found = versions.contains {
      FileManager.default.fileExists(atPath: "\(packages.path)/\($0)/site-packages/\(name)")
    }
    if !found { print("notice: no \(name) here, so a check of reports is left out; make test installs it") }
    return found
  }

  // MARK: Files

  @Test func writesTheSameBytesAndOnlyOverAReport() throws {
    let bench = try Workbench(["plan.md": Workbench.sample("consumer"), "mine.html": "<p>mine</p>\n"])
    #expect(try bench.prfaq("report", "plan.md", "--output", "a.html").status == 0)
    let first = try bench.folder.read("a.html")
    #expect(try bench.prfaq("report", "plan.md", "--output", "a.html").status == 0)
    #expect(try bench.folder.read("a.html") == first)
    #expect(try bench.prfaq("report", "plan.md").stdout == first)
    let refused = try bench.prfaq("report", "plan.md", "--output", "mine.html")
    #expect(refused.status == 2)
    #expect(
      refused.stderr
        == "error: mine.html is there already, and it is no report of this program\nhelp: Choose another name, or replace it with --force.\n"
    )
    #expect(try bench.folder.read("mine.html") == "<p>mine</p>\n")
  }

  @Test func writesAFolderWithAPagePerDocument() throws {
    let bench = try Workbench([
      "plans/a.md": Workbench.sample("consumer"), "plans/b.md": Workbench.sample("open-source"),
    ])
    let result = try bench.prfaq("report", "plans", "--output", "site/")
    #expect(result.status == 0)
    #expect(result.stderr == "Wrote 2 pages into site. Open site/index.html.\n")
    let names = try bench.folder.names(in: "site")
    #expect(names.count == 4 && names[0] == ".prfaq-report.sha256")
    let index = try bench.folder.read("site/index.html")
    for name in names[1...] where name != "index.html" { #expect(index.contains("href=\"\(name)\"")) }
    // Again, over what is there; but not over what a person put in a page's place.
    #expect(try bench.prfaq("report", "plans", "--output", "site").status == 0)
    try bench.folder.write("mine", to: "site/index.html")
    #expect(try bench.prfaq("report", "plans", "--output", "site").status == 2)
    #expect(try bench.folder.read("site/index.html") == "mine")
  }

  @Test func removesPagesWhoseDocumentsAreGoneUnlessSomebodyEditedThem() throws {
    let bench = try Workbench([
      "plans/a.md": Workbench.sample("consumer"), "plans/b.md": Workbench.sample("open-source"),
      "plans/c.md": Workbench.sample("internal-tool"),
    ])
    #expect(try bench.prfaq("report", "plans", "--output", "site/").status == 0)
    let listed = [".prfaq-report.sha256", "even.html", "index.html", "kin.html", "swap.html"]
    #expect(try bench.folder.names(in: "site") == listed)
    let sums = try Command.run(
      "sha256sum", ["--check", "--quiet", ".prfaq-report.sha256"], currentFolder: bench.folder.path("site"))
    #expect(sums.status == 0, "\(sums.stdout)")
    // Of two pages the documents go; one of them got a note by hand, and beside them lies a report made by itself.
    try bench.folder.write(try bench.folder.read("site/swap.html") + "<!-- mine -->\n", to: "site/swap.html")
    #expect(try bench.prfaq("report", "plans/a.md", "--output", "site/own.html").status == 0)
    try FileManager.default.removeItem(atPath: bench.folder.path("plans/b.md"))
    try FileManager.default.removeItem(atPath: bench.folder.path("plans/c.md"))
    let second = try bench.prfaq("report", "plans", "--output", "site")
    #expect(
      second.stderr == """
        Wrote 1 page into site. Open site/index.html.
        Removed even.html: its document is not in this report.
        note: kept swap.html, edited since; its document is not in this report

        """)
    #expect(
      try bench.folder.names(in: "site")
        == [".prfaq-report.sha256", "index.html", "kin.html", "own.html", "swap.html"])
    // From now on the page is its editor's: it is neither removed nor spoken of.
    #expect(
      try bench.prfaq("report", "plans", "--output", "site").stderr
        == "Wrote 1 page into site. Open site/index.html.\n")
  }

  @Test func removesNothingThatAForgedListNames() throws {
    let bench = try Workbench(["plans/a.md": Workbench.sample("consumer"), "secret.html": "x"])
    try bench.folder.write(
      "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  ../secret.html\n",
      to: "site/.prfaq-report.sha256")
    let refused = try bench.prfaq("report", "plans", "--output", "site")
    #expect(refused.status == 2)
    #expect(refused.stderr.hasPrefix("error: site/.prfaq-report.sha256 is no list of pages"))
    #expect(try bench.prfaq("report", "plans", "--output", "site", "--force").status == 0)
    #expect(try bench.folder.read("secret.html") == "x")
  }

  @Test(arguments: ["html", "markdown"]) func replacesNoReportThatSomebodyEdited(_ format: String) throws {
    let bench = try Workbench(["plan.md": Workbench.sample("consumer")])
    let arguments = ["report", "plan.md", "--format", format, "--output", "r"]
    func report(_ more: String...) throws -> Command.Result {
      try Command.run(
        try Command.prfaq, arguments + more, environment: ["PATH": "/usr/bin:/bin"],
        currentFolder: bench.folder.path)
    }
    #expect(try report().status == 0)
    #expect(try report().status == 0)
    let edited = try bench.folder.read("r").replacingOccurrences(of: "Kinrota", with: "Kin Rota")
    try bench.folder.write(edited, to: "r")
    let refused = try report()
    #expect(refused.status == 2)
    #expect(
      refused.stderr
        == "error: r is a report that was edited since\nhelp: Choose another name, or replace it with --force.\n"
    )
    #expect(try bench.folder.read("r") == edited)
    #expect(try report("--force").status == 0)
    #expect(try !bench.folder.read("r").contains("Kin Rota"))
  }

  @Test func writesMarkdownThatNotifiesNobody() throws {
    let text = try Workbench.sample("consumer")
      .replacingOccurrences(of: "# Kinrota", with: "# @octocat <img src=x> #12 Kinrota")
    let bench = try Workbench(["plan.md": text, "prfaq.yaml": "limits:\n  release-words: 50\n"])
    let result = try bench.prfaq("report", "plan.md", "--format", "markdown")
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.hasPrefix("<!-- prfaq report -->\n### Kinrota\n"))
    #expect(result.stdout.contains("| need | missing | served by | teams |\n|---|---|---|---|\n"))
    #expect(!result.stdout.contains("@octocat"))
    #expect(!result.stdout.contains("<img"))
  }

  @Test func saysWhatItCannotShow() throws {
    let bench = try Workbench(["note.md": "# Shopping\n\nMilk.\n"])
    let other = try bench.prfaq("report", "note.md", "--output", "r.html")
    #expect(other.status == 2)
    #expect(other.stderr.hasPrefix("error: note.md is not recognised as a PR/FAQ\n"))
    #expect(
      try bench.prfaq("report", ".", "--output", "r.html").stderr.hasPrefix(
        "error: there is no PR/FAQ to show"))
    #expect(try bench.folder.names() == ["note.md"])
  }

  // MARK: Markup

  @Test(.enabled(if: hasModule("html5lib")), arguments: ["warehouse", "flawed", "consumer", "."])
  func isValidMarkup(_ sample: String) throws {
    let bench = try Self.report(sample, Self.organization[0], Self.organization[1])
    let result = try PythonTool.run("check_html.py", bench.folder.path("r.html"))
    #expect(result.stdout == "")
    #expect(result.status == 0, "\(result.stderr)")
  }

  private static let hostile = """
    ---
    document: prfaq
    product: "</title><script>window.hit=1</script>"
    key: "\\"><img src=x onerror=window.hit=1>"
    owners: ["<script>window.hit=1</script>"]
    launch: "' onmouseover='window.hit=1"
    ---
    # </script><script>window.hit=1</script> <img src=x onerror="window.hit=1"> tells shoppers what they owe

    **Gateshead, 5 October 2027** — ]]><script>window.hit=1</script> \u{202E}gnp.exe\u{2028}window.hit=1 \u{0}
    [a](javascript:window.hit=1) [b](JAVASCRIPT:window.hit=1) [c](data:text/html,<script>window.hit=1</script>)
    [d](https://x.example/"onmouseover="window.hit=1) <javascript:window.hit=1> ![e](https://x.example/e.png)

    <iframe src="javascript:parent.hit=1"></iframe>
    <style>body{background:url(https://x.example/)}</style>
    <meta http-equiv="refresh" content="0;url=https://x.example/">

    ## Problem

    Shoppers lose &lt;script&gt;window.hit=1&lt;/script&gt; TBD every week.

    ## Solution

    They `</code><script>window.hit=1</script>` it [N-1].

    ## External FAQ

    **Q: What is </span><svg onload=window.hit=1>?**

    It costs 4.

    ## What customers need

    - **N-1: Get </text></svg><script>window.hit=1</script> ordered.** It is "quoted" & 'so'.
      - Served by: Bad</a><script>window.hit=1</script> Service
      - Accepted when: <img src=x onerror=window.hit=1> is shown

    ## Services

    - **Bad</a><script>window.hit=1</script> Service** (owned by Team"><script>window.hit=1</script>) does.
      - API: `GET /v1/<script>window.hit=1</script>`

    """

  @Test func runsNothingOfAHostileDocument() throws {
    let bench = try Workbench(["plan.md": Self.hostile])
    let written = try bench.prfaq("report", "plan.md", "--output", "r.html")
    #expect(written.status == 0, "\(written.stderr)")
    let page = try bench.folder.read("r.html")
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.components(separatedBy: "<style").count == 2)
    #expect(!page.contains("\u{202E}"))
    for forbidden in ["<img", "<iframe", "href=\"javascript", "href=\"data", "http-equiv=\"refresh\""] {
      #expect(!page.lowercased().contains(forbidden), "\(forbidden)")
    }
    guard Browser.program != nil else { return }
    let visit = try Browser.visit(
      bench.folder.path("r.html"), in: bench.folder,
      [
        ["size": [1200, 900]],
        [
          "evaluate":
            "for (const a of document.querySelectorAll('*')) a.dispatchEvent(new MouseEvent('mouseover')); 0"
        ],
        ["evaluate": "window.hit === undefined"],
        ["evaluate": "document.scripts.length"],
        [
          "evaluate":
            "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
        ],
        [
          "evaluate":
            "new Promise(done => { const s = document.createElement('script'); s.textContent = 'window.hit=1'; document.body.append(s); done(window.hit === undefined); })"
        ],
      ])
    #expect(visit.values == [.number(0), .flag(true), .number(1), .list([]), .flag(true)])
    #expect(visit.requests == [])
    // The one complaint is about the script that this test put in.
    #expect(visit.errors.count == 1 && visit.errors.allSatisfy { $0.contains("Content Security Policy") })
  }

  // MARK: In a browser

  @Test(.enabled(if: Browser.program != nil), arguments: ["warehouse", "flawed", "consumer", "."])
  func opensWithoutComplaint(_ sample: String) throws {
    let bench = try Self.report(sample, Self.organization[0], Self.organization[1])
    let visit = try Browser.visit(
      bench.folder.path("r.html"), in: bench.folder,
      [
        ["size": [420, 900]], ["evaluate": "document.documentElement.scrollWidth <= innerWidth"],
        ["size": [1440, 900]], ["evaluate": "document.documentElement.scrollWidth <= innerWidth"],
      ])
    #expect(visit.errors == [])
    #expect(visit.requests == [])
    #expect(visit.values == [.flag(true), .flag(true)])
  }

  private static let lit = """
    [...document.querySelectorAll("svg.map a.lit")].map(a => a.getAttribute("aria-label").split(":")[0]).sort()
    """

  @Test(.enabled(if: Browser.program != nil)) func lightsThePathByKeyboard() throws {
    let bench = try Self.report("warehouse")
    let visit = try Browser.visit(
      bench.folder.path("r.html"), in: bench.folder,
      [
        ["size": [1440, 900]],
        ["evaluate": "document.querySelector('svg.map a').focus(); 0"],
        ["key": "Tab"],
        ["evaluate": Self.lit],
        ["evaluate": "document.querySelectorAll('svg.map path.lit[data-flow]').length"],
        ["key": "Escape"],
        ["evaluate": Self.lit],
        ["key": "Enter"],
        ["evaluate": "document.querySelector(':target th').textContent.trim()"],
      ])
    #expect(visit.errors == [])
    #expect(
      visit.values == [
        .number(0),
        .list([
          "Need N-2 Learn before I pay what I will not get", "Service Basket Promise", "Team Storefront",
        ]),
        .number(2), .list([]), .text("N-2 Learn before I pay what I will not get must"),
      ])
  }

  @Test(.enabled(if: Browser.program != nil)) func showsFindingsBesideTheWordsAndHidesThemBySeverity() throws
  {
    let bench = try Self.report("flawed")
    let shown = "[...document.querySelectorAll('.finding')].filter(f => f.offsetParent).length"
    let visit = try Browser.visit(
      bench.folder.path("r.html"), in: bench.folder,
      [
        ["size": [1440, 900]],
        ["evaluate": "document.querySelector('mark.error').textContent"],
        ["evaluate": "getComputedStyle(document.querySelector('mark.error')).textDecorationStyle"],
        [
          "evaluate":
            "document.querySelector('.finding').getBoundingClientRect().left > document.querySelector('article p').getBoundingClientRect().right"
        ],
        ["evaluate": shown + " === document.querySelectorAll('.finding').length"],
        ["evaluate": "for (const s of ['warning', 'note']) document.getElementById('show-' + s).click(); 0"],
        ["evaluate": shown + " === document.querySelectorAll('.finding.error').length"],
        ["evaluate": "getComputedStyle(document.querySelector('mark.warning')).textDecorationLine"],
      ])
    #expect(
      visit.values == [
        .text("[City]"), .text("double"), .flag(true), .flag(true), .number(0), .flag(true), .text("none"),
      ])
  }

  @Test(
    .enabled(if: Browser.program != nil && hasModule("axe_core_python")),
    arguments: ["warehouse", "flawed", "."])
  func isAccessible(_ sample: String) throws {
    let bench = try Self.report(sample, Self.organization[0], Self.organization[1])
    let library = Workbench.package.appendingPathComponent(".build-tools/venv/lib")
    let version = try #require(FileManager.default.contentsOfDirectory(atPath: library.path).first)
    let axe = try String(
      contentsOf: library.appendingPathComponent("\(version)/site-packages/axe_core_python/axe.min.js"),
      encoding: .utf8)
    let run = "axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html).join(' ')))"
    let visit = try Browser.visit(
      bench.folder.path("r.html"), in: bench.folder,
      [
        ["size": [1440, 900]], ["evaluate": axe + "; 0"], ["evaluate": run], ["scheme": "dark"],
        ["evaluate": run],
      ])
    #expect(visit.values == [.number(0), .list([]), .list([])])
  }

  @Test(
    .enabled(
      if: Browser.program != nil && FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")),
    arguments: [
      ("warehouse", "nothing if an item is missing."), ("warehouse-reformed", "missing or warm."),
      ("consumer", "nothing to pay for four weeks."), ("open-source", "guide are at evencent.example."),
      ("internal-tool", "until 31 August 2027."), ("flawed", "TBD"),
    ])
  func printsTheReleaseOnOnePage(_ sample: String, _ end: String) throws {
    let bench = try Self.report(sample)
    let pdf = bench.folder.path("r.pdf")
    _ = try Browser.visit(bench.folder.path("r.html"), in: bench.folder, [["print": pdf]])
    func page(_ number: Int) throws -> String {
      try Command.run("pdftotext", ["-f", "\(number)", "-l", "\(number)", pdf, "-"]).stdout
    }
    let first = try page(1)
    // What follows the release begins the second page, and the release's last words end the first.
    #expect(first.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(end))
    #expect(!first.contains("FAQ\n"))
    #expect(try page(2).contains("FAQ\n"))
    #expect(!first.contains("In the margin"))
    #expect(first.split(separator: "\n").contains { $0.hasPrefix("1 / ") || $0.hasPrefix("1/") })
  }
}
