/// The answers templates of services are filled with.
public enum ServiceAnswers {
  /// Their names and kinds. The reference of `prfaq template names` is printed from it.
  public static let schema = AnswerSchema([
    "service.title": text, "service.slug": slug, "service.summary": text, "service.is-new": .flag,
    "owner.title": text, "owner.slug": slug, "owner.team": .value(.team), "owner.contact": text,
    "system.title": text, "system.slug": slug,
    "document.title": text, "document.key": word, "document.path": text, "document.hash": word,
    "customers": .list(item: "customer", fields: ["name": text]),
    "needs": .list(
      item: "need",
      fields: [
        "id": word, "title": text, "detail": text, "priority": word, "customer": text,
        "metrics": .list(item: "measure", fields: metric),
        "acceptances": .list(item: "acceptance", fields: acceptance),
      ]),
    "acceptances": .list(item: "acceptance", fields: acceptance),
    "metrics": .list(item: "metric", fields: metric),
    "operations": .list(item: "operation", fields: operation),
    "routes": .list(
      item: "route",
      fields: [
        "path": path, "router": path, "allow": text, "name": word,
        "operations": .list(item: "operation", fields: operation),
        "parameters": .list(item: "parameter", fields: ["name": word]),
      ]),
    "calls": .list(
      item: "call",
      fields: ["title": text, "slug": slug, "operations": .list(item: "operation", fields: operation)]),
    "callers": .list(item: "caller", fields: ["title": text, "slug": slug, "team": .value(.team)]),
    "resources": .list(item: "resource", fields: ["name": word]), "has-unbuilt": .flag,
    "emits": .list(item: "event", fields: ["name": word]),
    "stores": .list(item: "store", fields: ["title": text, "slug": slug]),
    "shifts": .list(item: "shift", fields: ["start": .value(.date), "primary": text, "secondary": text]),
    "people": .list(item: "person", fields: ["name": text, "handle": word]),
  ])

  private static let text = AnswerSchema.Entry.value(.text)
  private static let slug = AnswerSchema.Entry.value(.slug)
  private static let word = AnswerSchema.Entry.value(.word)
  private static let path = AnswerSchema.Entry.value(.path)

  private static let metric = ["id": word, "title": text, "statement": text]
  private static let acceptance = ["text": text, "name": word, "need": word, "title": text]
  private static let operation: [String: AnswerSchema.Entry] = [
    "method": word, "verb": word, "path": path, "id": word, "summary": text, "resource": word, "router": path,
    "has-body": .flag, "success": .value(.number), "is-get": .flag, "is-post": .flag, "is-put": .flag,
    "is-patch": .flag, "is-delete": .flag, "is-create": .flag, "is-replace": .flag, "is-read": .flag,
    "is-list": .flag, "is-remove": .flag, "is-unbuilt": .flag, "has-parameters": .flag,
    "parameters": .list(item: "parameter", fields: ["name": word]),
  ]
}
