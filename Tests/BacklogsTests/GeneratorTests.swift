import Testing
import Tracing

@testable import Backlogs

@Suite struct GeneratorTests {
  private let bench = Bench(below: Bench.needs)

  @Test func makesEpicsStoriesAndTasks() {
    #expect(
      bench.ids == [
        "RENT/N-1", "RENT/N-1/billing-api", "RENT/N-1/statement-service", "RENT/measure/M-1", "RENT/N-2",
        "RENT/N-2/billing-api", "RENT/pay-in-one-tap", "RENT/services", "RENT/statement-service/pipeline",
        "RENT/statement-service/alarms", "RENT/statement-service/on-call",
      ])
  }

  @Test func givesStoriesToTheServicesTeam() throws {
    let story = try #require(bench["RENT/N-1/statement-service"])
    #expect(story.parent == "RENT/N-1")
    #expect(story.team.map { bench.graph.teams[$0].name } == "Documents")
    #expect(story.title == "Know what I owe before it is due (Statement Service)")
    #expect(
      story.story?.text
        == "As a renter, I want to know what I owe before it is due, so that late payments fall from 16% to 10%."
    )
    #expect(
      story.description == [
        "Renters open the app four times a week only to look.",
        "Statement Service keeps past statements. Serves this need together with Billing API.",
      ])
    #expect(story.acceptance.map(\.scenario?.when) == [nil, "I open the app"])
    #expect(story.source.file == "plan.md")
    #expect(story.source.section == ["Rentwise tells renters what they owe", "What customers need"])
    #expect(story.needs == ["RENT/N-1"])
    #expect(story.metrics == ["RENT/M-1"])
  }

  @Test func takesTheReasonFromWhatIsWrongToday() throws {
    let story = try #require(bench["RENT/N-2/billing-api"])
    #expect(
      story.story?.text
        == "As a renter, I want to dispute a charge without calling, because today a dispute takes two calls."
    )
    #expect(story.dependsOn == ["RENT/N-1/billing-api"])
    #expect(bench["RENT/N-2"]?.dependsOn == ["RENT/N-1"])
  }

  @Test func writesPriorityEstimateAndStateOnlyWhereStated() throws {
    #expect(bench["RENT/N-1"]?.priority == .must)
    #expect(bench["RENT/N-1"]?.estimate == nil)
    #expect(bench["RENT/N-2"]?.priority == nil)
    let only = try #require(bench["RENT/N-2/billing-api"])
    #expect(only.estimate == Estimate(tenths: 30, unit: .points))
    #expect(only.status == .inProgress)
    // The size of a need that two services serve is the size of neither story.
    let cut = Bench(below: Bench.needs.replacing("Priority: must", "Estimate: 8 points"))
    #expect(cut["RENT/N-1"]?.estimate == Estimate(tenths: 80, unit: .points))
    #expect(cut["RENT/N-1/billing-api"]?.estimate == nil)
    for item in bench.backlog.items where item.kind == .task || item.kind == .spike {
      #expect(item.priority == nil && item.estimate == nil && item.status == nil)
    }
  }

  @Test func continuesATitleThatGoesOn() {
    #expect(
      bench["RENT/pay-in-one-tap"]?.story?.want == "to pay in one tap with a saved card")
    #expect(bench["RENT/pay-in-one-tap"]?.hasWrittenID == false)
  }

  @Test func setsUpNewServicesOnly() {
    #expect(bench["RENT/billing-api/pipeline"] == nil)
    #expect(bench["RENT/statement-service/alarms"]?.team.map { bench.graph.teams[$0].name } == "Documents")
  }

  @Test func makesDecisionsOfWhatIsNotBuilt() throws {
    let bench = Bench(
      below: """
        ## What customers need

        - **N-1: Pay by card.** One in three asks for it.
          - Served by: Billing API
          - Not built because: the review of card storage ends in May

        ## Out of scope

        - Cheques, cash and vouchers.

        """)
    let decision = try #require(bench["RENT/N-1"])
    #expect(decision.kind == .wont)
    #expect(decision.description.last == "Not built because the review of card storage ends in May.")
    #expect(bench["RENT/N-1/billing-api"] == nil)
    #expect(
      bench.ids.filter { $0.contains("out-of-scope") } == [
        "RENT/out-of-scope/cheques", "RENT/out-of-scope/cash", "RENT/out-of-scope/vouchers",
      ])
    #expect(bench.backlog.items.filter { $0.kind == .wont }.allSatisfy { $0.parent == nil })
  }

  @Test func makesSpikesOfTheInternalFAQ() throws {
    let bench = Bench(
      below: """
        ## Getting started

        To begin, open rentwise.example on your phone. It costs nothing. Then enter your flat's number.

        ## Internal FAQ

        ### What are the top three reasons this might fail?

        1. Landlords refuse to send bills. We ask ten of them.
        2. Low trust.

        ### Which assumptions must hold?

        1. Renters look at a phone. A diary study tests it by May.

        ### What do we depend on?

        The bank, for balances.

        ### Are there legal issues?

        No.

        """)
    #expect(
      bench["RENT/risk/landlords-refuse-to-send-bills"]?.title
        == "Reduce the risk that landlords refuse to send bills")
    #expect(bench["RENT/risk/low-trust"]?.title == "Reduce the risk of low trust")
    #expect(bench["RENT/assumption/renters-look-at-a-phone"]?.title == "Test whether renters look at a phone")
    let dependency = try #require(bench["RENT/dependency/what-do-we-depend-on"])
    #expect(dependency.title == "Secure what Rentwise depends on")
    #expect(dependency.description == ["The bank, for balances."])
    #expect(dependency.owners == ["Ada Lund"])
    #expect(dependency.parent == "RENT/discovery")
    #expect(!bench.ids.contains { $0.hasPrefix("RENT/legal") })
    #expect(
      bench.backlog.items.filter { $0.parent == "RENT/start" }.map(\.title) == [
        "Open rentwise.example on your phone", "Enter your flat's number",
      ])
    let step = try #require(bench.backlog.items.first { $0.parent == "RENT/start" })
    #expect(
      step.story?.text
        == "As a renter, I want to open rentwise.example on my phone, so that I can start with Rentwise.")
  }

  @Test func leavesOutWhatIsInferred() {
    let text = "## Internal FAQ\n\n### What are the risks?\n\n- Low trust.\n\n"
    #expect(Bench(below: Bench.needs + text).ids.contains("RENT/risk/low-trust"))
    #expect(!Bench(below: Bench.needs + text, least: nil).ids.contains("RENT/risk/low-trust"))
  }

  @Test func testsAssumptionsOfNeeds() throws {
    let bench = Bench(
      below: """
        ## What customers need

        - **N-1: Pay by card.** One in three asks for it.
          - Served by: Billing API
          - Assumption: half of the renters have a card

        ## Services and teams

        - **Billing API** (owned by Payments) works out what each renter owes.

        """)
    let spike = try #require(bench["RENT/N-1/assumption"])
    #expect(spike.title == "Test whether half of the renters have a card")
    #expect(spike.team.map { bench.graph.teams[$0].name } == "Payments")
    #expect(bench.backlog.remarks.contains { $0.check == .assumptionWithoutTest && $0.item == spike.id })
  }

  @Test func remarksWhatFallsShort() {
    let checks = { (id: String) in Set(bench.backlog.remarks.filter { $0.item == id }.map(\.check)) }
    #expect(checks("RENT/N-1") == [])
    #expect(checks("RENT/N-2") == [.storyNotTestable])
    #expect(checks("RENT/pay-in-one-tap") == [.storyNotTestable, .storyWithoutReason, .needWithoutService])
    let twice = Bench(
      below: """
        ## What customers need

        - **N-1: Pay a bill and cancel a contract.** It takes 3 calls.
        - **N-2: Pay a bill and cancel a contract (by phone).** It takes 3 calls.
        - **N-3: Pay a bill and cancel a contract.** It takes 3 calls.

        """)
    #expect(twice.backlog.remarks.contains { $0.check == .storyNotAtomic && $0.item == "RENT/N-1" })
    #expect(twice.backlog.remarks.contains { $0.check == .storyNotMinimal && $0.item == "RENT/N-2" })
    #expect(twice.backlog.remarks.contains { $0.check == .storyNotUnique && $0.item == "RENT/N-3" })
  }

  @Test func givesTheSameNamesEverywhere() {
    // UUIDs worked out with Python: sha256("prfaq-backlog/1\x1fRENT/N-1"), version and variant bits set.
    #expect(bench["RENT/N-1"]?.uid == "3ae8a9bf-cdbe-4008-bb14-a0c27e30ccfe")
    #expect(Bench(below: Bench.needs).backlog.items == bench.backlog.items)
    let uids = Set(bench.backlog.items.map(\.uid))
    #expect(uids.count == bench.backlog.items.count)
  }

  @Test func changesExactlyTheItemsOfAnEditedNeed() {
    let edited = Bench(below: Bench.needs.replacing("without calling", "without waiting"))
    let changed = bench.backlog.items.filter { item in edited[item.id]?.fingerprint != item.fingerprint }
    #expect(changed.map(\.id) == ["RENT/N-2", "RENT/N-2/billing-api"])
    // A line above it moves everything and changes nothing.
    let moved = Bench(below: "A new paragraph.\n\n" + Bench.needs)
    #expect(moved.backlog.items.map(\.fingerprint) == bench.backlog.items.map(\.fingerprint))
    #expect(moved["RENT/N-1"]?.source.line != bench["RENT/N-1"]?.source.line)
  }
}

extension String {
  /// With every occurrence of a text replaced.
  func replacing(_ old: String, _ new: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: old) {
      result += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
