import Linting
import PRFAQ

/// What holds for some documents: their configuration, settled, and the linter and vocabulary made from it.
final class DocumentPlan: Sendable {
  let configuration: ConfigurationFile
  let settled: SettledConfiguration
  let linter: Linter
  let options: ReaderOptions
  /// The profiles under which the files that belong to a document are looked for.
  let profilesWithCompanions: Set<String>

  init(_ configuration: ConfigurationFile, _ settled: SettledConfiguration, choice: RuleChoice) {
    self.configuration = configuration
    self.settled = settled
    linter = Linter(choice.applied(to: settled.selection))
    let linter = linter
    profilesWithCompanions = Set(
      Profile.all.filter { linter.runs("structure/companion-missing", in: $0) }.map(\.name))
    options = ReaderOptions(aliases: settled.aliases.mapValues { $0.map(\.value) })
  }
}

/// The rules chosen on the command line.
struct RuleChoice: Sendable {
  /// Rules or categories to run alone.
  var select: Set<String> = []
  /// Rules or categories to leave out.
  var ignore: Set<String> = []
  /// Whether `--profile` is given, too.
  var hasProfile = false

  /// Whether the command line lets a rule run.
  func mayRun(_ rule: String) -> Bool {
    let category = String(rule.prefix { $0 != "/" })
    if ignore.contains(rule) || (ignore.contains(category) && !select.contains(rule)) { return false }
    return select.isEmpty || select.contains(rule) || select.contains(category)
  }

  /// What the command line says wins over the configuration: `--select` replaces its list, and a rule selected here
  /// runs even if the configuration ignores it; `--ignore` adds to it.
  func applied(to selection: Linter.Selection) -> Linter.Selection {
    var selection = selection
    if !select.isEmpty {
      selection.select = select
      selection.ignore.subtract(select)
    }
    selection.ignore.formUnion(ignore)
    selection.leftOut = ignore
    selection.isNarrowed = !select.isEmpty || !ignore.isEmpty || hasProfile
    return selection
  }
}

/// Makes the plans of a run, one for all documents for which the same holds.
struct Planner {
  let lookup: ConfigurationLookup
  let choice: RuleChoice
  private var plans: [Key: DocumentPlan] = [:]
  private var folders: [String: String] = [:]
  /// The plans of folders in which the same holds for all files.
  private var plansOfFolders: [String: DocumentPlan] = [:]

  private struct Key: Hashable {
    let configuration: ObjectIdentifier
    let overrides: [Bool]
  }

  init(_ lookup: ConfigurationLookup, _ choice: RuleChoice) {
    self.lookup = lookup
    self.choice = choice
  }

  /// The configuration of the files of a folder; of the current one where the folder does not exist.
  mutating func configuration(in folder: String) throws -> ConfigurationFile {
    try lookup.configuration(in: real(folder))
  }

  /// The plan of a file.
  mutating func plan(for path: String) throws -> DocumentPlan {
    let parent = FilePath.folder(of: path)
    if let plan = plansOfFolders[parent] { return plan }
    let folder = real(parent)
    let configuration = try lookup.configuration(in: folder)
    let absolute = (folder == "/" ? "/" : folder + "/") + FilePath.name(of: path)
    let overrides = configuration.overrides(for: FilePath.relative(absolute, to: configuration.realFolder))
    let key = Key(configuration: ObjectIdentifier(configuration), overrides: overrides)
    let plan =
      plans[key] ?? DocumentPlan(configuration, configuration.settled(overrides), choice: choice)
    plans[key] = plan
    if !configuration.hasOverrides { plansOfFolders[parent] = plan }
    return plan
  }

  /// A file's path relative to the folder of its configuration's patterns; nil outside it.
  mutating func relative(_ path: String, to configuration: ConfigurationFile) -> String? {
    let folder = real(FilePath.folder(of: path))
    let absolute = (folder == "/" ? "/" : folder + "/") + FilePath.name(of: path)
    return FilePath.relative(absolute, to: configuration.realFolder)
  }

  private mutating func real(_ folder: String) -> String {
    if let known = folders[folder] { return known }
    let real = FilePath.real(folder) ?? FilePath.real(".") ?? "/"
    folders[folder] = real
    return real
  }
}
