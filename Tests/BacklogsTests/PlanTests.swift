import SourceText
import Testing

@testable import Backlogs

@Suite struct PlanTests {
  private let before = Bench(below: Bench.needs)
  private var accepted: Record { before.plan(nil).record }

  private func changes(_ plan: Plan) -> [String] {
    plan.changes.map { change in
      let details = change.details.map { "\($0.field): \($0.before ?? "-") > \($0.after ?? "-")" }
      let from = change.from.map { "\($0) > " } ?? ""
      return
        "\(change.action.rawValue) \(from)\(change.id)\(details.isEmpty ? "" : " (\(details.joined(separator: "; ")))")"
    }
  }

  @Test func createsEverythingFirst() {
    let plan = before.plan(nil)
    #expect(plan.count(.create) == 11)
    #expect(plan.changes.count == 11)
    #expect(plan.changesAnything)
    #expect(!plan.isUndecided)
  }

  @Test func hasNothingToDoAfterwards() {
    let plan = before.plan(accepted)
    #expect(plan.changes.isEmpty)
    #expect(plan.unchanged == 11)
    #expect(plan.record == accepted)
  }

  @Test func showsWhatChanged() {
    let after = Bench(below: Bench.needs.replacing("Priority: must", "Priority: should"))
    #expect(
      changes(after.plan(accepted)) == [
        "change RENT/N-1 (priority: must > should)",
        "change RENT/N-1/billing-api (priority: must > should)",
        "change RENT/N-1/statement-service (priority: must > should)",
      ])
  }

  @Test func marksWhatHangsOnAChangedNeedAsSuspect() {
    let text = Bench.needs.replacing("within 2 seconds", "within 1 second")
    #expect(
      changes(Bench(below: text).plan(accepted)) == [
        "change RENT/N-1 (acceptance: 1 removed > 1 added)",
        "change RENT/N-1/billing-api (acceptance: 1 removed > 1 added)",
        "change RENT/N-1/statement-service (acceptance: 1 removed > 1 added)",
        "suspect RENT/measure/M-1", "suspect RENT/N-2", "suspect RENT/N-2/billing-api",
      ])
    let exported = Bench(below: text, record: accepted)
    #expect(exported["RENT/N-2"]?.isSuspect == true)
    #expect(exported["RENT/N-1"]?.isSuspect == false)
  }

  @Test func followsANewID() throws {
    let text = Bench.needs.replacing("N-2: Dispute", "N-7: Dispute")
    let after = Bench(below: text)
    let plan = after.plan(accepted)
    #expect(
      changes(plan) == ["move RENT/N-2 > RENT/N-7", "move RENT/N-2/billing-api > RENT/N-7/billing-api"])
    #expect(plan.changes.allSatisfy { $0.reason == .sameText })
    #expect(!plan.changesAnything)
    // The uid stays, before and after it is accepted.
    let uid = try #require(before["RENT/N-2"]?.uid)
    #expect(Bench(below: text, record: accepted)["RENT/N-7"]?.uid == uid)
    #expect(plan.record.entries.first { $0.id == "RENT/N-7" }?.uid == uid)
    #expect(plan.record.entries.first { $0.id == "RENT/N-7" }?.formerly == ["RENT/N-2"])
    #expect(after.plan(plan.record).changes.isEmpty)
  }

  @Test func followsFormerly() {
    let text = Bench.needs.replacing(
      "N-2: Dispute a charge without calling.** Today a dispute takes two calls.",
      "N-9: Argue about a bill in writing.** Today a dispute takes two calls.\n  - Formerly: N-2")
    let plan = Bench(below: text).plan(accepted)
    #expect(plan.changes.map(\.action) == [.change, .change])
    #expect(plan.changes.map(\.from) == ["RENT/N-2", "RENT/N-2/billing-api"])
    #expect(plan.changes.allSatisfy { $0.reason == .stated })
  }

  @Test func asksWhetherATitleIsAFormerOne() {
    let after = Bench(below: Bench.needs.replacing("Pay in one tap", "Pay with one tap"))
    let plan = after.plan(accepted)
    // "pay in one tap" and "pay with one tap" share 13 characters in order: 26 of 30.
    #expect(
      plan.questions == [Plan.Question(old: "RENT/pay-in-one-tap", new: "RENT/pay-with-one-tap", score: 86)])
    #expect(plan.isUndecided)
    var decisions = Decisions()
    decisions.similar = .accept
    #expect(after.plan(accepted, decisions).changes.map(\.action) == [.change])
    decisions.similar = .refuse
    #expect(after.plan(accepted, decisions).changes.map(\.action) == [.create, .retire])
    decisions = Decisions()
    decisions.renames = [("pay-in-one-tap", "pay-with-one-tap")]
    let asked = after.plan(accepted, decisions)
    #expect(asked.changes.map(\.from) == ["RENT/pay-in-one-tap"])
    #expect(!asked.isUndecided)
    decisions.renames = [("pay-in-two-taps", "pay-with-one-tap")]
    #expect(after.plan(accepted, decisions).unknownNames.map(\.name) == ["pay-in-two-taps"])
  }

  @Test func followsAServiceByItsOtherName() {
    let text = Bench.needs.replacing("Billing API", "Bills API").replacing(
      "works out what each renter owes.", "works out what each renter owes.\n  - Also known as: Billing API")
    let plan = Bench(below: text).plan(accepted)
    #expect(plan.changes.compactMap(\.from) == ["RENT/N-1/billing-api", "RENT/N-2/billing-api"])
    #expect(plan.count(.retire) == 0)
  }

  @Test func followsANewKey() {
    let after = Bench(Bench.head.replacing("key: RENT", "key: RW") + Bench.needs)
    let plan = after.plan(accepted)
    #expect(plan.changes.map(\.action) == Array(repeating: .move, count: 11))
    #expect(plan.record.key == "RW")
    #expect(after.plan(plan.record).changes.isEmpty)
  }

  @Test func retiresAndBringsBack() throws {
    let gone = Bench.needs.replacing("- **Pay in one tap** with a saved card.\n", "")
    let plan = Bench(below: gone).plan(accepted)
    #expect(changes(plan) == ["retire RENT/pay-in-one-tap"])
    let entry = try #require(plan.record.entries.first { $0.id == "RENT/pay-in-one-tap" })
    #expect(entry.isRetired)
    #expect(Bench(below: gone).plan(plan.record).changes.isEmpty)
    let back = before.plan(plan.record)
    #expect(changes(back) == ["restore RENT/pay-in-one-tap"])
    #expect(back.record.entries.first { $0.id == entry.id }?.uid == entry.uid)
  }

  @Test func refusesToEmptyABacklog() {
    let gone = Bench(
      below: "## What customers need\n\n- **N-1: Know what I owe before it is due.** Once.\n\n")
    let plan = gone.plan(accepted)
    #expect(plan.removesMuch)
    #expect(!plan.lostAllNeeds)
    var decisions = Decisions()
    decisions.allowsRemovals = true
    #expect(!gone.plan(accepted, decisions).removesMuch)
    #expect(Bench(below: "").plan(accepted).lostAllNeeds)
  }
}

