public import SourceText

/// A template that has been read and checked: nothing in it can go wrong but the answers.
public struct Template: Sendable {
  /// The file it was read from.
  public let source: SourceFile
  /// The names of answers it uses.
  public let usedNames: Set<String>
  let steps: [Step]

  /// What to do next; blocks are jumps, so rendering needs no recursion.
  enum Step: Sendable {
    /// Write bytes of the template.
    case text(Range<Int>)
    /// Write an answer.
    case insert(Insertion)
    /// Go on, or jump when the condition does not hold.
    case branch(Condition, otherwise: Int)
    /// Jump.
    case jump(Int)
    /// Begin with the first item, or jump behind the loop when there is none.
    case loop(list: String, item: String, end: Int)
    /// Go back to the step after `loop` with the next item, or go on.
    case next(loop: Int)
  }

  /// An answer to write.
  struct Insertion: Sendable {
    let name: String
    let context: EscapeContext
    let range: Range<Int>
  }

  /// What an `if` asks.
  struct Condition: Sendable {
    let name: String
    let isNegated: Bool
  }
}
