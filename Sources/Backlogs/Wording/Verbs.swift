/// English verbs in the form a title begins with: `Know what I owe`.
enum Verbs {
  /// Whether a text begins with a verb in its plain form.
  ///
  /// A word that is a noun as well (`search`) counts only where what follows can be its object (`Search the archive`,
  /// not `Search results`).
  static func leads(_ text: some StringProtocol) -> Bool {
    var words = text.split(separator: " ", maxSplits: 3).map { bare($0) }
    if words.first == "not" { words.removeFirst() }
    // "Quickly find", "Easily share".
    if let first = words.first, first.count > 4, first.hasSuffix("ly"), !plain.contains(first),
      words.count > 1
    {
      words.removeFirst()
    }
    guard let first = words.first else { return false }
    if plain.contains(first) { return true }
    // "Hand over a shift": what a small word follows is done, whatever it is.
    if words.count > 2, particles.contains(words[1]), first.count > 2, !first.hasSuffix("s"),
      !first.hasSuffix("ing")
    {
      return true
    }
    guard nouns.contains(first), words.count > 1 else { return false }
    return followers.contains(words[1])
  }

  /// Whether a word, in small letters, is a verb among others.
  static func knows(_ word: String) -> Bool { plain.contains(word) || nouns.contains(word) }

  /// A word in small letters without marks around it.
  static func bare(_ word: some StringProtocol) -> String {
    var word = word.lowercased()[...]
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
    return String(word)
  }

  private static let particles: Set<String> = ["over", "out", "up", "off", "back", "away", "down", "along"]

  /// Words that show a noun or verb before them to be a verb.
  private static let followers: Set<String> = [
    "a", "an", "the", "my", "our", "your", "their", "his", "her", "its", "this", "that", "these", "those",
    "any", "all",
    "every", "each", "some", "it", "them", "me", "us", "you", "what", "who", "where", "when", "how", "which",
    "whether", "why", "without", "from", "across", "through", "into", "to", "with", "by", "up", "in", "on",
    "at", "out",
    "off", "for", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both",
    "several", "multiple", "another", "anything", "everything",
    "something",
    "start", "join", "stop", "yes", "more", "less", "only", "directly", "straight", "anywhere", "everywhere",
  ]

