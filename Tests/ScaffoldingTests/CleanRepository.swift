/// A small repository in which every link leads somewhere, written by hand and not by the templates.
enum CleanRepository {
  static let files: [String: String] = [
    "Package.swift": "// swift-tools-version: 6.0\n",
    "README.md": "# Basket Promise\n\nIt serves N-1 and N-2.\n",
    "Sources/main.swift": "let routes = [\"/health\", \"/ready\"]\n",
    "Tests/AcceptanceTests.swift":
      "@Test(\"N-1: every item\") func a() {}\n@Test(\"N-2: before I pay\") func b() {}\n",
    "perf/load.py": "LIMIT = 0.5\n",
    "Dockerfile":
      "FROM swift:6.2 AS build\nRUN swift build\nFROM debian:bookworm-slim\nCOPY --from=build /a /a\nUSER 10001:10001\n",
    "catalog-info.yaml": """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: basket-promise
      title: Basket Promise
      annotations:
        prfaq/needs: "N-1, N-2"
    spec:
      type: service
      lifecycle: production
      owner: group:storefront
      providesApis: [basket-promise]
      consumesApis:
        - stock-map

    """,
    "api/openapi.yaml": """
    openapi: 3.1.0
    info: {title: Basket Promise, version: "1"}
    x-needs: [N-1, N-2]
    security:
      - bearer: []
    paths:
      /v1/baskets/{basketId}:
        get:
          responses: {"200": {description: ok}, "401": {description: no token}}
        put:
          security: [{bearer: []}]
          responses:
            "200": {description: ok}
            "401": {description: no token}
      /health:
        get:
          security: []
          responses: {"200": {description: ok}}
    components:
      securitySchemes:
        bearer: {type: http, scheme: bearer}

    """,
    "api/consumed.yaml": """
    stock-map:
      - GET /v1/items/{itemId}/stock
      - POST /v1/holds

    """,
    "api/providers/stock-map.yaml": """
    openapi: 3.1.0
    info: {title: Stock Map, version: "1"}
    paths:
      /v1/items/{id}/stock:
        get: {responses: {"200": {description: ok}}}
      /v1/holds:
        post: {responses: {"201": {description: ok}}}

    """,
    "migrations/0001_baskets.up.sql": "CREATE TABLE baskets (id TEXT PRIMARY KEY);\n",
    "migrations/0001_baskets.down.sql": "DROP TABLE baskets;\n",
    "migrations/0002_items.up.sql": "CREATE TABLE items (id TEXT PRIMARY KEY);\n",
    "migrations/0002_items.down.sql": "DROP TABLE items;\n",
    ".github/CODEOWNERS":
      "# who approves\n* @fairbrook/storefront\n/ops/ @fairbrook/storefront @fairbrook/operations\n",
    ".github/pull_request_template.md": "- [ ] N-1\n- [ ] N-2\n",
    ".github/ruleset-main.json": """
    {
      "name": "main", "target": "branch", "enforcement": "active",
      "bypass_actors": [],
      "rules": [
        {"type": "pull_request", "parameters": {
          "required_approving_review_count": 1,
          "require_code_owner_review": true,
          "require_last_push_approval": true
        }},
        {"type": "required_status_checks", "parameters": {"required_status_checks": [
          {"context": "check"},
          {"context": "Contract test"}
        ]}}
      ]
    }

    """,
    ".github/workflows/ci.yml": """
    name: ci
    on:
      pull_request:
    jobs:
      check:
        runs-on: ubuntu-24.04
        steps:
          - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
          - run: swift test
      contract:
        name: Contract test
        runs-on: ubuntu-24.04
        steps:
          - uses: ./.github/actions/contract
          - run: scripts/contract.sh

    """,
    "scripts/contract.sh":
      "#!/bin/sh\n# aws cloudformation deploy --stack-name production is the pipeline's work\nschemathesis run api/openapi.yaml\n",
    "infra/service.yaml": """
    AWSTemplateFormatVersion: "2010-09-09"
    Parameters:
      Stage: {Type: String}
      Callers: {Type: String}
      Cpu: {Type: String, Default: "256"}
      Image: {Type: String}
    Resources:
      Group:
        Type: AWS::EC2::SecurityGroup
        Properties:
          SecurityGroupIngress:
            - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Callers}
          SecurityGroupEgress:
            - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement:
              - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: "sts:AssumeRole"}
          Policies:
            - PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: [ecr:GetAuthorizationToken, ec2:DescribeVpcs]
                    Resource: "*"
                  - Effect: Allow
                    Action: s3:GetObject
                    Resource: !Sub "${Bucket.Arn}/*"
      Topic:
        Type: AWS::SNS::Topic
      SlowAlarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          AlarmName: !Sub "basket-promise-${Stage}-latency"
          AlarmDescription: "Too slow. Runbook: ops/runbook.md#answers-are-slow"
          AlarmActions:
            - !Ref Topic
      DownAlarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          AlarmDescription: "Down. Runbook: ops/runbook.md#nothing-answers"
          AlarmActions: [!Ref Topic]
      Dashboard:
        Type: AWS::CloudWatch::Dashboard
        Properties:
          DashboardBody: '{"titles": ["Deployment frequency", "Lead time", "Change failure rate", "Time to restore"]}'

    """,
    "infra/pipeline.yaml": """
    AWSTemplateFormatVersion: "2010-09-09"
    Resources:
      Pipeline:
        Type: AWS::CodePipeline::Pipeline
        Properties:
          Stages:
            - Name: Source
              Actions:
                - {Name: Source, ActionTypeId: {Category: Source}}
            - Name: Build
              Actions:
                - {Name: Check, ActionTypeId: {Category: Build}}
            - Name: Test
              Actions:
                - Name: DeployTest
                  ActionTypeId: {Category: Deploy}
                  Configuration:
                    StackName: basket-promise-test
                    TemplatePath: Built::infra/service.yaml
                    TemplateConfiguration: Built::infra/test.json
                    ParameterOverrides: '{"Image": "x"}'
            - Name: Approval
              Actions:
                - {Name: Approve, ActionTypeId: {Category: Approval}}
            - Name: Production
              Actions:
                - Name: DeployProduction
                  ActionTypeId: {Category: Deploy}
                  Configuration:
                    StackName: basket-promise-production
                    TemplatePath: Built::infra/service.yaml
                    TemplateConfiguration: Built::infra/production.json
                    ParameterOverrides: '{"Image": "x"}'

    """,
    "infra/test.json":
      "{\n  \"Parameters\": {\n    \"Stage\": \"test\",\n    \"Callers\": \"10.0.0.0/8\"\n  }\n}\n",
    "infra/production.json":
      "{\n  \"Parameters\": {\n    \"Stage\": \"production\",\n    \"Callers\": \"10.0.0.0/8\",\n    \"Cpu\": \"512\"\n  }\n}\n",
    "ops/slo.yaml": """
    objectives:
      - name: latency
        needs: [N-1]
        alarm: SlowAlarm
        runbook: ops/runbook.md#answers-are-slow
      - name: availability
        needs: [N-2]
        alarm: DownAlarm
        runbook: ops/runbook.md#nothing-answers

    """,
    "ops/runbook.md": "# Runbook\n\n## Answers are slow\n\nLook.\n\n## Nothing answers\n\nRestart.\n",
    "ops/oncall.csv":
      "week,first,second\n2027-10-04,\"Ana, A.\",Ben\n2027-10-11,Ben,Cleo\n2027-10-18,Cleo,\"Ana, A.\"\n",
    "security/policy.json": "{\"tokenRotationDays\": 90}\n",
  ]
}
