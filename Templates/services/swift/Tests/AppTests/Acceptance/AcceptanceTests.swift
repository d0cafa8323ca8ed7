import Testing

@testable import App

// One test for each "Accepted when" of the PR/FAQ, in a suite that bears the need's ID. `prfaq trace --test-results`
// reads these IDs and shows which needs are proven.
//
// Each is pending: reported as skipped, and proof of nothing. To write one, take `.disabled` away and test what the
// sentence says; `migratedService()` and `send(...)` of Harness.swift give you a service to ask.
<%if not acceptances%>

// TODO: no need of this service says when it is accepted. Add `Accepted when` to the PR/FAQ first.
@Suite struct Acceptance {
  @Test(.disabled("no need says when it is accepted"))
  func acceptedWhen() {}
}
<%end%>
<%each needs%>
<%if need.acceptances%>

/// <%need.title:swift-comment%>
@Suite struct `<%need.id:word%>` {
<%each need.acceptances%>
<%if not acceptance.first%>

<%end%>
  // The sentence is as long as its author made it.
  // swift-format-ignore
  @Test("<%need.id:word%>: <%acceptance.text:swift-part%>", .disabled("pending: <%need.id:word%> is not proven"))
  func <%acceptance.name:swift-name%>() {
    Issue.record("Write this test before you enable it.")
  }
<%end%>
}
<%end%>
<%end%>
