/// Small drawings of how numbers went, a step a point: the whole as a line, a part of it as the filled area below.
struct Sparkline {
  /// The upper numbers; nil where there is none yet.
  let whole: [Int?]
  /// The part below the line, if any.
  var part: [Int?] = []
  /// A sign below each point.
  var signs: [Readiness.State?] = []
  let width: Int
  let height: Int

  private static let signRoom = 11

  /// Writes the drawing.
  ///
  /// - Parameter label: what it shows, for those who do not see it.
  func write(label: String, to html: inout HTML) {
    let full = height + (signs.isEmpty ? 0 : Sparkline.signRoom)
    html.open(
      "svg",
      [
        "class": "spark", "width": "\(width)", "height": "\(full)", "viewBox": "0 0 \(width) \(full)",
        "role": "img", "aria-label": label,
      ])
    html.open("path", ["class": "base", "d": "M1 \(height - 1)H\(width - 1)"])
    html.close("path")
    let most = max(1, whole.compactMap { $0 }.max() ?? 1)
    // Of nothing at all only the base is drawn.
    let isEmpty = whole.allSatisfy { ($0 ?? 0) == 0 }
    if !part.isEmpty, !isEmpty { draw(part, most, isFilled: true, to: &html) }
    if !isEmpty { draw(whole, most, isFilled: false, to: &html) }
    if !isEmpty, let last = whole.last.flatMap({ $0 }) {
      html.open("circle", ["cx": "\(x(whole.count - 1))", "cy": "\(y(last, most))", "r": "2.5"])
      html.close("circle")
    }
    // A sign only where it changes, and the last: the eye finds the turn.
    for (index, sign) in signs.enumerated() {
      guard let sign, index == signs.count - 1 || index == 0 || signs[index - 1] != sign else { continue }
      html.open("path", ["class": "mark \(sign.rawValue)", "d": path(sign, x: x(index), y: height + 6)])
      html.close("path")
    }
    html.close("svg")
  }

  private func x(_ index: Int) -> Int {
    whole.count < 2 ? width / 2 : 5 + (width - 10) * index / (whole.count - 1)
  }

  private func y(_ value: Int, _ most: Int) -> Int { height - 1 - (height - 5) * value / most }

  private func draw(_ values: [Int?], _ most: Int, isFilled: Bool, to html: inout HTML) {
    var path = ""
    var start = 0
    while start < values.count {
      guard values[start] != nil else {
        start += 1
        continue
      }
      let end = values[start...].firstIndex { $0 == nil } ?? values.count
      for index in start..<end {
        path += "\(index == start ? "M" : "L")\(x(index)) \(y(values[index] ?? 0, most))"
      }
      if isFilled { path += "L\(x(end - 1)) \(height - 1)L\(x(start)) \(height - 1)Z" }
      start = end
    }
    html.open("path", ["class": isFilled ? "part" : "line", "d": path])
    html.close("path")
  }

  private func path(_ state: Readiness.State, x: Int, y: Int) -> String {
    switch state {
    case .ready: "M\(x - 4) \(y)l3 3l5 -6"
    case .draft: "M\(x) \(y - 3)a3 3 0 1 0 .1 0z"
    case .blocked: "M\(x - 3) \(y - 3)l6 6M\(x + 3) \(y - 3)l-6 6"
    }
  }
}
