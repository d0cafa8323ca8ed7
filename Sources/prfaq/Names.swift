import Linting

/// Reads the names of rules and profiles in options.
enum Names {
  /// The rules and categories of an option that may be repeated and hold several, separated by commas.
  ///
  /// - Parameter custom: the names of the project's own rules.
  static func rules(_ values: [String], option: String, custom: [String] = []) throws -> Set<String> {
    var names: Set<String> = []
    for value in values {
      for part in value.split(separator: ",", omittingEmptySubsequences: false) {
        let name = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        if custom.contains(name) || (name == CustomRule.category && !custom.isEmpty) {
          names.insert(name)
          continue
        }
        do { names.insert(try RuleNames.ruleOrCategory(name)) } catch {
          throw Failure("\(option): \(error.message)", help: error.help)
        }
      }
    }
    return names
  }

  static func profile(_ name: String, option: String) throws -> Profile {
    do { return try RuleNames.profile(name) } catch {
      throw Failure("\(option): \(error.message)", help: error.help)
    }
  }
}
