import MarkdownTree
import PRFAQ
import SourceText
import Testing

/// Declared items in every form, each shown in one line: kind, ID, title, notes, detail, labels with their values.
@Suite struct DeclaredItemTests {
  static func read(_ body: String) -> PRFAQDocument {
    PRFAQDocument(SourceFile("---\ndocument: prfaq\n---\n" + body + "\n", path: "sample.md"))
  }

  /// `need N-1 [Title] (owner Payments) {detail} priority=must`
  static func show(_ document: PRFAQDocument) -> [String] {
    let source = document.source
    return document.declared.map { item in
      var parts = [item.kind.rawValue]
      if let id = item.id { parts.append(source[id]) }
      parts.append("[" + source[item.title] + "]")
      for note in item.notes { parts.append("(\(note.kind) \(source[note.range]))") }
      if !item.detail.isEmpty { parts.append("{" + document.proseText(item.detail) + "}") }
      for line in item.labels {
        let key = line.key?.rawValue ?? "?" + source[line.label]
        parts.append(key + "=" + line.values.map { document.proseText($0) }.joined(separator: " / "))
      }
      return parts.joined(separator: " ")
    }
  }

  private func show(_ body: String) -> [String] { Self.show(Self.read(body)) }

  @Test func readsTheLabelledList() {
    #expect(
      show(
        """
        ## What customers need

        - **N-1: Know what I owe before it is due.** Renters open the app four times a
          week only to look for the amount.
          - Priority: must
          - Measured by: M-1
          - Served by: Billing API, Statement Service
          - Accepted when: the amount is on the first screen, without scrolling
        - **N-2: Dispute a charge without calling.**
          - Depends on: N-1
        - **Pay in one tap** with a saved card.
          - Not built because: card storage waits for the review, in Q3

        ## How we will know

        - **M-1: Late payments** fall from 16% to 10% within two quarters.
        """) == [
          "need N-1 [Know what I owe before it is due] "
            + "{Renters open the app four times a week only to look for the amount.} priority=must measured by=M-1 "
            + "served by=Billing API / Statement Service "
            + "accepted when=the amount is on the first screen, without scrolling",
          "need N-2 [Dispute a charge without calling] depends on=N-1",
          "need [Pay in one tap] {with a saved card.} not built because=card storage waits for the review, in Q3",
          "metric M-1 [Late payments] {fall from 16% to 10% within two quarters.}",
        ])
  }

  @Test func givesExactRanges() throws {
    let document = Self.read(
      "## Needs\n\n- **N-1: Know it.** Detail.\n  - Served by: `GET /a,b`, *Billing* API")
    let item = try #require(document.declared.first)
    let line = try #require(item[.servedBy])
    let source = document.source
    let start = 4 + 16 + 4  // the three lines of front matter
    #expect(try #require(item.id) == start + 14..<start + 17)
    #expect(item.title == start + 19..<start + 26)
    #expect(source[item.title] == "Know it")
    #expect(source[line.label] == "Served by")
    #expect(line.values.map { source[$0] } == ["GET /a,b", "Billing* API"])
    #expect(document.proseText(line.values[1]) == "Billing API")
    #expect(source[line.value] == "GET /a,b`, *Billing* API")
    #expect(item.range.upperBound == source.bytes.count - 1)
  }

  @Test func readsIDsOutsideTheStrongText() {
    #expect(
      show(
        """
        ## Requirements

        - **FR-001**: Drivers see the berth. Before they arrive.
        - **FR-2** — Drivers see the tide
        - N-3: Drivers see the wind. Even at night.
        - N-4: **Drivers see the swell.** Even in fog.
        - **[N-5] See the ice**
        - **N-6.** See the moon
        """) == [
          "need FR-001 [Drivers see the berth] {Before they arrive.}", "need FR-2 [Drivers see the tide]",
          "need N-3 [Drivers see the wind] {Even at night.}",
          "need N-4 [Drivers see the swell] {Even in fog.}", "need N-5 [See the ice]",
          "need N-6 [See the moon]",
        ])
  }

  @Test(arguments: ["**P-256 curves** are fast", "**N-1a: x**", "**ABCD-1: x**", "**n-1: x**", "**N-: x**"])
  func takesNoOtherTextForAnID(_ lead: String) {
    #expect(Self.read("## Needs\n\n- \(lead)").declared.map { $0.id == nil } == [true])
  }

  @Test func readsHeadings() {
    #expect(
      show(
        """
        ## What customers need

        ### For drivers

        - **N-1: Find a berth.**
          - Priority: must

        ### N-2: Leave on time

        Pilots wait two hours.

        - Priority: should
        - **Served by:** Tide Service
        - **Note:** ask the union first

        ### N-3 — Sleep

        **Priority:** could
        **Served by:** Rest Service

        **Evidence:** a survey
        """) == [
          "need N-1 [Find a berth] priority=must",
          "need N-2 [Leave on time] {Pilots wait two hours.} priority=should served by=Tide Service",
          "need N-3 [Sleep] priority=could served by=Rest Service evidence=a survey",
        ])
  }

  @Test func readsTables() {
    #expect(
      show(
        """
        ## Customer needs

        | ID  | Need | Why | Priority | Served by |
        | --- | --- | --- | --- | --- |
        | N-1 | **Find** a berth | they circle | must | Tide Service, `GET /a|b` |
        | N-2 | Leave on time | | should | — |

        ## Services and teams

        | Service | Team | API |
        |---|---|---|
        | Tide Service | Port | `GET /tides` |
        """) == [
          "need N-1 [Find** a berth] {they circle} priority=must served by=Tide Service / GET /a|b",
          "need N-2 [Leave on time] priority=should served by=",
          "service [Tide Service] owned by=Port api=GET /tides",
        ])
  }

  @Test func readsServicesTeamsAndNotes() {
    #expect(
      show(
        """
        ## Services and teams

        - **Billing API** (owned by Payments, new) works out what each renter owes.
          - API: `GET /v1/balances/{renterId}`, `POST /v1/disputes`
          - Calls: Ledger API (async), Rates
        - **Ledger API (owner: the Books team; existing)** — keeps the books.
        - **Rates** — owned by Payments. Knows the rates.
        - **Search** (a fast one) finds things.
          - API: none
        - **Payments** answers for money.
        - **Books**
          - Members: Ada, Bo, Cleo
          - Manager: Ada
        """) == [
          "service [Billing API] (owner Payments) (lifecycle new) {works out what each renter owes.} "
            + "api=GET /v1/balances/{renterId} / POST /v1/disputes calls=Ledger API / Rates",
          "service [Ledger API] (owner Books) (lifecycle existing) {keeps the books.}",
          "service [Rates] (owner Payments) {Knows the rates.}",
          "service [Search] {(a fast one) finds things.} api=", "team [Payments] {answers for money.}",
          "team [Books] members=Ada / Bo / Cleo manager=Ada",
        ])
    let document = Self.read("## Services\n\n- **Pay** (owned by Payments, new)")
    let note = document.declared.first?.notes.first
    #expect(note.map { document.source.position(at: $0.range.lowerBound).column } == 21)
    #expect(document.declared.first?.owners.map { document.source[$0] } == ["Payments"])
  }

  @Test func readsProcessSteps() {
    #expect(
      show(
        """
        ## Process

        1. **Receive.** A pallet is counted in.
           - Served by: Receiving
           - Serves: N-6
        2. **Stow.**
           Each case gets a bin.
        3. Ship the crates.
           - Served by: Vans
        """) == [
          "step [Receive] {A pallet is counted in.} served by=Receiving serves=N-6",
          "step [Stow] {Each case gets a bin.}", "step [Ship the crates] served by=Vans",
        ])
  }

  @Test func readsStepsBelowSteps() {
    #expect(
      show(
        """
        ## Process

        1. **Inbound**
           1. **Receive.**
              - Served by: Receiving
           2. **Stow.**
              - Served by: Stock Map
        """) == ["step [Receive] served by=Receiving", "step [Stow] served by=Stock Map"])
  }

  @Test func readsLabelsWhereverAuthorsPutThem() {
    #expect(
      show(
        """
        ## Needs

        - **N-1: Continuation lines.** It wraps to
          status: this is prose.
          Priority: must
          served by: A, B
          and C

          Evidence: a second paragraph
        - **N-2: Points below a label.**
          - Accepted when:
            - it opens, within 2 s
            - it closes
          - **Served by**: A
          - Served by: B
          - *Status:* open
          - Priority - must
        - **N-3: Several on a line.**
          - Priority: must; Served by: A, B; Evidence: two, three
        - [ ] **N-4: A box.**
          - PRIORITY: P1
        """) == [
          "need N-1 [Continuation lines] {It wraps to status: this is prose.} priority=must "
            + "served by=A / B and C evidence=a second paragraph",
          "need N-2 [Points below a label] accepted when=it opens, within 2 s / it closes served by=A served by=B "
            + "status=open priority=must",
          "need N-3 [Several on a line] priority=must served by=A / B evidence=two, three",
          "need N-4 [A box] priority=P1",
        ])
    let document = Self.read("## Needs\n\n- **N-1: x.**\n  - Served by: A\n  - Served by: B, C")
    #expect(document.declared.first?.values(.servedBy).map { document.source[$0] } == ["A", "B", "C"])
  }

  @Test func tellsMistypedLabelsFromOtherKeys() {
    #expect(
      show(
        """
        ## Needs

        - **N-1: Find a berth.**
          - Servd by: Tide Service
          - Prioirty: must
          - App: the pilot app
          - Note: ask first
          - Risk: fog
          - Server: nginx on the quay
          - Stage: two
          - https://example.com/a
        """) == ["need N-1 [Find a berth] ?Servd by=Tide Service ?Prioirty=must"])
  }

  @Test func stopsBetweenOffAndOn() {
    let document = Self.read(
      """
      ## Needs

      - **N-1: Kept.**

      <!-- prfaq:off -->

      - **N-2: Left out.**
        - Priority: must

      <!-- prfaq:on -->

      - **N-3: Kept too.**
      """)
    #expect(Self.show(document) == ["need N-1 [Kept]", "need N-3 [Kept too]"])
    #expect(document.switchedOff.count == 1)
  }

  @Test func declaresNothingInOrdinarySections() {
    #expect(
      show(
        """
        ## Team

        - **Jane Doe**, chief executive
        - **Ola Nordmann**, design

        ## Services

        - **Consulting** for harbours

        ## Process

        1. **Discover** what pilots do
        2. **Build** it

        ## Risks

        - **R-1: Fog.** It comes.
          - Status: open

        > - **N-9: Quoted.**
        >   - Priority: must

        ## Notes

        - **N-8: Cited without labels.**
        """) == [])
  }

  @Test func readsItemsOutsideTheirSections() {
    #expect(
      show(
        """
        ## Anything

        - **N-8: Sleep.**
          - Served by: Rest
        - **M-2: Hours slept**
          - Target: 8
        - **A-1: People want to sleep.**
          - Validated by: a survey
        - **Rest** (owned by Night)
          - API: `GET /rest`
        """) == [
          "need N-8 [Sleep] served by=Rest", "metric M-2 [Hours slept] target=8",
          "assumption A-1 [People want to sleep] validated by=a survey",
          "service [Rest] (owner Night) api=GET /rest",
        ])
  }

  @Test func readsNestedNeedsOnTheirOwn() {
    #expect(
      show(
        """
        ## Needs

        - **N-1: Travel.**
          - Priority: must
          - **N-2: Board.**
            - Priority: should
          - **By train**, mostly
        """) == ["need N-1 [Travel] priority=must", "need N-2 [Board] priority=should"])
  }

  @Test func tellsMetricsAmongNeedsByTheirLetter() {
    #expect(
      show("## Needs\n\n- **N-1: Go.**\n- **M-1: Trips** rise to 5.") == [
        "need N-1 [Go]", "metric M-1 [Trips] {rise to 5.}",
      ])
  }

  @Test func readsFullWidthPunctuation() {
    #expect(
      show("## Needs\n\n- **N-1：請求額を知る。** 毎週見る。\n  - Served by： 請求、明細") == [
        "need N-1 [請求額を知る] {毎週見る。} served by=請求 / 明細"
      ])
  }

  @Test func readsGoogleDocsEscapes() {
    #expect(
      show("## Needs\n\n* **N\\-1: Pay\\.** Now\n  * Served by: A\\-B") == [
        "need N\\-1 [Pay] {Now} served by=A-B"
      ])
  }
}
