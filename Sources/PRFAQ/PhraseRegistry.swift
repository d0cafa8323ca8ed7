import Synchronization

/// The lists of phrases that documents are searched for, so that one pass over a text finds the phrases of them all.
///
/// A list makes itself known when it is made, which is when a document first asks for it. The pass is put together
/// again, at ever longer intervals, once more lists are known: a run over one file never pays for it.
enum PhraseRegistry {
  private struct State {
    var sets: [PhraseSet] = []
    var scanner: PhraseScanner? = nil
    var documents = 0
    /// How many documents are read before the scanner is made anew.
    var next = 2
  }

  private static let state = Mutex(State())
  private static let ids = Atomic<Int>(0)
  /// More sets than the program has; whoever makes sets without end has them looked for by themselves.
  private static let limit = 2_000

  /// A number for one more set.
  static func nextID() -> Int {
    let id = ids.add(1, ordering: .relaxed).oldValue
    return id < limit ? id : -1
  }

  static func add(_ set: PhraseSet) {
    guard set.id >= 0 else { return }
    state.withLock { $0.sets.append(set) }
  }

  /// The scanner for one more document; nil as long as there is none.
  static func scanner() -> PhraseScanner? {
    state.withLock { state in
      state.documents += 1
      if state.documents >= state.next, state.sets.count > state.scanner?.count ?? 0 {
        state.next = state.documents * 4
        state.scanner = PhraseScanner(state.sets)
      }
      return state.scanner
    }
  }
}
