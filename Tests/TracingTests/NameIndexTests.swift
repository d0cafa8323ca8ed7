import Testing

@testable import Tracing

@Suite struct NameIndexTests {
  @Test func findsASlipAmongMany() {
    let names = (0..<5_000).map { "service \($0)" } + ["Basket Promise", "Stock Map"]
    let index = NameIndex(names)
    #expect(index.nearest(to: "Stok Map") == "Stock Map")
    #expect(index.nearest(to: "Basket Promsie") == "Basket Promise")
    #expect(index.nearest(to: "basket prromise") == "Basket Promise")
    #expect(index.nearest(to: "Coupon Machine") == nil)
  }

  @Test func leavesNoLetterOfALongerNameOut() {
    let long = String(repeating: "stock map of the warehouse ", count: 3)
    let index = NameIndex((0..<200).map { "service \($0)" } + [long])
    #expect(index.nearest(to: long) == long)
    #expect(index.nearest(to: String(long.dropFirst())) == nil)
  }

  @Test func comparesNamesByTheirWords() {
    #expect(NameKey.make("the Billing API (new)") == "billing-api")
    #expect(NameKey.make("billing_api") == "billing-api")
    #expect(NameKey.make("Kühlhaus") != NameKey.make("Kohlhaus"))
    #expect(NameKey.withoutTeam("payments-team") == "payments")
    #expect(NameKey.isID("N-1") && NameKey.isID("RENT/N-12"))
    #expect(!NameKey.isID("N-") && !NameKey.isID("ABCD-1") && !NameKey.isID("n-1") && !NameKey.isID("P-256a"))
  }
}
