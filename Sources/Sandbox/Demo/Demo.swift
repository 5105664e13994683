import Foundation
import Model
import Synchronization

/// The built-in demonstration: three gemeenten that share one client, with 120 zaken.
///
/// Everything is made through the same rules as a request, at the moment when it would have happened; so all that
/// follows from it (links, laatstGemuteerd, archive dates, audittrails) is right by itself.
struct Demo {
  private var state: State
  private let today: Day
  private let catalogi: [DemoCatalogus]
  /// What the rules refused of the demonstration; empty, or the demonstration is wrong.
  private(set) var refusals: [String] = []

  /// Demonstrations that were made before, by personality and day: tests start many sandboxes on one day.
  private static let kept = Mutex<[Key: State]>([:])

  private struct Key: Hashable {
    let personality: Personality
    let today: Day
  }

  static func made(_ personality: Personality, today: Day) -> State {
    let key = Key(personality: personality, today: today)
    if let state = kept.withLock({ $0[key] }) { return state }
    var state = State(base: "http://demo.invalid/", personality: personality)
    fill(&state, today: today)
    let made = state
    kept.withLock { $0[key] = made }
    return made
  }

  @discardableResult
  static func fill(_ state: inout State, today: Day) -> [String] {
    var demo = Demo(state, today: today)
    for plan in DemoPlan.all(today: today) { demo.make(plan) }
    state = demo.state
    return demo.refusals
  }

  private init(_ state: State, today: Day) {
    var state = state
    self.today = today
    for year in today.parts.year - 2...today.parts.year { state.counters["ZAAK-\(year)"] = 1180 }
    catalogi = Names.gemeenten.map { DemoCatalogus($0, into: &state) }
    self.state = state
  }

  private mutating func send(
    _ method: String, _ path: String, _ body: JSONObject, at moment: Moment, by user: String
  ) -> JSONObject {
    let request = SandboxRequest(method: method, path: path, headers: ["x-audit-toelichting": "Demonstratie"])
    do throws(Problem) {
      return try state.perform(request, body, user: user, now: moment).object ?? [:]
    } catch {
      refusals.append("\(method) \(path): \(error.detail) \(error.params)")
      return [:]
    }
  }

  private mutating func make(_ plan: DemoPlan) {
    let catalogus = catalogi[plan.gemeente]
    let arrival = Moment(day: plan.start, hour: 8, minute: 12 + plan.number % 40)
    let worker = plan.worker.map(Names.worker)
    let user = worker?.id ?? "mw001"
    let applicant = Names.person(plan.number)
    let street = catalogus.gemeente.streets[plan.number % catalogus.gemeente.streets.count]
    let address = "\(street) \(3 + plan.number * 7 % 180)"
    let zaak = register(plan, catalogus, subject(plan, applicant, address), at: arrival, by: user)
    let link = zaak.text("url")
    addRollen(plan, catalogus, link, applicant, worker, at: arrival, by: user)
    addProperties(plan, catalogus, link, at: arrival, by: user)
    if plan.recipe.subjects.contains(where: { $0.contains("%@") }), plan.recipe.level != "vertrouwelijk" {
      addAddress(plan, catalogus, link, street, at: arrival, by: user)
    }
    let letter = DemoLetter(
      gemeente: catalogus.gemeente.name, zaak: zaak, applicant: applicant.short, worker: worker?.person.short,
      address: address)
    for step in 0..<plan.steps {
      let moment = plan.moment(ofStep: step, today: today)
      addDocuments(plan, catalogus, link, letter, step: step, at: moment, by: user)
      let isEnd = step == plan.recipe.statuses.count - 1
      if isEnd { conclude(plan, catalogus, zaak, letter, at: moment, by: user) }
      let type = catalogus.url(.statustypen, "\(plan.recipe.code)/\(plan.recipe.statuses[step])")
      _ = send(
        "POST", "/zaken/api/v1/statussen",
        [
          "zaak": .string(link), "statustype": .string(type), "datumStatusGezet": .string(moment.text),
          "statustoelichting": step == 0 ? "Binnengekomen en geregistreerd" : "",
        ], at: moment, by: user)
    }
    addTurns(plan, zaak, at: plan.moment(ofStep: plan.steps - 1, today: today), by: user)
  }

