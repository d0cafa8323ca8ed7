import Diagnostics
import SourceText
import Tracing

extension Generator {
  /// What colleagues ask and nobody knows yet: risks, assumptions, dependencies and legal questions, one spike each.
  mutating func addDiscovery() {
    let topics = ["assumptions", "risks", "dependencies", "legal"]
    var spikes: [BacklogItem] = []
    let id = claim("discovery")
    for topic in topics {
      for index in document.questions where graph.questions[index].topic == topic {
        spikes += self.spikes(of: graph.questions[index], topic, parent: id)
      }
      if topic == "risks" {
        spikes += notes.risks.compactMap { spike(of: $0, topic, parent: id, question: nil) }
      }
    }
    guard let first = spikes.first else { return }
    add(
      item(
        .epic, id, title: notes.isEnglish ? "Settle what could stop \(product)" : product,
        origin: first.origin,
        source: first.source))
    for spike in spikes {
      if spike.owners.isEmpty {
        backlog.remarks.append(
          Remark(
            check: .spikeWithoutOwner, severity: .note,
            message: "nobody is named who answers “\(Wording.clip(spike.title, 80))”",
            item: spike.id, source: spike.source))
      }
      add(spike)
    }
  }

  private mutating func spikes(of question: QuestionNode, _ topic: String, parent: String) -> [BacklogItem] {
    guard let answer = question.answer, !Answers.isNo(answer.text) else { return [] }
    let points = notes.answerPoints[question.text.place.range.lowerBound] ?? []
    if !points.isEmpty {
      return points.compactMap { spike(of: $0, topic, parent: parent, question: question) }
    }
    // An answer in running text is one thing to settle.
    guard selection.takes(.medium) else { return [] }
    var whole = item(
      .spike, claim("\(Self.names[topic] ?? topic)/\(Identity.slug(question.text.text))"), parent: parent,
      title: wholeTitle(topic, question), origin: .inferred(rule: "internal-faq", confidence: .medium),
      source: ItemSource(
        question.text.place, section: notes.section(at: question.text.place.range.lowerBound)),
      hasWrittenID: false)
    whole.description = [answer.text]
    finish(&whole, question)
    return [whole]
  }

  private mutating func spike(of point: Point, _ topic: String, parent: String, question: QuestionNode?)
    -> BacklogItem?
  {
    guard selection.takes(.high) else { return nil }
    let title =
      switch topic {
      case "assumptions": SpikeWording.assumption(point.title, notes)
      case "risks": SpikeWording.risk(point.title, notes)
      case "dependencies": SpikeWording.dependency(point.title, notes)
      default: SpikeWording.legal(point.title, notes)
      }
    var spike = item(
      .spike, claim("\(Self.names[topic] ?? topic)/\(Identity.slug(point.title))"), parent: parent,
      title: title,
      origin: .inferred(rule: question == nil ? "risks-section" : "internal-faq", confidence: .high),
      source: source(of: point), hasWrittenID: false)
    if !point.detail.isEmpty { spike.description = [Wording.sentence(point.text)] }
    finish(&spike, question)
    return spike
  }

  private func finish(_ spike: inout BacklogItem, _ question: QuestionNode?) {
    if let question {
      // Where the question is a heading, the footer names it.
      if notes.isEnglish, spike.source.section.last != question.text.text {
        spike.description.append("Asked in the FAQ: “\(question.text.text)”")
      }
      spike.needs = question.needs.compactMap(\.target).compactMap { needItems[$0] }.uniqued()
    }
    spike.owners = notes.owners
  }

  private static let names = [
    "assumptions": "assumption", "risks": "risk", "dependencies": "dependency", "legal": "legal",
  ]

  /// The title of a spike for a whole answer.
  private func wholeTitle(_ topic: String, _ question: QuestionNode) -> String {
    guard notes.isEnglish else { return question.text.text }
    return switch topic {
    case "assumptions": "Test the assumptions behind \(product)"
    case "risks": "Settle the question: " + Wording.inSentence(question.text.text, notes)
    case "dependencies": "Secure what \(product) depends on"
    default:
      Answers.isGeneral(question.text.text)
        ? "Settle the legal and regulatory questions of \(product)"
        : "Settle the legal question: " + Wording.inSentence(question.text.text, notes)
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

/// What answers say before anything else.
enum Answers {
  /// Whether a legal question asks for all there is: `Are there legal issues?`.
  static func isGeneral(_ text: String) -> Bool {
    let lower = text.lowercased()
    return text.split(separator: " ").count <= 9 && (lower.holds("legal") || lower.holds("regulat"))
      && lower.holds("issue")
      || lower.holds("legal issues") || lower.holds("legal questions") || lower.holds("legal or regulatory")
  }

  /// Whether an answer says that there is nothing.
  static func isNo(_ text: String) -> Bool {
    let lower = text.lowercased()
    if ["no", "none", "nothing", "n/a"].contains(Verbs.bare(lower)) { return true }
    return ["no.", "no,", "no;", "no —", "none.", "none ", "nothing.", "not applicable"].contains {
      lower.hasPrefix($0)
    }
  }
}
