/// Writes a PDF of one page of text: small, and real enough for every viewer and for `pdftotext`.
enum Pdf {
  static func page(title: String, lines: [String]) -> [UInt8] {
    var content = Array("BT /F2 15 Tf 72 780 Td (".utf8) + escaped(title) + Array(") Tj /F1 11 Tf 0 -28 Td\n".utf8)
    for line in lines { content += Array("(".utf8) + escaped(line) + Array(") Tj 0 -16 Td\n".utf8) }
    content += Array("ET".utf8)
    let font = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont"
    let objects: [[UInt8]] = [
      Array("<< /Type /Catalog /Pages 2 0 R >>".utf8), Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
      Array(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
          .utf8),
      Array("<< /Length \(content.count) >>\nstream\n".utf8) + content + Array("\nendstream".utf8),
      Array("<< \(font) /Helvetica >>".utf8), Array("<< \(font) /Helvetica-Bold >>".utf8),
    ]
    return file(objects)
  }

  /// The objects with a table of where each begins.
  private static func file(_ objects: [[UInt8]]) -> [UInt8] {
    var bytes = Array("%PDF-1.4\n".utf8)
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let table = bytes.count
    bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for place in places { bytes += Array("\(digits(place, 10)) 00000 n \n".utf8) }
    bytes += Array("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n".utf8)
    return bytes
  }

  /// Latin-1, which WinAnsi agrees with for letters; what is outside becomes a question mark.
  private static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let byte = scalar.value < 256 ? UInt8(scalar.value) : UInt8(ascii: scalar == "–" ? "-" : "?")
      if [UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\")].contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return bytes
  }
}
