import JSONText

/// Plans for programs.
public enum PlanJSON {
  /// Version of the format; the first number changes when a reader of the old one would fail.
  public static let formatVersion = "1.0"

  /// Writes plans, handing over bytes plan by plan.
  public static func write(_ plans: [Plan], to output: ([UInt8]) -> Void) {
    var json = JSONWriter()
    json.beginObject()
    json.field("formatVersion", formatVersion)
    json.key("documents")
    json.beginArray()
    for plan in plans {
      json.object { write(plan, to: &$0) }
      output(json.take())
    }
    json.endArray()
    json.key("summary")
    json.object { json in
      for action in Plan.Action.allCases {
        json.field(action.rawValue, plans.reduce(0) { $0 + $1.count(action) })
      }
      json.field("unchanged", plans.reduce(0) { $0 + $1.unchanged })
      json.field("undecided", plans.contains(where: \.isUndecided))
    }
    json.endObject()
    json.finish()
    output(json.take())
  }

  private static func write(_ plan: Plan, to json: inout JSONWriter) {
    json.field("key", plan.key)
    json.field("path", plan.path)
    json.key("changes")
    json.array { json in
      for change in plan.changes {
        json.object { json in
          json.field("action", change.action.rawValue)
          json.field("id", change.id)
          if let from = change.from { json.field("from", from) }
          if let reason = change.reason { json.field("reason", reason.rawValue) }
          json.field("uid", change.uid)
          json.field("type", change.kind.rawValue)
          json.field("title", change.title)
          if !change.details.isEmpty {
            json.key("details")
            json.array { json in
              for detail in change.details {
                json.object { json in
                  json.field("field", detail.field)
                  if let before = detail.before { json.field("before", before) }
                  if let after = detail.after { json.field("after", after) }
                }
              }
            }
          }
        }
      }
    }
    json.field("unchanged", plan.unchanged)
    json.key("questions")
    json.array { json in
      for question in plan.questions {
        json.object { json in
          json.field("old", question.old)
          json.field("new", question.new)
          json.key("likeness")
          json.number(question.score == 100 ? "1" : "0.\(question.score)")
        }
      }
    }
    json.field("removesMuch", plan.removesMuch)
  }
}