  /// Words that are verbs at the start of a title, whatever follows.
  static let plain: Set<String> = [
    "abandon", "accelerate", "accept", "achieve", "acquire", "act", "activate", "adapt", "add", "adjust",
    "adopt",
    "advance", "afford", "agree", "align", "allocate", "allow", "analyse", "analyze", "annotate", "announce",
    "anticipate", "apply", "appoint", "appreciate", "approve", "arrange", "arrive", "ask", "assemble",
    "assess",
    "assign", "assume", "assure", "attach", "attack", "attend", "attract", "audit", "authenticate",
    "authorise",
    "authorize", "automate", "avoid", "be", "bear", "become", "begin", "believe", "belong", "bid", "boost",
    "borrow", "breathe", "bring", "broadcast", "browse", "build", "buy", "calculate", "cancel", "capture",
    "carry",
    "catch", "categorise", "categorize", "celebrate", "check", "choose", "cite", "clarify", "classify",
    "clean",
    "clear", "click", "clone", "collaborate", "collect", "combine", "come", "communicate", "compare",
    "compete",
    "compile", "complete", "comply", "compose", "compute", "conduct", "configure", "confirm", "connect",
    "conquer",
    "consider", "consolidate", "construct", "consult", "consume", "contain", "continue", "contribute",
    "control",
    "convert", "convince", "cook", "coordinate", "correct", "correlate", "count", "create", "cross", "curate",
    "customise", "customize", "cut", "debug", "decide", "declare", "decrease", "dedicate", "defend", "define",
    "delegate", "delete", "deliver", "demonstrate", "depend", "deploy", "describe", "design", "detect",
    "determine",
    "develop", "diagnose", "differentiate", "digest", "direct", "disable", "discard", "discover", "discuss",
    "display", "dispute", "distinguish", "distribute", "do", "dodge", "download", "drag", "draw", "drive",
    "drop",
    "earn", "eat", "edit", "educate", "eliminate", "embed", "embrace", "employ", "empower", "enable",
    "encourage",
    "end", "enforce", "engage", "enhance", "enjoy", "ensure", "enter", "equip", "escape", "establish",
    "evaluate",
    "examine", "exceed", "exchange", "execute", "expand", "expect", "explain", "explore", "export", "express",
    "extend", "extract", "facilitate", "fail", "fall", "feed", "feel", "fetch", "fight", "figure", "file",
    "fill",
    "filter", "find", "finish", "fit", "fix", "focus", "follow", "forecast", "forget", "forward", "free",
    "fund",
    "gain", "gather", "gauge", "generate", "get", "give", "go", "govern", "grab", "grant", "grow",
    "guarantee",
    "guess", "hand", "handle", "have", "hear", "help", "hide", "highlight", "hire", "hold", "hook", "hunt",
    "identify", "ignore", "illustrate", "implement", "import", "improve", "include", "increase", "indicate",
    "inform", "initiate", "inject", "insert", "inspect", "inspire", "install", "integrate", "interact",
    "interpret",
    "introduce", "invent", "invest", "investigate", "invite", "invoke", "involve", "isolate", "join",
    "juggle",
    "justify", "keep", "know", "lack", "launch", "lead", "learn", "leave", "lend", "let", "leverage", "limit",
    "link", "listen", "live", "load", "locate", "log", "look", "lose", "lower", "maintain", "make", "manage",
    "mark", "match", "maximise", "maximize", "measure", "meet", "memorise", "merge", "migrate", "minimise",
    "minimize", "miss", "mix", "modify", "monitor", "move", "nail", "navigate", "need", "negotiate", "notice",
    "notify", "nurture", "observe", "obtain", "offer", "onboard", "open", "operate", "optimise", "optimize",
    "orchestrate", "organise", "organize", "override", "oversee", "own", "participate", "pass", "paste",
    "pause",
    "pay", "perform", "persist", "pick", "pin", "place", "play", "plug", "practise", "predict", "prefer",
    "prepare",
    "prescribe", "present", "preserve", "press", "prevent", "preview", "print", "prioritise", "prioritize",
    "produce", "promote", "propose", "protect", "prove", "provide", "provision", "publish", "pull",
    "purchase",
    "pursue", "push", "put", "raise", "reach", "react", "read", "realise", "realize", "receive", "recognise",
    "recognize", "recommend", "reconcile", "recover", "recruit", "redeem", "reduce", "refer", "refine",
    "refresh",
    "refuse", "regain", "register", "rehearse", "reject", "relate", "relax", "release", "rely", "remain",
    "remember", "remind", "remove", "rename", "render", "renew", "rent", "reorder", "repair", "repeat",
    "replace",
    "replay", "report", "represent", "reproduce", "request", "require", "reschedule", "resell", "reserve",
    "reset",
    "resolve", "respond", "rest", "restore", "restrict", "resume", "retain", "rethink", "retire", "retrieve",
    "return", "reuse", "reveal", "revert", "revise", "revoke", "rewrite", "ride", "ring", "roll", "rotate",
    "run",
    "save", "say", "scan", "scroll", "secure", "see", "seek", "select", "sell", "send", "separate", "serve",
    "set",
    "settle", "share", "ship", "show", "simplify", "simulate", "sit", "skim", "skip", "sleep", "socialise",
    "socialize", "solve", "sort", "speak", "specify", "spend", "split", "spot", "stand", "start", "stay",
    "steer",
    "stick", "stop", "store", "stream", "streamline", "strengthen", "struggle", "submit", "subscribe",
    "succeed",
    "suggest", "summarise", "summarize", "surf", "swap", "swipe", "switch", "sync", "synchronise",
    "synchronize",
    "tackle", "tailor", "take", "talk", "tap", "teach", "tell", "think", "toggle", "track", "trade", "train",
    "transcribe", "transfer", "transform", "translate", "travel", "treat", "trigger", "troubleshoot", "trust",
    "try", "tune", "turn", "type", "understand", "undo", "unify", "uninstall", "unlock", "unpack",
    "unsubscribe",
    "unwind", "update", "upgrade", "upload", "use", "utilise", "utilize", "validate", "verify", "vet", "view",
    "visit", "visualise", "visualize", "vote", "wait", "wake", "walk", "want", "watch", "wear", "welcome",
    "win",
    "withdraw", "worry", "wrap", "write", "zoom",
  ]

  /// Words that are verbs only before an object.
  private static let nouns: Set<String> = [
    "access", "address", "answer", "balance", "block", "book", "bookmark", "bundle", "call", "change",
    "charge",
    "chat", "claim", "code", "comment", "contact", "copy", "cost", "cover", "craft", "damage", "date", "deal",
    "demand", "document", "draft", "email", "estimate", "experience", "experiment", "feature", "form",
    "format",
    "function", "group", "guide", "host", "index", "influence", "input", "interest", "issue", "judge",
    "label",
    "level", "light", "list", "manual", "map", "market", "master", "message", "model", "name", "note",
    "order",
    "pair", "patch", "phone", "pitch", "plan", "point", "post", "power", "practice", "price", "process",
    "profile",
    "program", "project", "prompt", "prototype", "query", "question", "quote", "range", "rank", "rate",
    "record",
    "refund", "research", "review", "route", "sample", "scale", "schedule", "score", "scope", "search",
    "shape",
    "shop", "sign", "sketch", "snapshot", "sound", "source", "stage", "state", "structure", "study", "supply",
    "support", "surface", "survey", "tag", "target", "task", "test", "text", "time", "touch", "trace",
    "value",
    "version", "work",
  ]
}
