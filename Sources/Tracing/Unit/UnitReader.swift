import MarkdownTree
import PRFAQ
import SourceText

/// Takes out of a document what the link graph needs of it.
///
/// An object: a struct that holds a document would be copied for each item that is added to what it has read so far.
final class UnitReader {
  let document: PRFAQDocument
  var unit: TraceUnit
  let references: [Reference]
  private let headings: Headings
  /// What references may lead to; made once all is read that has IDs.
  private(set) lazy var knownIDs = KnownIDs(unit, isWanted: !references.isEmpty)

  var tree: MarkdownTree { document.tree }
  var source: SourceFile { document.source }

  init(_ document: PRFAQDocument) {
    self.document = document
    let title = document.title.map { UnitReader.text(of: $0, in: document) } ?? ""
    unit = TraceUnit(
      DocumentNode(
        path: document.source.path,
        key: document.frontMatter.key?.text ?? UnitReader.key(ofPath: document.source.path),
        keyPlace: document.frontMatter.key.map { Place(document.source, $0.range) },
        part: document.frontMatter.document?.text.lowercased() ?? "prfaq", title: title,
        product: document.products.first?.name ?? "",
        customers: document.customers.map {
          Passage(UnitReader.text(of: $0.range, in: document), at: Place(document.source, $0.range))
        },
        status: document.frontMatter.status?.text.lowercased() ?? "review",
        needs: 0..<0, metrics: 0..<0, steps: 0..<0, claims: 0..<0, questions: 0..<0))
    references = ReferenceScanner.references(in: document)
    headings = Headings(document.tree)
  }

  func read() -> TraceUnit {
    for item in document.declared {
      switch item.kind {
      case .need: unit.needs.append(need(item))
      case .metric: unit.metrics.append(metric(item))
      case .step: unit.steps.append(step(item))
      case .service: unit.services.append(service(item))
      case .team: unit.teams.append(team(item))
      case .assumption: break
      }
    }
    addInferredNeeds()
    readClaims()
    readQuestions()
    return unit
  }

  // MARK: Text

  /// A file's name without extension; of its folder where the file is called `prfaq.md` or the like.
  static func key(ofPath path: String) -> String {
    var parts = path.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
    guard var name = parts.popLast() else { return "document" }
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    let common = ["prfaq", "pr-faq", "pr_faq", "readme", "index"]
    if common.contains(name.lowercased()), let folder = parts.popLast() { name = folder }
    return Slug.make(name)
  }

  /// The text of source bytes without markup, blanks folded; front matter as it is written.
  static func text(of range: Range<Int>, in document: PRFAQDocument) -> String {
    guard range.lowerBound >= document.tree.bodyStart else { return Fold.text(document.source.bytes[range]) }
    return Fold.text(document.tree.plain[document.tree.plainRange(ofSource: range)])
  }

  func passage(_ range: Range<Int>) -> Passage {
    Passage(UnitReader.text(of: range, in: document), at: Place(source, range))
  }

  /// A title: without the full stop at its end.
  func title(_ range: Range<Int>) -> Passage {
    var text = UnitReader.text(of: range, in: document)
    while text.utf8.last == 0x2E || text.utf8.last == 0x3A { text.removeLast() }
    return Passage(text, at: Place(source, range))
  }

  func passages(_ item: DeclaredItem, _ label: Label) -> [Passage] {
    item.values(label).map(passage)
  }

  func links(_ item: DeclaredItem, _ label: Label) -> [Link] {
    item.values(label).compactMap(link)
  }

  /// A link to what a range names; nil where it says that there is none, or a template left it.
  func link(_ range: Range<Int>) -> Link? {
    var name = UnitReader.text(of: range, in: document)
    while name.utf8.last == 0x2E { name.removeLast() }
    guard !NameKey.nothing.contains(NameKey.make(name)), !document.hasPlaceholder(in: range) else {
      return nil
    }
    return Link(name, at: Place(source, range))
  }

  /// The headings above a byte, outermost first.
  func section(at offset: Int) -> [String] { headings.section(at: offset) }

  // MARK: Declared items

