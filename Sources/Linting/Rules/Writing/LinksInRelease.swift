import Diagnostics
import MarkdownTree
import PRFAQ

/// Links in the release.
struct LinksInRelease: Rule {
  static let about = About(
    name: "writing/links-in-release",
    summary: "The release has no links besides the one that gets the customer started.",
    why: """
      The release has to stand alone; a link sends the reader away before the problem is clear. The rule is off in the \
      standard profile, because a link is also how a number names its source; Calbucci forbids them.
      """,
    source: "Calbucci, The PRFAQ Framework, theprfaq.com",
    severity: nil, nature: .wording,
    examples: [
      Example(
        [
          .problem: """
          ### Problem

          In a «[survey of 412 renters](survey.md)», one in six paid a late fee last year. Today they add up bills.
          """
        ],
        profile: "calbucci"),
      Example(
        [
          .problem:
            "### Problem\n\nOne renter in six paid a late fee last year. Today they add up paper bills.",
          .gettingStarted:
            "### Getting started\n\nGo to [rentwise.example](https://rentwise.example) and sign in.",
        ],
        profile: "calbucci"),
      Example(
        [
          .problem:
            "### Problem\n\nOne renter in six paid a late fee last year. Today they add up paper bills.",
          .solution:
            "### Solution\n\nRentwise splits every bill, as told on «<https://rentwise.example/split>».",
        ], profile: "calbucci"),
      Example(
        [
          .problem:
            "### Problem\n\nOne renter in six paid a late fee last year. Today they add up paper bills.",
          .internalFAQ:
            "## Internal FAQ\n\n### How do we know?\n\nFrom a [survey of 412 renters](survey.md) in March 2026.",
        ], profile: "calbucci", note: "The FAQ is the place for sources."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    let starts = document.elements(.gettingStarted).map(\.range)
    var ranges: [Range<Int>] = []
    for release in document.releases {
      for index in release.blocks {
        for span in document.tree.spans[document.tree.blocks[index].spanRange]
        where span.kind == .link || span.kind == .autolink {
          if starts.contains(where: { $0.contains(span.range.lowerBound) }) { continue }
          ranges.append(span.range)
        }
      }
    }
    report.addSome(ranges, help: "Name the source in words, and put the link into the FAQ.") { range in
      "the release links to something else: \(document.cited(range))"
    }
  }
}
