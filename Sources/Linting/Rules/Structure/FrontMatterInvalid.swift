import Diagnostics
import PRFAQ
import SourceText
import YAMLTree

/// A key or value of the front matter that does not mean what its author thinks.
struct FrontMatterInvalid: Rule {
  static let about = About(
    name: "structure/front-matter-invalid",
    summary: "The front matter can be read, and its keys have values that mean something.",
    why: """
      The front matter decides how the document is checked: its status, its profile, its customers. A value that is not \
      known is passed over in silence otherwise, and you would be reading findings for another kind of document. Keys that \
      this program does not know are yours and are left alone.
      """,
    source: "Field: 8 of 157 public documents have front matter, nearly all with keys of their own.",
    severity: .error, nature: .declared,
    examples: [
      Example(.frontMatter, "---\nstatus: «reviw»\n---"),
      Example(.frontMatter, "---\nlaunch: «14.9.2027»\nkey: «Rent wise»\n---"),
      Example(.frontMatter, "---\ncustomers:\n  - renters in shared flats\n  - «name: landlords»\n---"),
      Example(
        .frontMatter, "---\n«custmers»: [renters in shared flats]\n---",
        note: "A warning: the key may be your own."),
      Example(
        .frontMatter,
        """
        ---
        document: prfaq
        product: Rentwise
        key: RENT
        status: review
        stage: hypothesis
        concept: commercial
        launch: 2027-09-14
        customers: [renters in shared flats]
        owner: Dana Whitfield
        working-group: rent
        ---
        """),
      Example(
        .frontMatter, "---\nstage: «validatd»\nlaunch: «2027-02-29»\n---", note: "2027 has no 29 February."),
      Example(.frontMatter, "---\nstatus: Draft\nlaunch: 2028-02-29\ntags: [rent]\n---"),
    ])

  /// Keys near to known ones that are common in other tools and mean something else there.
  private static let others: Set<String> = [
    "owner", "reviewer", "state", "stages", "states", "keys", "documents", "products", "launched", "profiles",
  ]

  private static let candidates = Spelling.Candidates(FrontMatter.knownKeys)

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind != .none else { return }
    if let error = document.frontMatter.error {
      report.add("the front matter cannot be read: \(error.message)", at: error.range, help: error.help)
      return
    }
    guard let root = document.frontMatter.root else { return }
    for entry in root.entries {
      if FrontMatter.knownKeys.contains(entry.name) {
        check(entry, document, &report)
      } else if !Self.others.contains(entry.name),
        let near = Self.candidates.nearest(to: entry.name),
        root[key: near] == nil
      {
        report.add(
          "the key “\(entry.name)” is not known; did you mean “\(near)”?", at: entry.key.range,
          help: "Write “\(near)”, or silence this rule for the line if the key is your own.", cap: .warning,
          fix: Fix(range: entry.key.range, replacement: near))
      }
    }
  }

  private func check(_ entry: YAMLEntry, _ document: PRFAQDocument, _ report: inout Report) {
    if entry.value.isNull { return }
    // A placeholder of a fresh template counts as present; it is to be filled in, not corrected.
    if let text = entry.value.string, text.hasPrefix("["), text.hasSuffix("]") { return }
    switch entry.name {
    case "document": checkWord(entry, ["prfaq", "customer-experience", "user-manual"], &report)
    case "status": checkWord(entry, Status.allCases.map(\.rawValue), &report)
    case "stage": checkWord(entry, ["hypothesis", "validated", "growth"], &report)
    case "concept": checkWord(entry, Settings.Concept.allCases.map(\.rawValue), &report)
    case "profile": checkWord(entry, Profile.all.map(\.name), &report)
    case "product": if entry.value.string == nil { addNotText(entry, &report) }
    case "key":
      guard let text = entry.value.string else { return addNotText(entry, &report) }
      if text.utf8.contains(where: { !Self.isKeyByte($0) }) || text.utf8.isEmpty {
        report.add(
          "the key “\(Places.short(text))” holds characters other than letters, digits, “-”, “_” and “.”",
          at: entry.value.range,
          help: "Shorten it to one word, such as `key: RENT`; needs are then cited as RENT/N-1.")
      }
    case "launch":
      guard let text = entry.value.string else { return addNotText(entry, &report) }
      if !Self.isDate(Array(text.utf8)) {
        report.add(
          "the launch date “\(Places.short(text))” is not of the form YYYY-MM-DD", at: entry.value.range,
          help: "Write year, month and day: `launch: 2027-09-14`.")
      }
    case "customers", "owners", "reviewers":
      for item in entry.value.items.isEmpty ? [entry.value] : entry.value.items
      // A list or mapping may reach over the line end after it.
      where item.string == nil && !(entry.value.items.isEmpty && item.isNull) {
        report.add(
          "“\(entry.name)” is not a list of names", at: Places.firstLine(of: item.range, in: document),
          help: "Write one name per line: `- renters in shared flats`.")
      }
    default: return
    }
  }

  private func checkWord(_ entry: YAMLEntry, _ words: [String], _ report: inout Report) {
    guard let text = entry.value.string else { return addNotText(entry, &report) }
    let lower = text.lowercased()
    if words.contains(lower) { return }
    let near = Spelling.nearest(to: lower, in: words)
    report.add(
      "“\(Places.short(text))” is no \(entry.name) this program knows", at: entry.value.range,
      help: (near.map { "Did you mean “\($0)”? " } ?? "") + "Write one of: \(Places.list(words, "or")).",
      fix: near.map { Fix(range: entry.value.range, replacement: $0) })
  }

  private func addNotText(_ entry: YAMLEntry, _ report: inout Report) {
    report.add(
      "the value of “\(entry.name)” is not a text", at: entry.value.range,
      help: "Write a single value after `\(entry.name):`.")
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }

  /// Whether a text is a day of the calendar, written `YYYY-MM-DD`.
  static func isDate(_ text: [UInt8]) -> Bool {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D else { return false }
    var numbers = [0, 0, 0]
    for (index, byte) in text.enumerated() where index != 4 && index != 7 {
      guard byte &- 0x30 < 10 else { return false }
      let part = index < 4 ? 0 : index < 7 ? 1 : 2
      numbers[part] = numbers[part] * 10 + Int(byte &- 0x30)
    }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(numbers[1]) else { return false }
    return (1...days[numbers[1] - 1]).contains(numbers[2])
  }
}
