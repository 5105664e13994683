import NIOSSL
import Sync

extension TLSFiles {
  /// TLS 1.2 or later, verifying chain and host name always.
  func configuration() throws(RemoteError) -> TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .fullVerification
    tls.minimumTLSVersion = .tlsv12
    if let ca { tls.trustRoots = .certificates(try TLSFiles.certificates(ca, called: "CA-bestand")) }
    if let clientCertificate, let clientKey {
      let chain = try TLSFiles.certificates(clientCertificate, called: "clientcertificaat")
      tls.certificateChain = chain.map { .certificate($0) }
      do {
        tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: clientKey, format: .pem))
      } catch {
        throw .configuration(
          "Het sleutelbestand \(clientKey) kan niet worden gelezen. Nodig is een PEM-sleutel zonder wachtwoord, "
            + "leesbaar voor u.")
      }
    }
    do {
      _ = try NIOSSLContext(configuration: tls)
    } catch {
      throw .configuration(
        "Clientcertificaat en sleutel in het profiel horen niet bij elkaar. Vraag uw beheerder om het juiste paar.")
    }
    return tls
  }

  private static func certificates(_ path: String, called name: String) throws(RemoteError) -> [NIOSSLCertificate] {
    let found: [NIOSSLCertificate]
    do {
      found = try NIOSSLCertificate.fromPEMFile(path)
    } catch {
      found = []
    }
    guard !found.isEmpty else {
      throw .configuration(
        "Het \(name) \(path) kan niet worden gelezen. Nodig is een PEM-bestand, leesbaar voor u.")
    }
    return found
  }
}