  private func need(_ item: DeclaredItem) -> NeedNode {
    let title = title(item.title)
    return NeedNode(
      document: 0, id: item.id.map { source[$0] } ?? Slug.make(title.text), hasWrittenID: item.id != nil,
      title: title, statement: passage(item.detail), place: Place(source, item.range),
      section: section(at: item.range.lowerBound), origin: .declared,
      hasPlaceholder: document.hasPlaceholder(in: item.range),
      priority: item[.priority].flatMap { priority($0.value) }, customers: passages(item, .customer),
      acceptance: passages(item, .acceptedWhen), metrics: metricLinks(item), services: links(item, .servedBy),
      dependsOn: links(item, .dependsOn), notBuiltBecause: passages(item, .notBuiltBecause).first,
      formerly: passages(item, .formerly),
      evidence: passages(item, .evidence), assumptions: passages(item, .assumption),
      validatedBy: passages(item, .validatedBy), estimate: passages(item, .estimate).first,
      status: passages(item, .status).first, claims: [], questions: [], steps: [])
  }

  /// `Measured by` names metrics, or says in words what is measured; words are kept whole, commas and all.
  private func metricLinks(_ item: DeclaredItem) -> [Link] {
    item.labels.filter { $0.key == .measuredBy }.flatMap { line -> [Link] in
      let links = line.values.compactMap(link)
      let isList = links.contains { NameKey.isID($0.name) } || links.allSatisfy { $0.name.utf8.count <= 40 }
      return isList || line.value.isEmpty ? links : [link(line.value)].compactMap { $0 }
    }
  }

  private func priority(_ range: Range<Int>) -> Priority? {
    let word = UnitReader.text(of: range, in: document).lowercased().prefix {
      $0 != " " && $0 != "," && $0 != "."
    }
    switch word {
    case "must", "p0", "critical", "highest": return .must
    case "should", "p1", "high": return .should
    case "could", "p2", "medium": return .could
    case "won't", "won’t", "wont", "p3", "low", "lowest": return .wont
    default: return nil
    }
  }

  private func metric(_ item: DeclaredItem) -> MetricNode {
    let title = title(item.title)
    let detail = passage(item.detail)
    let text = detail.text.isEmpty ? title.text : title.text + " " + detail.text
    let course = MetricCourse(text)
    return MetricNode(
      document: 0, id: item.id.map { source[$0] } ?? Slug.make(title.text), hasWrittenID: item.id != nil,
      title: title,
      statement: Passage(text, at: Place(source, item.title.lowerBound..<item.detail.upperBound)),
      place: Place(source, item.range), origin: .declared,
      baseline: passages(item, .baseline).first?.text ?? course.baseline,
      target: passages(item, .target).first?.text ?? course.target, by: course.by, needs: [])
  }

  private func step(_ item: DeclaredItem) -> StepNode {
    StepNode(
      document: 0, title: title(item.title), statement: passage(item.detail),
      place: Place(source, item.range),
      services: links(item, .servedBy), needs: links(item, .serves))
  }

  private func team(_ item: DeclaredItem) -> DeclaredTeam {
    DeclaredTeam(
      name: title(item.title), aliases: names(item), place: Place(source, item.range),
      members: passages(item, .members), managers: passages(item, .manager),
      productOwners: passages(item, .productOwner), scrumMasters: passages(item, .scrumMaster),
      onCall: passages(item, .onCall))
  }

  private func names(_ item: DeclaredItem) -> [String] {
    (item.values(.alsoKnownAs) + item.values(.formerly)).map { UnitReader.text(of: $0, in: document) }
  }

  private func service(_ item: DeclaredItem) -> DeclaredService {
    var service = DeclaredService(
      name: title(item.title), aliases: names(item), purpose: passage(item.detail).text,
      place: Place(source, item.range))
    service.owners = item.owners.compactMap(link)
    let states = item.notes.filter { $0.kind == .lifecycle }.map(\.range) + item.values(.status)
    service.lifecycle = states.compactMap { lifecycle(source[$0].lowercased()) }.first
    service.apis = passages(item, .api)
    service.calls = links(item, .calls)
    service.dependsOn = links(item, .dependsOn)
    service.stores = links(item, .stores)
    service.emits = passages(item, .emits)
    return service
  }

  private func lifecycle(_ word: String) -> ServiceNode.Lifecycle? {
    switch word {
    case "new", "planned": .new
    case "existing", "changed", "external", "production": .existing
    case "deprecated": .deprecated
    default: nil
    }
  }
}
