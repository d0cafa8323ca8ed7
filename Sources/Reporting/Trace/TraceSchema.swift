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
        "place": {
          "type": "object",
          "required": ["path", "line", "column"],
          "properties": {
            "path": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
          }
        },
        "coverage": {
          "type": "object",
          "required": ["total", "covered", "justified", "percent", "missing"],
          "properties": {
            "total": {"type": "integer", "minimum": 0},
            "covered": {"type": "integer", "minimum": 0},
            "justified": {"type": "integer", "minimum": 0},
            "percent": {
              "description": "Whole percent, rounded down; null where there is nothing to cover.",
              "type": ["integer", "null"],
              "minimum": 0,
              "maximum": 100
            },
            "missing": {"type": "array", "items": {"type": "string"}}
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
            "customers": {"type": "array", "items": {"type": "string"}},
            "acceptance": {"type": "array", "items": {"type": "string"}},
            "metrics": {"type": "array", "items": {"type": "string"}},
            "services": {"type": "array", "items": {"type": "string"}},
            "teams": {"type": "array", "items": {"type": "string"}},
            "dependsOn": {"type": "array", "items": {"type": "string"}},
            "claims": {"type": "array", "items": {"$ref": "#/$defs/place"}},
            "questions": {"type": "array", "items": {"$ref": "#/$defs/place"}},
            "path": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
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
            "needs": {"type": "array", "items": {"type": "string"}},
            "path": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
          }
        },
        "step": {
          "type": "object",
          "required": ["document", "title", "services", "needs", "path", "line", "column"],
          "properties": {
            "document": {"type": "string"},
            "title": {"type": "string"},
            "services": {"type": "array", "items": {"type": "string"}},
            "needs": {"type": "array", "items": {"type": "string"}},
            "path": {"type": "string"},
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
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
            "owners": {"type": "array", "items": {"type": "string"}},
            "apis": {"type": "array", "items": {"type": "string"}},
            "stores": {"type": "array", "items": {"type": "string"}},
            "needs": {"type": "array", "items": {"type": "string"}},
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
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1}
          }
        },
        "team": {
          "type": "object",
          "required": ["key", "name", "members", "services"],
          "properties": {
            "key": {"type": "string"},
            "name": {"type": "string"},
            "members": {"type": "integer", "minimum": 0},
            "services": {"type": "array", "items": {"type": "string"}}
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
                  "line": {"type": "integer", "minimum": 1},
                  "column": {"type": "integer", "minimum": 1}
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
                  "line": {"type": "integer", "minimum": 1},
                  "column": {"type": "integer", "minimum": 1}
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
                  "additionalProperties": {"type": "array", "items": {"type": "string"}}
                },
                "touches": {
                  "description": "What a change of it may touch.",
                  "type": "object",
                  "required": ["needs", "steps", "services", "teams", "apis", "metrics"],
                  "additionalProperties": {"type": "array", "items": {"type": "string"}}
                }
              }
            }
          }
        }
      }
    }

    """#
}
