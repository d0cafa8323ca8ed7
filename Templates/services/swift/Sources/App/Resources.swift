/// Where a resource is kept: its last path part under the parts before it, `b-1` under `/v1/bins`.
public struct ResourceKey: Sendable, Equatable {
  public let parent: String
  public let id: String

  public init(parent: String, id: String) {
    self.parent = parent
    self.id = id
  }

  /// Splits a path at its last part.
  init(path: String) {
    let parts = path.split(separator: "/")
    parent = "/" + parts.dropLast().joined(separator: "/")
    id = parts.last.map(String.init) ?? ""
  }
}

/// Keeps JSON objects by path: what a method and a path make plain before anyone has said what the fields mean.
public struct Resources: Sendable {
  public struct Page: Sendable {
    public let items: [JSONValue]
    /// The last ID of this page when more follow: the `after` of the next request.
    public let next: String?
  }

  let database: Database

  public init(database: Database) {
    self.database = database
  }

  /// Keeps `document` at `key`, in place of what was there, and returns it with its `id`.
  public func save(_ document: [String: JSONValue], at key: ResourceKey) async throws -> JSONValue {
    var document = document
    document["id"] = .string(key.id)
    let value = JSONValue.object(document)
    try await database.run(
      """
      INSERT INTO resources (parent, id, document) VALUES (?, ?, ?)
      ON CONFLICT (parent, id) DO UPDATE
      SET document = excluded.document, updated_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
      """, [.text(key.parent), .text(key.id), .text(try value.encoded)])
    return value
  }

  public func read(_ key: ResourceKey) async throws -> JSONValue? {
    let rows = try await database.run(
      "SELECT document FROM resources WHERE parent = ? AND id = ?", [.text(key.parent), .text(key.id)])
    return try rows.first?.first?.text.map(JSONValue.init(json:))
  }

  /// What is kept under `parent`, in order of ID.
  public func list(under parent: String, after: String, limit: Int) async throws -> Page {
    let rows = try await database.run(
      "SELECT document, id FROM resources WHERE parent = ? AND id > ? ORDER BY id LIMIT ?",
      [.text(parent), .text(after), .integer(Int64(limit) + 1)])
    let shown = rows.prefix(limit)
    return Page(
      items: try shown.compactMap { try $0[0].text.map(JSONValue.init(json:)) },
      next: rows.count > limit ? shown.last?[1].text : nil)
  }

  /// Removes what is kept at `key`; false when there was nothing.
  public func remove(_ key: ResourceKey) async throws -> Bool {
    let rows = try await database.run(
      "DELETE FROM resources WHERE parent = ? AND id = ? RETURNING id", [.text(key.parent), .text(key.id)])
    return !rows.isEmpty
  }
}
