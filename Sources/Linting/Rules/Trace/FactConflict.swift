import Diagnostics
import MarkdownTree
import PRFAQ
import SourceText

/// One fact, told two ways.
struct FactConflict: Rule {
  static let about = About(
    name: "trace/fact-conflict",
    summary: "Price, launch date and product name are the same in front matter, release and FAQ.",
    why: """
      A document is changed in twenty places before it is approved, and a price or date is changed in nineteen. The \
      reader who finds the twentieth trusts none of the others.
      """,
    source: "ISO/IEC/IEEE 29148:2018, section 5.2.6: a set of requirements is consistent",
    severity: .warning, nature: .declared,
    examples: [
      Example(.frontMatter, "---\nproduct: Rentwise\nlaunch: «2027-10-14»\n---"),
      Example(.frontMatter, "---\nproduct: «RentWizard»\n---"),
      Example(
        .externalFAQ,
        "## External FAQ\n\n### How much does Rentwise cost?\n\n«Three pounds per renter» and month, after 60 free days.",
        note: "the release says two pounds per renter"),
      Example(
        .externalFAQ, "## External FAQ\n\n### When will Rentwise launch?\n\nOn «3 November 2027», in Leeds."),
      Example(.frontMatter, "---\nproduct: Rentwise\nlaunch: 2027-09-14\n---"),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### How much does Rentwise cost?

        Less than the 9 pounds per renter that agencies ask.

        ### How much does a landlord pay?

        Five pounds per renter and year.
        """, note: "other prices than that of the release"),
      Example(
        .externalFAQ,
        """
        ## External FAQ

        ### How much does Rentwise cost?

        Two pounds per renter and month. Landlords pay nothing.

        ### When will Rentwise launch?

        On 14 September 2027. A pilot begins in March 2027.
        """),
    ])

  func check(_ document: PRFAQDocument, _ report: inout Report) {
    guard document.kind == .prfaq || document.kind == .pressRelease, let release = document.release else {
      return
    }
    checkProduct(document, release, &report)
    checkLaunch(document, &report)
    checkPrice(document, &report)
  }

  private func checkProduct(
    _ document: PRFAQDocument, _ release: PRFAQDocument.Release, _ report: inout Report
  ) {
    guard let product = document.frontMatter.product, !document.hasPlaceholder(in: product.range) else {
      return
    }
    let name = PhraseSet(names: [product.text])
    guard !Prose.hashes(of: product.text).isEmpty, document.language.isComplete,
      !document.prose.contains(name, in: document.prose.words(in: release.plainRange)),
      !document.prose.contains(name, in: document.prose.words.indices)
    else { return }
    report.add(
      "the front matter calls the product \(document.cited(product.range)); the text never does",
      at: product.range,
      help: "Use one name in both.",
      related: document.first(.headline).map { [.init(range: $0.range, message: "the release is headed so")] }
        ?? [])
  }

  private static let when = PhraseSet([
    "when will", "when does", "when is", "when can", "when do", "what is the launch date", "launch date",
  ])
  private static let launch = PhraseSet([
    "launch", "launches", "launched", "available", "availability", "ship", "ships", "released", "go live",
  ])
  /// Words beside a date that make it another one.
  private static let others = PhraseSet([
    "beta", "pilot", "preview", "early access", "phase", "version", "later", "next", "alpha", "rollout",
    "waitlist",
    "until", "before", "after", "since", "by",
  ])

  private func checkLaunch(_ document: PRFAQDocument, _ report: inout Report) {
    guard let stated = document.dateline?.date, stated.year != nil else { return }
    var related: [Finding.Related] {
      [Finding.Related(range: document.sourceRange(stated.plainRange), message: "the release says so here")]
    }
    if let launch = document.frontMatter.launch, let parts = isoDate(launch.text),
      differ(stated.year, parts.year) || differ(stated.month, parts.month) || differ(stated.day, parts.day)
    {
      report.add(
        "the launch date \(document.cited(launch.range)) is not that of the release", at: launch.range,
        help: "Change the one that is out of date.", related: related)
    }
    guard document.prose.mayContain(Self.launch) else { return }
    for index in report.faq.questions(holding: Self.when) {
      let question = document.questions[index]
      let asked = report.faq.words(ofQuestion: index)
      guard document.prose.contains(Self.when, in: asked.prefix(4)),
        document.prose.contains(Self.launch, in: asked),
        let sentence = document.sentences(inBlocks: question.answerBlocks).first,
        question.answerPlainRange.overlaps(sentence.range),
        !document.prose.contains(Self.others, in: sentence.words)
      else { continue }
      let dates = document.dates(in: sentence.range)
      guard dates.count == 1, let date = dates.first, date.form == .day || date.form == .month,
        differ(stated.year, date.year) || differ(stated.month, date.month) || differ(stated.day, date.day)
      else { continue }
      let range = document.sourceRange(date.plainRange)
      report.add(
        "the launch date \(document.cited(range)) is not that of the release", at: range,
        help: "Change the one that is out of date.", related: related)
    }
  }

  /// Whether both are known and not the same.
  private func differ(_ left: Int?, _ right: Int?) -> Bool {
    guard let left, let right else { return false }
    return left != right
  }

  private func isoDate(_ text: String) -> (year: Int, month: Int?, day: Int?)? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0], (1900...2200).contains(year),
      parts.allSatisfy({ $0 != nil })
    else { return nil }
    return (year, parts.count > 1 ? parts[1] : nil, parts.count > 2 ? parts[2] : nil)
  }

  private static let cost = PhraseSet(local: [
    "how much", "cost", "costs", "price", "priced", "pricing", "pay",
  ])
  private static let priced: [Role] = [.subheading, .summary, .solution, .howItWorks, .gettingStarted]
  /// Words that make a sentence of the release one on what the product costs: others speak of what customers lose or save.
  private static let tells = PhraseSet([
    "cost", "costs", "price", "priced", "pays", "pay", "charge", "charges", "available for", "available at",
    "for only", "for just", "starts at", "subscription",
  ])
  /// Words beside an amount that make it another one: somebody else's, an earlier one, one for some, or for a while.
  private static let otherAmounts = PhraseSet(local: [
    "save", "saves", "saved", "saving", "savings", "lose", "loses", "lost", "fine", "fines", "than",
    "instead",
    "competitor", "competitors", "others", "elsewhere", "until", "discount", "discounts", "pilot", "beta",
    "trial",
    "introductory", "during", "average", "up to", "extra", "additional", "students", "was", "were", "used to",
  ])
  /// What a question on the price as such is made of, besides words of the sentence that states it.
  private static let plainly = WordList(
    """
    how much what which is are does do did will would can the a an it its this that to for of in on at and or i we you \
    me us my our your cost costs price prices priced pricing pay paid customer customers user users have must need
    """)

  private func checkPrice(_ document: PRFAQDocument, _ report: inout Report) {
    // Most documents name no price in a question or in its answer; the release is searched only for those that do.
    guard document.prose.mayContain(Self.cost), document.prose.mayContain(Self.tells) else { return }
    var asking: [(words: Range<Int>, prices: [Price])] = []
    for index in report.faq.questions(holding: Self.cost) {
      let question = document.questions[index]
      if question.group == .internal { continue }
      var answered: [Price] = []
      for number in document.prose.sentenceNumbers(
        ofBlocks: question.answerBlocks, within: question.answerPlainRange)
      {
        answered += prices(document.prose.sentence(number), in: question.answerPlainRange, document)
      }
      if !answered.isEmpty { asking.append((report.faq.words(ofQuestion: index), answered)) }
    }
    if asking.isEmpty { return }
    var stated: [Price.Unit: [Price]] = [:]
    var telling: [Range<Int>] = []
    for element in document.elements where Self.priced.contains(element.role) {
      for number in document.prose.sentenceNumbers(ofBlocks: element.blocks, within: element.plainRange) {
        let sentence = document.prose.sentence(number)
        guard document.prose.contains(Self.tells, in: sentence.words) else { continue }
        for price in prices(sentence, in: element.plainRange, document) {
          stated[price.unit, default: []].append(price)
          if telling.last != sentence.words { telling.append(sentence.words) }
        }
      }
    }
    guard !stated.isEmpty else { return }
    // The words of these sentences and of the product's names, put together for the first question that needs them.
    var known: Set<UInt32>? = nil
    func isTold(_ word: UInt32) -> Bool {
      let told =
        known
        ?? telling.reduce(into: Set(report.productHashes.joined())) { told, words in
          for word in document.prose.words[words] { told.insert(word.hash) }
        }
      known = told
      return told.contains(word)
    }
    for question in asking {
      // Who asks what delivery costs, or what landlords pay, may well hear of another price.
      let asked = document.prose.words[question.words]
      guard asked.allSatisfy({ Self.plainly.contains($0) || isTold($0.hash) }) else { continue }
      let answered = Dictionary(grouping: question.prices, by: \.unit)
      for (unit, prices) in answered.sorted(by: {
        $0.value[0].range.lowerBound < $1.value[0].range.lowerBound
      }) {
        // Several prices for one unit are tiers, and nobody can say which is meant.
        guard Set(prices.map(\.amount)).count == 1, let others = stated[unit],
          Set(others.map(\.amount)).count == 1,
          prices[0].amount != others[0].amount
        else { continue }
        let range = document.sourceRange(prices[0].range)
        report.add(
          "the price \(document.cited(range)) is not that of the release", at: range,
          help: "Change the one that is out of date.",
          related: [.init(range: document.sourceRange(others[0].range), message: "the release says so here")])
      }
    }
  }

  /// The amounts a sentence names as what is to be paid now, by everybody.
  private func prices(
    _ sentence: Prose.Sentence, in plainRange: Range<Int>, _ document: PRFAQDocument
  ) -> [Price] {
    let found = Price.all(in: sentence.range.clamped(to: plainRange), of: document)
    if found.isEmpty || document.prose.contains(Self.otherAmounts, in: sentence.words) { return [] }
    return found
  }
}

/// An amount of money for something: `£4 an order`, `two pounds per renter`.
private struct Price {
  enum Currency: UInt8 { case dollar, pound, euro }

  struct Unit: Hashable {
    let currency: Currency
    let thing: UInt32
  }

  let unit: Unit
  /// The number as written, in lower case, without thousands marks.
  let amount: String
  /// From the amount to the thing, in `MarkdownTree.plain`.
  let range: Range<Int>

  private static let currencies: [UInt32: Currency] = Dictionary(
    uniqueKeysWithValues: [
      ("dollars", .dollar), ("dollar", .dollar), ("usd", .dollar), ("pounds", .pound), ("pound", .pound),
      ("gbp", .pound), ("euros", .euro), ("euro", .euro), ("eur", .euro),
    ].map { (word: String, currency: Currency) in (Prose.hash(word.utf8), currency) })
  private static let per = WordList("per a an each every")
  private static let counting = WordList("one two three four five six seven eight nine ten")
  private static let numbers: [UInt32: String] = Dictionary(
    uniqueKeysWithValues: [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ].enumerated().map { (Prose.hash($1.utf8), String($0 + 1)) })

  static func all(in plainRange: Range<Int>, of document: PRFAQDocument) -> [Price] {
    let words = document.prose.words
    let plain = document.tree.plain
    let range = document.prose.words(in: plainRange)
    var prices: [Price] = []
    let counting = Self.counting
    // Without a currency by name, it takes a sign before the number.
    let isNamed = document.prose.contains(Self.named, in: range)
    for at in range {
      let word = words[at]
      guard isNamed || hasSign(before: Int(word.start), plain) else { continue }
      guard word.traits.contains(.digit) || counting.contains(word) else { continue }
      var start = Int(word.start)
      var last = at
      var currency: Currency? = nil
      if let symbol = symbol(before: start, plain) {
        currency = symbol.0
        start = symbol.1
      }
      // Decimals and thousands are further words: 19.99, 1,200.
      while last + 1 < range.upperBound, words[last + 1].traits.contains(.digit),
        words[last + 1].start == words[last].end + 1,
        plain[Int(words[last].end)] == 0x2E || plain[Int(words[last].end)] == 0x2C
      {
        last += 1
      }
      if at > range.lowerBound, words[at - 1].traits.contains(.digit), words[at - 1].end + 1 == word.start,
        plain[Int(words[at - 1].end)] == 0x2E || plain[Int(words[at - 1].end)] == 0x2C
      {
        continue
      }
      var next = last + 1
      if currency == nil, next < range.upperBound, let named = currencies[words[next].hash] {
        currency = named
        next += 1
      }
      guard let currency, next < range.upperBound else { continue }
      if plain[Int(words[next - 1].end)] != 0x2F {
        guard per.contains(words[next]), next + 1 < range.upperBound else { continue }
        next += 1
      }
      guard !words[next].traits.contains(.firstInBlock) else { continue }
      var text = document.text(Int(word.start)..<Int(words[last].end)).lowercased().filter { $0 != "," }
      if text.hasSuffix(".00") { text.removeLast(3) }
      prices.append(
        Price(
          unit: Unit(currency: currency, thing: words[next].hash), amount: Self.numbers[word.hash] ?? text,
          range: start..<Int(words[next].end)))
    }
    return prices
  }

  private static let named = PhraseSet([
    "dollars", "dollar", "usd", "pounds", "pound", "gbp", "euros", "euro", "eur",
  ])

  /// Whether the byte before an offset may end a currency sign.
  private static func hasSign(before offset: Int, _ plain: [UInt8]) -> Bool {
    offset > 0 && (plain[offset - 1] == 0x24 || plain[offset - 1] >= 0x80)
  }

  /// The currency sign right before an offset.
  private static func symbol(before offset: Int, _ plain: [UInt8]) -> (Currency, Int)? {
    if offset > 0, plain[offset - 1] == 0x24 { return (.dollar, offset - 1) }
    if offset > 1, plain[offset - 2] == 0xC2, plain[offset - 1] == 0xA3 { return (.pound, offset - 2) }
    if offset > 2, plain[offset - 3] == 0xE2, plain[offset - 2] == 0x82, plain[offset - 1] == 0xAC {
      return (.euro, offset - 3)
    }
    return nil
  }
}
