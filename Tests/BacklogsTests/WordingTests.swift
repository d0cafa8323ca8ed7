import PRFAQ
import SourceText
import Testing

@testable import Backlogs

@Suite struct WordingTests {
  private static let notes = DocumentNotes(PRFAQDocument(SourceFile(Bench.head)))

  @Test(arguments: [
    ("renters", "a renter"),
    ("bus drivers", "a bus driver"),
    ("older parents living alone", "an older parent living alone"),
    ("bookkeepers of online shops", "a bookkeeper of online shops"),
    ("brothers and sisters caring for a parent", "one of the brothers and sisters caring for a parent"),
    ("renters who share a flat", "one of the renters who share a flat"),
    ("hourly workers", "an hourly worker"),
    ("users", "a user"),
    ("SREs", "an SRE"),
    ("IT staff", "one of the IT staff"),
    ("people with diabetes", "a person with diabetes"),
    ("families", "a family"),
    ("small businesses", "a small business"),
    ("the busy parent", "a busy parent"),
    ("a landlord", "a landlord"),
    ("engineer", "an engineer"),
  ])
  func namesOneOfTheCustomers(_ customer: String, _ role: String) {
    #expect(CustomerRole.phrase(customer, Self.notes) == role)
  }

  @Test(arguments: [
    ("Know what I owe before it is due.", "to know what I owe before it is due"),
    ("Hand over a shift I cannot work", "to hand over a shift I cannot work"),
    ("Say when I can help in under a minute", "to say when I can help in under a minute"),
    ("Track your spending", "to track my spending"),
    ("Search the archive", "to search the archive"),
    ("Search results in order", "search results in order"),
    ("Automatic backups", "automatic backups"),
    ("Renters can now pay by card", "to pay by card"),
    ("How much does it cost?", "to know: how much does it cost?"),
    ("Not have to call anybody", "to not have to call anybody"),
    ("Get a bill that tells you what you owe", "to get a bill that tells me what I owe"),
    ("They are late every month", "this: “They are late every month”"),
  ])
  func saysWhatIsWanted(_ title: String, _ want: String) {
    #expect(Want(title, Self.notes).text == want)
  }

  @Test(arguments: [
    ("Families will pay £9", "Test whether families will pay £9"),
    ("At least 80% of helpers answer the text", "Test whether at least 80% of helpers answer the text"),
    ("One cent in 3% of orders", "Test the assumption: one cent in 3% of orders"),
    ("We assume that nobody minds", "Test whether nobody minds"),
  ])
  func testsAssumptions(_ text: String, _ title: String) {
    #expect(SpikeWording.assumption(text, Self.notes) == title)
  }

  @Test(arguments: [
    (
      "The count drifts, and items are missing.",
      "Reduce the risk that the count drifts, and items are missing"
    ),
    ("Low adoption", "Reduce the risk of low adoption"),
    ("Adoption risk", "Reduce the adoption risk"),
    ("What if the bank says no?", "Answer: What if the bank says no?"),
  ])
  func reducesRisks(_ text: String, _ title: String) {
    #expect(SpikeWording.risk(text, Self.notes) == title)
  }

  @Test func readsScenarios() {
    #expect(
      Criteria.scenario("Given an open bill, when I open the app, then I see the amount")
        == Criterion.Scenario(given: "an open bill", when: "I open the app", then: "I see the amount"))
    #expect(
      Criteria.scenario("When a bill is paid, then it goes")
        == Criterion.Scenario(given: nil, when: "a bill is paid", then: "it goes"))
    #expect(Criteria.scenario("the amount is on the first screen when I sign in") == nil)
    #expect(Criteria.scenario("Given an open bill, the amount is shown") == nil)
  }

  @Test(arguments: [
    ("3 points", 30, Estimate.Unit.points), ("0.5 days", 5, .days), ("5h", 50, .hours), ("8", 80, .points),
    ("2 weeks", 100, .days),
  ])
  func readsEstimates(_ text: String, _ tenths: Int, _ unit: Estimate.Unit) {
    #expect(StatedValues.estimate(text) == Estimate(tenths: tenths, unit: unit))
  }

  @Test func leavesUnknownValuesOut() {
    #expect(StatedValues.estimate("XL") == nil)
    #expect(StatedValues.estimate("3 sprints") == nil)
    #expect(StatedValues.status("somewhere") == nil)
    #expect(StatedValues.status("In progress") == .inProgress)
  }

  @Test func cutsBetweenWords() {
    let long = String(repeating: "words ", count: 50) + "end"
    let cut = Wording.clip(long)
    #expect(cut.count <= 200)
    #expect(cut.hasSuffix("words…"))
    #expect(Wording.clip("short") == "short")
    // A title without blanks is cut all the same.
    #expect(Wording.clip(String(repeating: "字", count: 300)).count == 200)
  }

  @Test func splitsEnumerations() {
    #expect(
      Scope.parts(of: "Holiday requests, overtime bidding, and pay changes.") == [
        "Holiday requests", "Overtime bidding", "Pay changes.",
      ])
    #expect(
      Scope.parts(of: "Medicine reminders and medical notes") == ["Medicine reminders and medical notes"])
  }
}
