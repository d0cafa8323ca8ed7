extension PRFAQDocument {
  /// The dates in a range of `MarkdownTree.plain` that name a year, by position.
  public func dates(in plainRange: Range<Int>) -> [DateMention] {
    let finder = DateFinder(tree: tree, prose: prose)
    var found: [DateMention] = []
    var words = prose.words(in: plainRange)
    while let date = finder.first(in: words, allowingRelative: false) {
      if date.year != nil { found.append(date) }
      let next = prose.words(in: date.plainRange).upperBound
      guard next > words.lowerBound, next < words.upperBound else { break }
      words = next..<words.upperBound
    }
    return found
  }
}
