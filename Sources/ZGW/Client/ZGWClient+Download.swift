import Model
import Sync

extension ZGWClient {
  /// Always from `/download` of the document itself.
  ///
  /// The `inhoud` links in lists can name another version (OPENZAAK.md). Nothing is tried again, for what came has been
  /// handed over. Takes one of the places at the server until the end; cancelling the task ends it.
  public func download(
    _ document: Ref, version: Int?, limit: Int,
    receive: @escaping @Sendable ([UInt8]) async throws(RemoteError) -> Void
  ) async throws(RemoteError) {
    var target = try address(of: document, .enkelvoudiginformatieobjecten).below("/download")
    if let version { target.add("versie", String(version)) }
    let request = Request(method: .get, target: target, accept: "*/*")
    switch try await attemptOnce(request, sink: Sink(limit: limit, receive: receive)) {
    case .body, .nothing: return
    case .unchanged: throw .malformed("De server antwoordde 'ongewijzigd' (304), wat niet gevraagd was.")
    }
  }
}
