import Testing
import Workspace

@Suite("Running other programs")
struct ChildProcessTests {
  @Test("arguments reach it as they are, and both streams come back")
  func arguments() throws {
    let result = try ChildProcess.run(
      "sh", ["-c", "printf %s \"$1\"; printf oops >&2; exit 3", "sh", "a b; $(c) 'd'"])
    #expect(result.status == 3)
    #expect(String(decoding: result.output, as: UTF8.self) == "a b; $(c) 'd'")
    #expect(result.errors == "oops")
  }

  @Test("much output on both streams does not block it")
  func much() throws {
    let result = try ChildProcess.run(
      "sh", ["-c", "head -c 1000000 /dev/zero; head -c 1000000 /dev/zero >&2"])
    #expect(result.output.count == 1_000_000)
    #expect(result.errors.utf8.count == 1_000_000)
  }

  @Test("a program that is not there is an error, and one that a signal ends says which")
  func failures() throws {
    #expect(throws: FileError.self) { try ChildProcess.run("no-such-program-here", []) }
    #expect(try ChildProcess.run("sh", ["-c", "kill -9 $$"]).status == 137)
  }
}
