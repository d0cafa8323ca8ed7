internal import Glibc

/// One answer of `readdir`; valid until the next.
struct DirectoryEntry {
  /// What `readdir` says the entry is; `unknown` on file systems that do not say.
  enum Kind {
    case file
    case folder
    case link
    case other
    case unknown
  }

  let name: UnsafeBufferPointer<UInt8>
  let kind: Kind

  init(_ entry: UnsafeMutablePointer<dirent>) {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { fatalError("dirent has no name") }
    let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: UInt8.self)
    name = UnsafeBufferPointer(
      start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)))
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): kind = .file
    case Int(DT_DIR): kind = .folder
    case Int(DT_LNK): kind = .link
    case Int(DT_UNKNOWN): kind = .unknown
    default: kind = .other
    }
  }
}
