import Foundation
import Testing

@testable import App

/// Database, migrations and the resources kept in it.
@Suite struct StoreTests {
  @Test func migrationsGoUpDownAndUp() async throws {
    let database = try Database(path: ":memory:")
    let migrations = try Migrations(folder: "\(root)/migrations")
    let names = migrations.steps.map(\.name)
    #expect(!names.isEmpty)
    #expect(try await migrations.up(database) == names)
    #expect(try await migrations.up(database) == [])
    for name in names.reversed() {
      #expect(try await migrations.down(database) == name)
    }
    #expect(try await migrations.down(database) == nil)
    #expect(try await migrations.up(database) == names)
  }

  @Test func aFailingMigrationLeavesNothingBehind() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "CREATE TABLE half (id TEXT); CREATE TABLE broken (".write(
      to: folder.appendingPathComponent("0001_half.up.sql"), atomically: true, encoding: .utf8)
    #expect(throws: Migrations.Fault.self) { try Migrations(folder: folder.path) }
    try "DROP TABLE half;".write(
      to: folder.appendingPathComponent("0001_half.down.sql"), atomically: true, encoding: .utf8)
    let database = try Database(path: ":memory:")
    let migrations = try Migrations(folder: folder.path)
    await #expect(throws: Database.Failure.self) { try await migrations.up(database) }
    #expect(try await migrations.version(of: database) == 0)
    #expect(try await database.run("SELECT name FROM sqlite_master WHERE name = 'half'").isEmpty)
  }

  @Test func keepsReplacesListsAndRemoves() async throws {
    let resources = Resources(database: try await migratedService().database)
    for number in 1...3 {
      _ = try await resources.save(["number": .integer(Int64(number))], at: ResourceKey(parent: "/a", id: "\(number)"))
    }
    let key = ResourceKey(path: "/a/2")
    _ = try await resources.save(["number": .integer(20)], at: key)
    #expect(try await resources.read(key) == .object(["id": .string("2"), "number": .integer(20)]))
    let first = try await resources.list(under: "/a", after: "", limit: 2)
    #expect(first.items.count == 2 && first.next == "2")
    let second = try await resources.list(under: "/a", after: "2", limit: 2)
    #expect(second.items.count == 1 && second.next == nil)
    #expect(try await resources.remove(key))
    #expect(try await resources.remove(key) == false)
    #expect(try await resources.read(key) == nil)
  }

  @Test(arguments: ["", "'; DROP TABLE resources; --", "\u{0}nul", "🛒", "\\", "\"", "*/ ${{ x }}"])
  func textComesBackAsItWas(text: String) async throws {
    let resources = Resources(database: try await migratedService().database)
    let key = ResourceKey(parent: "/a", id: "1")
    let kept = try await resources.save(["text": .string(text)], at: key)
    #expect(try await resources.read(key) == kept)
  }

  @Test func numbersComeBackAsTheyWere() throws {
    let value = try JSONValue(json: #"{"a":[1,-2.5,9007199254740993,true,null,1e30]}"#)
    #expect(try JSONValue(json: try value.encoded) == value)
    let expected: [JSONValue] = [
      .integer(1), .number(-2.5), .integer(9_007_199_254_740_993), .bool(true), .null, .number(1e30),
    ]
    #expect(value == .object(["a": .array(expected)]))
  }
}
