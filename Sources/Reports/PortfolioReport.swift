public import Backlogs
import Diagnostics
import Hashing
public import Tracing

/// A report on one or many documents, made for people who look before they read.
public struct PortfolioReport: Sendable {
  let graph: LinkGraph
  let notes: [DocumentNotes]
  let pages: [DocumentPage]
  /// Where it came from; nil where no history is known.
  let trend: Trend?
  private let backlog: Backlog
  /// The services that each document is about.
  private let services: [[Int]]

  /// Prepares a report.
  ///
  /// - Parameters:
  ///   - graph: the documents and the organisation, linked.
  ///   - notes: what the backlog needs besides, one entry per document of the graph.
  ///   - pages: the documents, rendered, one entry per document of the graph.
  ///   - history: how the documents were earlier; nil where that is not known.
  public init(_ graph: LinkGraph, notes: [DocumentNotes], pages: [DocumentPage], history: History? = nil) {
    precondition(notes.count == graph.documents.count && pages.count == notes.count, "one entry per document")
    self.graph = graph
    self.notes = notes
    self.pages = pages
    backlog = Backlog(graph, notes: notes)
    services = MapGraph.services(of: graph)
    trend = history.map { history in
      let now = pages.indices.map { Trend.State(graph, document: $0, pages[$0].readiness.state) }
      return Trend(points: history.points + [Trend.Point(name: "now", states: now)], start: history.start)
    }
  }

  private func view(_ index: Int) -> DocumentView {
    DocumentView(graph, index, pages[index], backlog.document(index), trend, services: services[index])
  }

  // MARK: One file

  /// Writes everything as one HTML file.
  public func writePage(to output: ([UInt8]) -> Void) {
    if pages.count == 1 {
      let view = view(0)
      PageFrame.write(title: title(0), bodyClass: nil, to: output) { write in
        write(view.bar(isPart: false, index: nil))
        write(main(view.content(), id: "d0", classes: "page"))
      }
      return
    }
    PageFrame.write(title: indexTitle, bodyClass: "many", to: output) { write in
      write(indexBar(hasSwitches: true))
      var html = HTML()
      html.markup("<main>\n")
      IndexView(graph: graph, pages: pages, trend: trend) { "#d\($0)" }.write(to: &html)
      write(html)
      for index in pages.indices {
        let view = view(index)
        var html = HTML()
        html.open("div", ["class": "doc", "id": "d\(index)"])
        html.append(view.bar(isPart: true, index: "#index"))
        html.markup("<div class=\"page\">\n")
        html.append(view.content())
        html.markup("</div></div>\n")
        write(html)
      }
      html = HTML()
      html.markup("</main>\n")
      write(html)
    }
  }

  // MARK: A folder

  /// The names of the files of `writeFile`: the index, then one page per document.
  public func fileNames() -> [String] {
    var names = ["index.html"]
    var used: Set<String> = ["index.html"]
    for document in graph.documents {
      let stem = PortfolioReport.fileStem(document.key)
      var name = stem + ".html"
      var number = 2
      while !used.insert(name).inserted {
        name = "\(stem)-\(number).html"
        number += 1
      }
      names.append(name)
    }
    return names
  }

  /// Writes one file of a folder.
  ///
  /// - Parameters:
  ///   - number: its position in the names.
  ///   - names: what `fileNames` gave.
  public func writeFile(_ number: Int, of names: [String], to output: ([UInt8]) -> Void) {
    guard number > 0 else {
      return PageFrame.write(title: indexTitle, bodyClass: nil, to: output) { write in
        write(indexBar(hasSwitches: false))
        var html = HTML()
        html.markup("<main>\n")
        IndexView(graph: graph, pages: pages, trend: trend) { names[$0 + 1] }.write(to: &html)
        html.markup("</main>\n")
        write(html)
      }
    }
    let view = view(number - 1)
    PageFrame.write(title: title(number - 1), bodyClass: nil, to: output) { write in
      write(view.bar(isPart: false, index: names[0]))
      write(main(view.content(), id: "d\(number - 1)", classes: "page"))
    }
  }

  /// A key as the name of a file, safe on every file system.
  static func fileStem(_ key: String) -> String {
    var stem: [UInt8] = []
    for byte in key.utf8.prefix(80) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): stem.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): stem.append(byte + 32)
      default: if let last = stem.last, last != UInt8(ascii: "-") { stem.append(UInt8(ascii: "-")) }
      }
    }
    while stem.last == UInt8(ascii: "-") { stem.removeLast() }
    return stem.isEmpty ? "document" : String(decoding: stem, as: UTF8.self)
  }

  /// Whether this program wrote a file as a report, whatever became of it since.
  public static func isReport(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2_000), as: UTF8.self)
    return head.contains("\(PageFrame.generator)") || head.hasPrefix(MarkdownReport.mark)
  }

  /// Whether a file is a report as this program wrote it.
  public static func isUntouched(_ bytes: [UInt8]) -> Bool { Seal.isUnbroken(bytes, PageFrame.sealed) }

  // MARK: Parts

  private func title(_ index: Int) -> String {
    let document = graph.documents[index]
    return DocumentView.name(document) + " · PR/FAQ"
  }

  private var indexTitle: String { Count.text(pages.count, "PR/FAQ", "PR/FAQs") }

  private func main(_ content: HTML, id: String, classes: String) -> HTML {
    var html = HTML()
    html.open("main", ["class": classes, "id": id])
    html.markup("\n")
    html.append(content)
    html.markup("</main>\n")
    return html
  }

  private func indexBar(hasSwitches: Bool) -> HTML {
    var html = HTML()
    html.markup(
      "<header class=\"bar\"><a class=\"skip\" href=\"#index\">Skip to the documents</a><p>PR/FAQs</p>")
    html.markup("<nav aria-label=\"Portfolio\"><a href=\"#index\">All documents</a></nav>")
    if hasSwitches {
      DocumentView.switches(to: &html) { severity in
        pages.reduce(0) { $0 + $1.findings.count { $0.finding.severity == severity } }
      }
    }
    html.markup("</header>\n")
    return html
  }
}
