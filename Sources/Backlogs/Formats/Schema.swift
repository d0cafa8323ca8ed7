/// The JSON Schema of the backlog's JSON, draft 2020-12.
public enum Schema {
  /// The schema as a text.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:prfaq:backlog:1",
      "title": "Backlog of PR/FAQs, format 1.x",
      "description": "What `prfaq backlog export` writes. Readers ignore keys they do not know: a later 1.x may add some.",
      "type": "object",
      "required": ["formatVersion", "documents", "services", "teams", "items", "leftOut", "diagnostics"],
      "properties": {
        "formatVersion": {"type": "string", "pattern": "^1\\.[0-9]+$"},
        "documents": {"type": "array", "items": {"$ref": "#/$defs/document"}},
        "services": {"type": "array", "items": {"$ref": "#/$defs/service"}},
        "teams": {"type": "array", "items": {"$ref": "#/$defs/team"}},
        "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
        "leftOut": {
          "description": "Inferred needs below the confidence asked for.",
          "type": "integer", "minimum": 0
        },
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}}
      },
      "$defs": {
        "slug": {"type": "string", "pattern": "^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$", "maxLength": 63},
        "id": {
          "description": "KEY/N-1, KEY/N-1/billing-api, KEY/measure/M-1: readable, and never numbered by position.",
          "type": "string",
          "pattern": "^[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:[-_.]+[A-Za-z0-9]+)*){1,4}$",
          "maxLength": 200
        },
        "ids": {"type": "array", "items": {"$ref": "#/$defs/id"}, "uniqueItems": true},
        "text": {"type": "string", "minLength": 1},
        "texts": {"type": "array", "items": {"type": "string"}},
        "document": {
          "type": "object", "required": ["key", "path", "title", "sha256"],
          "properties": {
            "key": {"type": "string", "minLength": 1},
            "path": {"type": "string"},
            "title": {"type": "string"},
            "product": {"type": "string"},
            "customers": {"$ref": "#/$defs/texts"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}
          }
        },
        "service": {
          "type": "object", "required": ["key", "name", "lifecycle"],
          "properties": {
            "key": {"$ref": "#/$defs/slug"},
            "name": {"type": "string"},
            "purpose": {"type": "string"},
            "lifecycle": {"enum": ["new", "existing", "deprecated"]},
            "team": {"$ref": "#/$defs/slug"},
            "aliases": {"$ref": "#/$defs/texts"}
          }
        },
        "team": {
          "type": "object", "required": ["key", "name"],
          "properties": {
            "key": {"$ref": "#/$defs/slug"},
            "name": {"type": "string"},
            "productOwners": {"$ref": "#/$defs/texts"}
          }
        },
        "source": {
          "type": "object", "required": ["file", "line"],
          "properties": {
            "file": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "minimum": 1},
            "section": {"description": "Headings above it, outermost first.", "$ref": "#/$defs/texts"}
          }
        },
        "origin": {
          "type": "object", "required": ["kind"],
          "properties": {
            "kind": {"enum": ["declared", "inferred"]},
            "rule": {"type": "string"},
            "confidence": {"enum": ["high", "medium", "low"]}
          },
          "if": {"properties": {"kind": {"const": "inferred"}}},
          "then": {"required": ["rule", "confidence"]}
        },
        "criterion": {
          "type": "object", "required": ["key", "text"],
          "properties": {
            "key": {"type": "string", "pattern": "^ac-[0-9a-f]{8}$"},
            "text": {"$ref": "#/$defs/text"},
            "given": {"$ref": "#/$defs/text"},
            "when": {"$ref": "#/$defs/text"},
            "then": {"$ref": "#/$defs/text"},
            "source": {"$ref": "#/$defs/source"}
          },
          "dependentRequired": {"given": ["when", "then"], "when": ["then"], "then": ["when"]}
        },
        "item": {
          "type": "object",
          "required": ["id", "uid", "type", "document", "title", "trace", "origin", "source", "fingerprint"],
          "properties": {
            "id": {"$ref": "#/$defs/id"},
            "uid": {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"},
            "type": {"enum": ["epic", "story", "task", "spike", "wont"]},
            "parent": {"$ref": "#/$defs/id"},
            "document": {"type": "string", "minLength": 1},
            "title": {"type": "string", "minLength": 1, "maxLength": 200},
            "story": {
              "type": "object", "required": ["role", "want"],
              "properties": {
                "role": {"type": "string"},
                "want": {"$ref": "#/$defs/text"},
                "reason": {"$ref": "#/$defs/text"},
                "text": {"$ref": "#/$defs/text"}
              }
            },
            "description": {"$ref": "#/$defs/text"},
            "acceptance": {"type": "array", "items": {"$ref": "#/$defs/criterion"}},
            "priority": {"description": "As stated; never made up.", "enum": ["must", "should", "could", "wont"]},
            "estimate": {
              "description": "As stated; never made up.",
              "type": "object", "required": ["value", "unit"],
              "properties": {
                "value": {"type": "number", "minimum": 0},
                "unit": {"enum": ["points", "hours", "days"]}
              }
            },
            "status": {
              "description": "As stated; never made up.",
              "enum": ["todo", "in-progress", "done", "cancelled"]
            },
            "owners": {"$ref": "#/$defs/texts"},
            "labels": {
              "type": "array", "uniqueItems": true,
              "items": {"type": "string", "pattern": "^[^\\s,~]+$", "maxLength": 50}
            },
            "trace": {
              "type": "object", "required": ["needs"],
              "properties": {
                "needs": {"$ref": "#/$defs/ids"},
                "metrics": {"$ref": "#/$defs/ids"},
                "service": {"$ref": "#/$defs/slug"},
                "team": {"$ref": "#/$defs/slug"}
              }
            },
            "dependsOn": {"$ref": "#/$defs/ids"},
            "suspect": {
              "description": "Its own words are as accepted, what it was derived from is not.",
              "const": true
            },
            "origin": {"$ref": "#/$defs/origin"},
            "source": {"$ref": "#/$defs/source"},
            "fingerprint": {
              "description": "Of type, title, story, description, service and criteria; not of place, priority or state.",
              "type": "string", "pattern": "^[0-9a-f]{16}$"
            }
          },
          "allOf": [
            {
              "if": {"properties": {"type": {"enum": ["epic", "wont"]}}},
              "then": {"not": {"required": ["parent"]}},
              "else": {"required": ["parent"]}
            },
            {
              "if": {"properties": {"type": {"const": "story"}}},
              "then": {"required": ["story"]}
            }
          ]
        },
        "diagnostic": {
          "type": "object", "required": ["rule", "severity", "message", "item", "source"],
          "properties": {
            "rule": {"type": "string"},
            "severity": {"enum": ["error", "warning", "note"]},
            "message": {"$ref": "#/$defs/text"},
            "item": {"$ref": "#/$defs/id"},
            "source": {"$ref": "#/$defs/source"}
          }
        }
      }
    }

    """#
}
