import Model

/// By which law a term stands still, and so how many days it gets longer.
public enum Opschortingsregel: String, Sendable, CaseIterable {
  /// Awb 4:15: from the day after the invitation until the day of completion, which does not count.
  case awb
  /// Woo 4.4(3): from the day after the notice up to and including the day of the zienswijze.
  case woo

  /// Days by which the term gets longer.
  ///
  /// - Parameters:
  ///   - since: the day of the invitation or the notice
  ///   - end: the day on which the application was completed, or the zienswijze came, or the time for it was over
  public func days(since: Day, end: Day) -> Int {
    switch self {
    case .awb: max(0, end - since - 1)
    case .woo: max(0, end - since)
    }
  }
}

/// Where it is written down since when a zaak has been suspended: the standard has no field for it.
enum Opschortnotitie {
  static let onderwerp = "Opschorting"

  static func tekst(since: Day, reden: String) -> String { "Opgeschort sinds \(since.text). Reden: \(reden)" }

  /// For servers without notities: the day stands behind the reason.
  static func reden(_ reden: String, since: Day) -> String { "\(reden) (sinds \(since.text))" }

  /// The day that is written behind the last `sinds` of a text.
  static func since(_ text: String) -> Day? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    guard let index = words.lastIndex(of: "sinds"), index + 1 < words.count else { return nil }
    return Day(words[index + 1])
  }
}

extension Dossier {
  /// Since when the zaak has been suspended, by its opschorting or its latest notitie about it; nil where nothing tells.
  public var suspendedSince: Day? {
    guard let opschorting = zaak.value.opschorting, opschorting.indicatie else { return nil }
    let own = Opschortnotitie.since(opschorting.reden)
    // The latest stands last where it has no date of the server yet.
    let notes = notities.map(\.value).filter { $0.onderwerp == Opschortnotitie.onderwerp }
      .enumerated().sorted { left, right in
        switch (left.element.aanmaakdatum, right.element.aanmaakdatum) {
        case (let first?, let second?): first < second
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): left.offset < right.offset
        }
      }.map(\.element)
    return own ?? notes.last.flatMap { Opschortnotitie.since($0.tekst) }
  }
}

extension Behandeling {
  /// The term stands still; since when is kept in a notitie, or behind the reason where the server has no notities.
  ///
  /// - Parameters:
  ///   - reden: at most 200 characters
  ///   - since: the day of the invitation or the notice; nil for today
  public func schortOp(reden: String, since: Day? = nil, notities: Bool = true) throws(RuleError) -> Change {
    try mustBeOpen()
    guard zaaktype.zaaktype.value.opschortingEnAanhoudingMogelijk else { throw .termijn(.opschortingNotPossible) }
    guard zaak.opschorting?.indicatie != true else { throw .termijn(.isSuspended) }
    let day = since ?? today
    let text = notities ? reden : Opschortnotitie.reden(reden, since: day)
    var steps = [try zaakStep([("opschorting", try opschorting(true, text))])]
    if notities {
      let tekst = Opschortnotitie.tekst(since: day, reden: reden)
      steps.append(.create(try creation(notitie(Opschortnotitie.onderwerp, tekst))))
    }
    return .handeling(Handeling(.opschorten, steps.compactMap { $0 }))
  }

  /// The term runs again, and ends so many days later as it stood still.
  ///
  /// - Parameters:
  ///   - since: where nothing tells since when it stood still, or to correct it
  ///   - end: the day until which it stood still, by the rule; nil for today
  public func hervat(
    _ regel: Opschortingsregel, since: Day? = nil, end: Day? = nil
  ) throws(RuleError) -> Change {
    try mustBeOpen()
    guard let old = zaak.opschorting, old.indicatie else { throw .termijn(.isNotSuspended) }
    guard let begin = since ?? dossier.suspendedSince else { throw .termijn(.sinceUnknown) }
    let end = end ?? today
    guard end >= begin else { throw .termijn(.beforeSuspension(since: begin)) }
    let days = ISODuration(days: regel.days(since: begin, end: end))
    let values = [("opschorting", try opschorting(false, old.reden))] + shifted(by: days)
    return .handeling(Handeling(.hervatten, [try zaakStep(values)].compactMap { $0 }))
  }

  /// The term gets longer, within the verlengingstermijn of the zaaktype.
  ///
  /// - Parameter reden: at most 200 characters
  public func verleng(_ duur: ISODuration, reden: String) throws(RuleError) -> Change {
    try mustBeOpen()
    let type = zaaktype.zaaktype.value
    guard type.verlengingMogelijk else { throw .termijn(.verlengingNotPossible) }
    let start = zaak.startdatum
    guard start.adding(duur) > start else { throw .termijn(.verlengingWithoutDuur) }
    let earlier = zaak.verlenging?.duur ?? ISODuration()
    if let max = type.verlengingstermijn, start.adding(earlier).adding(duur) > start.adding(max) {
      throw .termijn(.verlengingTooLong(max: max.text))
    }
    var verlenging = Verlenging()
    verlenging.reden = reden
    verlenging.duur = duur
    try verlenging.check()
    let values = [("verlenging", verlenging.json)] + shifted(by: duur)
    return .handeling(Handeling(.verlengen, [try zaakStep(values)].compactMap { $0 }))
  }

  private func zaakStep(_ values: [(name: String, value: JSON)]) throws(RuleError) -> Step? {
    try alteration(zaak, values).map { .change($0) }
  }

  private func opschorting(_ indicatie: Bool, _ reden: String) throws(RuleError) -> JSON {
    var opschorting = Opschorting()
    opschorting.indicatie = indicatie
    opschorting.reden = reden
    if indicatie { try opschorting.check() }
    return opschorting.json
  }

  /// The server shifts no dates by itself.
  private func shifted(by duur: ISODuration) -> [(name: String, value: JSON)] {
    [("einddatumGepland", zaak.einddatumGepland), ("uiterlijkeEinddatumAfdoening", zaak.uiterlijkeEinddatumAfdoening)]
      .compactMap { name, day in day.map { (name, $0.adding(duur).json) } }
  }
}
