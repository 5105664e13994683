import Model
import TestSupport
import Testing

@Suite struct JSONPropertyTests {
  @Test func whatIsWrittenReadsAsTheSame() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("JSONPropertyTests seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<3000 {
      let json = randomJSON(depth: 5, using: &generator)
      for pretty in [false, true] {
        let bytes = json.bytes(pretty: pretty)
        let again = try JSON(parsing: bytes)
        #expect(again == json, "seed \(seed), round \(round)")
        #expect(again.hashValue == json.hashValue, "seed \(seed), round \(round)")
        #expect(again.bytes(pretty: pretty) == bytes, "seed \(seed), round \(round)")
        #expect(pretty || !bytes.contains(0x0A), "seed \(seed), round \(round)")
      }
    }
  }

  /// Every text that is cut off, or has one byte changed, is read or refused: it never traps.
  @Test func damagedTextsAreReadOrRefused() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("JSONPropertyTests seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<500 {
      let bytes = JSON.array([randomJSON(depth: 3, using: &generator)]).bytes()
      let cut = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &generator)))
      #expect(throws: JSONError.self, "seed \(seed), round \(round)") { try JSON(parsing: cut) }
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      do {
        let read = try JSON(parsing: changed)
        #expect((try? JSON(parsing: read.bytes())) == read, "seed \(seed), round \(round)")
      } catch {
        #expect((0...changed.count).contains(error.offset), "seed \(seed), round \(round)")
      }
    }
  }
}

func randomJSON(depth: Int, using generator: inout SeededGenerator) -> JSON {
  switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
  case 0: return .null
  case 1: return .bool(Bool.random(using: &generator))
  case 2: return .number(randomNumber(using: &generator))
  case 3, 4: return .string(randomText(using: &generator))
  case 5:
    let count = Int.random(in: 0...4, using: &generator)
    return .array((0..<count).map { _ in randomJSON(depth: depth - 1, using: &generator) })
  default:
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      object[randomText(using: &generator)] = randomJSON(depth: depth - 1, using: &generator)
    }
    return .object(object)
  }
}

private func randomNumber(using generator: inout SeededGenerator) -> String {
  func digits(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in String(Int.random(in: 0...9, using: &generator)) }
      .joined()
  }
  var text = Bool.random(using: &generator) ? "-" : ""
  text += Bool.random(using: &generator) ? "0" : String(Int.random(in: 1...9, using: &generator)) + digits(0...40)
  if Bool.random(using: &generator) { text += "." + digits(1...20) }
  if Bool.random(using: &generator) {
    text += (["e", "E", "e-", "E+"].randomElement(using: &generator) ?? "e") + digits(1...3)
  }
  return text
}

private func randomText(using generator: inout SeededGenerator) -> String {
  let ranges: [ClosedRange<UInt32>] = [
    0...0x7F, 0x20...0x7E, 0x80...0x9F, 0xA0...0x24F, 0x300...0x36F, 0x2000...0x206F, 0xE000...0xFFFF,
    0x1F300...0x1FAFF, 0x10FF00...0x10FFFF,
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...8, using: &generator) {
    let range = ranges.randomElement(using: &generator) ?? 0x20...0x7E
    if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
  }
  return String(text)
}
