import ArgumentParser
import Foundation

@main
struct Zaak: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zaak",
    abstract: "Zaaklijn: zaakgericht werken in de terminal, ook zonder netwerk.",
    discussion: """
      Zonder opdracht opent `zaak` de werkvoorraad. Zonder terminal drukt het de werkvoorraad af.
      Elke opdracht die iets toont, doet dat met --json als JSON.
      """,
    version: version,
    subcommands: [
      Open.self, Profiel.self, SyncCommand.self, WerksetCommand.self, Lijst.self, Toon.self, Nieuw.self, Wijzig.self,
      Status.self, Resultaat.self,
      Sluit.self, Heropen.self, Opschort.self, Hervat.self, Verleng.self, RolOpdracht.self, WijsToe.self,
      GeefVrij.self, EigenschapOpdracht.self, ObjectOpdracht.self, Relatie.self, NotitieOpdracht.self,
      DocumentOpdracht.self, BesluitOpdracht.self, Wachtrij.self, Doctor.self,
    ],
    defaultSubcommand: Open.self)

  static let version = "0.1.0"

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var async = command as? any AsyncParsableCommand {
        try await async.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      FileHandle.standardError.write(Data("zaak: \(failure.description)\n".utf8))
      Foundation.exit(failure.code.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
