/// Every rule there is, by name. A new rule is one file under `Rules/` and one line here.
public enum AllRules {
  /// The rules, sorted by name.
  public static let types: [any Rule.Type] = []

  /// What each rule is, sorted by name.
  public static let abouts: [About] = types.map { $0.about }

  /// The names of all rules.
  public static let names: [String] = abouts.map(\.name)

  /// The categories, in the order they are explained.
  public static let categories = ["document", "structure", "customer", "writing"]
}
