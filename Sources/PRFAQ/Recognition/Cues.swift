/// Words that hint at what a passage is. English, where nothing else is said: in other languages recognition rests on
/// headings, labels and position.
enum Cues {
  /// Lines that every release may carry.
  static let boilerplate = PhraseSet([
    "for immediate release", "for release", "for internal use only", "embargoed until", "not for release",
    "internal press release", "draft press release",
  ])
  /// Sections of questions nobody is meant to answer.
  static let openQuestions = PhraseSet([
    "open questions", "unresolved questions", "open question", "outstanding questions", "remaining questions",
    "questions for iteration", "offene fragen", "security questions answered",
  ])
  /// Keys of a hand-written block of metadata.
  static let metadata = PhraseSet(local: [
    "status", "author", "authors", "owner", "owners", "version", "last updated", "updated", "date", "created",
    "reviewers", "document", "audience", "team", "stage", "confidential", "approved by", "written",
    "prepared by",
    "revision", "contributors", "doc", "purpose", "scope", "project", "by", "repo", "repository", "see also",
    "related",
    "course", "deliverable", "how to use this", "note",
  ])
  /// Verbs that tell of a launch.
  static let launch = PhraseSet([
    "announced", "announces", "announce", "announcing", "launches", "launched", "launching", "launch of",
    "introduces",
    "introduced", "introducing", "unveils", "unveiled", "released", "releases", "is out", "now available",
    "general availability", "opened", "today opened", "is pleased to", "is proud to", "proud to",
    "pleased to", "excited to", "thrilled to", "will launch", "debuts", "ships",
    "shipped",
    "is available", "has released", "have released", "made available", "rolled out", "is now live",
  ])
  /// Words of trouble.
  static let pain = PhraseSet([
    "struggle", "struggles", "struggled", "struggling", "frustrating", "frustrated", "frustration", "pain",
    "painful", "problem", "problems", "challenge", "challenges", "challenging", "difficult", "difficulty",
    "hard to",
    "hard", "waste", "wastes", "wasting", "wasted", "spend", "spends", "spent", "hours", "manually", "manual",
    "tedious",
    "scattered", "fragmented", "nobody", "never", "cannot", "can't", "unable", "lack", "lacks", "lacking",
    "lose",
    "loses", "losing", "lost", "miss", "missed", "misses", "expensive", "costly", "slow", "slowly",
    "error prone",
    "fail", "fails", "failed", "failing", "suffer", "suffers", "suffered", "forced", "until now",
    "until today", "forget",
    "forgets",
    "forgotten", "buried", "confusing", "overwhelmed", "overwhelming", "overwhelm", "despite", "no way to",
    "still rely",
    "faces", "face", "facing", "breaks", "broken", "break", "nightmare", "isn't", "don't", "doesn't",
    "aren't", "won't",
    "didn't", "stuck", "worse", "worst", "wrong", "guess", "guessing", "risk", "risky", "too much",
    "too many", "too late",
    "insufficient", "shortcomings", "deficiencies", "limited", "limits", "unreliable", "inefficient",
    "inconsistent",
    "complex", "complexity", "burden", "bottleneck", "disconnected", "unclear", "opaque", "stale", "outdated",
    "gap",
    "hidden", "drown", "drowning", "abandon", "abandoned", "disputes", "leak", "leaks", "blind", "tired",
    "chore",
    "anxiety", "anxious", "worry", "dilemma", "tradeoff", "trade off", "either", "nothing", "no one", "not",
    "without",
    "unfortunately", "however", "but", "only to", "rarely", "ignored", "juggle", "juggling", "cobble",
    "bloated",
    "overpriced", "clunky", "cumbersome", "friction", "interrupts", "delays", "delay", "delayed",
  ])
  /// Words that set a scene before the product exists.
  static let scene = PhraseSet([
    "today", "currently", "for years", "traditionally", "historically", "until today", "until now",
    "these days",
    "every day", "every week", "most", "many", "existing", "for decades", "in the past", "over the last",
    "as of today",
    "for millions", "right now", "often", "typically", "usually", "each year", "every year", "every",
  ])
  /// Words that begin a paragraph about the time before the product.
  static let before = PhraseSet(["until today", "until now", "until this week", "for years", "for decades"])
  /// Words by which a lead announces.
  static let announcing = PhraseSet([
    "proud to", "pleased to", "excited to", "thrilled to", "delighted to", "happy to", "announced",
    "announces",
    "announce", "announcing",
  ])
  /// Words that name what is aimed at, not what is wrong.
  static let aims = PhraseSet([
    "objective", "primary objective", "goal", "goals", "our goal", "scope", "mission", "vision", "ambition",
    "highlights", "learn more", "purpose", "objectives",
  ])
  /// Words by which a sentence about the product tells the problem.
  static let problemSolved = PhraseSet([
    "solves a", "solves the", "addresses a", "addresses the", "tackles a", "tackles the", "fixes a",
    "fixes the",
    "solve the", "address the",
  ])
  static let problemNamed = PhraseSet(["problem", "challenge", "gap", "pain", "dilemma", "bottleneck"])
  /// Verbs by which a product answers a problem.
  static let answer = PhraseSet(local: [
    "solves", "solve", "replaces", "replace", "changes", "fixes", "fix", "addresses", "enables", "lets",
    "allows",
    "provides", "makes", "helps", "help", "gives", "turns", "combines", "is a", "is an", "is built",
    "is designed",
    "brings", "delivers", "offers", "eliminates", "removes", "automates", "automatically", "by providing",
    "connects",
    "uses", "takes", "supports", "runs", "reads", "can now", "simplifies", "bridges", "closes", "unifies",
    "introduces", "you can", "users can", "customers can", "anyone can",
    "captures", "analyzes", "tracks", "works",
  ])
  /// Words that begin a paragraph about the answer.
  static let answerStart = PhraseSet(local: [
    "with", "by", "using", "now", "instead", "our", "the solution", "to solve", "to address", "it", "its",
    "unlike",
    "this", "the system", "the platform", "the tool", "the app", "the service", "the product", "built on",
    "powered by",
  ])
  /// Words that show somebody using the product.
  static let usage = PhraseSet([
    "you", "your", "users can", "customers can", "user can", "click", "clicks", "tap", "taps", "type",
    "types", "select",
    "selects", "open the", "opens", "opens a", "choose", "chooses", "enter", "enters", "upload", "uploads",
    "scan",
    "scans", "point", "points", "describe", "describes", "receives", "users", "sign in", "signs in", "log in",
    "simply",
    "steps", "step", "press", "drag", "drop", "ask", "asks", "sees", "run", "invite", "invites", "install",
    "then",
    "chat",
  ])
  /// Words that tell where to begin.
  static let start = PhraseSet([
    "available", "get started", "getting started", "sign up", "signup", "visit", "download", "install", "try",
    "free",
    "pricing", "price", "per month", "app store", "google play", "waitlist", "wait list", "register",
    "learn more",
    "contact", "let's use", "let’s use", "start using", "begin", "go to", "join", "trial", "subscribe",
    "order", "verfügbar", "erreichbar", "ab sofort", "kostenlos", "registrieren", "anmelden",
    "get it", "clone", "to start", "starts at", "available now", "beta", "on github", "license",
  ])
  /// Verbs of speech that attribute a quote.
  static let speech = PhraseSet([
    "said", "says", "explained", "explains", "added", "adds", "noted", "notes", "commented", "comments",
    "shared",
    "shares", "remarked", "stated", "states", "told", "recalls", "reported", "according to", "reports",
    "sagt", "sagte",
    "recalled", "wrote", "quipped", "asked",
  ])
  /// Words in an attribution that put the speaker on the maker's side.
  static let companyTitles = PhraseSet([
    "founder", "co founder", "cofounder", "founders", "ceo", "cto", "coo", "cpo", "cfo", "cmo", "chief",
    "creator",
    "maintainer", "maintainers", "author", "inventor", "vp", "vice president", "svp", "evp",
    "head of product",
    "product lead", "product owner", "product manager", "lead developer", "lead engineer", "the team", "team",
    "spokesperson", "general manager", "developer of", "president", "managing director", "project lead",
    "project leader", "technical lead", "architect", "chair", "chairperson", "executive director", "leader",
    "director of product", "head of engineering", "development team", "lead maintainer",
    "director of engineering",
    "대표", "창업자",
  ])
  /// Words in an attribution that makers have more often than customers.
  static let officeTitles = PhraseSet(["director", "head of", "manager", "officer", "chair of", "lead"])
  /// Words in an attribution that make the speaker a customer.
  static let customerNouns = PhraseSet([
    "customer", "customers", "user", "early user", "beta user", "beta tester", "tester", "client", "clients",
    "subscriber", "member", "early adopter", "pilot customer", "pilot user", "participant", "homeowner",
    "parent",
    "student", "teacher", "nurse", "owner", "freelancer", "merchant", "hypothetical", "renter", "shopper",
    "driver",
    "patient", "resident", "buyer", "reader", "player", "traveler", "traveller",
  ])
  /// Words by which a maker speaks of the making.
  static let makerSpeech = PhraseSet([
    "we built", "we created", "we designed", "we wanted", "we started", "our goal", "our mission", "our team",
    "we're excited", "we are excited", "we believe", "our customers", "we set out", "we asked", "we realized",
    "we've built", "we saw", "we heard", "we made", "we're building", "our vision", "our users", "we knew",
    "we kept", "i built", "i wanted", "we showed", "we stopped", "customers told us", "our commitment",
    "we were doing",
    "we launched", "we developed", "we are proud", "our target customers", "our customers", "we handle",
    "we take care", "we're focused", "we are focused",
  ])
  /// Words by which a customer speaks of the use.
  static let customerSpeech = PhraseSet([
    "i used to", "before using", "before we", "before i", "before this", "i switched", "i can", "now i",
    "my team", "i spent", "i was", "i just", "i've",
    "we spent",
    "we used to", "i love", "saved me", "saves me", "my", "finally", "i finally", "i don't", "i didn't",
    "i no longer",
    "helped us", "has helped", "game changer", "i told", "we'd", "i had",
  ])
  /// Words that show whom a product is for.
  static let segment = PhraseSet([
    "for", "help", "helps", "helping", "lets", "enables", "allows", "gives", "designed for", "built for",
  ])
  /// All questions below.
  static let anyQuestion = PhraseSet(
    segmentQuestion.phrases + riskQuestion.phrases + metricQuestion.phrases + scopeQuestion.phrases)
  /// Questions that ask who the customer is.
  static let segmentQuestion = PhraseSet([
    "who is this for", "who is it for", "who is the customer", "who are the customers", "who are the users",
    "target audience", "target customer", "target customers", "target users", "who is the target",
    "who should use",
    "who will use", "who uses", "who would use", "who can use", "primary customer", "primary customers",
    "who are our customers", "who benefits", "ideal customer", "who is the primary user", "primary user",
    "primary users", "main users", "designed for", "who are the primary", "who is the user",
  ])
  /// Questions that ask what may go wrong.
  static let riskQuestion = PhraseSet([
    "biggest risk", "main risk", "top risk", "key risk", "greatest risk", "largest risk", "single risk",
    "the risk of",
    "what is the risk", "what's the risk", "risks", "riskiest", "go wrong", "goes wrong", "fail", "failure",
    "fails", "not succeed",
    "worst case",
    "threat", "threats", "biggest concern", "biggest concerns", "kill this", "kill it", "what could kill",
    "downside",
    "downsides", "what would make us stop", "리스크", "위험", "リスク", "risiken", "风险", "die", "dies",
  ])
  /// Questions that ask how success is measured.
  static let metricQuestion = PhraseSet([
    "success metrics", "success metric", "measure success", "measure the success", "define success",
    "metrics",
    "success look like", "know if this worked", "know it worked", "know it's working", "know if it worked",
    "measure whether", "success criteria", "kpis", "kpi", "be judged", "know we succeeded",
    "know we've succeeded",
    "measured", "measure", "measuring", "how will we know", "how do we know it works", "성공을 측정할", "핵심 지표",
    "成功指標", "know whether it", "successful", "success",
  ])
  /// Questions that ask what is left out.
  static let scopeQuestion = PhraseSet([
    "out of scope", "not building", "not in scope", "in scope", "non goals", "not included",
    "not in this release",
    "not doing", "won't do", "not in v1", "scope", "deliberately not", "explicitly not",
  ])
}
