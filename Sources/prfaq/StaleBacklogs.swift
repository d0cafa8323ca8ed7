import Backlogs
import Glibc
import Linting
import SourceText
import Tracing
import Workspace

/// Finds documents whose accepted backlog does not say what they say, for `trace/stale-export`.
enum StaleBacklogs {
  /// Whether the folder of a document holds a lock.
  static func hasLock(beside path: String) -> Bool {
    access(BacklogLocks.folder(of: path) + LockFile.name, F_OK) == 0
  }

  /// The documents that have parted from their backlog, in their order.
  ///
  /// - Parameter notes: for the first documents of the graph, what was noted of those with a lock beside them.
  static func find(_ graph: LinkGraph, _ notes: [DocumentNotes?]) -> [StaleBacklog] {
    var locks: [String: Result<LockFile, LockFile.Problem>] = [:]
    var found: [StaleBacklog] = []
    let keys = Set(graph.documents.map(\.key))
    for (index, notes) in notes.enumerated() {
      guard let notes else { continue }
      let document = graph.documents[index]
      let folder = BacklogLocks.folder(of: document.path)
      if locks[folder] == nil { locks[folder] = read(folder + LockFile.name) }
      switch locks[folder] {
      case .success(let lock):
        let name = BacklogLocks.name(of: document.path)
        guard
          let record = lock.record(key: document.key, path: name, otherKeys: keys.subtracting([document.key]))
        else { continue }
        let items = Backlog.items(ofDocument: index, in: graph, notes: notes, record: record)
        let plan = Plan(items, graph: graph, record: record, fileName: name)
        if plan.changesAnything { found.append(StaleBacklog(at: notes.titlePlace, plan.words)) }
      case .failure(let problem):
        found.append(StaleBacklog(at: notes.titlePlace, "\(problem.message) (\(folder)\(LockFile.name))"))
      case nil: continue
      }
    }
    return found
  }

  private static func read(_ path: String) -> Result<LockFile, LockFile.Problem>? {
    guard let bytes = try? FileReader.read(path) else { return nil }
    do { return .success(try LockFile(SourceFile(bytes, path: path))) } catch { return .failure(error) }
  }
}

extension Plan {
  /// What happens, in words: `1 new, 2 changed`.
  var words: String {
    let words: [(Action, String)] = [
      (.create, "new"), (.restore, "restored"), (.change, "changed"), (.retire, "no longer said"),
      (.suspect, "suspect"),
    ]
    return words.compactMap { action, word in count(action) > 0 ? "\(count(action)) \(word)" : nil }
      .joined(separator: ", ")
  }
}
