import Model
import Testing

/// What Open Zaak sent is written again with the same value and the same digits.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.whyNot))) struct RealDataTests {
  @Test func theBodiesOfRecordedExchanges() throws {
    let files = try RealData.files("openzaak-1.30/exchanges", ending: ".json")
    #expect(files.count > 200)
    for file in files {
      try expectKept(file.bytes, file.name)
      let exchange = try JSON(parsing: file.bytes)
      guard let body = exchange["response"]?["body"], !body.isNull else { continue }
      try expectKept(body.bytes(), file.name)
      #expect(try JSON(parsing: body.bytes()) == body, "\(file.name)")
    }
  }

  @Test func theResourcesOfThreeHundredZaken() throws {
    let files = try RealData.files("openzaak-1.30/dataset", ending: ".jsonl")
    #expect(files.count == 18)
    for file in files {
      for (number, line) in file.bytes.split(separator: 0x0A).enumerated() {
        try expectKept(Array(line), "\(file.name):\(number + 1)")
      }
    }
  }

  private func expectKept(_ bytes: [UInt8], _ place: String) throws {
    let json = try JSON(parsing: bytes)
    for pretty in [false, true] {
      let written = json.bytes(pretty: pretty)
      #expect(try JSON(parsing: written) == json, "\(place)")
      #expect(numberTokens(written) == numberTokens(bytes), "\(place)")
    }
  }
}
