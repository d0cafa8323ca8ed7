extension UnifiedDiff {
  /// The lines that must be replaced to make one text of another, as edits of the old one.
  public static func edits(from old: [UInt8], to new: [UInt8]) -> [Edit] {
    let before = ranges(of: old)
    let after = ranges(of: new)
    // Most of a file stays as it is; only what lies between is compared line by line.
    var start = 0
    let least = min(before.count, after.count)
    while start < least, old[before[start]] == new[after[start]] { start += 1 }
    var end = 0
    while end < least - start, old[before[before.count - 1 - end]] == new[after[after.count - 1 - end]] {
      end += 1
    }
    let middle = (
      old: before[start..<(before.count - end)].map { old[$0] },
      new: after[start..<(after.count - end)].map { new[$0] }
    )
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in middle.new.difference(from: middle.old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    while i < middle.old.count || j < middle.new.count {
      let from = i
      var lines: [UInt8] = []
      while true {
        if removed.contains(i) {
          i += 1
        } else if inserted.contains(j) {
          lines += middle.new[j]
          j += 1
        } else {
          break
        }
      }
      if i > from || !lines.isEmpty {
        let place =
          from < middle.old.count ? middle.old[from].startIndex : before.dropLast(end).last?.upperBound ?? 0
        edits.append(Edit(place..<(i > from ? middle.old[i - 1].endIndex : place), lines))
      } else {
        i += 1
        j += 1
      }
    }
    return edits
  }

  private static func ranges(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(start..<(index + 1))
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}
