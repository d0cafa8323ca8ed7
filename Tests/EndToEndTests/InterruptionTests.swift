import Foundation
import Glibc
import TestSupport
import Testing

@Suite("a run that is interrupted")
struct InterruptionTests {
  @Test("leaves nothing of a folder it was making")
  func leavesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(try Workbench.sample("warehouse"), to: "prfaq.md")
    for (path, text) in ScaffoldTests.templates { try folder.write(text, to: path) }
    // Enough files that making them takes long enough to be interrupted.
    for number in 0..<3_000 { try folder.write("x\n", to: "t/base/part\(number / 100)/file\(number).txt") }
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var wasInterrupted = false
    // A busy machine may give this process no turn while the folder is made.
    for _ in 0..<10 where !wasInterrupted {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try Command.prfaq)
      process.arguments = [
        "scaffold", "create", "basket-promise", "--from", "prfaq.md", "--templates", "t", "--stack", "tiny",
      ]
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      // Tests run on threads that block signals, and a program inherits that.
      var signals = sigset_t()
      var blocked = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGTERM)
      pthread_sigmask(SIG_UNBLOCK, &signals, &blocked)
      try process.run()
      pthread_sigmask(SIG_SETMASK, &blocked, nil)
      while process.isRunning {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        if names.contains(where: { $0.hasPrefix(".prfaq-") }) {
          kill(process.processIdentifier, SIGTERM)
          break
        }
        usleep(200)
      }
      process.waitUntilExit()
      wasInterrupted = process.terminationReason == .uncaughtSignal || process.terminationStatus == SIGTERM
      try? FileManager.default.removeItem(atPath: folder.path + "/basket-promise")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
    }
    #expect(wasInterrupted)
  }
}
