import ArgumentParser
import Backlogs
import Reporting

/// `prfaq backlog plan`: shows what accepting would do.
struct BacklogPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what changed in the backlog since it was accepted; writes nothing.",
    discussion: """
      Compares the documents with \(LockFile.name) beside them:

        +  is new                        >  has another id, and is the same
        ~  has other words or values     -  is no longer said, and will be marked, never deleted
        !  is the same, but what it was derived from is not: look at it

      A new item whose title is much like that of a former one is a question (?), and so is much that would go at once.

      Examples:
        prfaq backlog plan plan.md
        prfaq backlog plan plan.md --rename pay-in-one-tap=pay-with-one-tap
        prfaq backlog plan --format json

      Exit status: 0 nothing to do, 1 something to do, 2 wrong usage or input, 3 something to decide.
      """)

  @OptionGroup var planning: PlanOptions

  @Option(
    help: "text or json (default: text).", completion: ListFormat.completion, transform: ListFormat.read)
  var format: ListFormat = .text

  func run() throws {
    let plans = try BacklogPlans(planning)
    switch format {
    case .json: PlanJSON.write(plans.plans) { Output.write($0) }
    case .text:
      var report = BacklogPlanText(
        palette: Output.palette(planning.options.colors.color), width: Output.width)
      for plan in plans.plans { Output.write(report.text(of: plan)) }
      Output.write(report.summary(willChange: plans.changesAnything, isUndecided: plans.isUndecided))
    }
    if plans.status != 0 { throw ExitCode(plans.status) }
  }
}

/// `prfaq backlog accept`: records the backlog.
struct BacklogAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Record the backlog in \(LockFile.name) beside the document, so that later changes show.",
    discussion: """
      Commit the file with the document. Items keep their uid in it when they get another name, and what the document no \
      longer says is kept as retired. Accepting twice changes nothing.

      Examples:
        prfaq backlog accept plan.md
        prfaq backlog accept plan.md --accept-renames

      Exit status: 0 recorded, 2 wrong usage or input, 3 something to decide first; then nothing is written.
      """)

  @OptionGroup var planning: PlanOptions

  func run() throws {
    var plans = try BacklogPlans(planning)
    var report = BacklogPlanText(palette: Output.palette(planning.options.colors.color), width: Output.width)
    if plans.isUndecided {
      for plan in plans.plans where plan.isUndecided { Output.writeError(report.text(of: plan)) }
      Output.writeError(report.questions())
      throw ExitCode(Failure.conflict)
    }
    for plan in plans.plans { _ = report.text(of: plan) }
    let written = try plans.accept()
    if written.isEmpty {
      Output.write("Nothing to record: the lock says what the document says.\n")
    } else {
      Output.write(
        "Recorded \(report.counts) in \(written.map(TerminalText.clean).joined(separator: ", ")).\n")
    }
  }
}
