import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Sync

/// What a failed exchange means: surely nothing was sent, or perhaps it was.
///
/// Where it cannot be told, it is `lost`: then a write is looked up before it is sent again.
enum TransportFailure {
  static func error(_ error: any Error, origin: Origin, timeouts: Timeouts) -> RemoteError {
    if let error = error as? RemoteError { return error }
    if error is CancellationError || (error as? HTTPClientError) == .cancelled { return .cancelled }
    if let error = error as? HTTPClientError { return client(error, origin, timeouts) }
    if let error = error as? NIOConnectionError { return unconnected(error, origin) }
    // NIO wraps these only where it looked up a name. Both come from connecting, never from a connection.
    if let error = error as? IOError, [ECONNREFUSED, ENETUNREACH].contains(error.errnoCode) {
      return .unreachable("De server \(origin.host) is niet bereikbaar. Controleer het netwerk.")
    }
    if let sentence = tls(error, origin) { return .unreachable(sentence) }
    if let error = error as? HTTPParserError, error != .invalidEOFState {
      return .lost(status: nil, "Het antwoord van \(origin.host) is geen HTTP. Controleer de URL in het profiel.")
    }
    return .lost(status: nil, "De verbinding met \(origin.host) viel weg voordat het antwoord er was.")
  }

  private static func client(_ error: HTTPClientError, _ origin: Origin, _ timeouts: Timeouts) -> RemoteError {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
      .unreachable("De server \(origin.host) nam niet op binnen \(timeouts.connect.words).")
    case .readTimeout, .writeTimeout:
      .lost(status: nil, "De server \(origin.host) zweeg langer dan \(timeouts.idle.words).")
    case .deadlineExceeded:
      .lost(status: nil, "De server \(origin.host) antwoordde niet binnen \(timeouts.total.words).")
    case .alreadyShutdown:
      .cancelled
    case .invalidURL, .emptyHost, .emptyScheme:
      .configuration("De URL \(origin) in het profiel klopt niet.")
    default:
      .lost(status: nil, "De verbinding met \(origin.host) viel weg voordat het antwoord er was.")
    }
  }

  private static func unconnected(_ error: NIOConnectionError, _ origin: Origin) -> RemoteError {
    if error.connectionErrors.isEmpty, error.dnsAError != nil || error.dnsAAAAError != nil {
      return .unreachable("De naam \(origin.host) is niet te vinden. Controleer het netwerk, of de URL in het profiel.")
    }
    return .unreachable("De server \(origin.host) is niet bereikbaar. Controleer het netwerk.")
  }

  /// A sentence on what goes wrong in setting up TLS; nil where TLS is not what went wrong, or went wrong later.
  private static func tls(_ error: any Error, _ origin: Origin) -> String? {
    let text = String(describing: error)
    // In TLS 1.3 the server looks at our certificate after we think that all is well; its alert says that it has not
    // taken up the request.
    let alerts = ["CERTIFICATE_REQUIRED", "ALERT_BAD_CERTIFICATE", "ALERT_UNKNOWN_CA", "ALERT_CERTIFICATE"]
    if error is NIOSSLError || error is BoringSSLError, alerts.contains(where: { text.contains($0) }) {
      return "De server \(origin.host) vraagt een clientcertificaat, of vertrouwt dat van u niet. "
        + "Controleer het clientcertificaat in het profiel."
    }
    if error is NIOSSLExtraError {
      return "Het certificaat van de server is niet van \(origin.host). Er is niets verstuurd. Waarschuw uw beheerder."
    }
    guard let error = error as? NIOSSLError else { return nil }
    switch error {
    case .handshakeFailed where text.contains("CERTIFICATE_VERIFY_FAILED"), .unableToValidateCertificate,
      .noCertificateToValidate:
      return "Het certificaat van \(origin.host) wordt niet vertrouwd. Er is niets verstuurd. "
        + "Vraag uw beheerder om het CA-bestand voor het profiel."
    case .handshakeFailed:
      return "Met \(origin.host) komt geen beveiligde verbinding tot stand. Controleer de URL in het profiel."
    default:
      return nil
    }
  }
}

extension Duration {
  /// In a sentence: `30 seconden` or `0,5 seconden`.
  var words: String {
    let (seconds, attoseconds) = components
    let tenths = attoseconds / 100_000_000_000_000_000
    if tenths == 0, seconds == 1 { return "1 seconde" }
    return (tenths == 0 ? "\(seconds)" : "\(seconds),\(tenths)") + " seconden"
  }
}
