public import Diagnostics
public import SourceText
import YAMLTree

/// Findings that were there when a project began to lint, and that it lives with until somebody settles them.
///
/// An entry names file, rule, section and a fingerprint of the text concerned: no lines, no numbers, nothing of the
/// machine. So entries survive edits elsewhere in the file. An entry that occurs twice stands for two findings.
public struct Baseline: Sendable {
  /// One known finding.
  public struct Entry: Sendable, Hashable, Comparable {
    /// The file, relative to the folder of the baseline.
    public let path: String
    /// The rule.
    public let rule: String
    /// The headings around it.
    public let section: String
    /// A fingerprint of rule and text.
    public let fingerprint: String

    /// Makes an entry.
    public init(path: String, rule: String, section: String, fingerprint: String) {
      self.path = path
      self.rule = rule
      self.section = section
      self.fingerprint = fingerprint
    }

    /// The entry of a finding; nil for one without identity.
    public init?(_ finding: Finding, path: String) {
      guard let identity = finding.identity else { return nil }
      self.init(
        path: path, rule: finding.rule, section: identity.section, fingerprint: identity.fingerprint)
    }

    /// By file, rule, section, fingerprint, in byte order.
    public static func < (left: Entry, right: Entry) -> Bool {
      for (a, b) in [
        (left.path, right.path), (left.rule, right.rule), (left.section, right.section),
        (left.fingerprint, right.fingerprint),
      ] where a != b {
        return a.utf8.lexicographicallyPrecedes(b.utf8)
      }
      return false
    }
  }

  /// Version of the file format; the first number changes when a reader of the old one would fail.
  public static let formatVersion = "1.0"

  /// The known findings, sorted.
  public let entries: [Entry]

  /// Collects entries.
  public init(_ entries: [Entry]) { self.entries = entries.sorted() }

  /// Reads a baseline file, which is JSON.
  ///
  /// - Throws: the first mistake in it.
  public init(_ source: SourceFile) throws(ConfigurationError) {
    let help = "Write a new one with --write-baseline."
    if let fault = source.faults.first {
      throw ConfigurationError("this is not valid UTF-8 text", at: fault.range, help: help)
    }
    let roots: [YAMLNode]
    do { roots = try YAMLReader.read(source, limits: YAMLLimits(nodes: 10_000_000)) } catch {
      throw ConfigurationError(error.message, at: error.range, help: help)
    }
    guard let root = roots.first, roots.count == 1, case .mapping = root.content,
      let version = root[key: "formatVersion"]
    else {
      throw ConfigurationError("this is no baseline", at: roots.first?.range ?? 0..<0, help: help)
    }
    guard version.string?.split(separator: ".").first == "1" else {
      throw ConfigurationError(
        "this baseline has format \(version.string ?? "?"); this version of prfaq reads 1", at: version.range,
        help: "Install the version of prfaq that wrote it, or write a new one with --write-baseline.")
    }
    guard let list = root[key: "findings"], case .sequence(let items) = list.content else {
      throw ConfigurationError("this baseline has no \"findings\"", at: root.range, help: help)
    }
    var entries: [Entry] = []
    entries.reserveCapacity(items.count)
    for item in items {
      func text(_ key: String) throws(ConfigurationError) -> String {
        // An empty text is one: it stands for no section.
        if let scalar = item[key: key]?.scalar { return scalar.text }
        throw ConfigurationError("this entry has no \"\(key)\"", at: item.range, help: help)
      }
      entries.append(
        Entry(
          path: try text("path"), rule: try text("rule"), section: try text("section"),
          fingerprint: try text("fingerprint")))
    }
    self.init(entries)
  }
}
