import Model

func ref(_ collection: String, _ number: Int) -> Ref {
  let digits = String(number)
  let zeros = String(repeating: "0", count: 12 - digits.count)
  return Ref("https://zaken.voorbeeld.test/api/v1/\(collection)/00000000-0000-4000-8000-\(zeros)\(digits)")
}

/// A moment on 22 November 2026, some seconds after 14:00 in Amsterdam.
func moment(_ seconds: Int) -> Moment { Moment(secondsSince1970: 1_795_352_400 + seconds, offset: 3600) }

func status(type: Int, at moment: Moment) -> Fetched<StatusFields> {
  var status = Status()
  status.url = ref("statussen", type)
  status.statustype = ref("statustypen", type)
  status.datumStatusGezet = moment
  return Fetched(status, fetched: moment)
}

func document(_ titel: String, locked: Bool = false, gebruiksrecht: Bool?) -> Fetched<EnkelvoudigInformatieObjectFields>
{
  var document = EnkelvoudigInformatieObject()
  document.titel = titel
  document.locked = locked
  document.indicatieGebruiksrecht = gebruiksrecht
  return Fetched(document, fetched: moment(0))
}

func resultaat() -> Fetched<ResultaatFields> {
  var resultaat = Resultaat()
  resultaat.url = ref("resultaten", 1)
  return Fetched(resultaat, fetched: moment(0))
}

/// An open zaak with a status of statustype 1, set at `moment(0)`, and without a resultaat.
func dossier() -> Dossier {
  var zaak = Zaak()
  zaak.url = ref("zaken", 1)
  zaak.omschrijving = "Dakkapel Kerkstraat 12"
  var dossier = Dossier(zaak: Fetched(zaak, fetched: moment(0)))
  dossier.statussen = [status(type: 1, at: moment(0))]
  dossier.isComplete = true
  return dossier
}

/// Three statustypen, the third of which closes the zaak.
func zaaktype() -> ZaaktypeVersie {
  var zaaktype = Zaaktype()
  zaaktype.url = ref("zaaktypen", 1)
  var versie = ZaaktypeVersie(zaaktype: Fetched(zaaktype, fetched: moment(0)))
  versie.statustypen = [3, 1, 2].map { number in
    var statustype = Statustype()
    statustype.url = ref("statustypen", number)
    statustype.volgnummer = number * 10
    return Fetched(statustype, fetched: moment(0))
  }
  return versie
}
