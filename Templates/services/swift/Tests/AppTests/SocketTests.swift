import Foundation
import Hummingbird
import Logging
import Testing

@testable import App

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The whole service over a real socket: it listens, answers, and stops when told.
@Suite struct SocketTests {
  @Test(.timeLimit(.minutes(1)))
  func answersOnItsPortAndStopsWhenTold() async throws {
    let (ports, told) = AsyncStream.makeStream(of: Int.self)
    let application = try await migratedService().application(logger: Logger(label: "test")) { told.yield($0) }
    let running = Task { try await application.run() }
    var listening = ports.makeAsyncIterator()
    let port = try #require(await listening.next())

    let address = try #require(URL(string: "http://127.0.0.1:\(port)/health"))
    let (data, response) = try await URLSession.shared.data(from: address)
    #expect((response as? HTTPURLResponse)?.statusCode == 200)
    #expect(String(decoding: data, as: UTF8.self) == #"{"status":"up"}"#)

    running.cancel()
    _ = await running.result
  }
}
