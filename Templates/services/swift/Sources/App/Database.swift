import CSQLite

/// The service's database. Nothing outside this service opens it: other services use the API.
///
/// Statements are prepared and their values bound. SQL is a `StaticString`, so no value can become part of it.
public actor Database {
  public enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int64)
    case null

    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  /// A fault SQLite reported, with its own words.
  public struct Failure: Error, CustomStringConvertible {
    public let code: Int32
    public let description: String
  }

  private let connection: Connection

  /// Opens or creates the file at `path`; `:memory:` keeps everything in memory.
  public init(path: String) throws {
    connection = try Connection(path: path)
    try connection.execute("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000")
  }

  /// Runs one statement and returns its rows.
  @discardableResult
  public func run(_ sql: StaticString, _ values: [Value] = []) throws -> [[Value]] {
    try connection.run(sql.description, values)
  }

  /// Runs a script of the `migrations` folder and then one statement, both or neither.
  func migrate(_ script: String, then sql: StaticString, _ values: [Value]) throws {
    try connection.execute("BEGIN IMMEDIATE")
    do {
      try connection.execute(script)
      try connection.run(sql.description, values)
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
  }
}

/// The only code that touches SQLite's C interface. The actor above keeps it to one task at a time.
private final class Connection {
  private let handle: OpaquePointer

  init(path: String) throws {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw Database.Failure(code: code, description: "cannot open the database at \(path): \(reason)")
    }
    handle = opened
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  func execute(_ script: String) throws {
    try check(sqlite3_exec(handle, script, nil, nil, nil))
  }

  @discardableResult
  func run(_ sql: String, _ values: [Database.Value]) throws -> [[Database.Value]] {
    var prepared: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &prepared, nil))
    defer { sqlite3_finalize(prepared) }
    for (index, value) in values.enumerated() {
      try bind(value, to: Int32(index + 1), of: prepared)
    }
    var rows: [[Database.Value]] = []
    while true {
      let code = sqlite3_step(prepared)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else { throw failure(code) }
      rows.append((0..<sqlite3_column_count(prepared)).map { column($0, of: prepared) })
    }
  }

  private func bind(_ value: Database.Value, to index: Int32, of statement: OpaquePointer?) throws {
    switch value {
    case .text(var text):
      // SQLite copies the bytes before the call returns (SQLITE_TRANSIENT, a macro Swift cannot import).
      let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      try check(
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            // An empty Swift string may have no address, which SQLite would take for NULL.
            guard let start = $0.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, transient) }
            return sqlite3_bind_text(statement, index, start, Int32($0.count), transient)
          }
        })
    case .integer(let number):
      try check(sqlite3_bind_int64(statement, index, number))
    case .null:
      try check(sqlite3_bind_null(statement, index))
    }
  }

  private func column(_ index: Int32, of statement: OpaquePointer?) -> Database.Value {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER:
      return .integer(sqlite3_column_int64(statement, index))
    case SQLITE_NULL:
      return .null
    default:
      guard let bytes = sqlite3_column_text(statement, index) else { return .null }
      let count = Int(sqlite3_column_bytes(statement, index))
      return .text(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
    }
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw failure(code) }
  }

  private func failure(_ code: Int32) -> Database.Failure {
    Database.Failure(code: code, description: String(cString: sqlite3_errmsg(handle)))
  }
}
