import Model

extension Rights {
  /// The scope that is surely missing for an operation; nil where a server may carry all of it out.
  ///
  /// What some servers allow is not refused here, and neither is what is not known.
  ///
  /// - Parameters:
  ///   - steps: of the operation
  ///   - dossier: as it is shown; nil for a zaak that the steps make
  ///   - zaaktype: nil where its catalogue is not here
  public func missing(for steps: [Step], on dossier: Dossier?, _ zaaktype: ZaaktypeVersie?) -> Scope? {
    var asked = AskedRights(self, dossier, zaaktype)
    for step in steps {
      if let scope = asked.missing(step) { return scope }
    }
    return nil
  }
}

/// Goes along the steps of one operation, with what each leaves behind for those after it.
private struct AskedRights {
  private enum Deed { case create, change, remove }

  private let rights: Rights
  private let dossier: Dossier?
  private let zaaktype: ZaaktypeVersie?
  /// Nil as long as the zaak is not made.
  private var zaak: Zaak?
  /// Whether the steps make the zaak: who may make it may make its parts along with it.
  private var isNew = false
  private var isClosed: Bool
  private var hasStatus: Bool
  private var made: [Ref: JSONObject] = [:]

  init(_ rights: Rights, _ dossier: Dossier?, _ zaaktype: ZaaktypeVersie?) {
    self.rights = rights
    self.dossier = dossier
    self.zaaktype = zaaktype
    zaak = dossier?.zaak.value
    isClosed = dossier?.isSurelyClosed(zaaktype) ?? false
    hasStatus = dossier.map { !$0.statussen.isEmpty || $0.zaak.value.status != nil } ?? false
  }

  mutating func missing(_ step: Step) -> Scope? {
    switch step {
    case .status(let set): return status(set)
    case .create(let creation):
      made[creation.ref] = creation.body
      return part(creation.kind, .create, creation.body)
    case .change(let alteration):
      // The rights to another zaak are not known from here.
      if alteration.kind == .zaken, let zaak, alteration.ref != zaak.url { return nil }
      let unlocks = alteration.fields.contains { $0.field == "locked" }
      if alteration.kind == .enkelvoudiginformatieobjecten, unlocks {
        return document(alteration.ref, [.documentenGeforceerdUnlock])
      }
      return part(alteration.kind, .change, body(alteration.kind, alteration.ref))
    case .remove(let removal): return part(removal.kind, .remove, removal.was)
    }
  }

  /// Any status of a closed zaak asks `zaken.heropenen` (`zrc-008`); the first of all may come with `zaken.aanmaken`.
  private mutating func status(_ set: ZetStatus) -> Scope? {
    let isEnd = zaaktype?.isEndStatus(set.statustype)
    defer {
      hasStatus = true
      isClosed = isClosed && isEnd == true
    }
    if isClosed, isEnd == false { return missing([.zakenHeropenen]) }
    var scopes: [Scope] = [
      .zakenStatussenToevoegen, .zakenBijwerken, .zakenGeforceerdBijwerken, .zakenHeropenen,
    ]
    if !hasStatus { scopes.append(.zakenAanmaken) }
    return missing(scopes)
  }

  private mutating func part(_ kind: ResourceKind, _ deed: Deed, _ body: JSONObject?) -> Scope? {
    switch kind.api {
    case .zaken: return kind == .zaken ? ownZaak(deed, body) : zaakPart(kind, deed)
    case .documenten:
      if kind == .enkelvoudiginformatieobjecten { return document(body, deed) }
      return document(Ref(body?["informatieobject"]?.string ?? ""), right(deed))
    case .besluiten: return besluit(kind, deed, body)
    case .catalogi, .autorisaties: return nil
    }
  }

  // MARK: Zaken

  private mutating func ownZaak(_ deed: Deed, _ body: JSONObject?) -> Scope? {
    switch deed {
    case .create:
      isNew = true
      zaak = body.map { Zaak($0) }
      return missing([.zakenAanmaken])
    case .change: return zaakPart(.zaken, .change)
    case .remove: return missing([.zakenVerwijderen])
    }
  }

