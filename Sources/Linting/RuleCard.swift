import Diagnostics

/// Whatever is named as a rule.
protocol NamedRule {
  var name: String { get }
  var category: String { get }
}

extension About: NamedRule {}

/// What the linter must know of a rule while it runs; `About` holds all that is told of it, and copying that for each
/// document would cost more than most rules do.
final class RuleCard: Sendable, NamedRule {
  let name: String
  let category: String
  let nature: About.Nature

  init(_ about: About) {
    name = about.name
    category = about.category
    nature = about.nature
  }
}
