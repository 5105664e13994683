import Model
import Sync

extension ZGWClient {
  /// The content of a document, part after part, in constant memory.
  ///
  /// Always from `/download` of the document itself: the `inhoud` links in lists can name another version
  /// (OPENZAAK.md). Nothing is tried again, for what came has been handed over. Takes one of the places at the server
  /// until the end; cancelling the task ends it.
  ///
  /// - Parameters:
  ///   - version: nil for the newest
  ///   - limit: bytes at most; a longer content is `.malformed`
  ///   - receive: takes the next part; what it throws ends the download
  public func download(
    _ ref: Ref, version: Int? = nil, limit: Int,
    receive: @escaping @Sendable ([UInt8]) async throws(RemoteError) -> Void
  ) async throws(RemoteError) {
    var target = try address(of: ref, .enkelvoudiginformatieobjecten)
    target.path += "/download"
    target.query = ""
    if let version { target.add("versie", String(version)) }
    let request = Request(method: .get, target: target, accept: "*/*")
    switch try await attemptOnce(request, sink: Sink(limit: limit, receive: receive)) {
    case .body, .nothing: return
    case .unchanged: throw .malformed("De server antwoordde 'ongewijzigd' (304), wat niet gevraagd was.")
    }
  }
}
