import Model

extension State {
  /// Answers one request; the only way in for HTTP.
  mutating func handle(_ request: SandboxRequest, now: Moment) -> SandboxResponse {
    guard let (endpoint, ids) = Endpoint.find(request.path, personality) else {
      return refusal(.notFound, headers: [])
    }
    var headers: [(name: String, value: String)] = [("Allow", endpoint.allow(personality))]
    if endpoint.geographic { headers.append(("Content-Crs", "EPSG:4326")) }
    let version = (name: "API-version", value: personality.versions[endpoint.component.rawValue] ?? "1.0.0")
    do throws(Problem) {
      let reply = try answer(request, endpoint, ids, now)
      return response(reply, to: request, headers: headers, version: version)
    } catch {
      return refusal(error, headers: headers + [version])
    }
  }

  /// Does the same without token and CRS headers, with all rights: a colleague's change that comes another way.
  mutating func perform(
    _ request: SandboxRequest, _ body: JSONObject? = nil, user: String, now: Moment
  ) throws(Problem) -> Reply {
    guard let (endpoint, ids) = Endpoint.find(request.path, personality) else { throw .notFound }
    let client = Client(id: "collega", applicatie: "", secret: "", all: true)
    let caller = Caller(client: client, user: user, userName: user)
    guard let handler = endpoint.handlers[request.method] else { throw .notAllowed(request.method) }
    return try run(handler, Call(request: request, caller: caller, now: now, ids: ids, given: body))
  }

  private mutating func answer(
    _ request: SandboxRequest, _ endpoint: Endpoint, _ ids: [String], _ now: Moment
  ) throws(Problem) -> Reply {
    if let accept = request.headers["accept"] { try checkAccept(accept, path: request.path) }
    if request.method == "OPTIONS" { return Reply(body: .none) }
    let caller = try Token.caller(request, clients: clients, now: now, refusesFuture: refusesFutureIat)
    let method = request.method == "HEAD" ? "GET" : request.method
    guard let handler = endpoint.handlers[method], allows(method, endpoint) else {
      throw endpoint.refused.contains(method) ? .forbidden() : .notAllowed(request.method)
    }
    if endpoint.geographic, method != "DELETE" { try checkCrs(request) }
    if ids.contains(where: { !isUuid($0) }) { throw personality.quirks ? .serverError() : .notFound }
    return try run(handler, Call(request: request, caller: caller, now: now, ids: ids.map { $0.lowercased() }))
  }

  private mutating func run(_ handler: Handler, _ call: Call) throws(Problem) -> Reply {
    do {
      return try handler(&self, call)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .serverError()
    }
  }

  private func allows(_ method: String, _ endpoint: Endpoint) -> Bool {
    personality.rolPut || endpoint.pattern != ["rollen", "{}"] || method != "PUT"
  }

  /// `application/problem+json` alone is refused although errors have its shape (measured).
  private func checkAccept(_ accept: String, path: String) throws(Problem) {
    let download = path.hasSuffix("/download")
    let taken = accept.split(separator: ",").contains { part in
      let type = part.split(separator: ";")[0].filter { $0 != " " }.lowercased()
      return ["*/*", "application/*", "application/json"].contains(type)
        || (download && type == "application/octet-stream")
    }
    guard taken else { throw .notAcceptable("Alleen application/json wordt gegeven.") }
  }

  private func checkCrs(_ request: SandboxRequest) throws(Problem) {
    var names = ["Accept-Crs"]
    if ["POST", "PUT", "PATCH"].contains(request.method) { names.append("Content-Crs") }
    for name in names {
      guard let value = request.headers[name.lowercased()] else { throw .precondition("'\(name)' ontbreekt.") }
      guard value == "EPSG:4326" else { throw .notAcceptable("CRS '\(value)' wordt niet gegeven.") }
    }
  }

  private func isUuid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      [8, 13, 18, 23].contains(index)
        ? byte == UInt8(ascii: "-") : Character(Unicode.Scalar(byte)).isHexDigit
    }
  }

  private mutating func refusal(
    _ problem: Problem, headers: [(name: String, value: String)]
  ) -> SandboxResponse {
    let body = problem.body(base: base, instance: newId())
    return SandboxResponse(
      status: problem.status, headers: headers + [("Content-Type", "application/json")], body: body.bytes())
  }

  private mutating func response(
    _ reply: Reply, to request: SandboxRequest, headers: [(name: String, value: String)],
    version: (name: String, value: String)
  ) -> SandboxResponse {
    var headers = headers
    if request.method == "GET" || request.method == "HEAD", let tagged = reply.tagged {
      let tag = State.tag(of: tagged)
      headers.append(("ETag", tag))
      if let match = request.headers["if-match"], match != "*", !match.contains(tag) {
        return SandboxResponse(status: 412, headers: headers + [("Content-Type", "text/html; charset=utf-8")], body: [])
      }
      if let known = request.headers["if-none-match"], isKnown(known, tag, request.path) {
        return SandboxResponse(status: 304, headers: headers, body: [])
      }
    }
    var body: [UInt8] = []
    switch reply.body {
    case .none: headers.append(version)
    case .json(let json):
      body = json.bytes()
      headers += [version, ("Content-Type", "application/json")]
    case .bytes(let bytes, let name):
      body = bytes
      headers += [
        ("Content-Type", "application/octet-stream"), ("Content-Disposition", "attachment; filename=\"\(name)\""),
      ]
    case .refusedBytes(let text):
      body = Array(text.utf8)
      headers += [version, ("Content-Type", "application/octet-stream")]
    }
    if let location = reply.location { headers.append(("Location", location)) }
    headers += reply.headers
    return SandboxResponse(status: reply.status, headers: headers, body: body)
  }

  private mutating func isKnown(_ header: String, _ tag: String, _ path: String) -> Bool {
    let known = Set(
      header.split(separator: ",").map { part in
        let text = part.drop { $0 == " " }
        return String(text.hasPrefix("W/") ? text.dropFirst(2) : text)
      })
    if known.contains(tag) || known.contains("*") { return true }
    guard path.hasPrefix("/zaken/api/v1/zaken/") else { return false }
    return false304 && !known.isDisjoint(with: oldTags[path] ?? [])
  }
}
