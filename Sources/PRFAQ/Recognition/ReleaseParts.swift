/// What is read of one press release.
struct ReleaseParts {
  let zone: Zones.ReleaseZone
  let parts: [Part]
  let quotes: [Quote]
  let dateline: Dateline?

  /// An element, in passages.
  struct Part {
    let role: Role
    let passages: Range<Int>
    let label: Range<Int>?
    let origin: Origin
    /// Text of the first passage that belongs to it, when it is not the whole.
    var text: Range<Int>? = nil
  }
}
