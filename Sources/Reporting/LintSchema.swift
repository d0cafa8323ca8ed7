/// The JSON Schema (draft 2020-12) of `JSONReport`.
public enum LintSchema {
  /// The schema, ready to be written to a file.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "prfaq lint, format 1.x",
      "description": "Output of \"prfaq lint --format json\". Readers ignore fields they do not know. Lines and columns are 1-based; columns count Unicode scalars, and endColumn is exclusive.",
      "type": "object",
      "required": ["formatVersion", "findings", "summary"],
      "properties": {
        "formatVersion": {"type": "string", "pattern": "^1\\.[0-9]+$"},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "summary": {
          "type": "object",
          "required": [
            "documents", "otherFilesSkipped", "closedDocumentsSkipped", "filesNotRead", "errors", "warnings", "notes"
          ],
          "properties": {
            "documents": {"$ref": "#/$defs/count"},
            "otherFilesSkipped": {"$ref": "#/$defs/count"},
            "closedDocumentsSkipped": {"$ref": "#/$defs/count"},
            "filesNotRead": {"$ref": "#/$defs/count"},
            "baselineFindingsLeftOut": {"$ref": "#/$defs/count"},
            "unchangedFindingsLeftOut": {"$ref": "#/$defs/count"},
            "errors": {"$ref": "#/$defs/count"},
            "warnings": {"$ref": "#/$defs/count"},
            "notes": {"$ref": "#/$defs/count"}
          }
        }
      },
      "$defs": {
        "count": {"type": "integer", "minimum": 0},
        "place": {
          "type": "object",
          "properties": {
            "line": {"type": "integer", "minimum": 1},
            "column": {"type": "integer", "minimum": 1},
            "endLine": {"type": "integer", "minimum": 1},
            "endColumn": {"type": "integer", "minimum": 1}
          },
          "dependentRequired": {"line": ["column", "endLine", "endColumn"]}
        },
        "finding": {
          "$ref": "#/$defs/place",
          "type": "object",
          "required": ["rule", "severity", "message", "path", "line", "help"],
          "properties": {
            "rule": {"type": "string", "pattern": "^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"},
            "severity": {"enum": ["error", "warning", "note"]},
            "message": {"description": "What is so.", "type": "string", "minLength": 1},
            "path": {"type": "string", "minLength": 1},
            "help": {"description": "What to do.", "type": "string", "minLength": 1},
            "section": {"description": "The headings around it, outermost first.", "type": "string"},
            "related": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/place",
                "type": "object",
                "required": ["message", "path"],
                "properties": {"message": {"type": "string"}, "path": {"type": "string"}}
              }
            },
            "fix": {
              "$ref": "#/$defs/place",
              "type": "object",
              "required": ["safe", "replacement", "line"],
              "properties": {
                "safe": {"description": "Whether --fix makes it; others need --unsafe-fixes.", "type": "boolean"},
                "replacement": {"type": "string"}
              }
            }
          }
        }
      }
    }

    """#
}
