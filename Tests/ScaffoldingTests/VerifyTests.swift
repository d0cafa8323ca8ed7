import Diagnostics
import SourceText
import TestSupport
import Testing

@testable import Scaffolding

@Suite("Verifying repositories")
struct VerifyTests {
  /// One mistake put into the clean repository.
  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    /// The text that is replaced, where it first occurs; nil to remove the file.
    let old: String?
    let new: String
    /// `rule path:line`, or the rule alone where a file is missing.
    let expected: String

    init(_ file: String, _ old: String?, _ new: String = "", finds expected: String) {
      self.file = file
      self.old = old
      self.new = new
      self.expected = expected
    }

    var testDescription: String { expected }
  }

  private func findings(_ files: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: "service/" + path) }
    let root = folder.path("service")
    return RepositoryVerifier.verify(try Repository(root)).findings.map { finding in
      guard let source = finding.source else { return finding.rule }
      let path = source.path.dropFirst(root.count + 1)
      return "\(finding.rule) \(path):\(source.position(at: finding.range.lowerBound).line)"
    }
  }

  @Test("a repository in which every link leads somewhere has no finding")
  func clean() throws {
    let folder = try TemporaryFolder()
    for (path, text) in CleanRepository.files { try folder.write(text, to: path) }
    let report = RepositoryVerifier.verify(try Repository(folder.path))
    #expect(report.findings.map(\.message) == [])
    #expect(report.service == "Basket Promise")
    #expect(report.owner == "storefront")
    for responsibility in Responsibility.allCases { #expect(report.state(responsibility) == .ok) }
    for responsibility in Responsibility.allCases {
      #expect(!report.files[responsibility, default: []].isEmpty)
    }
  }

  static let ruleset = ".github/ruleset-main.json"
  static let workflow = ".github/workflows/ci.yml"
  static let faults: [Fault] = [
    // Review
    Fault(
      ".github/CODEOWNERS", "/ops/ @fairbrook/storefront @fairbrook/operations", "/ops/",
      finds: "review/rule-without-owner .github/CODEOWNERS:3"),
    Fault(
      ".github/CODEOWNERS", "/ops/ @fairbrook/storefront ", "/ops/ ",
      finds: "review/team-not-in-rule .github/CODEOWNERS:3"),
    Fault(
      ".github/CODEOWNERS", "/ops/ @fairbrook/storefront", "/ops/ @fairbrook/storefront @",
      finds: "review/not-an-owner .github/CODEOWNERS:3"),
    Fault(
      ".github/CODEOWNERS", "* @fairbrook/storefront\n", "/x @fairbrook/storefront\n",
      finds: "review/no-default-rule .github/CODEOWNERS:1"),
    Fault(".github/CODEOWNERS", nil, finds: "review/no-owners"),
    Fault(
      ruleset, "\"required_approving_review_count\": 1", "\"required_approving_review_count\": 0",
      finds: "review/no-approval \(ruleset):6"),
    Fault(
      ruleset, "\"require_last_push_approval\": true", "\"require_last_push_approval\": false",
      finds: "review/own-push \(ruleset):8"),
    Fault(
      ruleset, "\"require_code_owner_review\": true", "\"require_code_owner_review\": false",
      finds: "review/no-owner-review \(ruleset):7"),
    Fault(
      ruleset, "\"bypass_actors\": []", "\"bypass_actors\": [{\"actor_id\": 5}]",
      finds: "review/bypass \(ruleset):3"),
    Fault(ruleset, "\"active\"", "\"evaluate\"", finds: "review/not-enforced \(ruleset):2"),
    Fault(workflow, "  check:\n", "  checks:\n", finds: "review/unknown-check \(ruleset):11"),
    Fault(
      workflow, "name: Contract test", "name: Contract tests", finds: "review/unknown-check \(ruleset):12"),
    Fault(ruleset, nil, finds: "review/no-ruleset"),
    // Pipeline
    Fault(
      workflow, "11bd71901bbe5b1630ceea73d27597364c9af683", "v4",
      finds: "pipeline/action-not-pinned \(workflow):8"),
    Fault(
      workflow, "run: swift test", "run: aws ecs update-service --service x",
      finds: "pipeline/way-around \(workflow):9"),
    Fault(
      "scripts/contract.sh", "schemathesis",
      "aws cloudformation deploy --stack-name x-production\nschemathesis",
      finds: "pipeline/way-around scripts/contract.sh:3"),
    Fault(
      "infra/pipeline.yaml", "{Category: Approval}", "{Category: Test}",
      finds: "pipeline/order infra/pipeline.yaml:27"),
    Fault(
      "infra/pipeline.yaml", "{Category: Build}", "{Category: Approval}",
      finds: "pipeline/order infra/pipeline.yaml:27"),
    Fault("infra/pipeline.yaml", "Production\n", "Last\n", finds: ""),
    // Hosts
    Fault(
      "infra/production.json", "\"Callers\": \"10.0.0.0/8\",\n", "",
      finds: "hosts/parameter-missing infra/production.json:2"),
    Fault(
      "infra/production.json", "\"Cpu\"", "\"CPU\"", finds: "hosts/parameter-unknown infra/production.json:5"),
    Fault("infra/test.json", nil, finds: "hosts/no-parameters infra/pipeline.yaml:20"),
    // Database
    Fault(
      "migrations/0001_baskets.down.sql", nil, finds: "database/no-way-back migrations/0001_baskets.up.sql:1"),
    Fault(
      "migrations/0002_items.down.sql", "DROP TABLE items;", "-- later",
      finds: "database/empty migrations/0002_items.down.sql:1"),
    // Security
    Fault(
      "api/openapi.yaml", "security: [{bearer: []}]", "security: []",
      finds: "security/no-authentication api/openapi.yaml:11"),
    Fault(
      "api/openapi.yaml", "security: [{bearer: []}]", "security: [{}, {bearer: []}]",
      finds: "security/no-authentication api/openapi.yaml:11"),
    Fault(
      "api/openapi.yaml", "security: [{bearer: []}]", "security: [{beerer: []}]",
      finds: "security/unknown-scheme api/openapi.yaml:11"),
    Fault(
      "api/openapi.yaml", "        \"401\": {description: no token}\n", "",
      finds: "security/no-401 api/openapi.yaml:10"),
    Fault(
      "infra/service.yaml", "[ecr:GetAuthorizationToken, ec2:DescribeVpcs]", "[s3:PutObject]",
      finds: "security/any-resource infra/service.yaml:26"),
    Fault(
      "infra/service.yaml", "s3:GetObject", "\"s3:*\"", finds: "security/any-action infra/service.yaml:28"),
    Fault(
      "infra/service.yaml", "CidrIp: !Ref Callers", "CidrIp: 0.0.0.0/0",
      finds: "security/open-range infra/service.yaml:12"),
    Fault("infra/test.json", "10.0.0.0/8", "0.0.0.0/0", finds: "security/open-range infra/test.json:4"),
    Fault("Dockerfile", "USER 10001:10001\n", "", finds: "security/root-user Dockerfile:3"),
    Fault("Dockerfile", "USER 10001:10001", "USER root", finds: "security/root-user Dockerfile:5"),
    Fault(
      "perf/load.py", "LIMIT", "TOKEN = \"ghp_\" \"x\"\nKEY = \"" + "AKIA" + "ABCDEFGHIJKLMNOP\"\nLIMIT",
      finds: "security/secret-in-file perf/load.py:2"),
    // Monitoring
    Fault(
      "ops/slo.yaml", "alarm: SlowAlarm", "alarm: SlowAlarms",
      finds: "monitoring/unknown-alarm ops/slo.yaml:4"),
    Fault(
      "ops/slo.yaml", "    alarm: SlowAlarm\n", "", finds: "monitoring/objective-without-alarm ops/slo.yaml:2"
    ),
    Fault(
      "infra/service.yaml", "AlarmActions: [!Ref Topic]", "AlarmActions: []",
      finds: "monitoring/alarm-without-action infra/service.yaml:43"),
    Fault(
      "infra/service.yaml", "        - !Ref Topic", "        - !Ref Topics",
      finds: "monitoring/unknown-action infra/service.yaml:38"),
    Fault(
      "ops/runbook.md", "## Nothing answers", "## Nobody answers",
      finds: "monitoring/no-heading ops/slo.yaml:9"),
    Fault(
      "infra/service.yaml", "Down. Runbook: ops/runbook.md#nothing-answers", "Down.",
      finds: "monitoring/no-runbook-link infra/service.yaml:42"),
    Fault(
      "infra/service.yaml", "\"Lead time\", ", "",
      finds: "monitoring/no-delivery-measure infra/service.yaml:44"),
    // On call
    Fault("ops/oncall.csv", "2027-10-11,Ben,Cleo\n", "", finds: "on-call/gap ops/oncall.csv:3"),
    Fault(
      "ops/oncall.csv", "2027-10-11,Ben,Cleo", "2027-10-11,\"Ana, A.\",Cleo",
      finds: "on-call/twice-in-a-row ops/oncall.csv:3"),
    Fault(
      "ops/oncall.csv", "2027-10-11,Ben,Cleo", "2027-10-11,Ben,Ben",
      finds: "on-call/same-person ops/oncall.csv:3"),
    Fault(
      "ops/oncall.csv", "2027-10-11,Ben,Cleo", "2027-10-11,Ben,", finds: "on-call/one-person ops/oncall.csv:3"
    ),
    Fault("ops/oncall.csv", "2027-10-18", "18 Oct", finds: "on-call/date ops/oncall.csv:4"),
    Fault("ops/oncall.csv", nil, finds: "on-call/no-rotation"),
    // Customer needs
    Fault("README.md", "N-2", "N-3", finds: "needs/unknown-need README.md:3"),
    Fault("api/openapi.yaml", "[N-1, N-2]", "[N-1]", finds: "needs/need-not-named api/openapi.yaml:1"),
    Fault("ops/slo.yaml", "needs: [N-2]", "needs: [N-1]", finds: "needs/need-not-named ops/slo.yaml:1"),
    Fault(
      ".github/pull_request_template.md", "- [ ] N-2\n", "",
      finds: "needs/need-not-named .github/pull_request_template.md:1"),
    Fault(
      "Tests/AcceptanceTests.swift", "N-2", "N-22", finds: "needs/unknown-need Tests/AcceptanceTests.swift:2"),
    Fault(
      "catalog-info.yaml", "prfaq/needs: \"N-1, N-2\"", "x: y", finds: "needs/no-needs catalog-info.yaml:3"),
    // Neighbours
    Fault(
      "api/providers/stock-map.yaml", "/v1/holds", "/v2/holds",
      finds: "contracts/unknown-operation api/consumed.yaml:3"),
    Fault(
      "api/consumed.yaml", "POST /v1/holds", "PUT /v1/holds",
      finds: "contracts/unknown-operation api/consumed.yaml:3"),
    Fault("api/consumed.yaml", "stock-map:", "stock-maps:", finds: ""),
    // Files that cannot be read
    Fault("security/policy.json", "90}", "90", finds: "code/unreadable security/policy.json:1"),
  ]

  @Test(
    "each fault is found where it is, and nothing else", arguments: faults.filter { !$0.expected.isEmpty })
  func fault(_ fault: Fault) throws {
    let found = try findings(seeded(fault))
    #expect(found == [fault.expected])
  }

  @Test("two faults that show themselves twice")
  func doubled() throws {
    let pipeline = try #require(Self.faults.first { $0.new == "Last\n" })
    // The stack's name still says production.
    #expect(try findings(seeded(pipeline)) == [])
    let consumed = try #require(Self.faults.first { $0.new == "stock-maps:" })
    #expect(
      try findings(seeded(consumed)) == [
        "contracts/not-declared api/consumed.yaml:1", "contracts/no-operations catalog-info.yaml:14",
      ])
  }

  @Test("a migration that is missing altogether leaves a hole")
  func hole() throws {
    var files = CleanRepository.files
    files["migrations/0001_baskets.up.sql"] = nil
    files["migrations/0001_baskets.down.sql"] = nil
    #expect(try findings(files) == ["database/hole migrations/0002_items.up.sql:1"])
    files["migrations/0001_baskets.up.sql"] = CleanRepository.files["migrations/0001_baskets.up.sql"]
    files["migrations/0001_other.up.sql"] = "SELECT 1;\n"
    files["migrations/0001_other.down.sql"] = "SELECT 1;\n"
    files["migrations/0001_baskets.down.sql"] = "DROP TABLE baskets;\n"
    #expect(try findings(files) == ["database/same-number migrations/0001_other.up.sql:1"])
    files["migrations/0001_other.up.sql"] = nil
    #expect(try findings(files) == ["database/no-way-up migrations/0001_other.down.sql:1"])
  }

  private func seeded(_ fault: Fault) throws -> [String: String] {
    var files = CleanRepository.files
    guard let old = fault.old else {
      files[fault.file] = nil
      return files
    }
    let text = try #require(files[fault.file])
    let place = try #require(text.range(of: old), "\(fault.file) has no \(old)")
    files[fault.file] = text.replacingCharacters(place, fault.new)
    return files
  }

  @Test("a repository that was not generated is told what it lacks")
  func foreign() throws {
    let found = try findings(["main.go": "package main\n", "go.mod": "module x\n"])
    #expect(
      Set(found) == [
        "code/no-infrastructure", "review/no-owners", "review/no-ruleset", "review/no-template", "tests/none",
        "tests/no-performance-test", "database/no-migrations", "pipeline/no-checks", "pipeline/no-pipeline",
        "hosts/not-two",
        "security/no-contract", "monitoring/no-objectives", "monitoring/no-alarms", "monitoring/no-dashboard",
        "monitoring/no-health", "monitoring/no-readiness", "on-call/no-rotation", "on-call/no-runbook",
        "needs/no-catalog",
      ])
  }

  @Test("GitHub's environments are a pipeline, too")
  func environments() throws {
    var files = CleanRepository.files
    files["infra/pipeline.yaml"] = nil
    files["infra/service.yaml"] = try #require(files["infra/service.yaml"]).replacing(
      "Image: {", "Image: {Default: x, ")
    let jobs = """
        test-host:
          needs: [check, contract]
          environment: test
          runs-on: ubuntu-24.04
          steps: [{run: terraform apply}]
        production:
          needs: test-host
          environment: {name: production}
          runs-on: ubuntu-24.04
          steps: [{run: terraform apply}]

      """
    let workflow = try #require(files[Self.workflow])
    files[Self.workflow] = workflow + jobs
    let clean = try findings(files)
    #expect(clean == [])
    files[Self.workflow] =
      workflow + jobs.replacingCharacters(try #require(jobs.range(of: "needs: test-host")), "needs: check")
    let found = try findings(files)
    #expect(found == ["pipeline/order \(Self.workflow):21"])
  }

  @Test("a contract without operations says so")
  func noOperation() throws {
    var files = CleanRepository.files
    files["api/openapi.yaml"] = "openapi: 3.1.0\nx-needs: [N-1, N-2]\n# TODO\npaths: {}\n"
    #expect(try findings(files) == ["security/no-operation api/openapi.yaml:4"])
  }
}

extension String {
  /// The text with a part replaced.
  fileprivate func replacingCharacters(_ range: Range<Index>, _ text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }

  /// The text with the first occurrence of another replaced.
  fileprivate func replacing(_ part: String, _ text: String) -> String {
    range(of: part).map { replacingCharacters($0, text) } ?? self
  }
}
