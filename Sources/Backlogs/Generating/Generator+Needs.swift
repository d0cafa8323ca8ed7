import Diagnostics
import SourceText
import Tracing

extension Generator {
  /// Needs keep their own ids, whatever else would like the same.
  mutating func nameNeeds() {
    for need in document.needs where selection.takes(graph.needs[need].origin) {
      needItems[need] = claim(graph.needs[need].id)
    }
    backlog.leftOut += document.needs.count { !selection.takes(graph.needs[$0].origin) }
  }

  mutating func addNeeds() {
    for index in document.needs {
      guard let id = needItems[index] else { continue }
      let need = graph.needs[index]
      if need.notBuiltBecause != nil || need.priority == .wont {
        addDecision(need, id)
      } else {
        addEpic(index, need, id)
      }
    }
  }

  // MARK: - What is built

  private mutating func addEpic(_ index: Int, _ need: NeedNode, _ id: String) {
    let source = ItemSource(need.place, section: need.section)
    let metrics = need.metrics.compactMap(\.target)
    let story = story(of: need)
    let criteria = need.acceptance.map { Criteria.criterion($0, section: need.section) }

    var epic = item(
      .epic, id, title: title(of: need), origin: origin(need.origin), source: source,
      hasWrittenID: need.hasWrittenID)
    epic.story = story
    epic.description = paragraphs(of: need, story)
    epic.acceptance = criteria
    epic.priority = need.priority
    epic.needs = [id]
    epic.metrics = metrics.map(metricID)
    epic.estimate = estimate(need, id, source)
    epic.status = status(need, id, source)
    epic.formerly = formerIDs(of: need)
    add(epic)

    let services = services(of: need)
    for service in services {
      let node = graph.services[service]
      var part = item(
        .story, claim("\(need.id)/\(node.key)"), parent: id, title: title(of: need, in: node),
        origin: epic.origin,
        source: source, root: id, hasWrittenID: need.hasWrittenID)
      part.story = story
      part.description = paragraphs(of: need, story) + contribution(of: service, among: services, need)
      part.acceptance = criteria
      part.priority = need.priority
      // A size or state of a need cut into several stories is that of none of them.
      if services.count == 1 { (part.estimate, part.status) = (epic.estimate, epic.status) }
      part.service = service
      part.team = node.team
      part.needs = [id]
      part.metrics = epic.metrics
      part.formerly = formerIDs(of: node) { "\(id)/\($0)" }
      add(part)
    }
    if services.isEmpty {
      remark(.needWithoutService, "no service serves “\(epic.title)”, so no team has a story for it", epic)
    }
    for metric in metrics where metricEpics[metric] == nil {
      addMetric(metric, parent: id)
    }
    addAssumptions(of: need, parent: epic, services: services)
  }

  /// The services of a need; where it names none, those of the process steps that serve it.
  func services(of need: NeedNode) -> [Int] {
    var found: [Int] = []
    let own = need.services.compactMap(\.target)
    let all = own.isEmpty ? need.steps.flatMap { graph.steps[$0].services.compactMap(\.target) } : own
    for service in all where !found.contains(service) { found.append(service) }
    return found
  }

  /// `Formerly: N-3`, or an earlier title.
  private func formerIDs(of need: NeedNode) -> [String] {
    need.formerly.map { former in
      let text = former.text
      if text.hasPrefix(key + "/") { return text }
      let isID = text.contains("-") && !text.contains(" ") && text.first?.isUppercase == true
      return key + "/" + (isID ? text : Slug.make(text))
    }
  }

  func title(of need: NeedNode) -> String { Wording.capitalised(Wording.withoutStop(words(of: need))) }

  /// The title as written; in a customer's question "it" and "this" are the product.
  private func words(of need: NeedNode) -> String {
    guard case .inferred(rule: "customer-question", _) = need.origin, !document.product.isEmpty else {
      return need.title.text
    }
    var words = need.title.text.split(separator: " ").map(String.init)
    guard words.count > 2, Verbs.leads(need.title.text), words[1] == "it" || words[1] == "this" else {
      return need.title.text
    }
    words[1] = document.product
    return words.joined(separator: " ")
  }

  /// The need's title, with the service in brackets: the customer's words stand first in every list.
  private func title(of need: NeedNode, in service: ServiceNode) -> String {
    let tail = " (\(Wording.clip(service.name, 60)))"
    return Wording.clip(title(of: need), Wording.titleLimit - tail.count) + tail
  }

  private func story(of need: NeedNode) -> UserStory {
    let customer = need.customers.first?.text ?? document.customers.first?.text
    var title = words(of: need)
    // Told of customers, wanted by one: "focus on their members".
    if case .inferred = need.origin, notes.isEnglish, Verbs.leads(title) {
      title = title.split(separator: " ").enumerated().map { index, word in
        index < 5 && word == "their" ? "my" : index < 5 && word == "themselves" ? "myself" : String(word)
      }.joined(separator: " ")
    }
    let statement = need.statement.text
    // `**Pay in one tap** with a saved card`: the sentence goes on behind the bold words.
    if let first = statement.first, first.isLowercase, !title.hasSuffix("?") {
      title += " " + Wording.firstSentence(statement)
    }
    let outcome = StoryWriter.outcome(of: need.metrics.compactMap(\.target).map { graph.metrics[$0] }, notes)
    return StoryWriter.story(
      title, customer: customer, outcome: outcome, pain: outcome == nil ? pain(of: need) : nil, notes)
  }

