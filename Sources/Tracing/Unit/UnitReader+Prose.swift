import MarkdownTree
import PRFAQ
import SourceText

extension UnitReader {
  private static let claimRoles: [Role] = [.summary, .solution, .howItWorks]

  /// The sentences of the release that say what the product does, with the needs they cite.
  func readClaims() {
    var claims: [(claim: ClaimNode, range: Range<Int>, block: Int)] = []
    let declared = document.declared.map(\.range)
    for element in document.elements where Self.claimRoles.contains(element.role) {
      var (next, reach, last) = (0, 0, 0)
      for sentence in document.sentences(inBlocks: element.blocks) {
        guard element.plainRange.lowerBound <= sentence.range.lowerBound,
          sentence.range.upperBound <= element.plainRange.upperBound, !isSpoken(sentence.range)
        else { continue }
        let range = document.sourceRange(sentence.range)
        // Both are by position, but a role may come again, and items may hold others.
        if range.lowerBound < last { (next, reach) = (0, 0) }
        last = range.lowerBound
        while next < declared.count, declared[next].lowerBound <= last {
          reach = max(reach, declared[next].upperBound)
          next += 1
        }
        if reach > last { continue }
        let claim = ClaimNode(
          document: 0, role: element.role,
          text: Passage(Fold.text(tree.plain[sentence.range]), at: Place(source, range)), needs: [])
        claims.append((claim, sentence.range, sentence.block))
      }
    }
    claims.sort { $0.range.lowerBound < $1.range.lowerBound }
    let known = knownIDs
    for index in claims.indices {
      for reference in references(in: claims[index].range) {
        guard let link = link(to: reference, known) else { continue }
        // "... before it is due. [N-1]": what opens a sentence in brackets belongs to the one before.
        let opens =
          reference.isBracketed && reference.plainRange.lowerBound <= claims[index].range.lowerBound + 1
        let belongs =
          opens && index > 0 && claims[index - 1].block == claims[index].block ? index - 1 : index
        claims[belongs].claim.needs.append(link)
      }
    }
    unit.claims = claims.map(\.claim)
  }

  func readQuestions() {
    let known = knownIDs
    for question in document.questions {
      let answer = question.answerPlainRange
      var node = QuestionNode(
        document: 0, group: question.group,
        text: Passage(Fold.text(tree.plain[question.plainRange]), at: Place(source, question.range)),
        answer: answer.isEmpty || !question.isAnswered
          ? nil
          : Passage(Fold.text(tree.plain[answer]), at: Place(source, document.sourceRange(answer))),
        topic: question.group == .internal ? topic(of: question) : nil, needs: [])
      for range in [question.plainRange, answer] {
        node.needs += references(in: range).compactMap { link(to: $0, known) }
      }
      unit.questions.append(node)
    }
    let own = Set(document.declared.compactMap { $0.id?.lowerBound })
    for reference in references where !own.contains(document.sourceRange(reference.plainRange).lowerBound) {
      unit.citedIDs.insert(reference.name.uppercased())
    }
  }

  /// The IDs this document declares, in upper case, and what their letters are.
  struct KnownIDs {
    fileprivate var needs: Set<String> = []
    fileprivate var others: Set<String> = []
    fileprivate var prefixes: Set<Substring> = []

    /// Takes the IDs of what a document declares; none where nothing refers to any.
    init(_ unit: TraceUnit, isWanted: Bool) {
      guard isWanted else { return }
      for need in unit.needs {
        for id in (need.hasWrittenID ? [need.id] : []) + need.formerly.map(\.text) where NameKey.isID(id) {
          let id = id.uppercased()
          prefixes.insert(id.prefix { $0 != "-" })
          needs.insert(id)
        }
      }
      for metric in unit.metrics where metric.hasWrittenID { others.insert(metric.id.uppercased()) }
    }
  }

  /// The link a reference makes: to a need of this document, to one of another, or to none although its form says
  /// that one is meant. Anything else that looks like an ID is a word like others.
  private func link(to reference: Reference, _ known: KnownIDs) -> Link? {
    let place = Place(source, document.sourceRange(reference.plainRange))
    if reference.name.contains("/") { return Link(reference.name, at: place) }
    if known.needs.contains(reference.name) { return Link(reference.name, at: place) }
    if known.others.contains(reference.name) { return nil }
    let isMeant = reference.isBracketed && known.prefixes.contains(reference.name.prefix { $0 != "-" })
    return isMeant ? Link(reference.name, at: place) : nil
  }

  private func references(in range: Range<Int>) -> ArraySlice<Reference> {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle].plainRange.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return references[low...].prefix { $0.plainRange.lowerBound < range.upperBound }
  }

  private func isSpoken(_ range: Range<Int>) -> Bool {
    document.prose.isQuoted(range.lowerBound) || document.hasQuote(in: range)
  }

  private static let topics: [(String, PhraseSet)] = [
    (
      "scope",
      PhraseSet(["not building", "out of scope", "not in scope", "scope", "will not build", "won't build"])
    ),
    (
      "risks",
      PhraseSet([
        "fail", "fails", "failure", "risk", "risks", "go wrong", "goes wrong", "keeps you up", "worry",
      ])
    ),
    ("assumptions", PhraseSet(["assume", "assumption", "assumptions", "must be true", "have to be true"])),
    (
      "legal",
      PhraseSet([
        "legal", "regulatory", "regulation", "regulations", "compliance", "privacy", "gdpr", "licence",
        "license",
      ])
    ),
    (
      "dependencies",
      PhraseSet(["depend", "depends", "dependency", "dependencies", "rely on", "partners", "third party"])
    ),
    ("metrics", PhraseSet(["measure", "measured", "metric", "metrics", "success", "kpi", "kpis"])),
    (
      "economics",
      PhraseSet([
        "economics", "cost", "costs", "revenue", "profit", "margin", "investment", "price", "budget",
        "business model",
      ])
    ),
    (
      "alternatives",
      PhraseSet(["alternative", "alternatives", "competitor", "competitors", "compare", "use today"])
    ),
    ("demand", PhraseSet(["demand", "market", "how many", "how large"])),
    ("evidence", PhraseSet(["evidence", "how do we know", "validated", "research"])),
  ]

  private func topic(of question: Question) -> String? {
    let words = document.prose.words(in: question.plainRange)
    return Self.topics.first { document.prose.contains($0.1, in: words) }?.0
  }

  /// Needs that nobody declared, by wording and position. Where some are declared, these are what is meant: the same
  /// needs told again in prose would only be counted twice.
  func addInferredNeeds() {
    guard unit.needs.isEmpty else { return }
    for candidate in NeedInference.candidates(document) {
      unit.needs.append(
        NeedNode(
          document: 0, id: Slug.make(candidate.title), hasWrittenID: false,
          title: Passage(candidate.title, at: Place(source, candidate.titleRange)),
          statement: Passage(candidate.statement, at: Place(source, candidate.range)),
          place: Place(source, candidate.range), section: section(at: candidate.range.lowerBound),
          origin: .inferred(rule: candidate.cue.rawValue, confidence: candidate.confidence),
          hasPlaceholder: false, priority: nil,
          customers: [], acceptance: [], metrics: [], services: [], dependsOn: [], notBuiltBecause: nil,
          formerly: [], evidence: [], assumptions: [], validatedBy: [], estimate: nil, status: nil,
          claims: [],
          questions: [], steps: []))
    }
  }
}
