import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// Lists in the release.
struct BulletsInRelease: Rule {
  static let about = About(
    name: "writing/bullets-in-release",
    summary: "The release is prose, without lists.",
    why: """
      A list lets the author leave out how its points belong together, and a newspaper would not print it. The rule is \
      off in the standard profile because nearly half of public releases have lists; Calbucci forbids them.
      """,
    source: "Calbucci, The PRFAQ Framework, theprfaq.com",
    severity: nil, nature: .wording,
    examples: [
      Example(
        .solution, "### Solution\n\nRentwise does two things:\n\n«- it adds your bills»\n- it splits them",
        profile: "calbucci"),
      Example(.solution, "### Solution\n\nRentwise adds your bills and splits them.", profile: "calbucci"),
      Example(
        .howItWorks, "### How it works\n\n«1. You photograph a bill.»\n2. You confirm the split.",
        profile: "calbucci"),
      Example(
        .externalFAQ, "## External FAQ\n\n### Which bills does it read?\n\n- gas\n- water\n- power",
        profile: "calbucci", note: "In the FAQ, lists are welcome."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    var ranges: [Range<Int>] = []
    for release in document.releases {
      var end = release.blocks.lowerBound
      for index in release.blocks where index >= end && document.tree.blocks[index].kind == .list {
        let block = document.tree.blocks[index]
        end = Int(block.subtreeEnd)
        let line = document.source.lineRange(document.source.line(at: Int(block.start)))
        ranges.append(Int(block.start)..<max(Int(block.start), line.upperBound))
      }
    }
    report.addSome(ranges, help: "Write the points as sentences and say how they belong together.") { _ in
      "the release has a list"
    }
  }
}
