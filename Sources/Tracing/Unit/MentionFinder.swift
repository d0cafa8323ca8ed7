public import Organization
import PRFAQ
import SourceText

/// Finds names of a catalogue's services in running text.
///
/// A name of one word counts only with a capital letter within a sentence: "Search" may be a service, "search" is what
/// people do. Looking costs a table look-up per word, however many names there are.
public struct MentionFinder: Sendable {
  private var names: [UInt64: String] = [:]
  private var firstWords: Set<UInt32> = []
  private var longest = 0
  /// Names of more words are not looked for.
  private static let limit = 6

  /// Takes the names, titles and aliases of an organisation's services.
  public init(_ organization: Organization) {
    for service in organization.services {
      for name in [service.head.name.value, service.head.title] + service.head.aliases {
        let hashes = Prose.hashes(of: name)
        guard let first = hashes.first, hashes.count <= Self.limit else { continue }
        firstWords.insert(first)
        longest = max(longest, hashes.count)
        let key = hashes.reduce(Self.start) { Self.mix($0, $1) }
        if names[key] == nil { names[key] = NameKey.make(service.head.name.value) }
      }
    }
  }

  private static let start: UInt64 = 14_695_981_039_346_656_037
  private static func mix(_ key: UInt64, _ hash: UInt32) -> UInt64 {
    (key ^ UInt64(hash)) &* 1_099_511_628_211
  }

  /// The mentions in a document's text, by position; the longest name where several begin alike.
  func mentions(in document: PRFAQDocument) -> [Mention] {
    let words = document.prose.words
    var found: [Mention] = []
    var at = 0
    while at < words.count {
      guard firstWords.contains(words[at].hash) else {
        at += 1
        continue
      }
      var key = Self.start
      var best: (name: String, length: Int)? = nil
      var length = 0
      while length < longest, at + length < words.count,
        length == 0 || !words[at + length].traits.contains(.firstInBlock)
      {
        key = Self.mix(key, words[at + length].hash)
        length += 1
        if let name = names[key], length > 1 || isName(words, at) { best = (name, length) }
      }
      if let best {
        let range = Int(words[at].start)..<Int(words[at + best.length - 1].end)
        found.append(Mention(key: best.name, place: Place(document.source, document.sourceRange(range))))
      }
      at += best?.length ?? 1
    }
    return found
  }

  private func isName(_ words: [Prose.Word], _ at: Int) -> Bool {
    words[at].traits.contains(.capitalised) && !words[at].traits.contains(.firstInBlock)
      && words[at - 1].end + 1 == words[at].start
  }
}
