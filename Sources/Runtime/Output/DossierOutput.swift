import App
import Model
import Rules
import Screen

/// One zaak for the command line, as the caseworker sees it: with what waits to be sent on top.
public enum DossierOutput {
  public static func json(_ shown: ShownDossier) -> JSON {
    let dossier = shown.dossier
    func bodies<Fields>(_ items: [Fetched<Fields>]) -> JSON { .array(items.map(\.value.json)) }
    return [
      "zaak": dossier.zaak.value.json, "statussen": bodies(dossier.statussen), "rollen": bodies(dossier.rollen),
      "resultaat": dossier.resultaat?.value.json ?? .null, "eigenschappen": bodies(dossier.eigenschappen),
      "documenten": bodies(dossier.documenten), "besluiten": bodies(dossier.besluiten),
      "notities": bodies(dossier.notities), "zaakobjecten": bodies(dossier.zaakobjecten),
      "wachtend": .array(shown.pending.map { QueueOutput.json($0, identificatie: dossier.zaak.value.identificatie) }),
    ]
  }

  public static func text(_ shown: ShownDossier, local: (Moment) -> Moment) -> String {
    let zaak = shown.dossier.zaak.value
    var lines: [String] = []
    func put(_ label: String, _ value: String) {
      guard !value.isEmpty else { return }
      lines.append(TextWidth.pad(label, to: 18) + TextWidth.cut(value, to: 2000))
    }
    func time(_ moment: Moment) -> String { local(moment).day.text + " " + local(moment).clock }
    put("Zaak", zaak.identificatie)
    put("Onderwerp", zaak.omschrijving)
    put("Toelichting", zaak.toelichting)
    put("Zaaktype", shown.zaaktype?.naam ?? zaak.zaaktype.url)
    put("Startdatum", zaak.startdatum.text)
    put("Uiterlijk", zaak.deadline?.text ?? "")
    put("Einddatum", zaak.einddatum?.text ?? "")
    for rol in shown.dossier.rollen { put(rol.value.omschrijving, rol.value.naam) }
    for status in shown.dossier.statussen.map(\.value).sorted(by: { $0.datumStatusGezet < $1.datumStatusGezet }) {
      let name = shown.zaaktype?.statustype(status.statustype)?.omschrijving ?? status.statustype.url
      let mark = status.ref.isPending ? " ↑" : ""
      put("Status", "\(time(status.datumStatusGezet))  \(name) \(status.statustoelichting)\(mark)")
    }
    if let resultaat = shown.dossier.resultaat?.value {
      let type = shown.zaaktype?.resultaattypen.first { $0.ref == resultaat.resultaattype }
      put("Resultaat", (type?.value.omschrijving ?? resultaat.resultaattype.url) + " " + resultaat.toelichting)
    }
    for eigenschap in shown.dossier.eigenschappen { put(eigenschap.value.naam, eigenschap.value.waarde) }
    for document in shown.dossier.documenten { put("Document", document.value.titel) }
    for besluit in shown.dossier.besluiten {
      put("Besluit", "\(besluit.value.datum.text)  \(besluit.value.identificatie) \(besluit.value.toelichting)")
    }
    for object in shown.dossier.zaakobjecten { put("Zaakobject", object.value.naam) }
    for notitie in shown.dossier.notities { put("Notitie", "\(notitie.value.onderwerp): \(notitie.value.tekst)") }
    for pending in shown.pending {
      put("Wachtend", "\(time(pending.operation.made))  \(pending.operation.change.kind), \(pending.state.word)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
