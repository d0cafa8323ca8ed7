import MarkdownTree

/// Where the parts of a document begin and end, in passages.
struct Zones {
  /// A press release.
  struct ReleaseZone {
    /// Passage of its heading; nil when it has none.
    var head: Int?
    /// Its passages, the heading left out.
    var passages: Range<Int>
    var origin: Origin
  }

  /// A section of questions.
  struct QuestionZone {
    var head: Int?
    var passages: Range<Int>
    var role: Role
    var origin: Origin
  }

  /// Another section with a role of its own.
  struct OtherZone {
    var head: Int
    var passages: Range<Int>
    var role: Role
  }

  var releases: [ReleaseZone] = []
  var questions: [QuestionZone] = []
  var others: [OtherZone] = []
  /// Passages by which the document calls itself a PR/FAQ.
  var markers: [Int] = []
  /// Passage of the title.
  var title: Int? = nil
}

/// Finds the zones of a document in one pass over its passages.
struct ZoneFinder {
  let list: PassageList
  private(set) var zones = Zones()

  private enum Zone { case preamble, release, questions, other }
  private var zone = Zone.preamble
  private var level = 0
  private var start = 0
  private var releaseHasText = false
  /// Whether a passage is one by which the document calls itself a PR/FAQ, as far as they are found.
  private var isMarked: [Bool]
  /// The words among which those are that call a document a PR/FAQ.
  private let markerReach: Range<Int>
  /// How many passages at the start are known to come before any part.
  private var preamble = 0

  init(_ list: PassageList) {
    self.list = list
    markerReach = list.prose.reach(of: list.aliases.markerWords)
    isMarked = Array(repeating: false, count: list.passages.count)
    zones.questions.reserveCapacity(2)
  }

  private var passages: [Passage] { list.passages }

  mutating func find() {
    let all = passages
    findBareMarkers()
    let hasReleaseHead = all.contains { $0.isHead && $0.role == .pressRelease && !isMarker($0) }
    for index in all.indices {
      let passage = all[index]
      guard passage.isHead else {
        // A date or a place alone is no text yet: the headline may follow as a heading.
        if zone == .release, passage.form == .raw || passage.form == .text && passage.words.count >= 6 {
          releaseHasText = true
        }
        continue
      }
      if passage.form == .heading, isMarker(passage), zone != .questions {
        if zones.title == nil { zones.title = index }
        zones.markers.append(index)
        isMarked[index] = true
        if zone == .release, passage.level <= level { close(at: index, as: .preamble) }
        if zone == .preamble { level = passage.level }
        continue
      }
      if zones.title == nil, passage.form == .heading, passage.level == 1, zone == .preamble {
        zones.title = index
      }
      if !passage.isHead { continue }
      take(passage, index, hasReleaseHead)
    }
    close(at: all.count, as: .other)
    if zones.markers.count > 1 { zones.markers = Array(Set(zones.markers)).sorted() }
    if zones.releases.isEmpty { findImplicitRelease() }
    settleGroups()
  }

  private func isMarker(_ passage: Passage) -> Bool {
    passage.words.count <= 24 && passage.words.overlaps(markerReach)
      && list.prose.contains(list.aliases.markerWords, in: passage.words)
      && !list.endsQuestion(passage.plain)
  }

  /// A document may call itself a PR/FAQ in a bold or bare line before the release.
  private mutating func findBareMarkers() {
    for index in passages.prefix(8).indices {
      let passage = passages[index]
      guard passage.form != .heading, passage.words.count <= 12, !passage.isInList else { continue }
      if list.prose.contains(list.aliases.markerWords, in: passage.words) {
        zones.markers.append(index)
        isMarked[index] = true
      }
    }
  }

