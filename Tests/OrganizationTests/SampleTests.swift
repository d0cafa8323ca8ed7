import Foundation
import Organization
import SourceText
import Testing

@Suite("The sample organisation")
struct SampleTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Samples/organization")

  static let organization: Organization = {
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    let files = paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
      let bytes = (try? Data(contentsOf: folder.appendingPathComponent(path))) ?? Data()
      return SourceFile(Array(bytes), path: path)
    }
    return Organization(files)
  }()

  let organization = Self.organization

  @Test("Thirteen teams of five to eight people, each with leaders of its own")
  func teams() {
    #expect(organization.problems == [])
    #expect(organization.isComplete)
    let teams = organization.teams.filter { $0.type == "team" }
    #expect(teams.count == 13)
    #expect(organization.services.count == 33)
    for team in teams {
      #expect((5...8).contains(team.members.count), "\(team.head.title)")
      #expect(team.managers.count == 1 && team.productOwners.count == 1, "\(team.head.title)")
    }
    let leaders = teams.flatMap { $0.managers + $0.productOwners }.map(\.value)
    #expect(Set(leaders).count == leaders.count)
  }

  @Test("Every name leads somewhere")
  func names() {
    func names(_ heads: [EntityHead]) -> Set<String> { Set(heads.map(\.name.value)) }
    func missing(_ references: [Located<String>], in names: Set<String>) -> [String] {
      references.map { EntityReference($0.value).name }.filter { !names.contains($0) }
    }
    let teams = names(organization.teams.map(\.head))
    let people = names(organization.people.map(\.head))
    let apis = names(organization.apis.map(\.head))
    let stores = names(organization.stores.map(\.head))
    let systems = names(organization.systems.map(\.head))
    let owners = organization.services.map(\.owner) + organization.apis.map(\.owner)
    let moreOwners = organization.stores.map(\.owner) + organization.systems.map(\.owner)
    #expect(!(owners + moreOwners).contains(nil))
    #expect(missing((owners + moreOwners).compactMap(\.self), in: teams) == [])
    #expect(missing(organization.teams.compactMap(\.parent), in: teams) == [])
    #expect(missing(organization.people.flatMap(\.teams), in: teams) == [])
    for team in organization.teams {
      #expect(missing(team.members + team.managers + team.productOwners, in: people) == [])
      #expect(missing(team.scrumMasters + team.onCall, in: people) == [])
    }
    #expect(missing(organization.services.flatMap { $0.provides + $0.consumes }, in: apis) == [])
    #expect(missing(organization.services.flatMap(\.dependsOn), in: stores) == [])
    #expect(missing(organization.services.compactMap(\.system), in: systems) == [])
    // No contract and no store without a service.
    #expect(apis == Set(organization.services.flatMap(\.provides).map(\.value)))
    #expect(stores == Set(organization.services.flatMap(\.dependsOn).map { EntityReference($0.value).name }))
  }

  @Test("It offers what the warehouse samples say of it", arguments: ["warehouse", "warehouse-reformed"])
  func warehouse(sample: String) throws {
    let path = Self.folder.deletingLastPathComponent().appendingPathComponent("\(sample)/prfaq.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "## Services and teams\n").last)
    var checked = 0
    for item in section.components(separatedBy: "\n- **").dropFirst() {
      let name = item.components(separatedBy: "**")[0]
      let service = try #require(organization.services.first { $0.head.title == name }, "\(name)")
      let owner = item.components(separatedBy: "(owned by ")[1].prefix { $0 != "," && $0 != ")" }
      let team = try #require(
        organization.teams.first { $0.head.title == owner || $0.head.aliases.contains(String(owner)) })
      #expect(service.owner?.value == team.head.name.value)
      let apis = organization.apis.filter { api in
        service.provides.contains { $0.value == api.head.name.value }
      }
      let offers = Set(apis.flatMap { $0.operations.map(\.value) })
      for line in item.components(separatedBy: "\n") where line.contains("API: ") || line.contains("Emits: ")
      {
        // `GET /v1/x`, `POST /v1/y`: every second part stands in back quotes.
        for (index, part) in line.components(separatedBy: "`").enumerated() where index % 2 == 1 {
          #expect(offers.contains(part), "\(name) does not offer \(part)")
          checked += 1
        }
      }
    }
    #expect(checked >= 15)
  }
}
