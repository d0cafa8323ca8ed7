// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same settings: Swift 6 mode, no warnings, no hidden imports.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func floor(_ name: String, on dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = [])
  -> Target
{
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

// One-way floors: a target may depend only on targets listed above it.
let package = Package(
  name: "prfaq",
  products: [
    .executable(name: "prfaq", targets: ["prfaq"]),
    .library(
      name: "PRFAQKit",
      targets: [
        "SourceText", "MarkdownTree", "YAMLTree", "Diagnostics", "PRFAQ", "Organization", "Tracing",
        "Linting", "Backlogs",
        "Reporting", "Reports",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    floor("Hashing", on: ["CSodium"]),
    floor("SourceText"),
    floor("JSONText"),
    floor("TestResults", on: ["CExpat"]),
    floor("MarkdownTree", on: ["SourceText", "CCMark"]),
    floor("YAMLTree", on: ["SourceText", "CYAML"]),
    floor("Diagnostics", on: ["SourceText"]),
    floor("PRFAQ", on: ["SourceText", "MarkdownTree", "YAMLTree", "Diagnostics"]),
    floor("Workspace", on: ["SourceText"]),
    floor("Organization", on: ["SourceText", "YAMLTree", "Diagnostics"]),
    floor("Tracing", on: ["SourceText", "MarkdownTree", "Diagnostics", "PRFAQ", "Organization"]),
    floor(
      "Linting",
      on: [
        "Hashing", "SourceText", "MarkdownTree", "YAMLTree", "Diagnostics", "PRFAQ", "Organization",
        "Tracing",
      ]),
    floor(
      "Backlogs",
      on: [
        "SourceText", "JSONText", "Hashing", "MarkdownTree", "YAMLTree", "Diagnostics", "PRFAQ",
        "Organization",
        "Tracing",
      ]),
    floor(
      "Scaffolding",
      on: [
        "SourceText", "MarkdownTree", "YAMLTree", "Diagnostics", "PRFAQ", "Workspace", "Hashing",
        "Organization",
        "Tracing",
      ]),
    floor(
      "Reporting",
      on: ["SourceText", "JSONText", "Hashing", "MarkdownTree", "Diagnostics", "PRFAQ", "Tracing"]),
    floor(
      "Reports",
      on: [
        "SourceText", "Hashing", "MarkdownTree", "Diagnostics", "PRFAQ", "Tracing", "Backlogs", "Reporting",
      ]),
    .executableTarget(name: "template-embedder", swiftSettings: strict),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["template-embedder"]),
    .executableTarget(
      name: "prfaq",
      dependencies: [
        "SourceText", "MarkdownTree", "YAMLTree", "Diagnostics", "PRFAQ", "Workspace", "Organization",
        "Tracing",
        "Linting", "Backlogs", "Scaffolding", "Reporting", "Reports", "JSONText", "Hashing", "TestResults",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      plugins: ["EmbedTemplates"]),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("HashingTests", on: ["Hashing"]),
    tests("DiagnosticsTests", on: ["Diagnostics"]),
    tests("SourceTextTests", on: ["SourceText"]),
    tests("JSONTextTests", on: ["JSONText"]),
    tests("MarkdownTreeTests", on: ["SourceText", "MarkdownTree"]),
    tests("YAMLTreeTests", on: ["SourceText", "YAMLTree"]),
    tests("PRFAQTests", on: ["SourceText", "MarkdownTree", "PRFAQ"]),
    tests("OrganizationTests", on: ["SourceText", "Organization"]),
    tests("WorkspaceTests", on: ["SourceText", "Workspace"]),
    tests("TracingTests", on: ["SourceText", "MarkdownTree", "PRFAQ", "Organization", "Tracing"]),
    tests(
      "LintingTests",
      on: ["SourceText", "MarkdownTree", "Diagnostics", "PRFAQ", "Organization", "Tracing", "Linting"]),
    tests(
      "ScaffoldingTests",
      on: ["Tracing", "SourceText", "MarkdownTree", "YAMLTree", "PRFAQ", "Workspace", "Scaffolding"]),
    tests("TestResultsTests", on: ["TestResults"]),
    tests(
      "BacklogsTests",
      on: ["SourceText", "JSONText", "PRFAQ", "Organization", "Tracing", "Backlogs"]),
    tests("ReportingTests", on: ["SourceText", "Diagnostics", "PRFAQ", "Reporting"]),
    tests("ReportsTests", on: ["SourceText", "Diagnostics", "MarkdownTree", "PRFAQ", "Tracing", "Reports"]),
    tests("EndToEndTests", on: ["prfaq"]),
  ]
)
