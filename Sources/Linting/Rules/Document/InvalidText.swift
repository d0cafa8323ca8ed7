import Diagnostics
import PRFAQ
import SourceText

/// The file holds bytes that are no text.
struct InvalidText: Rule {
  static let about = About(
    name: "document/invalid-text",
    summary: "The file is valid UTF-8 text without NUL bytes.",
    why: """
      Bytes that are not valid UTF-8 show as question marks or boxes for your readers, and some tools cut the text off at \
      a NUL byte. Most often the file was saved in another encoding or damaged while it was copied.
      """,
    source: "The Unicode Standard, table 3-7: https://www.unicode.org/versions/latest/",
    severity: .error, nature: .file,
    examples: [
      Example(
        .appendix, "Rents in Caf«\u{0}»e Street.",
        note: "The sign ␀ stands for a NUL byte, which does not print."),
      Example(.appendix, "Rents in Café Street."),
      Example(.howItWorks, "### How it works\n\nYou invite your «\u{0}»flatmates and photograph a bill."),
      Example(.appendix, "Miete: 12 €. 家賃。 One emoji: 🏠."),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    let faults = document.source.faults
    if faults.first?.kind == .utf16 {
      report.add(
        "the file is UTF-16 or UTF-32, not UTF-8", at: Places.start(of: document),
        help: "Save it as UTF-8. On the command line: `iconv -f UTF-16 -t UTF-8 old.md > new.md`.")
      return
    }
    guard document.kind != .none else { return }
    report.addSome(
      faults.map(\.range),
      help: "Save the file as UTF-8, or replace what stands there by the character you meant."
    ) { range in
      let kind = faults.first { $0.range == range }?.kind
      return kind == .nul
        ? "a NUL byte stands at offset \(range.lowerBound)"
        : "the bytes at offset \(range.lowerBound) are not valid UTF-8"
    }
  }
}