  /// What is wrong today, where the statement says so, as a clause.
  private func pain(of need: NeedNode) -> String? {
    guard notes.isEnglish else { return nil }
    if case .inferred(let rule, _) = need.origin, rule != "problem-sentence" { return nil }
    let sentence = Wording.withoutStop(Wording.firstSentence(need.statement.text))
    guard sentence.count <= 160, sentence.first?.isUppercase == true || sentence.first?.isNumber == true,
      Pain.isPain(sentence), !Pain.repeats(sentence, need.title.text)
    else { return nil }
    return Wording.inSentence(sentence, notes)
  }

  private func paragraphs(of need: NeedNode, _ story: UserStory) -> [String] {
    let statement = need.statement.text
    guard !statement.isEmpty else { return [] }
    // The first sentence is told in the story already.
    if let first = statement.first, first.isLowercase { return [title(of: need) + " " + statement] }
    return [statement]
  }

  /// What a service does for the need, and with whom.
  private func contribution(of service: Int, among services: [Int], _ need: NeedNode) -> [String] {
    let node = graph.services[service]
    var sentences: [String] = []
    if !node.purpose.isEmpty {
      let isPhrase = node.purpose.first?.isLowercase == true
      sentences.append(
        Wording.sentence(isPhrase ? "\(node.name) \(node.purpose)" : "\(node.name): \(node.purpose)"))
    }
    let others = services.filter { $0 != service }.map { graph.services[$0].name }
    if !others.isEmpty { sentences.append("Serves this need together with \(Wording.list(others)).") }
    let steps = need.steps.filter { graph.steps[$0].services.contains { $0.target == service } }
    if !steps.isEmpty {
      let names = steps.map { "“\(Wording.withoutStop(graph.steps[$0].title.text))”" }
      sentences.append(
        "Works in \(names.count == 1 ? "step" : "steps") \(Wording.list(names)) of the process.")
    }
    return sentences.isEmpty ? [] : [sentences.joined(separator: " ")]
  }

  private mutating func estimate(_ need: NeedNode, _ id: String, _ source: ItemSource) -> Estimate? {
    guard let text = need.estimate?.text, !text.isEmpty else { return nil }
    if let estimate = StatedValues.estimate(text) { return estimate }
    backlog.remarks.append(
      Remark(
        check: .valueUnknown, severity: .note,
        message: "the estimate “\(text)” is not in points, hours or days and is left out", item: id,
        source: source))
    return nil
  }

  private mutating func status(_ need: NeedNode, _ id: String, _ source: ItemSource) -> WorkStatus? {
    guard let text = need.status?.text, !text.isEmpty else { return nil }
    if let status = StatedValues.status(text) { return status }
    backlog.remarks.append(
      Remark(
        check: .valueUnknown, severity: .note,
        message: "the status “\(text)” is none of todo, in progress, done, cancelled and is left out",
        item: id,
        source: source))
    return nil
  }

  mutating func remark(_ check: Remark.Check, _ message: String, _ item: BacklogItem) {
    let isInferred = item.origin.confidence != nil
    backlog.remarks.append(
      Remark(
        check: check, severity: isInferred ? .note : .warning, message: message, item: item.id,
        source: item.source))
  }

  // MARK: - What is not built

  private mutating func addDecision(_ need: NeedNode, _ id: String) {
    var decision = item(
      .wont, id, title: title(of: need), origin: origin(need.origin),
      source: ItemSource(need.place, section: need.section), hasWrittenID: need.hasWrittenID)
    decision.story = story(of: need)
    decision.description = paragraphs(of: need, story(of: need))
    if let reason = need.notBuiltBecause {
      decision.description.append(
        Wording.sentence("Not built because " + Wording.inSentence(reason.text, notes)))
    }
    decision.acceptance = need.acceptance.map { Criteria.criterion($0, section: need.section) }
    decision.priority = need.priority
    decision.formerly = formerIDs(of: need)
    decision.needs = [id]
    decision.metrics = need.metrics.compactMap(\.target).map(metricID)
    add(decision)
  }

  // MARK: - Assumptions

  private mutating func addAssumptions(of need: NeedNode, parent: BacklogItem, services: [Int]) {
    let teams = Set(services.map { graph.services[$0].team })
    for (number, assumption) in need.assumptions.enumerated() {
      let name = need.assumptions.count == 1 ? "assumption" : "assumption/\(Identity.slug(assumption.text))"
      var spike = item(
        .spike, claim("\(need.id)/\(name)"), parent: parent.id,
        title: SpikeWording.assumption(assumption.text, notes),
        origin: parent.origin, source: ItemSource(assumption.place, section: need.section), root: parent.id,
        hasWrittenID: need.hasWrittenID)
      spike.description = [Wording.sentence("We assume that " + Wording.inSentence(assumption.text, notes))]
      let test =
        need.validatedBy.count == need.assumptions.count ? need.validatedBy[number] : need.validatedBy.first
      if let test {
        spike.description.append(Wording.sentence("How to find out: " + test.text))
      } else {
        remark(
          .assumptionWithoutTest, "nothing says how “\(Wording.clip(assumption.text, 80))” will be tested",
          spike)
      }
      spike.priority = need.priority
      spike.needs = [parent.id]
      spike.owners = notes.owners
      // Where all services of the need are one team's, it is theirs to find out.
      if teams.count == 1, let team = teams.first { spike.team = team }
      add(spike)
    }
  }
}
