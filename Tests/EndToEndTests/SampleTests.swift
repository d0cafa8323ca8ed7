import Foundation
import TestSupport
import Testing

@Suite struct SampleTests {
  private static let samples = Workbench.package.appendingPathComponent("Samples").path

  @Test func completeSamplesAreClean() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.samples).filter { name in
      name != "flawed" && FileManager.default.fileExists(atPath: "\(Self.samples)/\(name)/prfaq.md")
    }
    #expect(folders.count >= 5)
    for folder in folders.sorted() {
      let result = try Command.run(
        try Command.prfaq, ["lint", "--fail-on", "warning", "--format", "concise", folder],
        currentFolder: Self.samples)
      #expect(result.status == 0, "\(result.stdout)")
      #expect(result.stdout.contains(" checked"))
      #expect(!result.stdout.contains("0 PR/FAQs checked"))
    }
  }

  @Test func theFlawedSampleHasFindings() throws {
    let result = try Command.run(
      try Command.prfaq, ["lint", "flawed/prfaq.md"], currentFolder: Self.samples)
    #expect(result.status == 1)
  }
}