  private mutating func take(_ passage: Passage, _ index: Int, _ hasReleaseHead: Bool) {
    let isMarkdown = passage.form == .heading
    let level7 = passage.level
    switch passage.role {
    case .pressRelease:
      if zone == .questions, !isMarkdown { return }
      if zone == .release, !releaseHasText || !isMarkdown { return }
      if zone == .release, passage.level > level { return }
      close(at: index, as: .release)
      level = level7
      zones.releases.append(
        Zones.ReleaseZone(
          head: index, passages: index + 1..<index + 1, origin: isMarkdown ? .heading : .label))
    case .externalFAQ, .internalFAQ, .faq:
      if zone == .questions, !isMarkdown, passage.role == .faq { return }
      if zone == .questions, passage.role == .faq, passage.level > level { return }
      // "FAQ" inside a release that has begun is where it ends, whatever the level.
      close(at: index, as: .questions)
      level = level7
      zones.questions.append(
        Zones.QuestionZone(
          head: index, passages: index + 1..<index + 1, role: passage.role ?? .faq,
          origin: isMarkdown ? .heading : .label))
    case .headline, .subheading, .dateline, .summary, .problem, .solution, .companyQuote, .customerQuote,
      .howItWorks, .gettingStarted, .customerSegment, .customerExperience:
      switch zone {
      case .questions:
        if isMarkdown, passage.level <= level, !hasQuestionsBelow(index) { openOther(passage, index) }
      case .preamble:
        if !hasReleaseHead {
          // What stands between the preamble and the first part belongs to the release: its headline, its lead.
          while preamble < index, isPreamble(preamble) { preamble += 1 }
          let low = preamble
          close(at: index, as: .release)
          level = isMarkdown ? passage.level - 1 : 7
          zones.releases.append(Zones.ReleaseZone(head: nil, passages: low..<low, origin: .heading))
          start = index
        } else if isMarkdown {
          zones.others.append(
            Zones.OtherZone(
              head: index, passages: index + 1..<list.sectionEnd(index), role: passage.role ?? .appendix))
        }
      case .release: break
      case .other:
        if isMarkdown { openOther(passage, index) }
      }
    case .appendix, .risks, .metrics, .scope, .tenets, .needs, .services, .teams, .process, .userManual:
      switch zone {
      case .questions:
        // Open questions are nobody's to be asked: their list ends the FAQ.
        let isOpen = list.prose.contains(Cues.openQuestions, in: passage.words)
        if isMarkdown, passage.level <= level, isOpen || !hasQuestionsBelow(index) {
          openOther(passage, index)
        } else if isMarkdown, !hasQuestionsBelow(index) {
          record(passage, index)
        }
      case .release:
        if isMarkdown,
          passage.level <= level || passage.role == .appendix && passage.level <= level + 1 && releaseHasText
        {
          // "About" and "Status" under the release belong to it when they stand deeper.
          if passage.level <= level { openOther(passage, index) }
        } else if isMarkdown {
          record(passage, index)
        }
        if isMarkdown, level == 0 || zones.releases.last?.head == nil, passage.role != .appendix {
          openOther(passage, index)
        }
      case .preamble, .other: if isMarkdown { openOther(passage, index) }
      }
    case nil:
      guard isMarkdown else { return }
      switch zone {
      case .release:
        if passage.level <= level, releaseHasText, zones.releases.last?.head != nil {
          close(at: index, as: .other)
        }
      case .questions:
        if passage.level <= level, !list.isQuestionLike(passage), !hasQuestionsBelow(index) {
          close(at: index, as: .other)
        }
      case .preamble, .other: break
      }
    }
  }

  private mutating func record(_ passage: Passage, _ index: Int) {
    zones.others.append(
      Zones.OtherZone(
        head: index, passages: index + 1..<list.sectionEnd(index), role: passage.role ?? .appendix))
  }

  private mutating func openOther(_ passage: Passage, _ index: Int) {
    if zone != .other { close(at: index, as: .other) }
    zone = .other
    level = passage.level
    record(passage, index)
  }

