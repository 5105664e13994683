import Model

/// One complaint about one field, as `invalidParams` lists them.
struct InvalidParam: Hashable, Sendable {
  let name: String
  let code: String
  let reason: String

  init(_ name: String, _ code: String, _ reason: String) {
    self.name = name
    self.code = code
    self.reason = reason
  }

  static func required(_ name: String) -> InvalidParam { .init(name, "required", "Vul dit veld in.") }

  static func missing(_ name: String, _ url: String) -> InvalidParam {
    .init(name, "does_not_exist", "Op \"\(url)\" is niets te vinden, of het mag niet gelezen worden.")
  }

  static func unchangeable(_ name: String) -> InvalidParam {
    .init(name, "wijzigen-niet-toegelaten", "Dit veld ligt vast.")
  }

  static func object(_ code: String, _ reason: String) -> InvalidParam { .init("nonFieldErrors", code, reason) }

  static func notUnique(_ fields: String) -> InvalidParam {
    .object("unique", "De combinatie van \(fields) is er al.")
  }

  static let otherZaaktype = InvalidParam.object("zaaktype-mismatch", "Dit hoort bij een ander zaaktype.")
}

/// An answer that refuses, in the shape of ZGW's `Fout` and `ValidatieFout`.
struct Problem: Error, Sendable {
  let status: Int
  let type: String
  let code: String
  let title: String
  let detail: String
  var params: [InvalidParam] = []

  static func invalid(_ params: [InvalidParam]) -> Problem {
    Problem(
      status: 400, type: "ValidationError", code: "invalid", title: "Ongeldige invoer.",
      detail: "De invoer klopt niet.", params: params)
  }

  static func invalid(_ param: InvalidParam) -> Problem { invalid([param]) }

  static func forbidden(
    code: String = "permission_denied", _ detail: String = "Hiervoor ontbreekt de toestemming."
  ) -> Problem {
    Problem(
      status: 403, type: "PermissionDenied", code: code, title: "Je hebt hiervoor geen toestemming.", detail: detail)
  }

  static func closed(_ detail: String) -> Problem {
    Problem(
      status: 403, type: "ZaakClosed", code: "permission_denied", title: "De zaak is gesloten.", detail: detail)
  }

  static let notFound = Problem(
    status: 404, type: "NotFound", code: "not_found", title: "Niet gevonden.", detail: "Niet gevonden.")

  static let pageNotFound = Problem(
    status: 404, type: "NotFound", code: "not_found", title: "Niet gevonden.", detail: "Deze pagina is er niet.")

  static func serverError(status: Int = 500) -> Problem {
    Problem(
      status: status, type: "APIException", code: "error", title: "Er ging iets mis op de server.",
      detail: "De server kon het verzoek niet verwerken.")
  }

  static func notAllowed(_ method: String) -> Problem {
    Problem(
      status: 405, type: "MethodNotAllowed", code: "method_not_allowed", title: "Methode niet toegestaan.",
      detail: "Methode \"\(method)\" kan hier niet.")
  }

  static func notAcceptable(_ detail: String) -> Problem {
    Problem(
      status: 406, type: "NotAcceptable", code: "not_acceptable", title: "Deze vorm van antwoord is er niet.",
      detail: detail)
  }

  static func precondition(_ detail: String) -> Problem {
    Problem(
      status: 412, type: "PreconditionFailed", code: "precondition_failed", title: "Aan een voorwaarde is niet voldaan",
      detail: detail)
  }

  static func mediaType(_ type: String) -> Problem {
    Problem(
      status: 415, type: "UnsupportedMediaType", code: "unsupported_media_type",
      title: "Dit mediatype wordt niet verwerkt.", detail: "Mediatype \"\(type)\" wordt niet verwerkt.")
  }

  static func parse(_ detail: String) -> Problem {
    Problem(
      status: 400, type: "ParseError", code: "parse_error", title: "Het verzoek is niet goed samengesteld.",
      detail: detail)
  }

  func body(base: String, instance: String) -> JSON {
    var body: JSONObject = [
      "type": .string("\(base)ref/fouten/\(type)/"), "code": .string(code), "title": .string(title),
      "status": .number(status), "detail": .string(detail), "instance": .string("urn:uuid:\(instance)"),
    ]
    if !params.isEmpty {
      body["invalidParams"] = .array(
        params.map { ["name": .string($0.name), "code": .string($0.code), "reason": .string($0.reason)] })
    }
    return .object(body)
  }
}
