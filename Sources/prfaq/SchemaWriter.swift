import Linting
import Reporting

/// Writes the JSON Schema of the configuration file.
enum SchemaWriter {
  static func schema() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.field("title", "Configuration of prfaq (.prfaq.yml)")
      json.key("$defs")
      json.object {
        $0.key("rule")
        $0.object {
          $0.key("anyOf")
          $0.array {
            $0.object { words(AllRules.categories + [CustomRule.category] + AllRules.names, &$0) }
            $0.object {
              $0.field("type", "string")
              $0.field("pattern", "^custom/[a-z0-9]+(-[a-z0-9]+)*$")
            }
          }
        }
        $0.key("texts")
        $0.object {
          oneOrMore(&$0) {
            $0.key("type"); $0.array { scalars(&$0) }
          }
        }
        $0.key("rules")
        $0.object { oneOrMore(&$0) { $0.field("$ref", "#/$defs/rule") } }
      }
      write(.keys(ConfigurationSchema.keys, required: []), &json)
    }
    json.finish()
    return json.take()
  }

  /// YAML reads 10 and true without quotes as something else; the reader takes them as texts.
  private static func scalars(_ json: inout JSONWriter) {
    for type in ["string", "number", "boolean"] { json.value(type) }
  }

  private static func oneOrMore(_ json: inout JSONWriter, _ one: (inout JSONWriter) -> Void) {
    json.key("anyOf")
    json.array {
      $0.object { $0.field("type", "null") }
      $0.object(one)
      $0.object {
        $0.field("type", "array")
        $0.key("items")
        $0.object(one)
      }
    }
  }

  private static func words(_ words: [String], _ json: inout JSONWriter) {
    json.key("enum")
    json.array { for word in words { $0.value(word) } }
  }

  private static func write(_ shape: ConfigurationSchema.Shape, _ json: inout JSONWriter) {
    switch shape {
    case .text:
      json.key("type")
      json.array {
        scalars(&$0)
        $0.value("null")
      }
    case .words(let list): words(list, &json)
    case .rule: json.field("$ref", "#/$defs/rule")
    case .number(let least):
      json.field("type", "integer")
      json.field("minimum", least)
    case .flag: json.field("type", "boolean")
    case .texts: json.field("$ref", "#/$defs/texts")
    case .rules: json.field("$ref", "#/$defs/rules")
    case .list(let item):
      json.field("type", "array")
      json.key("items")
      json.object { write(item, &$0) }
    case .severities:
      json.field("type", "object")
      json.key("propertyNames")
      json.object { $0.field("$ref", "#/$defs/rule") }
      json.key("additionalProperties")
      json.object { words(ConfigurationSchema.severities, &$0) }
    case .map(let pattern, let value):
      json.field("type", "object")
      if !pattern.isEmpty {
        json.key("propertyNames")
        json.object { $0.field("pattern", pattern) }
      }
      json.key("additionalProperties")
      json.object { write(value, &$0) }
    case .keys(let keys, let required):
      json.key("type")
      json.array {
        $0.value("object")
        if required.isEmpty { $0.value("null") }
      }
      json.key("properties")
      json.object {
        for key in keys {
          $0.key(key.name)
          $0.object {
            $0.field("description", key.about)
            write(key.shape, &$0)
          }
        }
      }
      if !required.isEmpty {
        json.key("required")
        json.array { for name in required { $0.value(name) } }
      }
      json.field("additionalProperties", false)
    }
  }
}
