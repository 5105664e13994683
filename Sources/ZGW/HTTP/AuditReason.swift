import Foundation

/// Makes a header value of the reason that goes into the server's audittrail.
///
/// Header values are ASCII without line breaks, and no ZGW server is known to decode an encoded form: what is sent is
/// what the archivist reads. So the text is written in ASCII as a person would (`één` becomes `een`, `€` becomes
/// `EUR`), and what has no such form becomes `?`.
enum AuditReason {
  static let limit = 1000

  private static let spelled: [Unicode.Scalar: String] = [
    "€": "EUR", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ı": "i", "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"",
    "\u{2013}": "-", "\u{2014}": "-", "\u{2026}": "...", "\u{00A0}": " ", "ĳ": "ij", "Ĳ": "IJ", "§": "par. ",
  ]

  /// Nil where nothing is left.
  static func header(_ reason: String) -> String? {
    var text = ""
    for scalar in reason.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F: text.unicodeScalars.append(scalar)
      case 0x300...0x36F: break
      default:
        if let words = spelled[scalar] {
          text += words
        } else if scalar.value < 0x20 || scalar.properties.isWhitespace {
          text += " "
        } else {
          text += "?"
        }
      }
    }
    let words = text.split(separator: " ").joined(separator: " ")
    return words.isEmpty ? nil : String(words.prefix(limit))
  }
}
