import Model
import Sync

extension ZGWClient {
  public func lock(_ document: Ref) async throws(RemoteError) -> String {
    let target = try address(of: document, .enkelvoudiginformatieobjecten).below("/lock")
    let success = try await write(Request(method: .post, target: target, body: [:]))
    guard let lock = try read(success)["lock"]?.string, !lock.isEmpty else {
      throw .lost(status: success.status, "De server vergrendelde het document zonder te zeggen waarmee.")
    }
    return lock
  }

  public func unlock(_ document: Ref, lock: String) async throws(RemoteError) {
    let target = try address(of: document, .enkelvoudiginformatieobjecten).below("/unlock")
    let body: JSON = lock.isEmpty ? [:] : ["lock": .string(lock)]
    _ = try await write(Request(method: .post, target: target, body: body))
  }

  public func upload(_ deel: Ref, lock: String, _ part: ContentPart) async throws(RemoteError) {
    let target = try address(of: deel, .enkelvoudiginformatieobjecten)
    _ = try await write(Request(method: .put, target: target, form: ContentForm(part, lock: lock)))
  }

  public func reserveNumbers(for bronorganisatie: String, count: Int) async throws(RemoteError) -> [String] {
    let target = try connection.roots.target(.zaken, path: "/zaaknummer_reserveren")
    let body: JSON = ["bronorganisatie": .string(bronorganisatie), "aantal": .number(count)]
    let success = try await write(Request(method: .post, target: target, body: body))
    let answer = try read(success)
    // One object for one number in ZGW 1.7, a list of one in Open Zaak.
    let numbers = (answer.array ?? [answer]).compactMap { $0["zaaknummer"]?.string }
    guard !numbers.isEmpty else {
      throw .lost(status: success.status, "De server gaf geen zaaknummers waar om gevraagd was.")
    }
    return numbers
  }

  /// Nil where the profile has no Autorisaties API, or where that keeps to itself what we may do.
  public func applicatie() async throws(RemoteError) -> Applicatie? {
    guard connection.roots.apis.contains(.autorisaties) else { return nil }
    var target = try connection.roots.target(.autorisaties, path: "/applicaties/consumer")
    target.add("clientId", connection.clientId)
    do {
      return Applicatie(try await object(target))
    } catch {
      switch error {
      case .forbidden, .notFound: return nil
      case .unreachable, .lost, .busy, .notSignedIn, .rejected, .malformed, .foreignOrigin, .configuration, .cancelled:
        throw error
      }
    }
  }

  private func object(_ target: Target) async throws(RemoteError) -> JSONObject {
    guard let body = try decoding.json(try await answer(Request(method: .get, target: target))).object else {
      throw .malformed("De server gaf geen applicatie waar die hoorde te staan.")
    }
    return body
  }

  /// The answer to a write that is no resource: it has been done, so what makes no sense is a lost answer.
  private func read(_ success: Reply.Success) throws(RemoteError) -> JSON {
    do {
      return try decoding.json(success)
    } catch {
      guard case .malformed(let sentence) = error else { throw error }
      throw .lost(status: success.status, sentence)
    }
  }
}
