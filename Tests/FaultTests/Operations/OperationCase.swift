import Foundation
import Model
import Rules
import TestSupport
import Testing

/// One thing that a caseworker does without a network.
struct OperationCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// Whether the server has to have zaaknotities.
  var needsNotities = false
  let act: @Sendable (Desk) throws -> Void

  var testDescription: String { name }

  init(_ name: String, needsNotities: Bool = false, _ act: @escaping @Sendable (Desk) throws -> Void) {
    self.name = name
    self.needsNotities = needsNotities
    self.act = act
  }

  /// A case that is one change of one zaak.
  static func one(
    _ name: String, on which: Gemeente.Which = .open, reden: String? = nil, needsNotities: Bool = false,
    _ change: @escaping @Sendable (Behandeling, Desk) throws -> Change?
  ) -> OperationCase {
    OperationCase(name, needsNotities: needsNotities) { desk in
      let zaak = desk.ref(which)
      try desk.act(on: zaak, reden: reden, try change(try desk.behandeling(zaak), desk))
    }
  }

  /// Every operation of the command line.
  ///
  /// `OPERATION=notitie swift test --filter OperationSweepTests` does those whose name has that in it.
  static let all: [OperationCase] = {
    let all = zaken + termijnen + betrokkenen + documenten + besluiten
    guard let name = ProcessInfo.processInfo.environment["OPERATION"] else { return all }
    return all.filter { $0.name.contains(name) }
  }()

  private static let zaken: [OperationCase] = [
    OperationCase("nieuwe zaak, en werk daaraan") { desk in
      var nieuw = NieuweZaak()
      nieuw.omschrijving = "Stukken over de haven"
      nieuw.initiator = try Betrokkene(delen: ["bsn:999990019", "naam:J. de Wit"])
      nieuw.behandelaar = .medewerker("mw028", naam: "C. Breugel")
      let types = try desk.behandeling(desk.ref(.open)).zaaktype
      if let eigenschap = types.eigenschappen.first?.value {
        nieuw.eigenschappen = [(eigenschap.naam, value(eigenschap))]
      }
      let rsin = types.rsin
      nieuw.identificatie = try desk.store.takeNumber(for: rsin)
      let made = try nieuw.maak(
        types, gebruiker: Gebruiker(id: "mw028", naam: "C. Breugel"), now: desk.moment, newID: desk.ids.next)
      try desk.act(on: made.ref, made.change)
      try desk.act(on: made.ref, try desk.behandeling(made.ref).wijzig([("toelichting", "Uit een brief")]))
      let hoofd = Hoofdzaak(try desk.shown(made.ref).dossier.zaak.value, zaaktype: nil)
      try desk.act(on: desk.ref(.other), try desk.behandeling(desk.ref(.other)).zetHoofdzaak(hoofd))
    },
    .one("velden, ook lijsten") { zaak, _ in
      var kenmerk = Kenmerk()
      (kenmerk.kenmerk, kenmerk.bron) = ("DSO-1", "DSO")
      return try zaak.wijzig([
        ("omschrijving", "Andere omschrijving"), ("toelichting", "Met toelichting"),
        ("kenmerken", try zaak.kenmerken(plus: [kenmerk], minus: [])), ("einddatumGepland", "2026-12-24"),
      ])
    },
    .one("velden van een afgesloten zaak", on: .closed, reden: "schrijffout") { zaak, _ in
      try zaak.wijzig([("omschrijving", "Verbeterde omschrijving")])
    },
    .one("status") { zaak, _ in
      zaak.dossier.zetStatus(zaak.zaaktype.path[1].ref, toelichting: "opgepakt", now: zaak.now)
    },
    .one("resultaat") { zaak, _ in
      try zaak.zetResultaat(zaak.zaaktype.resultaattypen[0].value, toelichting: "zo is het")
    },
    .one("ander resultaat", on: .closed, reden: "verkeerd gekozen") { zaak, _ in
      let old = zaak.dossier.resultaat?.value.resultaattype
      let other = zaak.zaaktype.resultaattypen.map(\.value).first { $0.ref != old }
      return try other.flatMap { try zaak.zetResultaat($0, toelichting: nil) }
    },
    .one("sluiten", reden: "klaar") { zaak, _ in
      try zaak.sluit(zaak.zaaktype.resultaattypen[0].value, anyway: true)
    },
    .one("heropenen", on: .closed, reden: "bezwaar") { zaak, _ in try zaak.heropen(zaak.zaaktype.path[0]) },
    .one("relatie") { zaak, desk in try zaak.voegRelatieToe(desk.ref(.other), .onderwerp) },
    .one("hoofdzaak") { zaak, desk in
      try zaak.zetHoofdzaak(Hoofdzaak(try desk.shown(desk.ref(.other)).dossier.zaak.value, zaaktype: nil))
    },
  ]

  private static let termijnen: [OperationCase] = [
    .one("opschorten", reden: "wacht op stukken") { zaak, desk in
      try zaak.schortOp(reden: "wacht op stukken", notities: desk.abilities.notities)
    },
    .one("hervatten", on: .suspended, reden: "stukken binnen") { zaak, _ in
      try zaak.hervat(.woo, since: Day(daysSince1970: zaak.now.day.daysSince1970 - 5))
    },
    .one("verlengen", reden: "derden horen") { zaak, _ in
      try zaak.verleng(ISODuration(weeks: 2), reden: "derden horen")
    },
  ]

  private static let betrokkenen: [OperationCase] = [
    .one("rol toevoegen") { zaak, _ in
      try zaak.voegRolToe(
        RolGegevens(
          try zaak.zaaktype.roltype("belanghebbende"),
          try Betrokkene(delen: ["rsin:851234562", "organisatie:Haven bv"])))
    },
    .one("rol vervangen") { zaak, _ in
      guard let old = zaak.dossier.behandelaars.first else { return nil }
      let rol = RolGegevens(
        try zaak.zaaktype.roltype("behandelaar"), .medewerker("mw017", naam: "P. Aksoy"))
      return try zaak.vervangRol(old, door: rol)
    },
    .one("rol verwijderen", reden: "vergissing") { zaak, _ in zaak.dossier.behandelaars.first.map(zaak.verwijderRol) },
    .one("toewijzen") { zaak, _ in try zaak.wijsToe(.medewerker("mw017", naam: "P. Aksoy")) },
    .one("vrijgeven") { zaak, _ in try zaak.geefVrij() },
    .one("eigenschap wijzigen") { zaak, _ in
      guard let old = zaak.dossier.eigenschappen.first?.value,
        let eigenschap = zaak.zaaktype.eigenschappen.first(where: { $0.ref == old.eigenschap })?.value
      else { return nil }
      return try zaak.zetEigenschap(eigenschap, value(eigenschap))
    },
    OperationCase("eigenschap weg en weer terug") { desk in
      let ref = desk.ref(.open)
      let zaak = try desk.behandeling(ref)
      guard let old = zaak.dossier.eigenschappen.first?.value,
        let eigenschap = zaak.zaaktype.eigenschappen.first(where: { $0.ref == old.eigenschap })?.value
      else { throw Desk.NotHere(what: "eigenschap") }
      try desk.act(on: ref, reden: "leeg", try zaak.verwijderEigenschap(eigenschap))
      try desk.act(on: ref, try desk.behandeling(ref).zetEigenschap(eigenschap, value(eigenschap)))
    },
    .one("object toevoegen") { zaak, _ in
      try zaak.voegObjectToe(
        .adres(
          .init(
            identificatie: "0363200000123456", woonplaats: "Veldmeer", straat: "Kerkstraat", huisnummer: 12,
            postcode: "1234AB")))
    },
    .one("object verwijderen", reden: "vergissing") { zaak, _ in
      zaak.dossier.zaakobjecten.first.map { zaak.verwijderObject($0.value) }
    },
    .one("notitie", needsNotities: true) { zaak, _ in
      try zaak.voegNotitieToe(onderwerp: "Gebeld", tekst: "Verzoeker gebeld.", status: .definitief)
    },
    .one("notitie wijzigen", needsNotities: true) { zaak, _ in
      try zaak.dossier.notities.first.flatMap { try zaak.wijzigNotitie($0.value, [("tekst", "Niet bereikt.")]) }
    },
    .one("notitie verwijderen", reden: "dubbel", needsNotities: true) { zaak, _ in
      zaak.dossier.notities.first.map { zaak.verwijderNotitie($0.value) }
    },
  ]

  /// More than goes in the body of a request, so in bestandsdelen.
  private static let large = 1_300_000

  private static let documenten: [OperationCase] = [
    .one("document") { zaak, desk in
      try zaak.voegDocumentToe(
        NieuwDocument(zaak.zaaktype.informatieobjecttypen[0].value), try desk.bestand("brief.txt", size: 700)
      ).change
    },
    .one("groot document") { zaak, desk in
      try zaak.voegDocumentToe(
        NieuwDocument(zaak.zaaktype.informatieobjecttypen[0].value), try desk.bestand("plan.txt", size: large)
      ).change
    },
    .one("versie") { zaak, desk in
      try zaak.nieuweVersie(zaak.dossier.documenten[0].value, try desk.bestand("tweede.txt", size: 900))
    },
    .one("grote versie") { zaak, desk in
      try zaak.nieuweVersie(zaak.dossier.documenten[0].value, try desk.bestand("tweede.txt", size: large))
    },
    .one("document wijzigen") { zaak, _ in
      try zaak.wijzigDocument(zaak.dossier.documenten[0].value, [("titel", "Betere titel"), ("beschrijving", "b")])
    },
    .one("document ontkoppelen", reden: "andere zaak") { zaak, _ in
      try zaak.ontkoppel(zaak.dossier.documenten[0].value)
    },
    .one("document verwijderen", reden: "dubbel") { zaak, _ in
      try zaak.verwijderDocument(zaak.dossier.documenten[0].value)
    },
    .one("gebruiksrecht") { zaak, _ in
      try zaak.gebruiksrecht(zaak.dossier.documenten[0].value, voorwaarden: "alleen intern")
    },
    OperationCase("document met nieuwe versie en titel") { desk in
      let ref = desk.ref(.open)
      let zaak = try desk.behandeling(ref)
      let made = try zaak.voegDocumentToe(
        NieuwDocument(zaak.zaaktype.informatieobjecttypen[0].value), try desk.bestand("een.txt", size: 300))
      try desk.act(on: ref, made.change)
      func find() throws -> (Behandeling, EnkelvoudigInformatieObject) {
        let zaak = try desk.behandeling(ref)
        guard let document = zaak.dossier.documenten.first(where: { $0.ref == made.ref })?.value else {
          throw Desk.NotHere(what: "document")
        }
        return (zaak, document)
      }
      var (now, document) = try find()
      try desk.act(on: ref, try now.nieuweVersie(document, try desk.bestand("twee.txt", size: 400)))
      (now, document) = try find()
      try desk.act(on: ref, try now.wijzigDocument(document, [("titel", "Tweede")]))
    },
  ]

  private static let besluiten: [OperationCase] = [
    .one("besluit met document") { zaak, _ in
      var nieuw = NieuwBesluit(zaak.zaaktype.besluittypen[0].value)
      let allowed = nieuw.type.informatieobjecttypen
      nieuw.documenten = zaak.dossier.documenten.map(\.value)
        .filter { allowed.isEmpty || allowed.contains($0.informatieobjecttype) }
      return try zaak.voegBesluitToe(nieuw).change
    },
    .one("besluit wijzigen") { zaak, _ in
      try zaak.wijzigBesluit(zaak.dossier.besluiten[0].value, [("toelichting", "Geheel openbaar")])
    },
    .one("besluit intrekken", reden: "onjuist") { zaak, _ in
      try zaak.trekBesluitIn(zaak.dossier.besluiten[0].value, .ingetrokkenOverheid)
    },
  ]

  /// A value that an eigenschap may have, and that no zaak of the demo has.
  private static func value(_ eigenschap: Eigenschap) -> String {
    if let last = eigenschap.specificatie?.waardenverzameling.last { return last }
    return switch eigenschap.specificatie?.formaat {
    case .getal: "7"
    case .datum: "20261231"
    case .datumTijd: "20261231120000"
    case .tekst, nil: "proef"
    }
  }
}
