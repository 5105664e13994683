import Model

/// All that the index keeps of one zaak: a function of its dossier, its operations and its zaaktype.
struct IndexEntry: Sendable, Hashable {
  let row: ZaakRow
  /// The UUID of the zaaktype, so that its zaken are found when its names change.
  let zaaktype: String
  /// The identificaties of the medewerkers who deal with the zaak.
  let behandelaars: [String]
  /// What can be searched.
  let text: String
  /// The file of the dossier, as it was read.
  let stamp: FileStamp

  init(_ dossier: Dossier, stamp: FileStamp, pending: [PendingOperation], zaaktype: ZaaktypeVersie?) {
    row = ZaakRow(dossier, pending: pending, zaaktype: zaaktype)
    self.stamp = stamp
    let shown = dossier.applying(pending.filter(\.isShown).map(\.operation))
    let zaak = shown.zaak.value
    self.zaaktype = zaak.zaaktype.uuid ?? ""
    var numbers: [String] = []
    for rol in shown.behandelaars {
      if case .medewerker(let medewerker)? = rol.identificatie, !medewerker.identificatie.isEmpty,
        !numbers.contains(medewerker.identificatie)
      {
        numbers.append(medewerker.identificatie)
      }
    }
    behandelaars = numbers
    var parts = [row.identificatie, IndexEntry.short(row.identificatie), row.omschrijving, zaak.toelichting]
    parts += [row.zaaktype, row.status]
    for rol in shown.rollen { parts += IndexEntry.names(rol.value) }
    for document in shown.documenten { parts.append(document.value.titel) }
    for link in shown.zaakinformatieobjecten { parts.append(link.value.titel) }
    for kenmerk in zaak.kenmerken { parts.append(kenmerk.kenmerk) }
    text = parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The names of a betrokkene, never a BSN or another number of a person or an enterprise.
  private static func names(_ rol: Rol) -> [String] {
    var names = [rol.afwijkendeNaamBetrokkene]
    switch rol.identificatie {
    case .medewerker(let medewerker)?: names += [Betrokkene.medewerker(medewerker).naam, medewerker.identificatie]
    case .natuurlijkPersoon(let persoon)?: names += [Betrokkene.natuurlijkPersoon(persoon).naam, persoon.voornamen]
    case .nietNatuurlijkPersoon(let persoon)?: names.append(persoon.statutaireNaam)
    case .vestiging(let vestiging)?: names += vestiging.handelsnaam
    case .organisatorischeEenheid(let eenheid)?: names += [eenheid.naam, eenheid.identificatie]
    case nil: break
    }
    return names
  }

  /// By which the list is sorted: open before closed, then the deadline with none last, then the identificatie.
  var order: String {
    IndexEntry.order(isOpen: row.isOpen, deadline: row.deadline) + row.identificatie + "\u{1}" + row.uuid.prefix(8)
  }

  /// The beginning of the order of all zaken with a deadline.
  static func order(isOpen: Bool, deadline: Day?) -> String {
    // Twenty million days more, so that the years 1 to 9999 all have eight digits.
    (isOpen ? "0" : "1") + (deadline.map { String($0.daysSince1970 + 20_000_000) } ?? "99999999")
  }

  /// In lower case, and numbers without the zeros before them: `ZAAK-2026-0000014102` becomes `zaak-2026-14102`.
  static func short(_ identificatie: String) -> String {
    var short: [UInt8] = []
    var inNumber = false
    let bytes = Array(identificatie.lowercased().utf8)
    for (index, byte) in bytes.enumerated() {
      let isDigit = (0x30...0x39).contains(byte)
      let nextIsDigit = index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1])
      if isDigit, !inNumber, byte == 0x30, nextIsDigit { continue }
      inNumber = isDigit
      short.append(byte)
    }
    return String(decoding: short, as: UTF8.self)
  }
}
