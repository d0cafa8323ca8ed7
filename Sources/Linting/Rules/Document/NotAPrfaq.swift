import Diagnostics
import PRFAQ
import SourceText

/// A file that was named is no PR/FAQ. Whether a file was named is known to the command, which runs this rule only
/// then; in a folder search other Markdown is none of its business.
struct NotAPrfaq: Rule {
  static let about = About(
    name: "document/not-a-prfaq",
    summary: "A file named for checking is a PR/FAQ.",
    why: """
      You named this file, but neither a press release nor an FAQ of the method was recognised in it. All other \
      rules would only guess, so none of them looks at it.
      """,
    source:
      "Field survey of 130 public documents: file names such as working-backwards.md often hold something else.",
    severity: .error, nature: .file, judged: .init(right: 1, of: 1),
    examples: [
      Example(whole: "«# Shopping»\n\nMilk, bread and two onions.\n"),
      Example([:], note: "A press release and an FAQ under headings of their own."),
      Example(whole: "«# Changes in version 2»\n\n- Bills can be split.\n- Fees are shown in red.\n"),
      Example(
        whole: """
          # RFC 12: split bills

          ## Public FAQ

          ### What does it cost?

          Nothing.

          ## Internal FAQ

          ### Why should we not do this?

          Banks may do it for free.
          """, note: "No release, but both groups of questions."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .none else { return }
    // UTF-16 looks like nothing at all: document/invalid-text names the cause.
    if document.source.faults.first?.kind == .utf16 { return }
    report.add(
      "this is not recognised as a PR/FAQ", at: Places.start(of: document),
      help: """
        If it is one, add the headings `## Press release` and `## FAQ`, or put `document: prfaq` into its front matter. \
        If it is not, leave it out of the command and of `documents:` in the configuration.
        """)
  }
}
