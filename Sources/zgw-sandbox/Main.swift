import ArgumentParser
import Foundation
import Sandbox

@main
struct ZgwSandbox: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zgw-sandbox", abstract: "Een ZGW-server in het geheugen, om te proberen en te testen.",
    discussion: """
      Luistert alleen op 127.0.0.1. Zodra hij luistert staat er één regel JSON op de standaarduitvoer: \
      {"url":…,"clientId":…,"geheim":…}. Naast die client zijn er superuser (mag alles), behandelaar (mag niet \
      verwijderen) en raadpleger (leest openbare Woo-zaken), met hetzelfde geheim. Alles is weg als hij stopt.
      """)

  @Option(name: .customLong("poort"), help: "De poort; 0 neemt een vrije.")
  var port = 0

  @Option(
    name: .customLong("data"),
    help: "Een map met <collectie>.jsonl en inhoud/<uuid>, of \"leeg\"; zonder deze optie drie verzonnen gemeenten.")
  var data: String?

  @Option(
    name: .customLong("persoonlijkheid"),
    help: "Welke server wordt nagespeeld: \(Personality.all.map(\.name).joined(separator: ", ")).")
  var personality = Personality.openZaak130.name

  @Option(name: .customLong("fout"), help: ArgumentHelp(Fault.help, valueName: "fout"))
  var faults: [String] = []

  @Flag(name: .customLong("onterecht-304"), help: "Antwoordt 304 op een verouderde ETag van een zaak.")
  var false304 = false

  @Option(name: .customLong("lek"), help: ArgumentHelp(Leak.help, valueName: "lek"))
  var leak: String?

  @Flag(
    name: .customLong("weigert-toekomst"),
    help: "Weigert een token waarvan iat in de toekomst ligt, zoals veel servers; Open Zaak doet dat niet.")
  var refusesFutureIat = false

  @Option(name: .customLong("client"), help: "De client_id waarmee zaaklijn zich meldt.")
  var client = "zaaklijn"

  mutating func run() async throws {
    guard let personality = Personality.named(personality) else {
      throw ValidationError("Onbekende persoonlijkheid: \(self.personality).")
    }
    var configuration = SandboxConfiguration(
      personality: personality, port: port, clientId: client, false304: false304,
      refusesFutureIat: refusesFutureIat)
    if let leak {
      guard let read = Leak(leak) else { throw ValidationError("Onleesbaar lek: \(leak).") }
      configuration.leak = read
    }
    for text in faults {
      guard let fault = Fault(text) else { throw ValidationError("Onleesbare fout: \(text).") }
      configuration.faults.append(fault)
    }
    if let data { configuration.data = data == "leeg" ? .empty : .folder(URL(fileURLWithPath: data)) }
    let sandbox = try await Sandbox.start(configuration)
    FileHandle.standardOutput.write(Data((sandbox.announcement + "\n").utf8))
    await sandbox.wait()
  }
}
