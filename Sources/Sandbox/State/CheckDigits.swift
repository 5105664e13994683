/// The proofs that Dutch identifiers carry in their last digits.
enum CheckDigits {
  /// BSN and RSIN: nine digits whose weighted sum (9, 8, … 2, −1) is a multiple of 11, and not all zero.
  static func passesEleven(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy((0...9).contains), digits.contains(where: { $0 > 0 }) else {
      return false
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
    return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
  }

  /// The first number of nine digits from `start` on that passes; every eleven numbers hold one or none.
  static func nextEleven(from start: Int) -> String {
    var number = start
    while !passesEleven(nine(number)) { number += 1 }
    return nine(number)
  }

  private static func nine(_ value: Int) -> String { digits(value, 9) }
}
