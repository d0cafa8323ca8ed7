import ArgumentParser

extension LintCommand {
  /// The command that words after `prfaq lint` ask for, where they are the usual ones: paths, and options that editors
  /// and hooks give. Nil for all others, which the parser reads: it knows every option, and finds the words for
  /// mistakes, but takes several times as long as checking a document.
  static func usual(_ words: ArraySlice<String>) -> LintCommand? {
    var paths: [String] = []
    var values: [String: String] = [:]
    var rest = words
    while let word = rest.popFirst() {
      if word == "-" || !word.hasPrefix("-") {
        if word.isEmpty { return nil }
        paths.append(word)
        continue
      }
      var name = word
      var value: String?
      if let sign = word.firstIndex(of: "=") {
        name = String(word[..<sign])
        value = String(word[word.index(after: sign)...])
      }
      guard ["--format", "--fail-on", "--color", "--stdin-filename"].contains(name), values[name] == nil,
        let value = value ?? rest.popFirst(), !value.isEmpty, !value.hasPrefix("-")
      else { return nil }
      values[name] = value
    }
    // Where a value is no good, the parser says why.
    if values["--stdin-filename"] != nil, !paths.contains("-") { return nil }
    let format = values["--format"].flatMap(LintFormat.init(rawValue:))
    if values["--format"] != nil, format == nil { return nil }
    guard let failOn = FailLevel(rawValue: values["--fail-on"] ?? FailLevel.error.rawValue),
      let color = ColorChoice(rawValue: values["--color"] ?? ColorChoice.auto.rawValue)
    else { return nil }
    var command = LintCommand()
    command.paths = paths
    command.reports = ReportOptions()
    command.reports.format = format
    command.reports.reports = []
    command.reports.statistics = false
    command.failOn = failOn
    command.select = []
    command.ignore = []
    command.profile = nil
    command.gate = nil
    command.stdinFilename = values["--stdin-filename"]
    command.catalog = CatalogOption()
    command.catalog.paths = []
    command.configuration = ConfigurationOptions()
    command.configuration.config = nil
    command.configuration.packPath = []
    command.baseline = BaselineOptions()
    command.baseline.baseline = nil
    command.baseline.writeBaseline = false
    command.baseline.pruneBaseline = false
    command.baseline.baselineStrict = false
    command.changedSince = nil
    command.fixes = FixOptions()
    command.fixes.fix = false
    command.fixes.unsafeFixes = false
    command.fixes.diff = false
    command.schema = false
    command.colors = ColorOption()
    command.colors.color = color
    return command
  }
}
