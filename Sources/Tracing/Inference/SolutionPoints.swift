import MarkdownTree
import PRFAQ

extension NeedInference {
  /// Roles below which a bold-led point says what customers get.
  private static let roles: Set<Role> = [.solution, .howItWorks, .customerExperience]
  /// Numbered headings of a procedure, which name a step and no need.
  /// Words that lead a point in the customer's own terms: they can do it, or it no longer happens.
  private static let deeds = PhraseSet([
    "access", "add", "adjust", "analyse", "analyze", "answer", "archive", "ask", "attach", "automate",
    "avoid", "backup",
    "balance", "book", "browse", "build", "buy", "call", "cancel", "capture", "catch", "change", "chat",
    "check",
    "choose", "clean", "collaborate", "collect", "combine", "compare", "configure", "connect", "control",
    "convert",
    "copy", "correct", "create", "customise", "customize", "cut", "debug", "decide", "define", "delete",
    "deliver",
    "deploy", "design", "detect", "discover", "dispute", "download", "draft", "draw", "eat", "edit", "end",
    "enjoy",
    "ensure", "evaluate", "experiment", "explore", "export", "extend", "filter", "find", "finish", "fix",
    "focus",
    "follow", "forget", "generate", "get", "give", "go", "grow", "handle", "have", "hear", "hold", "host",
    "identify",
    "import", "improve", "increase", "integrate", "invite", "join", "keep", "know", "launch", "learn", "let",
    "link",
    "list", "listen", "load", "lower", "make", "manage", "map", "match", "measure", "meet", "merge",
    "migrate",
    "monitor", "move", "never", "no more", "no longer", "not", "open", "order", "organise", "organize", "own",
    "pay",
    "pick", "plan", "play", "prepare", "prevent", "print", "process", "protect", "prove", "publish", "query",
    "read",
    "receive", "record", "recover", "reduce", "remember", "remove", "replace", "report", "request", "resolve",
    "restore", "return", "reuse", "review", "run", "save", "say", "scale", "schedule", "search", "see",
    "select",
    "sell", "send", "set", "share", "shop", "show", "simulate", "skip", "sort", "spend", "split", "start",
    "stay",
    "stop", "store", "stream", "switch", "sync", "take", "teach", "tell", "test", "trace", "track", "train",
    "transfer",
    "translate", "trust", "try", "turn", "understand", "unpack", "update", "upload", "use", "validate",
    "verify",
    "view", "visualise", "visualize", "wait", "watch", "work", "write",
  ])
  /// Words that lead a heading in bold rather than a point.
  private static let headings = PhraseSet([
    "what", "why", "how", "when", "where", "who", "which", "before", "after", "a month later", "the problem",
    "the solution", "in short", "result", "the result", "today", "tomorrow", "for", "note", "important",
    "tip",
  ])
  private static let steps = PhraseSet([
    "step", "phase", "day", "week", "stage", "part", "option", "note", "example",
  ])

  /// Bold text that begins a list item or a paragraph below the solution.
  mutating func readPoints() {
    let tree = document.tree
    for element in document.elements where Self.roles.contains(element.role) {
      for index in element.blocks where tree.blocks[index].kind == .paragraph {
        let block = tree.blocks[index]
        guard let strong = tree.spans[block.spanRange].first, strong.kind == .strong,
          strong.plainStart == block.plainStart, block.depth <= 3,
          !isLabel(strong.range), !isQuote(block.range), !isDateline(block.range)
        else { continue }
        let isItem = tree.blocks[Int(block.parent)].kind == .item
        // A bold line alone is a heading; in a list it is a point all the same.
        guard isItem || strong.plainEnd < block.plainEnd else { continue }
        let words = document.prose.words(in: strong.plainRange)
        guard (2...12).contains(words.count), !startsProcedure(words), !leads(Self.headings, words) else {
          continue
        }
        // A point that names a part of the product is a need only by its explanation.
        let isDeed = !document.language.isComplete || leads(Self.deeds, words)
        let isSure = element.origin != .inferred
        add(
          .solutionPoint, isDeed && isSure ? .high : isDeed || isSure ? .medium : .low,
          title: Wording.title(document.text(strong.plainRange)), from: strong.plainRange,
          in: block.plainRange)
      }
    }
  }

  private func startsProcedure(_ words: Range<Int>) -> Bool {
    let first = document.prose.words[words.lowerBound]
    if first.traits.contains(.digit) { return true }
    return document.prose.contains(Self.steps, in: words.prefix(1))
      && document.prose.words[words].prefix(3).contains { $0.traits.contains(.digit) }
  }

  private func leads(_ set: PhraseSet, _ words: Range<Int>) -> Bool {
    document.prose.matches(of: set, in: words.prefix(3)).first?.words.lowerBound == words.lowerBound
  }

  private func isDateline(_ range: Range<Int>) -> Bool {
    document.first(.dateline)?.range.overlaps(range) ?? false
  }

  private func isLabel(_ range: Range<Int>) -> Bool {
    document.elements.contains { $0.labelRange?.overlaps(range) ?? false }
      || document.questions.contains { $0.range.overlaps(range) }
  }

  private func isQuote(_ range: Range<Int>) -> Bool { document.quotes.contains { $0.range.overlaps(range) } }
}
