extension [Range<Int>] {
  /// Whether one of the ranges, which stand in order and do not overlap, contains an offset.
  public func cover(_ offset: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(offset)
  }
}