  /// Ends the zone that is open.
  private mutating func close(at index: Int, as next: Zone) {
    switch zone {
    case .release:
      if var last = zones.releases.popLast() {
        last.passages = last.passages.lowerBound..<index
        zones.releases.append(last)
      }
    case .questions:
      if var last = zones.questions.popLast() {
        last.passages = last.passages.lowerBound..<index
        zones.questions.append(last)
      }
    case .preamble, .other: break
    }
    zone = next
    releaseHasText = false
    start = index
  }

  /// Whether questions stand in the section a heading opens: then it is a group of questions.
  private func hasQuestionsBelow(_ head: Int) -> Bool {
    let end = list.sectionEnd(head)
    var at = head + 1
    while at < end {
      if list.isQuestionLike(passages[at]) { return true }
      at += 1
    }
    return false
  }

  /// Without a heading for it, the release is what stands before the first section of questions.
  private mutating func findImplicitRelease() {
    let end =
      zones.questions.first.map { $0.head ?? $0.passages.lowerBound } ?? firstQuestion() ?? passages.count
    var low = 0
    while low < end, isPreamble(low) { low += 1 }
    guard low < end, passages[low..<end].contains(where: { $0.form == .text && !$0.isInList }) else { return }
    zones.releases.append(Zones.ReleaseZone(head: nil, passages: low..<end, origin: .inferred))
  }

  private func firstQuestion() -> Int? {
    let found = passages.indices.filter { list.isQuestionLike(passages[$0]) }
    return found.count >= 3 ? found.first : nil
  }

  private func isPreamble(_ index: Int) -> Bool {
    let passage = passages[index]
    if isMarked[index] { return list.residue(ofTitle: passage) == nil }
    return passage.form == .rule || list.isMetadata(passage)
  }

  /// Decides about groups that say neither external nor internal.
  private mutating func settleGroups() {
    // A container that only holds the split sections is no section itself.
    let hasExternal = zones.questions.contains { $0.role == .externalFAQ }
    let hasInternal = zones.questions.contains { $0.role == .internalFAQ }
    if hasExternal || hasInternal {
      zones.questions.removeAll { zone in
        zone.role == .faq && !list.passages[zone.passages].contains { list.isQuestionLike($0) }
      }
    }
    // Beside customer questions, what else is asked ("Product questions", "Technical FAQ") is asked inside.
    if hasExternal, !hasInternal {
      let first = zones.questions.firstIndex { $0.role == .externalFAQ } ?? 0
      for index in zones.questions.indices where index > first && zones.questions[index].role == .faq {
        zones.questions[index].role = .internalFAQ
      }
    }
    splitByAddressee()
  }

  /// "For the person using it", "For the people deciding whether to build it": headings within one FAQ that say who asks.
  private mutating func splitByAddressee() {
    guard zones.questions.count == 1, let only = zones.questions.first, only.role == .faq else { return }
    let heads = only.passages.filter { index in
      let passage = passages[index]
      return passage.form == .heading && passage.level > 0 && !list.isQuestionLike(passage)
        && passage.words.count >= 2 && list.prose.words[passage.words.lowerBound].hash == Self.forWord
    }
    guard heads.count >= 2 else { return }
    var split: [Zones.QuestionZone] = []
    for (position, head) in heads.enumerated() {
      let end = position + 1 < heads.count ? heads[position + 1] : only.passages.upperBound
      let isInternal = list.prose.contains(Self.insiders, in: passages[head].words)
      split.append(
        Zones.QuestionZone(
          head: head, passages: head + 1..<end, role: isInternal ? .internalFAQ : .externalFAQ,
          origin: .heading))
    }
    if split.contains(where: { $0.role == .internalFAQ }) { zones.questions = split }
  }

  private static let forWord = Prose.hash("for".utf8)
  private static let insiders = PhraseSet([
    "deciding", "build", "builders", "judges", "investors", "reviewer", "reviewers", "team", "engineers",
    "leadership",
    "stakeholders", "internal", "business", "minded", "skeptics", "executives", "maintainers",
  ])
}
