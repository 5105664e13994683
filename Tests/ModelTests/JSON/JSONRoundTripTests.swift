import Model
import Testing

@Suite struct JSONRoundTripTests {
  @Test(arguments: [
    "0", "-0", "1.50", "1e400", "-1E-400", "1e+5", "0.0000000000000000000000000000000000001",
    "1234567890123456789012345678901234567890", "52.105495945372596",
  ])
  func aNumberKeepsItsDigits(digits: String) throws {
    #expect(try JSON(parsing: digits) == .number(digits))
    #expect(try JSON(parsing: "[\(digits)]").text() == "[\(digits)]")
  }

  @Test func numbersAreTheSameOnlyWhenWrittenTheSame() {
    #expect(JSON.number("1.50") != .number("1.5"))
    #expect(JSON.number("4") == 4)
    #expect(JSON.number("4").int == 4)
    #expect(JSON.number("4.0").int == nil)
    #expect(JSON.number("9223372036854775808").int == nil)
    #expect(JSON.number("1.50").double == 1.5)
  }

  @Test func nullIsNotAbsent() throws {
    let object = try #require(try JSON(parsing: #"{"a":null}"#).object)
    #expect(object["a"] == .null)
    #expect(object["b"] == nil)
    #expect(JSON.object(object) != .object([:]))
  }

  @Test func membersKeepTheirOrderAndTheLastOfTwoCounts() throws {
    let text = #"{"z":1,"a":2,"m":{"b":[],"a":{}}}"#
    #expect(try JSON(parsing: text).text() == text)
    #expect(try JSON(parsing: #"{"a":1,"b":2,"a":3}"#).text() == #"{"a":3,"b":2}"#)
  }

  @Test func objectsAreEqualInWhateverOrder() throws {
    let one = try JSON(parsing: #"{"a":1,"b":{"c":2,"d":[1,2]}}"#)
    let other = try JSON(parsing: #"{"b":{"d":[1,2],"c":2},"a":1}"#)
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(one != (try JSON(parsing: #"{"b":{"d":[2,1],"c":2},"a":1}"#)))
    #expect(one != (try JSON(parsing: #"{"b":{"d":[1,2],"c":2},"a":1,"e":null}"#)))
  }

  /// For Swift an e with an accent and an e followed by one are equal texts; for a server they need not be.
  @Test func textsAndNamesAreComparedByTheirBytes() throws {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    #expect(composed == decomposed)
    #expect(JSON.string(composed) != .string(decomposed))
    let both = try JSON(parsing: "{\"\(composed)\":1,\"\(decomposed)\":2}")
    #expect(both.object?.members.count == 2)
    #expect(both[composed] == 1)
    #expect(both[decomposed] == 2)
    var object: JSONObject = [composed: 1]
    object[decomposed] = 2
    object[composed] = nil
    #expect(object.names.map { Array($0.utf8) } == [Array(decomposed.utf8)])
    #expect(JSON.object([composed: 1]) != .object([decomposed: 1]))
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"),
    (#""\ud83d\ude00""#, "😀"), (#""\uD83D""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"),
    (#""\ud83dx""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\u0000""#, "\u{0}"), (#""""#, ""), ("\"\u{2028}\"", "\u{2028}"),
  ])
  func escapes(text: String, value: String) throws {
    #expect(try JSON(parsing: text) == .string(value))
    #expect(try JSON(parsing: JSON.string(value).bytes()) == .string(value))
  }

  @Test(arguments: [
    ([0xFF], "\u{FFFD}"), ([0x61, 0xC3], "a\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ([0xC3, 0x5C, 0x6E], "\u{FFFD}\n"),
  ])
  func bytesThatAreNoUTF8(bytes: [UInt8], value: String) throws {
    #expect(try JSON(parsing: [0x22] + bytes + [0x22]) == .string(value))
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try JSON(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == [1])
    #expect(throws: JSONError.self) { try JSON(parsing: Array(" ".utf8) + [0xEF, 0xBB, 0xBF] + Array("1".utf8)) }
  }

  /// So that no JSON that is printed can steer the terminal.
  @Test func controlCharactersAreWrittenAsEscapes() throws {
    for value in Array(0..<UInt32(0x20)) + Array(0x7F...0x9F) {
      let text = String(String.UnicodeScalarView([try #require(Unicode.Scalar(value))]))
      let bytes = JSON.object([text: .string(text)]).bytes()
      #expect(bytes.allSatisfy { (0x20..<0x7F).contains($0) }, "U+\(String(value, radix: 16))")
      #expect(try JSON(parsing: bytes) == .object([text: .string(text)]))
    }
    #expect(JSON.string("\u{9B}\u{7F}é\u{C0}").text() == #""\u009b\u007féÀ""#)
  }

  @Test func prettyIsIndentedAndEndsInANewline() throws {
    let json: JSON = ["a": [1, [], [:]], "b": ["c": nil]]
    let pretty = """
      {
        "a": [
          1,
          [],
          {}
        ],
        "b": {
          "c": null
        }
      }

      """
    #expect(json.text(pretty: true) == pretty)
    #expect(try JSON(parsing: pretty) == json)
    #expect(json.text() == #"{"a":[1,[],{}],"b":{"c":null}}"#)
  }

  @Test func tooDeepIsRefusedAndJustDeepEnoughIsNot() throws {
    func arrays(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    func objects(_ depth: Int) -> String {
      String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    }
    #expect(try JSON(parsing: arrays(128)).text() == arrays(128))
    #expect(try JSON(parsing: objects(128)).text() == objects(128))
    for text in [arrays(129), objects(129), String(repeating: "[", count: 1_000_000)] {
      let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
      #expect(error?.problem == "meer dan 128 niveaus diep")
    }
    #expect(try JSON(parsing: "[" + String(repeating: "[],", count: 500) + "[]]").array?.count == 501)
  }

  @Test(.timeLimit(.minutes(30))) func aTextOfTenMegabytesAndAnObjectOfManyMembers() throws {
    let long = String(repeating: "een lange tekst met \"aanhalingstekens\" ", count: 270_000)
    #expect(long.utf8.count > 10_000_000)
    #expect(try JSON(parsing: JSON.string(long).bytes()).string?.utf8.count == long.utf8.count)
    // Quadratic work on these would not end within the limit.
    let members = (0..<100_000).map { "\"m\($0)\":\($0)" } + ["\"m0\":\"twice\""]
    let object = try JSON(parsing: "{" + members.joined(separator: ",") + "}")
    #expect(object.object?.members.count == 100_000)
    #expect(object["m0"] == "twice")
    let turned = try JSON(parsing: "{" + members.reversed().joined(separator: ",") + "}")
    #expect(turned["m0"] == 0)
    var same = try #require(turned.object)
    same["m0"] = "twice"
    #expect(JSON.object(same) == object)
  }
}
