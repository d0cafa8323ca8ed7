@main
struct Main {
  static func main() {
    print(EmbeddedTemplates.files.count)
  }
}
