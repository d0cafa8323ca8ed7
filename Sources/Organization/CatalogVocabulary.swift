/// The kinds of entities of a Backstage catalogue.
enum CatalogKind: String, CaseIterable {
  case group = "Group"
  case user = "User"
  case system = "System"
  case component = "Component"
  case api = "API"
  case resource = "Resource"
  case domain = "Domain"
  case location = "Location"
  case template = "Template"

  /// The keys Backstage knows below `spec`; others are allowed, but one that is nearly one of these is a slip.
  var specKeys: [String] {
    switch self {
    case .group: ["type", "profile", "parent", "children", "members"]
    case .user: ["profile", "memberOf"]
    case .system: ["type", "owner", "domain"]
    case .component:
      [
        "type", "lifecycle", "owner", "system", "subcomponentOf", "providesApis", "consumesApis", "dependsOn",
        "dependencyOf",
      ]
    case .api: ["type", "lifecycle", "owner", "system", "definition"]
    case .resource: ["type", "lifecycle", "owner", "system", "dependsOn", "dependencyOf"]
    case .domain, .location, .template: []
    }
  }

  /// What `spec.type` may say, as an example; nil where the type may be left out.
  var typeExample: String? {
    switch self {
    case .component: "service"
    case .api: "openapi"
    case .resource: "database"
    default: nil
    }
  }
}

/// The words of catalogue files besides the kinds.
enum CatalogVocabulary {
  static let group = "backstage.io"
  static let version = "backstage.io/v1alpha1"
  static let topKeys = ["apiVersion", "kind", "metadata", "spec", "relations", "status"]
  static let metadataKeys = [
    "name", "namespace", "title", "description", "labels", "annotations", "tags", "links", "uid", "etag",
    "generation",
  ]
  static let annotationPrefix = "prfaq/"
  static let manager = "prfaq/manager"
  static let productOwner = "prfaq/product-owner"
  static let scrumMaster = "prfaq/scrum-master"
  static let onCall = "prfaq/on-call"
  static let alsoKnownAs = "prfaq/also-known-as"
  static let catalogComplete = "prfaq/catalog-complete"
  static let annotations = [manager, productOwner, scrumMaster, onCall, alsoKnownAs, catalogComplete]
  static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

  /// Whether a name keeps Backstage's rule: 1 to 63 of `[A-Za-z0-9]`, with single `-`, `_` or `.` between.
  static func isName(_ name: String) -> Bool {
    guard (1...63).contains(name.utf8.count) else { return false }
    var wasSeparator = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        wasSeparator = false
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        if wasSeparator { return false }
        wasSeparator = true
      default: return false
      }
    }
    return !wasSeparator
  }

  /// The nearest name that keeps the rule: `Billing API` becomes `billing-api`; nil when nothing is left.
  static func name(from text: String) -> String? {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    slug = String(slug.prefix(63))
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? nil : slug
  }
}
