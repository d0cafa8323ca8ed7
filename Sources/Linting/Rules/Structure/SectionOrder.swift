import Diagnostics
import PRFAQ

/// A part stands before what it builds on.
struct SectionOrder: Rule {
  static let about = About(
    name: "structure/section-order",
    summary:
      "The parts stand in the order of the method: release, external FAQ, internal FAQ; in the release, lead to first step.",
    why: """
      Readers who know the method look for each part at its place, and each part builds on the one before: a quote says \
      nothing before the reader knows the solution, and the first step means nothing before they want it.
      """,
    source:
      "The order that all published templates share: https://workingbackwards.com/resources/working-backwards-pr-faq/",
    severity: .warning, nature: .structure, judged: .init(right: 2, of: 2),
    examples: [
      Example([
        .externalFAQ:
          "«## Internal FAQ»\n\n### Why might it fail?\n\n1. Landlords.\n2. Banks.\n3. Flatmates.",
        .internalFAQ:
          "## External FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
      ]),
      Example([
        .problem: "### «Getting started»\n\nGo to rentwise.example and invite your flatmates.",
        .gettingStarted:
          "### Problem\n\nRenters in shared flats pay late because they do not know the amount.",
        .solution: nil,
      ]),
      Example(
        [:],
        note:
          "Parts without heading or label of their own are not compared: their place is how they were found."),
      Example([
        .problem:
          "### «Customer quote»\n\n\"Now I know on the 1st, and nobody chases me,\" said Priya Raman, a renter.",
        .customerQuote: nil,
      ]),
      Example([
        .externalFAQ:
          "## Customer FAQ\n\n### How much does Rentwise cost?\n\nTwo pounds per renter and month.",
        .internalFAQ:
          "## Stakeholder FAQ\n\n### Why might it fail?\n\n1. Landlords.\n2. Banks.\n3. Flatmates.",
      ]),
    ])

  /// Pairs whose order all sources share. Problem and solution belong to customer/solution-before-problem.
  private static let pairs: [(first: Role, second: Role)] = [
    (.headline, .subheading), (.summary, .problem), (.summary, .solution), (.problem, .gettingStarted),
    (.solution, .gettingStarted), (.solution, .companyQuote), (.solution, .customerQuote),
  ]
  /// Words in the label of a solution proper; a list of features may well follow the quotes.
  private static let proper = PhraseSet(["solution", "solutions", "approach", "answer"])

  private struct Misplaced {
    let place: Range<Int>
    let name: String
    let other: Range<Int>
    let otherName: String
  }

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq || document.kind == .pressRelease else { return }
    var misplaced: [Misplaced] = []
    if let release = document.release {
      let labelled = labelled(in: release, document)
      for pair in labelled.count < 2 ? [] : Self.pairs {
        guard let one = labelled.first(where: { $0.role == pair.first }),
          let other = labelled.first(where: { $0.role == pair.second }),
          let firstLabel = document.elements[one.element].labelRange,
          let secondLabel = document.elements[other.element].labelRange,
          secondLabel.lowerBound < firstLabel.lowerBound
        else { continue }
        let first = document.elements[one.element]
        if pair.first == .solution, !isProper(first, in: release, document) { continue }
        misplaced.append(
          Misplaced(
            place: secondLabel, name: Self.name(pair.second), other: firstLabel,
            otherName: Self.name(pair.first)))
      }
      if release.origin != .inferred, let label = release.labelRange,
        let faq = document.faqs.first(where: { $0.origin != .inferred && $0.labelRange != nil }),
        let faqLabel = faq.labelRange, faqLabel.lowerBound < label.lowerBound,
        document.questions.contains(where: { $0.range.upperBound < label.lowerBound })
      {
        misplaced.append(
          Misplaced(place: faqLabel, name: "FAQ", other: label, otherName: "press release"))
      }
    }
    func section(_ group: QuestionGroup) -> Range<Int>? {
      document.faqs.first { $0.group == group && $0.origin != .inferred && $0.labelRange != nil }?.labelRange
    }
    if let external = section(.external), let inside = section(.internal),
      inside.lowerBound < external.lowerBound
    {
      misplaced.append(
        Misplaced(place: inside, name: "internal FAQ", other: external, otherName: "external FAQ"))
    }
    guard let first = misplaced.min(by: { $0.place.lowerBound < $1.place.lowerBound }) else { return }
    report.add(
      "the \(first.name) stands before the \(first.otherName)",
      at: Places.firstLine(of: first.place, in: document),
      help: "Move it below the \(first.otherName).",
      related: [
        .init(
          range: Places.firstLine(of: first.other, in: document),
          message: "the \(first.otherName) stands here")
      ])
  }

  /// Of each role that has a place in the order, the first passage of the release that is shown to be one.
  private func labelled(
    in release: PRFAQDocument.Release, _ document: PRFAQDocument
  ) -> [(role: Role, element: Int)] {
    var found: [(role: Role, element: Int)] = []
    found.reserveCapacity(Self.pairs.count + 1)
    for (index, element) in document.elements.enumerated() where element.origin != .inferred {
      switch element.role {
      case .headline, .subheading, .summary, .problem, .solution, .gettingStarted, .companyQuote,
        .customerQuote:
        if Places.lies(element.range, in: release), !found.contains(where: { $0.role == element.role }) {
          found.append((element.role, index))
        }
      default: break
      }
    }
    return found
  }

  /// Whether the label says "solution", and no passage before it may be the solution proper.
  private func isProper(
    _ solution: Element, in release: PRFAQDocument.Release, _ document: PRFAQDocument
  ) -> Bool {
    guard let label = solution.labelRange, document.first(.solution) == solution else { return false }
    return document.prose.contains(Self.proper, in: document.wordsOfText(at: label))
  }

  private static func name(_ role: Role) -> String {
    switch role {
    case .companyQuote: "company's quote"
    case .customerQuote: "customer's quote"
    case .gettingStarted: "first step"
    default: role.rawValue
    }
  }
}