  private func subject(_ plan: DemoPlan, _ applicant: Names.Person, _ address: String) -> String {
    let pattern = plan.recipe.subjects[plan.number / 3 % plan.recipe.subjects.count]
    let personal = ["vertrouwelijk", "zaakvertrouwelijk"].contains(plan.recipe.level) && plan.recipe.code != "BEZWAAR"
    let street = String(address.prefix { !$0.isNumber }).trimmingCharacters(in: .whitespaces)
    let place = pattern.contains("de %@") || pattern.contains("brug") || pattern.contains("bij %@") ? street : address
    return pattern.replacing("%@", with: personal ? applicant.short : place)
  }

  private mutating func register(
    _ plan: DemoPlan, _ catalogus: DemoCatalogus, _ subject: String, at moment: Moment, by user: String
  ) -> JSONObject {
    let channels = ["E-formulier", "Post", "Balie", "E-mail", "Telefoon"]
    var body: JSONObject = [
      "bronorganisatie": .string(catalogus.rsin), "verantwoordelijkeOrganisatie": .string(catalogus.rsin),
      "zaaktype": .string(catalogus.zaaktypen[plan.recipe.code] ?? ""), "startdatum": .string(plan.start.text),
      "registratiedatum": .string(plan.start.text), "omschrijving": .string(String(subject.prefix(80))),
      "toelichting": .string(plan.number % 4 == 0 ? "Aanvrager is bereikbaar op werkdagen na vier uur." : ""),
      "communicatiekanaalNaam": .string(channels[plan.number % channels.count]),
    ]
    if plan.number % 6 == 2 {
      body["kenmerken"] = [["kenmerk": .string("FORM-\(70_000 + plan.number * 13)"), "bron": "Formulieren"]]
    }
    if plan.recipe.code == "OMGEVING" || plan.recipe.code == "WONINGVOORRAAD" {
      let (x, y) = catalogus.gemeente.place
      let shift = Double(plan.number % 17) / 1000
      body["zaakgeometrie"] = [
        "type": "Point", "coordinates": [.number("\(x + shift)"), .number("\(y - shift)")],
      ]
    }
    return send("POST", "/zaken/api/v1/zaken", body, at: moment, by: user)
  }

  private mutating func addRollen(
    _ plan: DemoPlan, _ catalogus: DemoCatalogus, _ zaak: String, _ applicant: Names.Person,
    _ worker: (id: String, person: Names.Person)?, at moment: Moment, by user: String
  ) {
    func rol(_ name: String, _ type: String, _ who: JSONObject) -> JSONObject {
      [
        "zaak": .string(zaak), "betrokkeneType": .string(type), "roltoelichting": .string(name),
        "roltype": .string(catalogus.url(.roltypen, "\(plan.recipe.code)/\(name)")),
        "betrokkeneIdentificatie": .object(who),
      ]
    }
    let initiator: JSONObject
    if plan.recipe.forOrganisations && plan.number % 4 != 1 {
      let name = Names.organisations[plan.number % Names.organisations.count]
      var body = rol(
        "Aanvrager", "niet_natuurlijk_persoon",
        [
          "innNnpId": .string(CheckDigits.nextEleven(from: 999_800_000 + plan.number * 40)),
          "kvkNummer": .string(String(90_000_000 + plan.number)), "statutaireNaam": .string(name),
        ])
      body["contactpersoonRol"] = [
        "naam": .string(applicant.short), "emailadres": .string("post@organisatie\(plan.number).example"),
        "telefoonnummer": "0610000000", "functie": "Contactpersoon",
      ]
      initiator = body
    } else {
      initiator = rol(
        "Aanvrager", "natuurlijk_persoon",
        [
          "inpBsn": .string(CheckDigits.nextEleven(from: 999_990_001 + plan.number * 23)),
          "geslachtsnaam": .string(applicant.last), "voorvoegselGeslachtsnaam": .string(applicant.prefix),
          "voorletters": .string(applicant.initials), "voornamen": .string(applicant.first),
          "geboortedatum": .string(Day(number: -5000 + plan.number * 170 % 14_000).text),
        ])
    }
    _ = send("POST", "/zaken/api/v1/rollen", initiator, at: moment, by: user)
    guard let worker else { return }
    let who: JSONObject = [
      "identificatie": .string(worker.id), "achternaam": .string(worker.person.last),
      "voorletters": .string(worker.person.initials), "voorvoegselAchternaam": .string(worker.person.prefix),
    ]
    _ = send("POST", "/zaken/api/v1/rollen", rol("Behandelaar", "medewerker", who), at: moment, by: user)
    guard plan.number % 8 == 0 else { return }
    let neighbour = Names.person(plan.number + 41)
    let other: JSONObject = [
      "geslachtsnaam": .string(neighbour.last), "voorletters": .string(neighbour.initials),
      "voorvoegselGeslachtsnaam": .string(neighbour.prefix),
    ]
    _ = send("POST", "/zaken/api/v1/rollen", rol("Belanghebbende", "natuurlijk_persoon", other), at: moment, by: user)
  }

