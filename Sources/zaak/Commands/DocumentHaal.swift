import App
import ArgumentParser
import Foundation
import Model
import Rules
import Runtime
import Store
import Sync

extension DocumentOpdracht {
  struct Haal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Haalt de inhoud van een document naar een bestand.", aliases: ["get"])

    @OptionGroup var document: DocumentKeuze
    @Option(name: .customLong("versie"), help: "Welke versie; anders de nieuwste.") var version: Int?
    @Option(name: [.customShort("o"), .customLong("uit")], help: "Het bestand; anders de naam van het document.")
    var output: String?
    @Flag(name: .customLong("over"), help: "Vervangt een bestand dat er al staat.") var over = false
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      let found = try document.find(session).document
      let file = try Uitvoer(absolute(output ?? Haal.name(found)) ?? "", over: over)
      do {
        try await fetch(found, session, into: file)
      } catch {
        file.discard()
        throw error
      }
    }

    private func fetch(_ document: EnkelvoudigInformatieObject, _ session: Session, into file: Uitvoer) async throws {
      let isNewest = version == nil || version == document.versie
      if isNewest, let path = try local(document, session) {
        try copy(path, into: file)
        return try file.finish(sha256: nil)
      }
      guard !document.ref.isPending else {
        throw Failure(.badData, "Deze versie is er niet: het document staat nog niet op de server.")
      }
      let remote: any Remote
      do throws(RemoteError) { remote = try await session.connect() } catch { throw failure(error) }
      let trouble = Trouble()
      do throws(RemoteError) {
        try await remote.download(document.ref, version: version, limit: Haal.limit) { piece throws(RemoteError) in
          do { try file.write(piece) } catch {
            trouble.keep(error)
            throw .cancelled
          }
        }
      } catch {
        await remote.close()
        throw trouble.kept ?? failure(error)
      }
      await remote.close()
      let hash = document.integriteit.flatMap { isNewest && $0.algoritme == .sha256 ? $0.waarde : nil }
      try file.finish(sha256: hash)
    }

    /// A terabyte: more is no document.
    private static let limit = 1 << 40

    private func failure(_ error: RemoteError) -> Failure { Failure(ExitCode(error), common.sentences.of(error)) }

    /// The content of a document or version that waits to be sent, or that the store has anyway.
    private func local(_ document: EnkelvoudigInformatieObject, _ session: Session) throws -> String? {
      guard let integriteit = document.integriteit, integriteit.algoritme == .sha256 else { return nil }
      return try session.stored { try session.store.content(integriteit.waarde) }
    }

    private func copy(_ path: String, into file: Uitvoer) throws {
      guard let source = FileHandle(forReadingAtPath: path) else {
        throw Failure(.io, "De inhoud op deze machine is niet te lezen. Draai `zaak doctor`.")
      }
      defer { try? source.close() }
      while let piece = try source.read(upToCount: 1 << 20), !piece.isEmpty { try file.write([UInt8](piece)) }
    }

    /// The name that the document has, made safe: it comes from a server, and names no other folder.
    static func name(_ document: EnkelvoudigInformatieObject) -> String {
      let wanted = document.bestandsnaam.isEmpty ? document.titel : document.bestandsnaam
      let last = wanted.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
      let safe = String(last.unicodeScalars.filter { $0.properties.generalCategory != .control }.map(Character.init))
      let bare = String(safe.drop { $0 == "." || $0 == "-" })
      return bare.isEmpty ? "document" : String(bare.prefix(120))
    }
  }

  /// What went wrong on this machine while a download came in.
  private final class Trouble: @unchecked Sendable {
    private let lock = NSLock()
    private var error: (any Error)?
    var kept: (any Error)? { lock.withLock { error } }
    func keep(_ error: any Error) { lock.withLock { self.error = error } }
  }
}
