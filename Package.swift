// swift-tools-version: 6.1
import PackageDescription

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let jwtKit: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")

// Reading JSON without optimisation makes the fault sweeps, which do little else, three times as slow.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let targets: [Target] = [
  .target(name: "Model", swiftSettings: optimised),
  .target(name: "Rules", dependencies: ["Model"]),
  .target(name: "Screen"),
  .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
  .target(name: "Terminal", dependencies: ["Screen", "CNcurses"]),
  .target(name: "Store", dependencies: ["Model", grdb, crypto, logging]),
  .target(name: "Sync", dependencies: ["Model", "Store", logging]),
  .target(
    name: "ZGW",
    dependencies: [
      "Model", "Sync", asyncHTTPClient, jwtKit, logging, nioCore, nioHTTP1, nioPosix, nioSSL,
    ]),
  .target(name: "App", dependencies: ["Model", "Rules", "Screen", toml]),
  .target(
    name: "Runtime",
    dependencies: ["App", "Model", "Rules", "Screen", "Store", "Sync", logging, subprocess, toml]),
  .target(name: "Sandbox", dependencies: ["Model", hummingbird, hummingbirdCore, crypto]),
  .executableTarget(
    name: "zaak",
    dependencies: [
      "App", "Model", "Rules", "Runtime", "Screen", "Store", "Sync", "Terminal", "ZGW", argumentParser, crypto, logging,
      subprocess, toml,
    ]),
  .executableTarget(
    name: "zaaklijn-bench", dependencies: ["Model", "Store", argumentParser, logging], path: "Benchmarks"),
  .executableTarget(name: "zgw-sandbox", dependencies: ["Sandbox", argumentParser]),
  .target(
    name: "TestSupport", dependencies: ["Model", "Screen", "Store", "Sync", logging], path: "Tests/TestSupport"),
  .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"]),
  .testTarget(name: "RulesTests", dependencies: ["Rules", "Model"]),
  .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport"]),
  .executableTarget(name: "terminal-probe", dependencies: ["Terminal", "Screen"], path: "Tests/TerminalProbe"),
  .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Screen", "CNcurses", "terminal-probe"]),
  .testTarget(name: "StoreTests", dependencies: ["Store", "Model", "TestSupport", grdb, logging]),
  .testTarget(name: "SyncTests", dependencies: ["Sync", "Store", "Model", "TestSupport", logging]),
  .testTarget(
    name: "ZGWTests",
    dependencies: [
      "ZGW", "Sync", "Store", "Model", "Sandbox", "TestSupport", jwtKit, logging, nioCore, nioHTTP1, nioPosix, nioSSL,
    ]),
  .testTarget(
    name: "AppTests", dependencies: ["App", "Model", "Rules", "Screen", "TestSupport"], exclude: ["Screens"]),
  .testTarget(name: "SandboxTests", dependencies: ["Sandbox", "Model", asyncHTTPClient, crypto]),
  .testTarget(name: "RuntimeTests", dependencies: ["App", "Model", "Runtime", "Screen", "Store", "Sync", logging]),
  .testTarget(
    name: "StoryTests",
    dependencies: [
      "App", "Model", "Rules", "Runtime", "Sandbox", "Screen", "Store", "Sync", "TestSupport", "ZGW", "zaak",
      "zgw-sandbox",
      logging,
    ]),
  .testTarget(
    name: "FaultTests",
    dependencies: ["Model", "Rules", "Sandbox", "Store", "Sync", "TestSupport", "ZGW", logging]),
]

let package = Package(
  name: "zaaklijn",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "zaak", targets: ["zaak"]), .executable(name: "zgw-sandbox", targets: ["zgw-sandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // NIO and NIOSSL come with AsyncHTTPClient, whose TLS settings and errors are of their types.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: targets,
  swiftLanguageModes: [.v6]
)