  private mutating func addProperties(
    _ plan: DemoPlan, _ catalogus: DemoCatalogus, _ zaak: String, at moment: Moment, by user: String
  ) {
    let path = "/" + zaak.dropFirst(state.base.count) + "/zaakeigenschappen"
    for property in plan.recipe.properties {
      let type = catalogus.url(.eigenschappen, "\(plan.recipe.code)/\(property.name)")
      let value = property.values[plan.number / 3 % property.values.count]
      let body: JSONObject = ["zaak": .string(zaak), "eigenschap": .string(type), "waarde": .string(value)]
      _ = send("POST", path, body, at: moment, by: user)
    }
  }

  private mutating func addAddress(
    _ plan: DemoPlan, _ catalogus: DemoCatalogus, _ zaak: String, _ street: String, at moment: Moment, by user: String
  ) {
    let body: JSONObject = [
      "zaak": .string(zaak), "objectType": "adres", "relatieomschrijving": "Locatie",
      "objectIdentificatie": [
        "identificatie": .string("\(catalogus.gemeente.code)200000\(digits(plan.number, 6))"),
        "wplWoonplaatsNaam": .string(catalogus.gemeente.name), "gorOpenbareRuimteNaam": .string(street),
        "huisnummer": .number(3 + plan.number * 7 % 180),
        "postcode": .string("\(catalogus.gemeente.postcode)\(["AB", "CD", "KL", "XZ"][plan.number % 4])"),
      ],
    ]
    _ = send("POST", "/zaken/api/v1/zaakobjecten", body, at: moment, by: user)
  }

  /// The document of this step, and with the first one the acknowledgement.
  private mutating func addDocuments(
    _ plan: DemoPlan, _ catalogus: DemoCatalogus, _ zaak: String, _ letter: DemoLetter, step: Int, at moment: Moment,
    by user: String
  ) {
    let own = plan.recipe.documents.filter { $0 != "Besluit" }
    let kinds = step == 0 ? Array(own.prefix(2)) : step + 1 < own.count ? [own[step + 1]] : []
    for kind in kinds {
      let document = upload(kind, plan, catalogus, letter, at: moment, by: user)
      let body: JSONObject = [
        "zaak": .string(zaak), "informatieobject": document["url"] ?? .null, "titel": document["titel"] ?? .null,
      ]
      _ = send("POST", "/zaken/api/v1/zaakinformatieobjecten", body, at: moment, by: user)
    }
  }

