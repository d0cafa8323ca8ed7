internal import Diagnostics
internal import SourceText
internal import YAMLTree

/// What the manifest of a stack says.
struct StackManifest {
  /// A layer with the bytes that name it.
  struct Layer {
    let name: String
    let range: Range<Int>
  }

  private(set) var summary = ""
  private(set) var layers: [Layer] = []
  private(set) var values: [String: String] = [:]
  /// Commands to show at the end: bytes of the manifest.
  private(set) var next: [Range<Int>] = []
  private(set) var problems: [TemplateProblem] = []

  private static let keys = ["summary", "layers", "values", "next"]

  init(_ source: SourceFile) {
    let root: YAMLNode
    do throws(YAMLError) {
      guard let first = try YAMLReader.read(source).first, case .mapping = first.content else {
        let help = "Write summary: and layers:, as in \"layers: [base, swift]\"."
        problems.append(TemplateProblem("the manifest says nothing", at: 0..<0, in: source, help: help))
        return
      }
      root = first
    } catch {
      problems.append(TemplateProblem(error.message, at: error.range, in: source, help: error.help))
      return
    }
    func report(_ message: String, _ range: Range<Int>, _ help: String) -> TemplateProblem {
      TemplateProblem(message, at: range, in: source, help: help)
    }
    for entry in root.entries {
      switch entry.name {
      case "summary":
        summary = entry.value.string ?? ""
        if summary.isEmpty {
          problems.append(report("summary must be text", entry.key.range, "Say what it makes."))
        }
      case "layers":
        for item in entry.value.items {
          guard let name = item.string, AnswerKind.slug.holds(name) else {
            problems.append(
              report("a layer is the name of a folder", item.range, "Use a name such as \"base\"."))
            continue
          }
          layers.append(Layer(name: name, range: item.range))
        }
      case "values":
        for value in entry.value.entries {
          guard AnswerKind.slug.holds(value.name), let text = value.value.string else {
            problems.append(
              report(
                "a constant has a name in lower case and a text", value.key.range,
                "Write it as \"test: swift test\"."))
            continue
          }
          values[value.name] = text
        }
      case "next":
        for item in entry.value.items {
          var range = item.range
          switch item.scalar?.style {
          case .plain?: break
          case .singleQuoted?, .doubleQuoted?: range = range.lowerBound + 1..<range.upperBound - 1
          default: range = range.lowerBound..<range.lowerBound
          }
          if range.isEmpty || source.bytes[range].contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) {
            problems.append(
              report(
                "a command must stand on one line, without backslashes", item.range, "Write \"- swift test\"."
              ))
          } else {
            next.append(range)
          }
        }
      default:
        let near = Spelling.nearest(to: entry.name, in: Self.keys)
        problems.append(
          report(
            "a manifest has no \"\(entry.name)\"", entry.key.range,
            near.map { "Did you mean \"\($0)\"?" } ?? "It has \(Self.keys.joined(separator: ", "))."))
      }
    }
    if layers.isEmpty, problems.isEmpty {
      problems.append(report("the manifest names no layers", root.range, "Write \"layers: [base, swift]\"."))
    }
  }
}
