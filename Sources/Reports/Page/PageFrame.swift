import Hashing

/// What stands around the content of a page: head, policy, style and script.
enum PageFrame {
  /// The name by which a former report is known.
  static let generator: StaticString = "<meta name=\"generator\" content=\"prfaq report\">"

  /// What the last line of a report calls it.
  static let sealed = "report"

  static func write(
    title: String, bodyClass: String?, to output: ([UInt8]) -> Void,
    content: (_ write: (HTML) -> Void) -> Void
  ) {
    var seal = Seal(sealed)
    var html = HTML()
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    html.markup("\n")
    html.markup(generator)
    html.markup(
      "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
    )
    html.element("title", text: title)
    html.markup("\n<style>")
    html.markup(PageStyle.text)
    html.markup("</style>\n</head>\n")
    html.open("body", ["class": bodyClass])
    html.markup("\n")
    seal.add(html.bytes)
    output(html.bytes)
    withoutActuallyEscaping(output) { output in
      content { html in
        seal.add(html.bytes)
        output(html.bytes)
      }
    }
    html = HTML()
    html.markup(
      "<footer>Written by prfaq report. Nothing in this file is loaded from anywhere.</footer>\n<script>")
    html.markup(PageScript.text)
    html.markup("</script>\n</body>\n</html>\n")
    seal.add(html.bytes)
    output(html.bytes)
    output(seal.line)
  }

  /// Nothing is loaded, and of style and script only what this program wrote is obeyed.
  private static let policy: String =
    "default-src 'none'; style-src 'sha256-\(hash(PageStyle.text))'; script-src 'sha256-\(hash(PageScript.text))'; "
    + "img-src data:; base-uri 'none'; form-action 'none'"

  private static func hash(_ text: StaticString) -> String {
    Base64.text(text.withUTF8Buffer { ContentHash(of: Array($0)).bytes })
  }
}
