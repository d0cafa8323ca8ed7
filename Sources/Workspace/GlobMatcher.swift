/// The comparison behind a pattern, as git's `wildmatch` defines it, without recursion and without memory.
struct GlobMatcher: Sendable {
  private enum Token: Sendable {
    case byte(UInt8)
    /// `?`
    case one
    /// `[…]`
    case set(ByteSet)
    /// `*`: any bytes but slashes.
    case star
    /// `**` at the end: anything.
    case anything
    /// `**/`: nothing, or anything that ends with a slash.
    case folders
    /// What nothing matches.
    case never
  }

  /// Bytes the text must start with: what stands before the first special character.
  private let prefix: [UInt8]
  /// Bytes the text must end with, for a pattern `*suffix`.
  private let suffix: [UInt8]?
  private let tokens: [Token]
  private let isEmpty: Bool

  /// Whether nothing can match.
  let isImpossible: Bool

  /// - Parameter crossesFolders: whether `**` has its special meaning.
  init(_ pattern: [UInt8], crossesFolders: Bool) {
    let special: [UInt8] = Array("*?[\\".utf8)
    let plain = pattern.firstIndex { special.contains($0) } ?? pattern.count
    let rest = Array(pattern[plain...])
    prefix = Array(pattern[..<plain])
    isEmpty = pattern.isEmpty
    let isSuffix = plain == 0 && rest.first == UInt8(ascii: "*") && !crossesFolders
    suffix = isSuffix && !rest.dropFirst().contains { special.contains($0) } ? Array(rest.dropFirst()) : nil
    // Git compares the plain start first and takes what follows as a pattern of its own, so `a**/b` has the
    // meaning of `a` followed by `**/b`.
    tokens = GlobMatcher.tokens(rest, crossesFolders: crossesFolders)
    isImpossible = isEmpty || tokens.contains { if case .never = $0 { true } else { false } }
  }

  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if isImpossible { return false }
    if let suffix {
      return text.count >= suffix.count && text.suffix(suffix.count).elementsEqual(suffix)
    }
    guard text.count >= prefix.count, text.prefix(prefix.count).elementsEqual(prefix) else { return false }
    return tokens.isEmpty ? text.count == prefix.count : matchTokens(text, from: prefix.count)
  }

  /// Goes back only to the last `*` and the last `**`: a star never needs more than the shortest text that lets
  /// the next one begin.
  private func matchTokens(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let slash = UInt8(ascii: "/")
    var token = 0
    var at = start
    var star: (token: Int, at: Int)? = nil
    var deep: (token: Int, at: Int, byFolder: Bool)? = nil
    while true {
      var fits = false
      if token == tokens.count {
        if at == text.count { return true }
      } else {
        switch tokens[token] {
        case .star:
          token += 1
          star = (token, at)
          continue
        case .anything, .folders:
          var byFolder = false
          if case .folders = tokens[token] { byFolder = true }
          token += 1
          deep = (token, at, byFolder)
          star = nil
          continue
        case .byte(let byte): fits = at < text.count && text[at] == byte
        case .one: fits = at < text.count && text[at] != slash
        case .set(let set): fits = at < text.count && text[at] != slash && set.contains(text[at])
        case .never: return false
        }
      }
      if fits {
        token += 1
        at += 1
      } else if let last = star, last.at < text.count, text[last.at] != slash {
        at = last.at + 1
        token = last.token
        star = (token, at)
      } else if let last = deep, last.at < text.count {
        at = last.at + 1
        if last.byFolder {
          while at <= text.count, text[at - 1] != slash { at += 1 }
          if at > text.count { return false }
        }
        token = last.token
        deep = (token, at, last.byFolder)
        star = nil
      } else {
        return false
      }
    }
  }

  private static func tokens(_ pattern: [UInt8], crossesFolders: Bool) -> [Token] {
    let slash = UInt8(ascii: "/")
    var tokens: [Token] = []
    var at = 0
    while at < pattern.count {
      let byte = pattern[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\\"):
        tokens.append(at < pattern.count ? .byte(pattern[at]) : .never)
        at += 1
      case UInt8(ascii: "?"): tokens.append(.one)
      case UInt8(ascii: "*"):
        let first = at - 1
        while at < pattern.count, pattern[at] == UInt8(ascii: "*") { at += 1 }
        let stands =
          crossesFolders && at - first > 1 && (first == 0 || pattern[first - 1] == slash)
        if !stands {
          tokens.append(.star)
        } else if at == pattern.count {
          tokens.append(.anything)
        } else if pattern[at] == slash {
          tokens.append(.folders)
          at += 1
        } else if pattern[at] == UInt8(ascii: "\\"), at + 1 < pattern.count, pattern[at + 1] == slash {
          tokens.append(.anything)
        } else {
          tokens.append(.star)
        }
      case UInt8(ascii: "["):
        guard let set = ByteSet(pattern, after: &at) else { return [.never] }
        tokens.append(.set(set))
      default: tokens.append(.byte(byte))
      }
    }
    return tokens
  }
}
