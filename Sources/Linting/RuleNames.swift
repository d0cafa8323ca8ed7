import Diagnostics

/// Checks names a user wrote against what exists, with a suggestion for those that are nearly right.
public enum RuleNames {
  /// Why a name is not known, in the words of an error message.
  public struct Unknown: Error, Sendable, Equatable {
    /// What is wrong: "there is no rule "structure/headlin"".
    public let message: String
    /// What to do about it, as a sentence.
    public let help: String
  }

  /// Accepts the name of a rule.
  ///
  /// - Parameter custom: the names of the project's own rules, which may be what was meant.
  public static func rule(_ name: String, custom: [String] = []) throws(Unknown) -> About {
    if let about = AllRules.abouts.first(where: { $0.name == name }) { return about }
    throw unknown(name, kind: "rule", in: AllRules.names + custom)
  }

  /// Accepts the name of a rule or of a category.
  public static func ruleOrCategory(_ name: String) throws(Unknown) -> String {
    if AllRules.categories.contains(name) || AllRules.names.contains(name) { return name }
    throw unknown(name, kind: "rule or category", in: AllRules.categories + AllRules.names)
  }

  /// Accepts the name of a profile.
  public static func profile(_ name: String) throws(Unknown) -> Profile {
    if let profile = Profile.named(name) { return profile }
    let names = Profile.all.map(\.name)
    if let near = Spelling.nearest(to: name, in: names) {
      throw Unknown(message: "there is no profile \"\(name)\"", help: "Did you mean \"\(near)\"?")
    }
    throw Unknown(
      message: "there is no profile \"\(name)\"", help: "Use one of \(names.joined(separator: ", ")).")
  }

  private static func unknown(_ name: String, kind: String, in names: [String]) -> Unknown {
    let message = "there is no \(kind) \"\(name)\""
    if let near = nearest(to: name, in: names) {
      return Unknown(message: message, help: "Did you mean \"\(near)\"?")
    }
    return Unknown(message: message, help: "\"prfaq rules\" lists them all.")
  }

  /// The nearest name; one written without its category, or with another's, is found by its second half, and one that is
  /// cut short by its beginning.
  static func nearest(to name: String, in names: [String]) -> String? {
    if name.utf8.count > 4, tail(name).utf8.count > 3, !names.contains(name),
      let begun = names.first(where: { $0.hasPrefix(name) || tail($0).hasPrefix(name) })
    {
      return begun
    }
    if let near = Spelling.nearest(to: name, in: names) { return near }
    let half = tail(name)
    if let same = names.first(where: { tail($0) == half }) { return same }
    guard let near = Spelling.nearest(to: half, in: names.map(tail)) else { return nil }
    return names.first { tail($0) == near }
  }

  private static func tail(_ name: String) -> String {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash != name.utf8.index(before: name.endIndex)
    else { return name.split(separator: "/").last.map(String.init) ?? name }
    return String(name[name.utf8.index(after: slash)...])
  }
}

extension Linter {
  /// Whether a rule runs under a profile.
  public func runs(_ rule: String, in profile: Profile) -> Bool {
    guard let about = AllRules.abouts.first(where: { $0.name == rule }) else { return false }
    return severity(of: about, in: profile) != nil
  }
}

extension Linter {
  /// Whether it was told to run only some rules.
  public var isPartial: Bool { !selection.select.isEmpty }

  /// The same linter for a run that cannot see everything: comments that name no rule are not called idle.
  public var narrowed: Linter {
    var selection = selection
    selection.isNarrowed = true
    return Linter(selection)
  }

  /// Whether any rule on links may run, whatever profile a document chooses.
  public var mayRunGraphRules: Bool {
    let abouts = AllRules.graphTypes.map { $0.about }
    if Profile.all.contains(where: { profile in abouts.contains { severity(of: $0, in: profile) != nil } }) {
      return true
    }
    return abouts.contains { about in
      isOpen(about) && selection.sections.contains { SectionRules.turnsOn(about, $0.rules) }
    }
  }

  /// The project's own rules.
  public var customRules: [CustomRule] { selection.customRules }

  /// The linter for a file that is no document: a selection of rules does not silence that it is none.
  public var forFiles: Linter {
    var selection = selection
    selection.select = []
    return Linter(selection)
  }
}
