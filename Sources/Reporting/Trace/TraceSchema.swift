/// The JSON Schema (draft 2020-12) of `TraceJSON` and of `TraceAnswer.json`.
public enum TraceSchema {
  /// The schema, ready to be written to a file.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "prfaq trace, format 1.x",
      "description": "Output of \"prfaq trace --format json\". Readers ignore fields they do not know.",
      "type": "object",
      "required": ["formatVersion"],
      "properties": {"formatVersion": {"type": "string", "pattern": "^1\\.[0-9]+$"}},
      "oneOf": [{"$ref": "#/$defs/graph"}, {"$ref": "#/$defs/answer"}],
      "$defs": {
        "texts": {"type": "array", "items": {"type": "string"}},
        "places": {"type": "array", "items": {"$ref": "#/$defs/place"}},
        "position": {"description": "Counted from 1.", "type": "integer", "minimum": 1},
        "count": {"type": "integer", "minimum": 0},
        "place": {
          "type": "object",
          "required": ["path", "line", "column"],
          "properties": {
            "path": {"type": "string"},
            "line": {"$ref": "#/$defs/position"},
            "column": {"$ref": "#/$defs/position"}
          }
        },
        "coverage": {
          "type": "object",
          "required": ["total", "covered", "justified", "percent", "missing"],
          "properties": {
            "total": {"$ref": "#/$defs/count"},
            "covered": {"$ref": "#/$defs/count"},
            "justified": {"$ref": "#/$defs/count"},
            "percent": {
              "description": "Whole percent, rounded down; null where there is nothing to cover.",
              "type": ["integer", "null"],
              "minimum": 0,
              "maximum": 100
            },
            "missing": {"$ref": "#/$defs/texts"}
          }
        },
        "need": {
          "type": "object",
          "required": [
            "id",
            "title",
            "statement",
            "origin",
            "state",
            "customers",
            "acceptance",
            "metrics",
            "services",
            "teams",
            "dependsOn",
            "claims",
            "questions",
            "path",
            "line",
            "column"
          ],
          "properties": {
            "id": {
              "description": "Key of the document, a slash, ID of the need.",
              "type": "string",
              "pattern": "^.+/.+$"
            },
            "title": {"type": "string"},
            "statement": {"type": "string"},
            "origin": {
              "oneOf": [
                {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "declared"}}},
                {
                  "type": "object",
                  "required": ["kind", "rule", "confidence"],
                  "properties": {
                    "kind": {"const": "inferred"},
                    "rule": {"type": "string"},
                    "confidence": {"enum": ["high", "medium", "low"]}
                  }
                }
              ]
            },
            "priority": {"enum": ["must", "should", "could", "won't"]},
            "state": {"description": "Whether a service serves it.", "enum": ["covered", "justified", "missing"]},
            "reason": {"type": "string"},
            "customers": {"$ref": "#/$defs/texts"},
            "acceptance": {"$ref": "#/$defs/texts"},
            "metrics": {"$ref": "#/$defs/texts"},
            "services": {"$ref": "#/$defs/texts"},
            "teams": {"$ref": "#/$defs/texts"},
            "dependsOn": {"$ref": "#/$defs/texts"},
            "claims": {"$ref": "#/$defs/places"},
            "questions": {"$ref": "#/$defs/places"},
            "path": {"type": "string"},
            "line": {"$ref": "#/$defs/position"},
            "column": {"$ref": "#/$defs/position"}
          }
        },
        "metric": {
          "type": "object",
          "required": ["id", "title", "statement", "needs", "path", "line", "column"],
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "statement": {"type": "string"},
            "baseline": {"type": "string"},
            "target": {"type": "string"},
            "by": {"type": "string"},
            "needs": {"$ref": "#/$defs/texts"},
            "path": {"type": "string"},
            "line": {"$ref": "#/$defs/position"},
            "column": {"$ref": "#/$defs/position"}
          }
        },
        "step": {
          "type": "object",
          "required": ["document", "title", "services", "needs", "path", "line", "column"],
          "properties": {
            "document": {"type": "string"},
            "title": {"type": "string"},
            "services": {"$ref": "#/$defs/texts"},
            "needs": {"$ref": "#/$defs/texts"},
            "path": {"type": "string"},
            "line": {"$ref": "#/$defs/position"},
            "column": {"$ref": "#/$defs/position"}
          }
        },
        "service": {
          "type": "object",
          "required": ["key", "name", "purpose", "lifecycle", "owners", "apis", "stores", "needs", "dependencies"],
          "properties": {
            "key": {"type": "string"},
            "name": {"type": "string"},
            "purpose": {"type": "string"},
            "lifecycle": {"enum": ["new", "existing", "deprecated"]},
            "team": {"type": "string"},
            "owners": {"$ref": "#/$defs/texts"},
            "apis": {"$ref": "#/$defs/texts"},
            "stores": {"$ref": "#/$defs/texts"},
            "needs": {"$ref": "#/$defs/texts"},
            "dependencies": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "name"],
                "properties": {
                  "kind": {"enum": ["synchronous", "asynchronous", "bypass"]},
                  "name": {"type": "string"},
                  "service": {"type": "string"},
                  "api": {"type": "string"}
                }
              }
            },
            "path": {"type": "string"},
            "line": {"$ref": "#/$defs/position"},
            "column": {"$ref": "#/$defs/position"}
          }
        },
        "team": {
          "type": "object",
          "required": ["key", "name", "members", "services"],
          "properties": {
            "key": {"type": "string"},
            "name": {"type": "string"},
            "members": {"$ref": "#/$defs/count"},
            "services": {"$ref": "#/$defs/texts"}
          }
        },
        "graph": {
          "type": "object",
          "required": [
            "catalog",
            "documents",
            "needs",
            "metrics",
            "steps",
            "services",
            "teams",
            "coverage",
            "suggestions",
            "dangling"
          ],
          "properties": {
            "catalog": {"enum": ["none", "partial", "complete"]},
            "documents": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["key", "path", "title", "product", "status"],
                "properties": {
                  "key": {"type": "string"},
                  "path": {"type": "string"},
                  "title": {"type": "string"},
                  "product": {"type": "string"},
                  "status": {"type": "string"}
                }
              }
            },
            "needs": {"type": "array", "items": {"$ref": "#/$defs/need"}},
            "metrics": {"type": "array", "items": {"$ref": "#/$defs/metric"}},
            "steps": {"type": "array", "items": {"$ref": "#/$defs/step"}},
            "services": {"type": "array", "items": {"$ref": "#/$defs/service"}},
            "teams": {"type": "array", "items": {"$ref": "#/$defs/team"}},
            "coverage": {
              "type": "object",
              "required": [
                "need-claim",
                "need-metric",
                "need-acceptance",
                "need-service",
                "step-service",
                "service-api",
                "service-team"
              ],
              "properties": {
                "need-claim": {"$ref": "#/$defs/coverage"},
                "need-metric": {"$ref": "#/$defs/coverage"},
                "need-acceptance": {"$ref": "#/$defs/coverage"},
                "need-service": {"$ref": "#/$defs/coverage"},
                "step-service": {"$ref": "#/$defs/coverage"},
                "service-api": {"$ref": "#/$defs/coverage"},
                "service-team": {"$ref": "#/$defs/coverage"}
              }
            },
            "suggestions": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["service", "path", "line", "column"],
                "properties": {
                  "service": {"type": "string"},
                  "need": {"type": "string"},
                  "path": {"type": "string"},
                  "line": {"$ref": "#/$defs/position"},
                  "column": {"$ref": "#/$defs/position"}
                }
              }
            },
            "dangling": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["kind", "name", "certain", "path", "line", "column"],
                "properties": {
                  "kind": {"enum": ["need", "metric", "service", "api", "store"]},
                  "name": {"type": "string"},
                  "certain": {"type": "boolean"},
                  "suggestion": {"type": "string"},
                  "path": {"type": "string"},
                  "line": {"$ref": "#/$defs/position"},
                  "column": {"$ref": "#/$defs/position"}
                }
              }
            }
          }
        },
        "answer": {
          "type": "object",
          "required": ["focus"],
          "properties": {
            "focus": {
              "type": "object",
              "required": ["kind", "id", "because", "touches"],
              "properties": {
                "kind": {"enum": ["need", "service", "team"]},
                "id": {"type": "string"},
                "because": {
                  "description": "Why it is there.",
                  "type": "object",
                  "additionalProperties": {"$ref": "#/$defs/texts"}
                },
                "touches": {
                  "description": "What a change of it may touch.",
                  "type": "object",
                  "required": ["needs", "steps", "services", "teams", "apis", "metrics"],
                  "additionalProperties": {"$ref": "#/$defs/texts"}
                }
              }
            }
          }
        }
      }
    }

    """#
}
