// The target libFuzzer calls: any bytes at all must give a tree that keeps every promise.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkdownTree(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let source = SourceFile(Array(UnsafeBufferPointer(start: start, count: count)), path: "fuzz.md")
  let wrong = Invariants.violations(of: MarkdownTree(source))
  if !wrong.isEmpty { fatalError(wrong.joined(separator: "\n")) }
  return 0
}
