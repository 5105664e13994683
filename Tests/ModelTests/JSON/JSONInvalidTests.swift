import Model
import Testing

@Suite struct JSONInvalidTests {
  @Test(arguments: [
    ("", 0), ("  ", 2), ("x", 0), ("nul", 0), ("nulL", 0), ("tru", 0), ("True", 0), ("falsy", 0), ("NaN", 0),
    ("+1", 0), (".5", 0), ("-", 1), ("-x", 1), ("01", 2), ("-012", 4), ("1.", 2), ("1.e5", 2), ("1e", 2), ("1e+", 3),
    ("0x10", 1), ("1 2", 2), ("[1]]", 3), ("[", 1), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3),
    ("]", 0), ("{", 1), ("{,}", 1), ("{\"a\"}", 4), ("{\"a\":}", 5), ("{\"a\":1,}", 7), ("{\"a\" 1}", 5), ("{a:1}", 1),
    ("{'a':1}", 1), ("{\"a\":1 \"b\":2}", 7), ("[1}", 2), ("{\"a\":1]", 6), ("\"", 1), ("\"abc", 4), ("\"a\nb\"", 2),
    ("\"\u{1F}\"", 1), ("\"\\x\"", 2), ("\"\\", 2), ("\"\\u12\"", 3), ("\"\\u12G4\"", 5), ("\"\\ud83d\\u12\"", 9),
    ("// a\n1", 0), ("1 // a", 2), ("[1]\u{0}", 3), ("\u{A0}1", 0),
  ])
  func isRefusedAtTheByte(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.offset == offset, "\(text.debugDescription): \(String(describing: error))")
  }

  @Test func theErrorSaysWhere() {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: #"{"a":1,}"#) }
    #expect(error?.description == "geen geldige JSON bij byte 7: een naam verwacht")
  }
}
