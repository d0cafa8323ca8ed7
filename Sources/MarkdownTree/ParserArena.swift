internal import CCMark
internal import Glibc

/// Memory for libcmark's tree of one document, given back all at once.
///
/// libcmark makes several small allocations for each word group and frees them one by one; from a stretch of memory
/// that is only ever moved along they cost next to nothing, and a fifth of the whole parse is saved. Each thread
/// keeps one stretch for its next document. Large documents go to the C library instead: nothing is reused within
/// a stretch, which would cost them more memory than time.
enum ParserArena {
  /// Bodies up to this many bytes are parsed in a stretch.
  private static let largestBody = 128 << 10
  /// Bytes of the stretch a thread keeps; pages that are never touched cost nothing.
  private static let stretchSize = 1 << 20
  /// Each allocation is preceded by its size, which `realloc` has to know.
  private static let header = 8

  private struct State {
    let base: UnsafeMutableRawPointer
    var next: UnsafeMutableRawPointer
    var end: UnsafeMutableRawPointer
    /// The latest of the stretches that were needed besides; each begins with the address of the one before.
    var extra: UnsafeMutableRawPointer?
    /// The functions libcmark calls; its nodes keep this address.
    let memory: UnsafeMutablePointer<cmark_mem>
  }

  /// Frees the state of a thread when it ends; where the thread finds it is `prfaq_arena_slot`.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key) { pointer in
      guard let pointer else { return }
      let state = pointer.assumingMemoryBound(to: State.self)
      free(state.pointee.base)
      state.pointee.memory.deallocate()
      state.deallocate()
    }
    precondition(status == 0, "no key for thread-specific memory is left")
    return key
  }()

  /// Parses Markdown with libcmark and hands over the document, which lives only during the call.
  static func withDocument(
    _ text: UnsafePointer<UInt8>, count: Int, _ body: (_ document: OpaquePointer) -> Void
  ) {
    let isLarge = count > largestBody
    let state = isLarge ? nil : threadState()
    let parser =
      if let state {
        cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, state.pointee.memory)
      } else {
        cmark_parser_new(CMARK_OPT_SOURCEPOS)
      }
    guard let parser else { return }
    cmark_parser_feed(parser, UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), count)
    let document = cmark_parser_finish(parser)
    cmark_parser_free(parser)
    if let document { body(document) }
    if let state {
      reset(state)
    } else if let document {
      cmark_node_free(document)
    }
  }

  /// The state of this thread, once it has one.
  @inline(__always)
  private static var ownState: UnsafeMutablePointer<State>? {
    prfaq_arena_slot().pointee?.assumingMemoryBound(to: State.self)
  }

  private static func threadState() -> UnsafeMutablePointer<State>? {
    if let state = ownState { return state }
    guard let base = malloc(stretchSize) else { return nil }
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: { count, size in ParserArena.allocate(count * size, isZeroed: true) },
        realloc: { pointer, size in ParserArena.reallocate(pointer, size) },
        free: { _ in }))
    state.initialize(to: State(base: base, next: base, end: base + stretchSize, extra: nil, memory: memory))
    guard pthread_setspecific(key, state) == 0 else {
      free(base)
      memory.deallocate()
      state.deallocate()
      return nil
    }
    prfaq_arena_slot().pointee = UnsafeMutableRawPointer(state)
    return state
  }

  private static func reset(_ state: UnsafeMutablePointer<State>) {
    var extra = state.pointee.extra
    while let pointer = extra {
      extra = pointer.load(as: UnsafeMutableRawPointer?.self)
      free(pointer)
    }
    state.pointee.extra = nil
    state.pointee.next = state.pointee.base
    state.pointee.end = state.pointee.base + stretchSize
  }

  /// Bytes of libcmark's nodes, which it asks for most; larger things are cleared by the C library.
  private static let nodeSize = 112

  @inline(__always)
  private static func allocate(_ size: Int, isZeroed: Bool) -> UnsafeMutableRawPointer? {
    guard let state = ownState else { return nil }
    let rounded = (size + 7) & ~7
    let total = max(rounded, nodeSize) + header
    if state.pointee.end - state.pointee.next < total { refill(state, total) }
    // At least a node has room here.
    let pointer = state.pointee.next
    state.pointee.next = pointer + header + rounded
    pointer.storeBytes(of: rounded, as: Int.self)
    let result = pointer + header
    if isZeroed {
      // What comes after a small thing belongs to nobody yet: to clear a fixed number of bytes takes a few instructions.
      if rounded <= nodeSize { memset(result, 0, nodeSize) } else { memset(result, 0, rounded) }
    }
    return result
  }

  /// Goes on in another stretch.
  @inline(never)
  private static func refill(_ state: UnsafeMutablePointer<State>, _ total: Int) {
    let extraSize = max(stretchSize, total + header)
    // libcmark cannot go on without memory; its own allocator ends the program, too.
    guard let extra = malloc(extraSize) else { abort() }
    extra.storeBytes(of: state.pointee.extra, as: UnsafeMutableRawPointer?.self)
    state.pointee.extra = extra
    state.pointee.next = extra + header
    state.pointee.end = extra + extraSize
  }

  @inline(__always)
  private static func reallocate(_ old: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
    guard let old else { return allocate(size, isZeroed: false) }
    return resize(old, size)
  }

  private static func resize(_ old: UnsafeMutableRawPointer, _ size: Int) -> UnsafeMutableRawPointer? {
    let oldSize = (old - header).load(as: Int.self)
    if size <= oldSize { return old }
    guard let state = ownState else { return nil }
    // The latest allocation can simply grow: that is how libcmark gathers the text of a block.
    let grown = (size + 7) & ~7
    if old + oldSize == state.pointee.next, state.pointee.end - old >= grown {
      state.pointee.next = old + grown
      (old - header).storeBytes(of: grown, as: Int.self)
      return old
    }
    guard let new = allocate(size, isZeroed: false) else { return nil }
    memcpy(new, old, oldSize)
    return new
  }
}
