import Foundation
import Logging
import Model
import Sandbox
import Store
import Testing

/// What scripts rely on: the names in the JSON, the exit codes, the sentences on stderr.
@Suite("The command line")
struct CommandTests {
  @Test("From an empty home to a status on the server, offline in between, by commands alone")
  func wholeJob() async throws {
    let desk = try await CommandLineDesk()
    let sync = try await desk.run("sync", "--json")
    #expect(sync.code == 0)
    #expect(
      sync.json.object?.names
        == ["opgehaald", "verstuurd", "afgewezen", "conflicten", "onbekend", "nagelezen", "verzoeken", "duur"])
    #expect(sync.json["opgehaald"]?.int == 120)

    let rows = try await desk.run("lijst", "--json").json.array ?? []
    #expect(rows.count == 120)
    let names: Set = ["uuid", "identificatie", "omschrijving", "zaaktype", "status", "behandelaar", "deadline", "sync"]
    #expect(rows.allSatisfy { Set($0.object?.names ?? []) == names })
    let row = try #require(rows.first { $0["status"] == "Ingediend" })
    let number = try #require(row["identificatie"]?.string)

    let before = try await desk.run("toon", number, "--json").json
    #expect(
      before.object?.names
        == [
          "zaak", "statussen", "rollen", "resultaat", "eigenschappen", "documenten", "besluiten", "notities",
          "zaakobjecten", "wachtend",
        ])
    await desk.sandbox.stop()
    #expect(try await desk.run("status", number, "ontvankelijk", "--toelichting", "Alles is er").code == 0)
    #expect(try await desk.run("wijzig", number, "--omschrijving", "Nieuw onderwerp").code == 0)
    let queue = try await desk.run("wachtrij", "--json").json.array ?? []
    #expect(queue.map { $0["soort"]?.string } == ["status", "wijziging"])
    #expect(queue.first?.object?.names == ["id", "zaak", "soort", "staat", "sinds", "pogingen", "fout"])
    let offline = try await desk.run("sync")
    #expect(offline.code == 69)
    #expect(offline.errors.contains("wachtrij"))
    #expect(try await desk.run("toon", number, "--json").json["zaak"]?["omschrijving"] == "Nieuw onderwerp")

    try await desk.sandbox.restart()
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == 2)
    #expect(try await desk.run("wachtrij", "--json").json == [])
    let uuid = try #require(row["uuid"]?.string)
    let zaak = await desk.sandbox.all("zaken").first { $0["uuid"]?.string == uuid }
    #expect(zaak?["omschrijving"] == "Nieuw onderwerp")
    let last = await desk.sandbox.all("statussen").first { $0["url"] == zaak?["status"] }
    #expect(last?["statustoelichting"] == "Alles is er")
    await desk.end()
  }

  @Test("kill -9 in the middle of sending loses nothing and doubles nothing", arguments: ["hang@1:POST/statussen", ""])
  func killed(fault: String) async throws {
    let desk = try await CommandLineDesk()
    _ = try await desk.run("sync")
    let rows = try await desk.run("lijst", "--json").json.array ?? []
    let number = try #require(rows.first { $0["status"] == "Ingediend" }?["identificatie"]?.string)
    _ = try await desk.run("status", number, "ontvankelijk")
    let before = await desk.sandbox.all("statussen").count
    // The request arrives and no answer comes back, or the server has done it and the answer is lost.
    let injected =
      fault.isEmpty ? Fault(.dropAfterCommit, onRequest: 1, method: "POST", path: "/statussen") : Fault(fault)
    await desk.sandbox.inject(try #require(injected))
    await desk.sandbox.forgetRequests()
    let (output, errors) = (Pipe(), Pipe())
    let process = try desk.start(["sync"], output: output, errors: errors)
    while process.isRunning, await !desk.sandbox.requests().contains(where: { $0.method == "POST" }) {
      await Task.yield()
    }
    kill(process.processIdentifier, SIGKILL)
    await CommandLineDesk.wait(for: process)
    await desk.sandbox.clearFaults()
    #expect(try await desk.run("wachtrij", "--json").json.array?.count == 1)
    #expect(try await desk.run("sync").code == 0)
    #expect(await desk.sandbox.all("statussen").count == before + 1)
    #expect(try await desk.run("wachtrij", "--json").json == [])
    await desk.end()
  }

  @Test("A second process is told who has the profile, and ends with 75")
  func locked() async throws {
    let desk = try await CommandLineDesk()
    let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let store = try Store(folder: desk.store, log: log)
    let outcome = try await desk.run("lijst")
    #expect(outcome.code == 75)
    #expect(outcome.errors.contains("proces \(ProcessInfo.processInfo.processIdentifier)"))
    store.close()
    #expect(try await desk.run("lijst").code == 0)
    await desk.end()
  }

  @Test("Each kind of trouble has its exit code and one sentence that says what to do")
  func exitCodes() async throws {
    let desk = try await CommandLineDesk(profile: false)
    #expect(try await desk.run("lijst").code == 78)
    #expect(try await desk.run("lijst").errors.contains("zaak profiel nieuw"))
    #expect(try await desk.run("nietbestaand").code == 64)
    #expect(try await desk.run("profiel", "nieuw", "x").code == 64)
    try "verkeerd".write(toFile: desk.home + "/verkeerd", atomically: true, encoding: .utf8)
    func profile(_ name: String, _ url: String, _ secret: String) async throws -> CommandLineDesk.Outcome {
      try await desk.run(
        "profiel", "nieuw", name, "--url", url, "--client-id", desk.sandbox.clientId, "--geheim-bestand", secret,
        "--gebruiker", "mw028")
    }
    #expect(try await profile("onveilig", "http://zgw.voorbeeld.example/", desk.home + "/geheim").code == 78)
    #expect(try await profile("goed", desk.sandbox.url, desk.home + "/geheim").code == 0)
    #expect(try await profile("goed", desk.sandbox.url, desk.home + "/geheim").code == 78)
    #expect(try await profile("fout", desk.sandbox.url, desk.home + "/verkeerd").code == 0)
    #expect(try await profile("leeg", desk.sandbox.url, desk.home + "/bestaat-niet").code == 0)
    #expect(try await desk.run("lijst").code == 78)
    #expect(try await desk.run("sync", "--profiel", "fout").code == 77)
    #expect(try await desk.run("sync", "--profiel", "leeg").code == 78)
    #expect(try await desk.run("profiel", "kies", "goed").code == 0)
    #expect(try await desk.run("sync").code == 0)
    #expect(try await desk.run("toon", "bestaat-niet").code == 65)
    #expect(try await desk.run("toon", "ZAAK-").code == 65)
    let long = String(repeating: "x", count: 81)
    let number = try await desk.run("lijst", "--json").json.array?.first?["identificatie"]?.string ?? ""
    #expect(try await desk.run("wijzig", number, "--omschrijving", long).code == 65)
    #expect(try await desk.run("profiel", "lijst", "--json").json.array?.count == 3)
    #expect(try await desk.run("profiel", "verwijder", "goed").code == 0)
    #expect(!FileManager.default.fileExists(atPath: desk.home + "/data/zaaklijn/goed"))
    await desk.end()
  }

  @Test("The secret is nowhere: not in what is printed, not in the configuration, not in the log")
  func secret() async throws {
    let desk = try await CommandLineDesk()
    var text = try await desk.run("sync").output
    await desk.sandbox.stop()
    for arguments in [["profiel", "toon", "--json"], ["sync"], ["doctor"]] {
      let (output, errors) = (Pipe(), Pipe())
      let process = try desk.start(arguments, output: output, errors: errors)
      await CommandLineDesk.wait(for: process)
      for pipe in [output, errors] {
        text += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      }
    }
    for file in FileManager.default.enumerator(atPath: desk.home)?.allObjects as? [String] ?? [] where file != "geheim"
    {
      guard let data = FileManager.default.contents(atPath: desk.home + "/" + file) else { continue }
      text += String(decoding: data, as: UTF8.self)
    }
    #expect(!text.contains(desk.sandbox.secret))
    #expect(text.contains("geheim-bestand"))
    await desk.end()
  }

  @Test("What is removed or damaged on disk is made again, and doctor says so")
  func doctor() async throws {
    let desk = try await CommandLineDesk()
    _ = try await desk.run("sync")
    let before = try await desk.run("lijst", "--json").output
    try FileManager.default.removeItem(atPath: desk.store + "/index.sqlite")
    #expect(try await desk.run("lijst", "--json").output == before)
    try Data("geen database".utf8).write(to: URL(fileURLWithPath: desk.store + "/index.sqlite"))
    #expect(try await desk.run("lijst", "--json").output == before)
    #expect(try await desk.run("doctor", "--herstel").code == 0)
    #expect(try await desk.run("lijst", "--json").output == before)
    await desk.end()
  }

  @Test("Without a terminal zaak prints the werkvoorraad; --version, completions and English work")
  func small() async throws {
    let desk = try await CommandLineDesk()
    _ = try await desk.run("sync")
    let outcome = try await desk.run()
    #expect(outcome.code == 0)
    #expect(outcome.output.split(separator: "\n").count == 121)
    #expect(try await desk.run("--version").output.contains("."))
    #expect(try await desk.run("--generate-completion-script", "bash").output.contains("wachtrij"))
    #expect(try await desk.run("list", "--taal", "en").output.contains("Deadline"))
    await desk.end()
  }

  @Test("The man page names every command and every option")
  func manPage() async throws {
    let desk = try await CommandLineDesk(profile: false)
    let help = try await desk.run("--experimental-dump-help").json
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appendingPathComponent("docs/man/zaak.1"), encoding: .utf8)
      .replacing("\\-", with: "-")
    var missing: [String] = []
    func look(_ command: JSON) {
      let name = command["commandName"]?.string ?? ""
      if name != "help", !page.contains(name) { missing.append(name) }
      for argument in command["arguments"]?.array ?? [] where argument["kind"] != "positional" {
        for option in argument["names"]?.array ?? [] where option["kind"] == "long" {
          let long = "--" + (option["name"]?.string ?? "")
          if !page.contains(long), !missing.contains(long) { missing.append(long) }
        }
      }
      for sub in command["subcommands"]?.array ?? [] where sub["commandName"] != "help" { look(sub) }
    }
    look(help["command"] ?? .null)
    #expect(missing.isEmpty)
    await desk.end()
  }
}
