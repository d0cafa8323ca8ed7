/// What is recognised of a document, as it is put together; see `PRFAQDocument` for what each part means.
struct Recognised {
  var kind = PRFAQDocument.Kind.none
  var isExplicit = false
  var title: Range<Int>? = nil
  var language = Language.english
  var elements: [Element] = []
  var asked = AskedQuestions()
  var faqs: [FAQSection] = []
  var quotes: [Quote] = []
  var placeholders: [Placeholder] = []
  var releases: [PRFAQDocument.Release] = []
  var dateline: Dateline? = nil
  var products: [ProductName] = []
  var customers: [CustomerSegment] = []
  var switchedOff: [Range<Int>] = []
  var declared: [DeclaredItem] = []
  var metrics: [Metric] = []

  var questions: [Question] { asked.questions }

  /// The first element of a role.
  func first(_ role: Role) -> Element? { elements.first { $0.role == role } }
}
