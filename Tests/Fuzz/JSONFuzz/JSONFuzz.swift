// A fuzz target for libFuzzer; `Scripts/fuzz` compiles it together with Sources/Model, so it is in the same module.

/// Takes one input of the fuzzer: bytes of whatever kind.
///
/// A trap is a finding, and so is a property that does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  fuzzTexts(String(decoding: bytes, as: UTF8.self))
  guard let json = try? JSON(parsing: bytes) else { return 0 }
  fuzzJSON(json)
  fuzzFiles(json)
  fuzzJournal(json)
  return 0
}

/// What was read is written, and reads as the same again: compact and pretty, in the same bytes each time.
private func fuzzJSON(_ json: JSON) {
  for pretty in [false, true] {
    let written = json.bytes(pretty: pretty)
    hold((try? JSON(parsing: written)) == json, "written and read again it differs")
    hold((try? JSON(parsing: written))?.bytes(pretty: pretty) == written, "written twice it differs")
    let steers = json.text(pretty: pretty).unicodeScalars.contains { scalar in
      (scalar.value < 0x20 && !(pretty && scalar == "\n")) || (0x7F...0x9F).contains(scalar.value)
    }
    hold(!steers, "a control character was written as it is")
  }
  let turned = turned(json)
  hold(turned == json, "the order of members makes a difference")
  hold(turned.hashValue == json.hashValue, "two equal values have two hashes")
}

/// The value with the members of every object in the opposite order.
private func turned(_ json: JSON) -> JSON {
  switch json {
  case .null, .bool, .number, .string: json
  case .array(let items): .array(items.map(turned))
  case .object(let object): .object(JSONObject(object.members.reversed().map { ($0.name, turned($0.value)) }))
  }
}

private func fuzzFiles(_ json: JSON) {
  if let dossier = try? Dossier(json: json) {
    hold((try? Dossier(json: dossier.json)) == dossier, "a dossier does not survive the store")
    _ = ZaakRow(dossier, pending: [], zaaktype: nil)
    _ = dossier.rollen.map(\.value.naam)
  }
  if let versie = try? ZaaktypeVersie(json: json) {
    hold((try? ZaaktypeVersie(json: versie.json)) == versie, "a zaaktype does not survive the store")
    _ = versie.path
  }
  if let body = json.object {
    fuzzRecord(Zaak(body))
    fuzzRecord(Rol(body))
    fuzzRecord(EnkelvoudigInformatieObject(body))
    fuzzRecord(Zaaktype(body))
  }
}

private func fuzzRecord<Fields: ResourceFields>(_ record: Record<Fields>) {
  _ = record.problems
  _ = record.uuid
}

private func fuzzJournal(_ json: JSON) {
  guard let entry = JournalEntry(json: json) else { return }
  hold(JournalEntry(json: entry.json) == entry, "a line of the journal does not survive the store")
  hold(OperationQueue([entry, entry]).pending.count <= 1, "one operation stands in the queue twice")
}

private func fuzzTexts(_ text: String) {
  if let day = Day(text) {
    hold(isExactly(day.text, text), "a day is not written as it was read")
    hold(day.adding(ISODuration()) == day, "nothing added gives another day")
  }
  if let duration = ISODuration(text) {
    hold(ISODuration(duration.text) == duration, "a duration does not survive")
    let moved = Day(daysSince1970: 20_000).adding(duration)
    hold(Day(moved.text) == moved, "a day that was moved cannot be read")
  }
  if let moment = Moment(text) {
    let again = Moment(moment.text)
    hold(again == moment && again?.offset == moment.offset, "a moment does not survive")
    hold(moment.day.text == String(moment.text.prefix(10)), "a moment is on another day than it says")
  }
  if let uuid = Ref(text).uuid { hold(Ref.uuid(uuid) == uuid, "a UUID is no UUID") }
}

private func hold(_ isTrue: Bool, _ otherwise: StaticString) {
  precondition(isTrue, "\(otherwise)")
}