@Suite struct LockFileTests {
  private func lock() -> LockFile {
    var lock = LockFile()
    lock.update(Bench(below: Bench.needs).plan(nil).record, replacing: nil)
    return lock
  }

  @Test func isReadBackAsWritten() throws {
    let lock = lock()
    let read = try LockFile(SourceFile(lock.bytes(), path: LockFile.name))
    #expect(read == lock)
    #expect(read.bytes() == lock.bytes())
  }

  @Test func keepsHostileTitles() throws {
    let title = "“Quotes” \\ \"and\" \u{1F4B8} \u{2028} # : {x} \u{FEFF} =1+1"
    let bench = Bench(below: "## What customers need\n\n- **N-1: \(title).** Once.\n\n")
    var lock = LockFile()
    lock.update(bench.plan(nil).record, replacing: nil)
    let read = try LockFile(SourceFile(lock.bytes(), path: LockFile.name))
    #expect(read == lock)
    #expect(bench.plan(read.records.first).changes.isEmpty)
  }

  private func problem(_ text: some Collection<UInt8>) -> LockFile.Problem? {
    do {
      _ = try LockFile(SourceFile(Array(text), path: LockFile.name))
      return nil
    } catch { return error }
  }

  @Test func refusesWhatItCannotRead() throws {
    #expect(problem("".utf8) != nil)
    #expect(problem("[]".utf8) != nil)
    #expect(
      problem("{\"formatVersion\": \"2.0\"}".utf8)?.message
        == "the lock has format 2.0, and this prfaq reads formats 1.x")
    #expect(problem("{\"formatVersion\": \"1.7\", \"documents\": []}".utf8) == nil)
    #expect(problem(lock().bytes().dropLast(200)) != nil)
    #expect(
      problem("{\"formatVersion\": \"1.0\", \"documents\": [{\"key\": \"A\"}]}".utf8)?.message
        == "\"path\" is missing here")
    let text = String(decoding: lock().bytes(), as: UTF8.self)
    let line = String(try #require(text.split(separator: "\n").first { $0.contains("RENT/N-2\"") }))
    let merged = text.replacing(line, "<<<<<<< HEAD\n\(line)\n=======\n\(line)\n>>>>>>> other")
    #expect(problem(merged.utf8)?.isConflict == true)
    #expect(problem(text.replacing(line, "\(line)\n\(line)").utf8)?.isConflict == true)
  }
}
