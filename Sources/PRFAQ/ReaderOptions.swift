/// What a user's configuration adds to the reading of documents.
public struct ReaderOptions: Sendable {
  let aliases: AliasTable

  /// Reading with the vocabularies as they are.
  public static let standard = ReaderOptions(aliases: AliasTable.standard)

  private init(aliases: AliasTable) { self.aliases = aliases }

  /// Reading with further headings and labels; they win over the built-in ones.
  public init(aliases: [Role: [String]]) {
    self.aliases = aliases.isEmpty ? AliasTable.standard : AliasTable(extra: aliases)
  }
}
