import PRFAQ

/// Single words to ask for one at a time; see `PhraseSet` for searching.
struct WordList: Sendable {
  private let words: WordSet

  /// Makes a list of words separated by blanks.
  init(_ words: String) {
    var words = words
    var hashes: [UInt32] = []
    words.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        var end = at
        while end < bytes.count, bytes[end] != 0x20 { end += 1 }
        if end > at { hashes.append(Prose.hash(ofBytes: UnsafeBufferPointer(rebasing: bytes[at..<end]))) }
        at = end + 1
      }
    }
    self.words = WordSet(hashes: hashes)
  }

  func contains(_ word: Prose.Word) -> Bool { words.contains(word.hash) }

  /// Whether a word in lower case is in the list.
  func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { contains($0) }
  }

  /// Whether a word in lower case is in the list, by its bytes.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { words.contains(Prose.hash(ofBytes: word)) }
}

extension WordList {
  /// Words that say how many, how much or how often.
  static let numbers = WordList(
    """
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty \
    ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third \
    thirds quarter quarters twice thrice double doubles doubled triple tripled percent
    """)

  /// Words that end or interrupt a noun phrase.
  static let links = WordList(
    """
    a an the to of for that which who whose whom with without in on at by and or nor but from when where while before \
    after as if so because than then is are was were be been has have had do does did can could may might must should \
    will would it its they them their he she we our you your i my me us this these those not no into onto over under \
    between through during per via using
    """)

  /// What products do in releases.
  static let announcements = WordList(
    """
    announce announces announced announcing launch launches launched release releases released introduce introduces \
    introduced unveil unveils unveiled provides replaces gives offers
    """)

  /// Things somebody builds, where an outcome for a customer belongs.
  static let artefacts = WordList(
    """
    tool tools app apps application applications dashboard dashboards platform platforms system systems api apis \
    integration integrations plugin plugins portal portals chatbot chatbots solution solutions software website \
    websites extension bot assistant interface
    """)
}
