/// A complete, faultless PR/FAQ of which examples replace parts: every rule is silent on it.
public enum ExampleDocument {
  /// The parts, in document order.
  public enum Part: String, Sendable, CaseIterable {
    /// YAML between `---` lines; none by default.
    case frontMatter = "front matter"
    /// The heading of level 1 that names the document.
    case title
    /// The heading above the release.
    case releaseHeading = "release heading"
    /// A heading of level 3.
    case headline
    /// An italic line.
    case subheading
    /// Dateline and lead, one paragraph.
    case lead
    /// Under its own heading of level 3.
    case problem
    /// Under its own heading of level 3.
    case solution
    /// A paragraph.
    case companyQuote = "company quote"
    /// Under its own heading of level 3.
    case howItWorks = "how it works"
    /// A paragraph.
    case customerQuote = "customer quote"
    /// Under its own heading of level 3.
    case gettingStarted = "getting started"
    /// Under its own heading of level 2.
    case externalFAQ = "external FAQ"
    /// Under its own heading of level 2.
    case internalFAQ = "internal FAQ"
    /// Declared needs, under a heading of level 2.
    case needs
    /// Declared metrics, under a heading of level 2.
    case metrics
    /// Declared services, under a heading of level 2.
    case services
    /// Whatever an example wants to add at the end; none by default.
    case appendix
  }

  /// The document with some parts replaced or left out.
  static func text(replacing parts: [Part: String?]) -> String {
    var text = ""
    for part in Part.allCases {
      let chosen: String?
      if let replacement = parts[part] { chosen = replacement } else { chosen = standard(part) }
      if let chosen {
        if !text.isEmpty { text += "\n\n" }
        text += chosen
      }
    }
    return text + "\n"
  }

  /// The faultless text of a part; nil where it has none.
  public static func standard(_ part: Part) -> String? {
    switch part {
    case .frontMatter, .appendix: nil
    case .title: "# PR/FAQ: Rentwise"
    case .releaseHeading: "## Press release"
    case .headline: "### Rentwise shows renters what they owe before it is due"
    case .subheading: "*Renters in shared flats see every charge in one place and stop paying late fees.*"
    case .lead:
      """
      **Leeds, England, 14 September 2027.** Brightkey today opened Rentwise, a rent account for people who share a \
      flat. Renters see what they owe, when it is due and why, on the first screen.
      """
    case .problem:
      """
      ### Problem

      Renters in shared flats pay late because they do not know the amount. In a [survey of 412 renters](survey.md), \
      one in six paid a late fee last year, 35 pounds on average. Today they add up paper bills and chat messages, \
      but the sums rarely agree.
      """
    case .solution:
      """
      ### Solution

      Rentwise adds every bill to one account and splits it by the shares the flat agreed [N-2]. Each renter gets one \
      amount and one date per month [N-1].
      """
    case .companyQuote:
      """
      "We met renters who kept a spreadsheet for four years to stay friends," said Dana Whitfield, head of product at \
      Brightkey. "They should not have to."
      """
    case .howItWorks:
      """
      ### How it works

      You invite your flatmates, photograph a bill, and confirm the split. Three days before the due date you get \
      the amount and pay it from your bank.
      """
    case .customerQuote:
      """
      "I used to pay on the 9th and hope," said Priya Raman, a renter who shares a flat with three friends. "Now I \
      know on the 1st, and nobody chases me."
      """
    case .gettingStarted:
      """
      ### Getting started

      Go to rentwise.example, enter your address and invite your flatmates. The first flat is free; after 60 days \
      Rentwise costs 2 pounds per renter and month.
      """
    case .externalFAQ:
      """
      ## External FAQ

      ### How much does Rentwise cost?

      Two pounds per renter and month, after 60 free days.

      ### How does Rentwise work?

      One renter photographs a bill. Rentwise reads the amount, splits it and tells each flatmate what to pay.

      ### Where can I get Rentwise?

      In any browser at rentwise.example; there is nothing to install.

      ### Who helps me when something goes wrong?

      Support answers by e-mail within one working day.

      ### What happens to my data if I cancel?

      You download it as one file, and Rentwise deletes it after 30 days.

      ### Who is Rentwise not for?

      Renters who live alone: their bank shows them the same thing.
      """
    case .internalFAQ:
      """
      ## Internal FAQ

      ### What do renters use today, and why is Rentwise better?

      Spreadsheets and chat. Both need one person to do the sums every month, and 7 of 10 flats had a dispute in 2026.

      ### How large is the demand, and how many would pay?

      There are 1.4 million shared flats in England. In a test page with 3,000 visitors, 11% gave a card number.

      ### What are the unit economics and the upfront investment?

      A renter brings 24 pounds a year and costs 9. Building it takes one team of six for nine months. It breaks even \
      at 40,000 renters, expected after 14 months.

      ### Which teams and partners do we depend on?

      The Ledger team for balances and one bank for payments.

      ### What are the legal and regulatory issues?

      Payments are initiated under the bank's licence; bills are personal data under the UK GDPR.

      ### What are the hardest problems to solve?

      Reading photographs of bills: the best model reads 91% of amounts right today, and 98% are needed.

      ### What must be true for this to succeed?

      We assume that one flatmate in each flat will photograph bills. A pilot with 50 flats tests it by 1 March 2027.

      ### Why might it fail?

      1. Landlords include bills in the rent.
      2. Banks offer the same for free.
      3. Flatmates do not photograph bills.

      ### How do we know that customers want it?

      We interviewed 38 renters and watched 12 of them settle a month's bills.

      ### How will we measure success?

      Late payments fall from 16% to 10% by 30 June 2028.

      ### What are we not building?

      Landlord accounts and card payments are out of scope for version 1.
      """
    case .needs:
      """
      ## What customers need

      - **N-1: Know what I owe before it is due.** One in six renters paid a late fee last year.
        - Priority: must
        - Customer: renters in shared flats
        - Measured by: M-1
        - Served by: Billing API
        - Accepted when: the amount is on the first screen within 2 seconds of sign-in
      - **N-2: Settle a shared bill without an argument.** Seven of ten flats had a dispute in 2026.
        - Priority: should
        - Measured by: M-1
        - Served by: Billing API
        - Accepted when: every flatmate sees the same split of a bill
      """
    case .metrics:
      """
      ## How we will know

      - **M-1: Late payments** fall from 16% to 10% by 30 June 2028.
      """
    case .services:
      """
      ## Services and teams

      - **Billing API** (owned by Payments) works out what each renter owes.
        - API: `GET /v1/balances/{renterId}`
      """
    }
  }
}
