import ArgumentParser
import Backlogs
import Diagnostics
import Reporting
import Tracing
import Workspace

/// What `plan` and `accept` have in common.
struct PlanOptions: ParsableArguments {
  @OptionGroup var options: BacklogOptions

  @Option(
    help: ArgumentHelp(
      "An item has another name: the recorded id and the one it has now; may be repeated.",
      valueName: "old=new"))
  var rename: [String] = []

  @Flag(help: "Take every new item whose title is much like that of a former one for that one.")
  var acceptRenames = false

  @Flag(help: "Take them for new ones, and the former ones for gone.")
  var noRenames = false

  @Flag(help: "Let many items go at once.")
  var allowRemovals = false

  func validate() throws {
    if acceptRenames, noRenames {
      throw ValidationError("--accept-renames and --no-renames exclude each other.")
    }
    for text in rename where parts(text) == nil {
      throw ValidationError("--rename takes \"old=new\", such as --rename pay-in-one-tap=pay-with-one-tap.")
    }
  }

  private func parts(_ text: String) -> (old: String, new: String)? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (parts[0], parts[1])
  }

  var decisions: Decisions {
    var decisions = Decisions()
    decisions.renames = rename.compactMap(parts)
    decisions.similar = acceptRenames ? .accept : noRenames ? .refuse : .ask
    decisions.allowsRemovals = allowRemovals
    return decisions
  }
}

/// The plans for all documents of a run.
struct BacklogPlans {
  let input: BacklogInput
  private(set) var locks: BacklogLocks
  private(set) var plans: [Plan] = []

  /// Compares every document with what was accepted of it.
  ///
  /// - Throws: a `Failure` for a document that had needs and has none now, and for names of renames that lead nowhere.
  init(_ options: PlanOptions) throws {
    input = try BacklogInput(options.options)
    if let index = input.unlocked.first {
      throw Failure(
        "\(input.graph.documents[index].path) has no folder, and so no \(LockFile.name)",
        help: "Name the file instead.")
    }
    locks = try BacklogLocks(input, colors: options.options.colors.color)
    let backlog = Backlog(input.graph, notes: input.notes, selection: options.options.selection)
    for index in input.graph.documents.indices {
      plans.append(
        Plan(
          backlog.document(index), graph: input.graph, record: locks.record(of: index),
          decisions: options.decisions,
          fileName: BacklogLocks.name(of: input.graph.documents[index].path)))
    }
    try checkNames(options.decisions)
    for plan in plans where plan.lostAllNeeds {
      throw Failure(
        "\(plan.path) has no needs any more, and its backlog was made from needs",
        help:
          "This is hardly meant. \"prfaq outline \(plan.path)\" shows how the document is read; a heading that names its "
          + "needs, such as \"What customers need\", may have gone.")
    }
  }

  /// A name must be known to one of the documents.
  private func checkNames(_ decisions: Decisions) throws {
    for rename in decisions.renames {
      for name in [rename.old, rename.new] {
        let misses = plans.compactMap { plan in plan.unknownNames.first { $0.name == name } }
        guard misses.count == plans.count else { continue }
        let candidates = misses.flatMap(\.candidates)
        let what = name == rename.old ? "gone" : "new"
        let near = Spelling.nearest(to: name, in: candidates)
        throw Failure(
          "--rename: nothing that is \(what) has the name \"\(name)\"",
          help: near.map { "Did you mean \"\($0)\"?" }
            ?? (candidates.isEmpty
              ? "Nothing is \(what)." : "What is \(what): \(candidates.prefix(8).joined(separator: ", "))."))
      }
    }
  }

  /// Whether somebody must decide something first.
  var isUndecided: Bool { plans.contains(where: \.isUndecided) }
  /// Whether a tracker would see anything.
  var changesAnything: Bool { plans.contains(where: \.changesAnything) }

  /// The exit status of `plan`: 0 nothing to do, 1 something to do, 3 something to decide. New ids alone are only
  /// recorded, which is nothing to do.
  var status: Int32 { isUndecided ? 3 : changesAnything ? 1 : 0 }

  /// Writes the locks: those whose content is as it was are left alone.
  ///
  /// - Returns: the paths written.
  mutating func accept() throws -> [String] {
    let before = locks.files
    for (index, plan) in plans.enumerated() { locks.update(index, plan.record) }
    var written: [String] = []
    for (folder, file) in locks.files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      if file == before[folder] { continue }
      let path = folder + LockFile.name
      if file.isNewer {
        throw Failure(
          "\(path) was written by a newer prfaq, and this one would lose what it added",
          help: "Use the newer one.")
      }
      try AtomicWriter.replace(path, file.bytes())
      written.append(path)
    }
    return written
  }
}
