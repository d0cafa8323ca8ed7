import PRFAQ
import SourceText
import Synchronization
import Workspace

/// Finds the files that belong to a document's launch set: those in its folder whose front matter has the same key.
///
/// A folder is read once per run, however many documents it holds.
final class LaunchSets: Sendable {
  private struct Member {
    let key: String
    let document: String
  }

  private let folders = Mutex<[String: [Member]]>([:])

  /// What the files of a document's launch set declare themselves to be in `document`; the document itself included.
  func companions(of document: PRFAQDocument) -> Set<String> {
    guard let key = document.frontMatter.key?.text else { return [] }
    let path = document.source.path
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? "./"
    return Set(members(of: folder).filter { $0.key == key }.map(\.document))
  }

  private func members(of folder: String) -> [Member] {
    folders.withLock { known in
      if let members = known[folder] { return members }
      var search = FileSearch()
      // Only the folder itself: the slash binds the pattern to it.
      search.documents = GlobList(["/*.md", "/*.markdown"])
      search.patternFolder = folder
      search.respectsIgnoreFiles = false
      let members = search.find(in: [folder]).files.compactMap { path -> Member? in
        guard let bytes = try? FileReader.read(path) else { return nil }
        let declared = PRFAQDocument(SourceFile(bytes, path: path)).frontMatter
        guard let key = declared.key, let document = declared.document else { return nil }
        return Member(key: key.text, document: document.text)
      }
      known[folder] = members
      return members
    }
  }
}
