import Model
import Rules
import Store
import TestSupport

/// Something that a caseworker does with a zaak, with a text in it that nothing else has.
struct Act {
  private let zaak: Behandeling
  private let store: Store
  private let mark: String
  private let notities: Bool

  init(_ zaak: Behandeling, store: Store, mark: String, notities: Bool) {
    self.zaak = zaak
    self.store = store
    self.mark = mark
    self.notities = notities
  }

  /// Nil where what came up cannot be done with this zaak.
  func random(using random: inout SeededGenerator) -> (zaak: Ref, change: Change)? {
    let kind = Int.random(in: 0..<30, using: &random)
    if kind == 29 { return newZaak() }
    guard let change = try? change(kind, &random) else { return nil }
    return (zaak.dossier.ref, change)
  }

  private func newZaak() -> (zaak: Ref, change: Change)? {
    var nieuw = NieuweZaak()
    nieuw.omschrijving = mark
    nieuw.behandelaar = .medewerker(mark, naam: "")
    nieuw.identificatie = try? store.takeNumber(for: zaak.zaaktype.rsin)
    let made = try? nieuw.maak(zaak.zaaktype, gebruiker: zaak.gebruiker, now: zaak.now, newID: zaak.newID)
    return made.map { ($0.ref, $0.change) }
  }

  private func change(_ kind: Int, _ random: inout SeededGenerator) throws -> Change? {
    switch kind {
    case 0..<10: try changeOfZaak(kind, &random)
    case 10..<19: try changeOfParts(kind, &random)
    default: try changeOfDocuments(kind, &random)
    }
  }

  private func changeOfZaak(_ kind: Int, _ random: inout SeededGenerator) throws -> Change? {
    switch kind {
    case 0: return try zaak.wijzig([("omschrijving", .string(mark))])
    case 1: return try zaak.wijzig([("toelichting", .string(mark))])
    case 2:
      var kenmerk = Kenmerk()
      (kenmerk.kenmerk, kenmerk.bron) = (mark, "proef")
      return try zaak.wijzig([("kenmerken", try zaak.kenmerken(plus: [kenmerk], minus: []))])
    case 3, 4:
      let path = zaak.zaaktype.path.dropLast()
      return path.randomElement(using: &random)
        .map { zaak.dossier.zetStatus($0.ref, toelichting: mark, now: zaak.now) }
    case 5, 6:
      let type = zaak.zaaktype.resultaattypen.randomElement(using: &random)
      guard let type = type?.value else { return nil }
      return kind == 5
        ? try zaak.zetResultaat(type, toelichting: mark)
        : try zaak.sluit(type, resultaattoelichting: mark, statustoelichting: mark, anyway: true)
    case 7: return try zaak.zaaktype.path.first.map { try zaak.heropen($0, toelichting: mark) }
    case 8: return try zaak.verleng(ISODuration(days: 1), reden: mark)
    default:
      if zaak.dossier.zaak.value.opschorting?.indicatie == true { return try zaak.hervat(.awb, since: zaak.now.day) }
      return try zaak.schortOp(reden: mark, notities: notities)
    }
  }

  private func changeOfParts(_ kind: Int, _ random: inout SeededGenerator) throws -> Change? {
    let dossier = zaak.dossier
    switch kind {
    case 10:
      var rol = RolGegevens(
        try zaak.zaaktype.roltype("belanghebbende"), try Betrokkene(delen: ["organisatie:Haven bv"]))
      rol.toelichting = mark
      return try zaak.voegRolToe(rol)
    case 11: return dossier.rollen.randomElement(using: &random).map { zaak.verwijderRol($0.value) }
    case 12: return try zaak.wijsToe(.medewerker(mark, naam: ""))
    case 13: return try zaak.geefVrij()
    case 14, 15:
      let texts = zaak.zaaktype.eigenschappen.map(\.value).filter { type in
        type.specificatie?.formaat == .tekst && type.specificatie?.waardenverzameling.isEmpty == true
      }
      guard let eigenschap = texts.randomElement(using: &random) else { return nil }
      return kind == 14 ? try zaak.zetEigenschap(eigenschap, mark) : try zaak.verwijderEigenschap(eigenschap)
    case 16: return try zaak.voegObjectToe(.overige(soort: "proef", data: ["naam": .string(mark)]), relatie: mark)
    case 17: return dossier.zaakobjecten.randomElement(using: &random).map { zaak.verwijderObject($0.value) }
    default:
      guard notities else { return nil }
      guard let notitie = dossier.notities.randomElement(using: &random)?.value, Bool.random(using: &random) else {
        return try zaak.voegNotitieToe(onderwerp: "Gebeld", tekst: mark)
      }
      return Bool.random(using: &random)
        ? try zaak.wijzigNotitie(notitie, [("tekst", .string(mark))]) : zaak.verwijderNotitie(notitie)
    }
  }

  private func changeOfDocuments(_ kind: Int, _ random: inout SeededGenerator) throws -> Change? {
    let document = zaak.dossier.documenten.randomElement(using: &random)?.value
    switch kind {
    case 19, 20:
      guard let type = zaak.zaaktype.informatieobjecttypen.first?.value else { return nil }
      var nieuw = NieuwDocument(type)
      nieuw.titel = mark
      return try zaak.voegDocumentToe(nieuw, try bestand(&random)).change
    case 21: return try document.flatMap { try zaak.nieuweVersie($0, try bestand(&random)) }
    case 22: return try document.flatMap { try zaak.wijzigDocument($0, [("titel", .string(mark))]) }
    case 23: return try document.flatMap { try zaak.ontkoppel($0) }
    case 24: return try document.flatMap { try zaak.verwijderDocument($0) }
    case 25: return try document.flatMap { try zaak.gebruiksrecht($0, voorwaarden: mark) }
    case 26:
      guard let type = zaak.zaaktype.besluittypen.first?.value else { return nil }
      var nieuw = NieuwBesluit(type)
      nieuw.velden = [("toelichting", .string(mark))]
      return try zaak.voegBesluitToe(nieuw).change
    default:
      let besluit = zaak.dossier.besluiten.randomElement(using: &random)?.value
      return try besluit.flatMap { try zaak.wijzigBesluit($0, [("toelichting", .string(mark))]) }
    }
  }

  /// Now and then one that goes in bestandsdelen.
  private func bestand(_ random: inout SeededGenerator) throws -> Bestand {
    let size = Int.random(in: 0..<5, using: &random) == 0 ? 1_100_000 : 200
    let hash = try store.putContent([Array(mark.utf8) + [UInt8](repeating: 0x2E, count: size)])
    let content = DocumentContent(sha256: hash, size: mark.utf8.count + size)
    return Bestand(naam: mark + "txt", formaat: "text/plain", content: content)
  }
}
