import JSONText
public import SourceText
import Tracing
import YAMLTree

/// The records of all documents in a folder: what `prfaq.lock.json` holds.
public struct LockFile: Sendable, Equatable {
  /// The name of the file, beside the documents.
  public static let name = "prfaq.lock.json"
  /// Version of the format; the first number changes when a reader of the old one would fail.
  public static let formatVersion = "1.0"

  /// One record per document, in the order of their keys.
  public private(set) var records: [Record] = []
  /// Whether a newer version wrote it, whose additions this one would lose.
  public private(set) var isNewer = false

  /// A lock that holds nothing.
  public init() {}

  /// The record of a document: the one with its key, or else the one with its file's name, where the document of that
  /// record got another key.
  ///
  /// - Parameter otherKeys: keys of documents that are there, whose records are not to be taken.
  public func record(key: String, path: String, otherKeys: Set<String> = []) -> Record? {
    records.first { $0.key == key } ?? records.first { $0.path == path && !otherKeys.contains($0.key) }
  }

  /// Puts a record in the place of the one with its key or, with another key, of its file.
  public mutating func update(_ record: Record, replacing old: Record?) {
    records.removeAll { $0.key == record.key || $0.key == old?.key }
    records.append(record)
    records.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  // MARK: - Writing

  /// The bytes of the file: one item a line, so that git shows and merges changes item by item.
  public func bytes() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("formatVersion", Self.formatVersion)
      json.key("documents")
      json.array { json in
        for record in records {
          json.object { json in
            json.field("key", record.key)
            json.field("path", LockText.clean(record.path))
            json.field("takes", record.selection.leastConfidence?.rawValue ?? "declared")
            json.key("items")
            json.array { json in
              for entry in record.entries { json.compact { Self.write(entry, to: &$0) } }
            }
          }
        }
      }
    }
    json.finish()
    return json.take()
  }

  private static func write(_ entry: Record.Entry, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", entry.id)
      json.field("uid", entry.uid)
      json.field("type", entry.kind.rawValue)
      json.field("title", entry.title)
      if let parent = entry.parent { json.field("parent", parent) }
      json.field("root", entry.root)
      if !entry.hasWrittenID { json.field("madeID", true) }
      json.field("fingerprint", entry.fingerprint)
      json.field("upstream", entry.upstream)
      if !entry.acceptance.isEmpty {
        json.key("acceptance")
        json.array { json in for key in entry.acceptance { json.value(key) } }
      }
      for name in Record.Entry.valueNames {
        if let value = entry.values[name] { json.field(name, value) }
      }
      if !entry.formerly.isEmpty {
        json.key("formerly")
        json.array { json in for id in entry.formerly { json.value(id) } }
      }
      if entry.isRetired { json.field("retired", true) }
    }
  }

  // MARK: - Reading

  /// Why a lock cannot be used.
  public struct Problem: Error, Sendable, Equatable {
    /// What is so, in one sentence without final full stop.
    public let message: String
    /// The bytes concerned.
    public let range: Range<Int>
    /// What to do.
    public let help: String
    /// Whether two edits contradict each other and somebody must choose.
    public let isConflict: Bool

    init(_ message: String, at range: Range<Int>, help: String, isConflict: Bool = false) {
      self.message = message
      self.range = range
      self.help = help
      self.isConflict = isConflict
    }
  }

  private static let restore =
    "Take the file from version control, or delete it to record everything anew with \"prfaq backlog accept\"."

  /// Reads the file.
  ///
  /// - Throws: the first thing wrong with it.
  public init(_ source: SourceFile) throws(Problem) {
    try Self.refuseConflicts(source)
    let roots: [YAMLNode]
    // JSON is YAML, and this reader knows where everything stands.
    do { roots = try YAMLReader.read(source, limits: YAMLLimits(nodes: 20_000_000)) } catch {
      throw Problem("the lock cannot be read: \(error.message)", at: error.range, help: Self.restore)
    }
    guard let node = roots.first else { throw Problem("the lock is empty", at: 0..<0, help: Self.restore) }
    guard case .mapping = node.content, let version = node.entry("formatVersion"),
      let text = version.value.string
    else {
      throw Problem(
        "this is no lock: it has no formatVersion", at: node.range.lowerBound..<node.range.lowerBound + 1,
        help: Self.restore)
    }
    let parts = text.split(separator: ".").map { Int($0) }
    guard let major = parts.first ?? nil, parts.count == 2, let minor = parts[1] else {
      throw Problem("\"\(text)\" is no version", at: version.value.range, help: Self.restore)
    }
    if major > 1 {
      throw Problem(
        "the lock has format \(text), and this prfaq reads formats 1.x", at: version.value.range,
        help: "Use the version of prfaq that wrote it, or a later one.")
    }
    isNewer = minor > 0
    for document in node[key: "documents"]?.items ?? [] {
      let record = try Self.record(document)
      if records.contains(where: { $0.key == record.key }) {
        throw Problem("the document \(record.key) is recorded twice", at: document.range, help: Self.restore)
      }
      records.append(record)
    }
  }

  /// A merge that stopped half-way leaves both sides in the file.
  private static func refuseConflicts(_ source: SourceFile) throws(Problem) {
    for line in 1...source.lineCount {
      let range = source.lineRange(line)
      guard range.count >= 7,
        source.bytes[range].starts(with: Array("<<<<<<< ".utf8))
          || source.bytes[range].starts(with: Array(">>>>>>> ".utf8))
      else { continue }
      throw Problem(
        "the lock holds two versions that git could not merge", at: range,
        help:
          "Keep either side of each conflict, then run \"prfaq backlog plan\" to see what the document says.",
        isConflict: true)
    }
  }

  private static func record(_ node: YAMLNode) throws(Problem) -> Record {
    var record = Record(key: try text("key", of: node), path: try text("path", of: node))
    if let takes = node[key: "takes"]?.string {
      record.selection = Selection(leastConfidence: Confidence(rawValue: takes))
    }
    var seen: Set<String> = []
    for item in node[key: "items"]?.items ?? [] {
      let entry = try entry(item)
      guard seen.insert(entry.id).inserted else {
        throw Problem(
          "the item \(entry.id) is recorded twice", at: item.range, help: restore, isConflict: true)
      }
      record.entries.append(entry)
    }
    return record
  }

  private static func entry(_ node: YAMLNode) throws(Problem) -> Record.Entry {
    let type = try text("type", of: node)
    guard let kind = BacklogItem.Kind(rawValue: type) else {
      throw Problem(
        "there is no type of item \"\(type)\"", at: node[key: "type"]?.range ?? node.range, help: restore)
    }
    var values: [String: String] = [:]
    for name in Record.Entry.valueNames { values[name] = node[key: name]?.string }
    return Record.Entry(
      id: try text("id", of: node), uid: try text("uid", of: node), kind: kind,
      root: try text("root", of: node),
      hasWrittenID: node[key: "madeID"]?.bool != true, parent: node[key: "parent"]?.string,
      title: try text("title", of: node), fingerprint: try text("fingerprint", of: node),
      upstream: try text("upstream", of: node), acceptance: node[key: "acceptance"]?.strings ?? [],
      values: values,
      formerly: node[key: "formerly"]?.strings ?? [], isRetired: node[key: "retired"]?.bool == true)
  }

  private static func text(_ name: String, of node: YAMLNode) throws(Problem) -> String {
    guard let text = node[key: name]?.scalar?.text else {
      throw Problem(
        "\"\(name)\" is missing here",
        at: node.range.lowerBound..<min(node.range.lowerBound + 1, node.range.upperBound), help: restore)
    }
    return text
  }
}
