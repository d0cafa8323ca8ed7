/// Text on one line.
public enum Fold {
  /// Every run of blanks and line ends made one blank, none at the ends.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    var folded: [UInt8] = []
    for byte in bytes {
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        if let last = folded.last, last != 0x20 { folded.append(0x20) }
      } else {
        folded.append(byte)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }
}