  private mutating func upload(
    _ kind: String, _ plan: DemoPlan, _ catalogus: DemoCatalogus, _ letter: DemoLetter, at moment: Moment,
    by user: String
  ) -> JSONObject {
    let file = letter.file(kind, day: moment.day)
    let incoming = DemoCatalogus.documentTypes.first { $0.name == kind }?.direction == "inkomend"
    var body: JSONObject = [
      "bronorganisatie": .string(catalogus.rsin), "creatiedatum": .string(moment.day.text),
      "titel": .string(file.title),
      "auteur": .string(incoming ? letter.applicant : letter.worker ?? "Team behandeling"),
      "taal": "nld", "formaat": .string(file.format), "bestandsnaam": .string(file.name),
      "inhoud": .string(Data(file.bytes).base64EncodedString()), "bestandsomvang": .number(file.bytes.count),
      "informatieobjecttype": .string(catalogus.url(.informatieobjecttypen, kind)), "indicatieGebruiksrecht": false,
      "status": .string(kind == "Besluit" || incoming ? "definitief" : plan.end == nil ? "in_bewerking" : "definitief"),
    ]
    if incoming { body["ontvangstdatum"] = .string(moment.day.text) }
    return send(
      "POST", "/documenten/api/v1/enkelvoudiginformatieobjecten", body, at: moment, by: user)
  }

  /// The resultaat, and where it asks for one the besluit with its document.
  private mutating func conclude(
    _ plan: DemoPlan, _ catalogus: DemoCatalogus, _ zaak: JSONObject, _ letter: DemoLetter, at moment: Moment,
    by user: String
  ) {
    let outcome = plan.recipe.outcomes[plan.number / 9 % plan.recipe.outcomes.count]
    let link = zaak["url"] ?? .null
    let type = catalogus.url(.resultaattypen, "\(plan.recipe.code)/\(outcome.name)")
    _ = send(
      "POST", "/zaken/api/v1/resultaten", ["zaak": link, "resultaattype": .string(type), "toelichting": ""], at: moment,
      by: user)
    guard let name = outcome.besluit else { return }
    let document = upload("Besluit", plan, catalogus, letter, at: moment, by: user)
    _ = send(
      "POST", "/zaken/api/v1/zaakinformatieobjecten", ["zaak": link, "informatieobject": document["url"] ?? .null],
      at: moment, by: user)
    let day = JSON.string(moment.day.text)
    let besluit = send(
      "POST", "/besluiten/api/v1/besluiten",
      [
        "verantwoordelijkeOrganisatie": .string(catalogus.rsin),
        "besluittype": .string(catalogus.url(.besluittypen, name)),
        "zaak": link, "datum": day, "ingangsdatum": day, "verzenddatum": day,
        "bestuursorgaan": "College van burgemeester en wethouders",
        "toelichting": .string("\(name): \(outcome.name.lowercased())"),
        "uiterlijkeReactiedatum": .string((moment.day + 42).text),
      ], at: moment, by: user)
    _ = send(
      "POST", "/besluiten/api/v1/besluitinformatieobjecten",
      ["besluit": besluit["url"] ?? .null, "informatieobject": document["url"] ?? .null], at: moment, by: user)
  }

  /// Verlenging with its new dates, opschorting, and here and there a notitie.
  private mutating func addTurns(_ plan: DemoPlan, _ zaak: JSONObject, at moment: Moment, by user: String) {
    let path = "/zaken/api/v1/zaken/\(zaak.text("uuid"))"
    if plan.extended {
      let days = plan.recipe.verlenging ?? 0
      let body: JSONObject = [
        "verlenging": ["reden": "Meer tijd nodig voor het horen van derden", "duur": .string("P\(days)D")],
        "uiterlijkeEinddatumAfdoening": .string(plan.deadline.text),
        "einddatumGepland": .string((plan.deadline + -3).text),
      ]
      _ = send("PATCH", path, body, at: moment, by: user)
    }
    if plan.suspended {
      let body: JSONObject = ["opschorting": ["indicatie": true, "reden": "Wachten op ontbrekende gegevens"]]
      _ = send("PATCH", path, body, at: moment, by: user)
    }
    guard plan.number % 6 == 0, plan.worker != nil, state.personality.extraPaths.contains("zaaknotities") else {
      return
    }
    let body: JSONObject = [
      "gerelateerdAan": zaak["url"] ?? .null, "onderwerp": "Telefoongesprek",
      "tekst": "Aanvrager gebeld over de stand van zaken. Terugbellen zodra het advies er is.",
      "aangemaaktDoor": .string(plan.worker.map { Names.worker($0).person.short } ?? ""),
    ]
    _ = send("POST", "/zaken/api/v1/zaaknotities", body, at: moment, by: user)
  }
}
