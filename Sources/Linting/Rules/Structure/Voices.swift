import PRFAQ

/// Whose quotes a release has, as far as that can be told.
struct Voices {
  /// Whether a spokesperson of the maker is heard.
  let company: Bool
  /// Whether a customer is heard.
  let customer: Bool
  /// The only quote there is, when nobody can tell whose it is.
  let unclear: Quote?

  init(_ document: PRFAQDocument) {
    // Whose it is stands open where the speaker is a placeholder, whatever the words sound like.
    var unknown: [Quote] = []
    var company = Self.isLabelled(.companyQuote, document)
    var customer = Self.isLabelled(.customerQuote, document)
    for quote in document.quotes {
      var isOpen = false
      if quote.origin == .inferred, let speaker = quote.speaker, !document.placeholders.isEmpty {
        isOpen = document.hasPlaceholder(in: document.sourceRange(speaker.plainRange))
      }
      switch quote.voice {
      case .company where !isOpen: company = true
      case .customer where !isOpen: customer = true
      case .company, .customer, .unknown: unknown.append(quote)
      }
    }
    let only = document.quotes.count == 1 && !company && !customer ? unknown.first : nil
    // A quote whose speaker cannot be placed fills the gap there is, the company's first.
    if !company, unknown.popLast() != nil { company = true }
    if !customer, unknown.popLast() != nil { customer = true }
    self.company = company
    self.customer = customer
    self.unclear = only
  }

  /// Whether a heading or label announces the quote; where it was only inferred, the quote itself tells more.
  private static func isLabelled(_ role: Role, _ document: PRFAQDocument) -> Bool {
    document.elements.contains { $0.role == role && $0.origin != .inferred }
  }
}
