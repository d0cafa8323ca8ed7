import SourceText
import Tracing

extension Generator {
  /// How a customer begins: the first path to value, one story a step.
  mutating func addFirstSteps() {
    guard let first = notes.firstSteps.first, selection.takes(confidence(of: first)) else { return }
    let id = claim("start")
    add(
      item(
        .epic, id, title: notes.isEnglish ? "Get started with \(product)" : product,
        origin: origin(of: first, rule: "getting-started"), source: source(of: first)))
    for step in notes.firstSteps {
      var story = item(
        .story, claim("start/\(Identity.slug(step.title))"), parent: id,
        title: Wording.capitalised(step.title),
        origin: origin(of: step, rule: "getting-started"), source: source(of: step), hasWrittenID: false)
      story.story = StoryWriter.story(
        step.title, customer: document.customers.first?.text, outcome: "I can start with \(product)", notes)
      if !step.detail.isEmpty { story.description = [step.text] }
      add(story)
    }
  }

  /// What stands below a heading or label is sure; what only its wording and place show is likely.
  func confidence(of point: Point) -> Confidence { point.isExplicit ? .high : .medium }

  func origin(of point: Point, rule: String) -> ItemOrigin {
    .inferred(rule: rule, confidence: confidence(of: point))
  }

  func source(of point: Point) -> ItemSource {
    ItemSource(point.place, section: notes.section(at: point.place.range.lowerBound))
  }
}
