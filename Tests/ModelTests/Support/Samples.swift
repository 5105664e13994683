import Model

/// The address of a resource whose UUID ends in a number.
func ref(_ collection: String, _ number: Int) -> Ref {
  Ref("https://zaken.voorbeeld.test/api/v1/\(collection)/\(uuid(number))")
}

func uuid(_ number: Int) -> String {
  let digits = String(number)
  return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
}

/// A moment on 22 November 2026, some seconds after 14:00 in Amsterdam.
func moment(_ seconds: Int) -> Moment {
  Moment(secondsSince1970: 1_795_352_400 + seconds, offset: 3600)
}

func status(_ number: Int, type: Int, at moment: Moment) -> Fetched<StatusFields> {
  var status = Status()
  status.url = ref("statussen", number)
  status.statustype = ref("statustypen", type)
  status.datumStatusGezet = moment
  return Fetched(status, fetched: moment)
}

func statustype(_ number: Int, volgnummer: Int, _ omschrijving: String) -> Fetched<StatustypeFields> {
  var statustype = Statustype()
  statustype.url = ref("statustypen", number)
  statustype.volgnummer = volgnummer
  statustype.omschrijving = omschrijving
  return Fetched(statustype, fetched: moment(0))
}

func zaaktypeVersie() -> ZaaktypeVersie {
  var zaaktype = Zaaktype()
  zaaktype.url = ref("zaaktypen", 1)
  zaaktype.omschrijving = "Aanvraag omgevingsvergunning"
  var versie = ZaaktypeVersie(zaaktype: Fetched(zaaktype, etag: "\"z\"", fetched: moment(0)))
  versie.statustypen = [
    statustype(13, volgnummer: 9, "Afgehandeld"), statustype(11, volgnummer: 1, "Ontvangen"),
    statustype(12, volgnummer: 3, "In behandeling"),
  ]
  return versie
}

/// An open zaak with one status of statustype 11, set at `moment(0)`.
func dossier() -> Dossier {
  var zaak = Zaak()
  zaak.url = ref("zaken", 1)
  zaak.identificatie = "ZAAK-2026-0000000001"
  zaak.omschrijving = "Dakkapel Kerkstraat 12"
  zaak.zaaktype = ref("zaaktypen", 1)
  zaak.status = ref("statussen", 1)
  var dossier = Dossier(zaak: Fetched(zaak, etag: "\"a1\"", fetched: moment(0)))
  dossier.statussen = [status(1, type: 11, at: moment(0))]
  dossier.isComplete = true
  return dossier
}

func zetStatus(_ id: String, type: Int, at seconds: Int, zaak: Int = 1) -> Model.Operation {
  Model.Operation(
    id: id, zaak: ref("zaken", zaak), made: moment(seconds),
    change: .zetStatus(
      ZetStatus(statustype: ref("statustypen", type), datumStatusGezet: moment(seconds), previous: nil)))
}

func wijzig(_ id: String, _ field: String, _ old: JSON, _ new: JSON, zaak: Int = 1) -> Model.Operation {
  Model.Operation(
    id: id, zaak: ref("zaken", zaak), made: moment(1),
    change: .wijzigZaak([FieldChange(field: field, old: old, new: new)]))
}
