internal import Glibc

/// Memory for what is made of long texts.
public enum LargePages {
  /// From this size on large pages are asked for: smaller memory need not hold one.
  private static let least = 4 << 20
  private static let pageMask: UInt = 4_095

  /// Asks for large pages behind memory that nothing was written to yet. To get each page of 4 KB by itself, when it is
  /// first written to, can cost more than all that is done with it. Where the system has no large pages, nothing changes.
  @inline(__always)
  public static func request(_ memory: UnsafeMutableRawBufferPointer) {
    if memory.count >= least { requestFor(memory) }
  }

  @inline(never)
  private static func requestFor(_ memory: UnsafeMutableRawBufferPointer) {
    guard let base = memory.baseAddress else { return }
    // Whole pages only, as the call demands; it changes no content, and may fail.
    let start = (UInt(bitPattern: base) + pageMask) & ~pageMask
    let end = (UInt(bitPattern: base) + UInt(memory.count)) & ~pageMask
    guard start < end else { return }
    _ = madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_HUGEPAGE)
  }
}
