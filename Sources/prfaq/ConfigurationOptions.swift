import ArgumentParser
import Reporting

/// The options of every command that reads the configuration.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use this configuration for all files, instead of the nearest .prfaq.yml above each.", valueName: "file"
    ),
    completion: .file(extensions: ["yml", "yaml"]))
  var config: String?

  @Option(
    help: ArgumentHelp("Look for packs in this folder first; may be repeated.", valueName: "folder"),
    completion: .directory)
  var packPath: [String] = []

  func lookup(_ palette: Palette) throws -> ConfigurationLookup {
    let loader = ConfigurationLoader(
      packFolders: ConfigurationLoader.packFolders(packPath), palette: palette)
    return try ConfigurationLookup(loader, named: config)
  }
}
