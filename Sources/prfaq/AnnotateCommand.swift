import ArgumentParser
import Diagnostics
import Glibc
import PRFAQ
import Reporting
import SourceText
import Tracing
import Workspace

/// `prfaq annotate`: offers the needs a document implies, and writes the accepted ones into it.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Find the needs a document implies, and list them.",
    discussion: """
      Without --write only the difference is shown: the candidates on standard error, the patch on standard output.
      Nothing but the list of needs is ever changed, and a need that is listed already is not offered again.

      Examples:
        prfaq annotate plan.md                        offer all of high and medium confidence
        prfaq annotate plan.md --accept high --write
        prfaq annotate plan.md --accept 12,40 --write only those of lines 12 and 40
      """)

  @Argument(help: "The document.", completion: .file())
  var file: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "high, medium (the default: high and medium), all, or the lines of candidates, separated by commas.",
      valueName: "all|high|LINE,..."))
  var accept: [String] = []

  @Flag(help: "Write the accepted needs into the document.")
  var write = false

  @OptionGroup var configuration: ConfigurationOptions

  @OptionGroup var colors: ColorOption

  func run() throws {
    let source = SourceFile(try FileReader.read(file), path: file)
    let lookup = try configuration.lookup(Output.palette(colors.color, for: STDERR_FILENO))
    var planner = Planner(lookup, RuleChoice())
    let options = try planner.plan(for: file).options
    let document = PRFAQDocument(source, options: options)
    guard document.kind != .none else {
      throw Failure(
        "\(file) is not recognised as a PR/FAQ",
        help:
          "\"prfaq outline \(file)\" shows how it is read; a marker comment such as <!-- prfaq: problem --> settles it."
      )
    }
    if let fault = source.faults.first {
      throw Failure(
        text: ErrorReport.text(
          "this byte is not valid text, so the document cannot be written back", at: fault.range, in: source,
          help: "Save the file as UTF-8 first.", palette: Output.palette(colors.color, for: STDERR_FILENO)))
    }
    let candidates = NeedInference.candidates(document)
    let accepted = try accepted(of: candidates, in: source)
    Output.writeError(listing(candidates, accepted, source))
    guard !accepted.isEmpty else { return }
    let annotation: Annotation
    do { annotation = try Annotation(accepted.map { candidates[$0] }, in: document, options: options) } catch
    {
      throw Failure(
        "the needs cannot be added to \(file) without changing how the rest is read",
        help:
          "An open code block or HTML at its end is the usual cause. Add a heading \"## What customers need\" with one need by hand, then run this again."
      )
    }
    if write {
      try AtomicWriter.replace(file, annotation.applied(to: source))
      Output.write("Wrote \(count(annotation.ids.count)) into \(file): \(span(annotation.ids)).\n")
    } else {
      Output.write(
        UnifiedDiff.text(
          path: file, old: source.bytes,
          edits: [.init(annotation.offset..<annotation.offset, Array(annotation.text.utf8))],
          palette: Output.palette(colors.color)))
      Output.writeError("Nothing is written yet; --write does that.\n")
    }
  }

  /// Indices of the candidates the user takes.
  private func accepted(of candidates: [NeedCandidate], in source: SourceFile) throws -> [Int] {
    let words = accept.flatMap { $0.split(separator: ",") }.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
    var least = Confidence.medium
    var lines: Set<Int> = []
    for word in words {
      if let line = Int(word), line > 0 {
        lines.insert(line)
      } else if word == "all" {
        least = .low
      } else if let confidence = Confidence(rawValue: word) {
        least = confidence
      } else {
        let near = Spelling.nearest(to: word, in: ["all", "high", "medium"]).map { "Did you mean \"\($0)\"?" }
        throw Failure(
          "--accept takes no \"\(word)\"", help: near ?? "Use all, high, medium, or lines such as 12,40.")
      }
    }
    if lines.isEmpty { return candidates.indices.filter { candidates[$0].confidence >= least } }
    let known = candidates.map { source.line(at: $0.range.lowerBound) }
    for line in lines.sorted() where !known.contains(line) {
      let near = known.min { abs($0 - line) < abs($1 - line) }
      throw Failure(
        "no candidate begins on line \(line) of \(file)",
        help: near.map { "The nearest one is on line \($0)." } ?? "The document has no candidates left.")
    }
    return candidates.indices.filter { lines.contains(known[$0]) }
  }

  private func listing(_ candidates: [NeedCandidate], _ accepted: [Int], _ source: SourceFile) -> String {
    guard !candidates.isEmpty else { return "\(file): nothing left that reads like an undeclared need.\n" }
    let palette = Output.palette(colors.color, for: STDERR_FILENO)
    let taken = Set(accepted)
    var text =
      "\(TerminalText.clean(file)): \(count(candidates.count, "candidate")), \(accepted.count) accepted\n"
    for (index, candidate) in candidates.enumerated() {
      let line = String(source.line(at: candidate.range.lowerBound))
      let mark = taken.contains(index) ? palette.green("+") : " "
      text += "\(mark) \(String(repeating: " ", count: max(0, 4 - line.utf8.count)))\(palette.blue(line))  "
      let confidence = candidate.confidence.rawValue
      text += confidence + String(repeating: " ", count: 8 - confidence.utf8.count)
      text += TerminalText.clean(candidate.title) + palette.dim("  (\(candidate.cue.words))") + "\n"
    }
    return text
  }

  private func count(_ number: Int, _ thing: String = "need") -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  private func span(_ ids: [String]) -> String {
    ids.count > 2 ? "\(ids[0]) to \(ids[ids.count - 1])" : ids.joined(separator: " and ")
  }
}

extension NeedCandidate.Cue {
  /// What made it a candidate, in words.
  fileprivate var words: String {
    switch self {
    case .solutionPoint: "a point of the solution"
    case .customerQuestion: "a customer's question"
    case .problemSentence: "the problem"
    case .promise: "a promise"
    }
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
