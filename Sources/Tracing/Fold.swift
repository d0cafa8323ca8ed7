/// Text on one line.
public enum Fold {
  /// Every run of blanks and line ends made one blank, none at the ends.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    bytes.withContiguousStorageIfAvailable { folded($0) }
      ?? Array(bytes).withUnsafeBufferPointer { folded($0) }
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { text in
      var count = 0
      var isBlank = false
      for byte in bytes {
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
          isBlank = count > 0
        } else {
          if isBlank {
            text[count] = 0x20
            count += 1
            isBlank = false
          }
          text[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