  /// A closed zaak takes changes of itself and of its parts by force only (`zrc-007`); notities are no part of that.
  private func zaakPart(_ kind: ResourceKind, _ deed: Deed) -> Scope? {
    if isNew { return nil }
    if isClosed, kind != .zaaknotities { return missing([.zakenGeforceerdBijwerken]) }
    var scopes: [Scope] = [.zakenBijwerken, .zakenGeforceerdBijwerken]
    if kind == .zaakinformatieobjecten || kind == .zaakobjecten {
      switch deed {
      case .create: scopes.append(.zakenAanmaken)
      case .change: break
      case .remove: scopes.append(.zakenVerwijderen)
      }
    }
    return missing(scopes)
  }

  private func missing(_ scopes: [Scope]) -> Scope? {
    missing(scopes, type: zaak?.zaaktype, level: zaak?.vertrouwelijkheidaanduiding)
  }

  // MARK: Documenten

  /// To change a document it has to be locked first (`drc-009`).
  private func document(_ body: JSONObject?, _ deed: Deed) -> Scope? {
    switch deed {
    case .create: document(body, [.documentenAanmaken])
    case .change:
      document(body, [.documentenBijwerken, .documentenGeforceerdBijwerken]) ?? document(body, [.documentenLock])
    case .remove: document(body, [.documentenVerwijderen])
    }
  }

  private func right(_ deed: Deed) -> [Scope] {
    switch deed {
    case .create: [.documentenAanmaken]
    case .change: [.documentenBijwerken, .documentenGeforceerdBijwerken]
    case .remove: [.documentenVerwijderen]
    }
  }

  private func document(_ ref: Ref, _ scopes: [Scope]) -> Scope? {
    document(body(.enkelvoudiginformatieobjecten, ref), scopes)
  }

  private func document(_ body: JSONObject?, _ scopes: [Scope]) -> Scope? {
    let document = body.map { EnkelvoudigInformatieObject($0) }
    return missing(scopes, type: document?.informatieobjecttype, level: document?.vertrouwelijkheidaanduiding)
  }

  // MARK: Besluiten

  private func besluit(_ kind: ResourceKind, _ deed: Deed, _ body: JSONObject?) -> Scope? {
    guard kind == .besluitinformatieobjecten else {
      let type = body?["besluittype"]?.string.map { Ref($0) }
      return switch deed {
      case .create: missing([.besluitenAanmaken], type: type)
      case .change: missing([.besluitenBijwerken], type: type)
      case .remove: missing([.besluitenVerwijderen], type: type)
      }
    }
    let besluit = body?["besluit"]?.string.flatMap { self.body(.besluiten, Ref($0)) }
    let type = besluit?["besluittype"]?.string.map { Ref($0) }
    return switch deed {
    case .create, .change: missing([.besluitenBijwerken, .besluitenAanmaken], type: type)
    case .remove: missing([.besluitenVerwijderen, .besluitenBijwerken], type: type)
    }
  }

  // MARK: Asking

  private func body(_ kind: ResourceKind, _ ref: Ref) -> JSONObject? { made[ref] ?? dossier?.body(kind, ref) }

  /// The first of the scopes, where surely none of them is there.
  private func missing(
    _ scopes: [Scope], type: Ref?, level: Vertrouwelijkheidaanduiding? = nil
  ) -> Scope? {
    let known = type.flatMap { $0.isEmpty ? nil : $0 }
    return scopes.allSatisfy { rights.may($0, type: known, level: level) == .no } ? scopes.first : nil
  }
}

extension Dossier {
  /// Whether the server will find the zaak closed: not where a status that waits reopens it before.
  fileprivate func isSurelyClosed(_ zaaktype: ZaaktypeVersie?) -> Bool {
    guard !zaak.value.isOpen else { return false }
    guard let status, let zaaktype else { return status == nil }
    return zaaktype.isEndStatus(status.statustype)
  }
}
