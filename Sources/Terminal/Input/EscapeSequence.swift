import Screen

/// Sequences that begin with ESC, as xterm, rxvt, the Linux console and their kin send them.
enum EscapeSequence {
  /// More parameters than any key has; a longer sequence is not one.
  private static let maximumLength = 64

  /// What the bytes, of which the first is ESC, begin with.
  static func parse(_ bytes: ArraySlice<UInt8>) -> Step {
    let bytes = Array(bytes.prefix(maximumLength))
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[1] {
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "O"): return single(bytes)
    case KeyDecoder.escape: return .keys([.escape], used: 1)
    case 0x0D, 0x0A: return .keys([.alt("\r")], used: 2)
    case 0x7F, 0x08: return .keys([.control("w")], used: 2)
    case 0x20..<0x7F: return .keys([.alt(Character(UnicodeScalar(bytes[1])))], used: 2)
    case 0x80...: return alternate(bytes)
    default: return .keys([.escape], used: 1)
    }
  }

  /// Alt with a character of several bytes.
  private static func alternate(_ bytes: [UInt8]) -> Step {
    let length = bytes[1] < 0xE0 ? 2 : bytes[1] < 0xF0 ? 3 : 4
    guard bytes.count > length else { return .incomplete }
    guard let character = String(validating: bytes[1...length], as: UTF8.self)?.first else {
      return .keys([.escape], used: 1)
    }
    return .keys([.alt(character)], used: length + 1)
  }

  /// ESC O and one letter: the cursor keys and F1 to F4, and the keypad in application mode.
  private static func single(_ bytes: [UInt8]) -> Step {
    guard bytes.count > 2 else { return .incomplete }
    switch bytes[2] {
    case UInt8(ascii: "M"): return .keys([.enter], used: 3)
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .keys([.character(Character(UnicodeScalar(bytes[2] - 0x40)))], used: 3)
    default: return .keys(letter(bytes[2], modifier: 1), used: 3)
    }
  }

  /// ESC [ with parameters up to a final letter.
  private static func control(_ bytes: [UInt8]) -> Step {
    guard bytes.count > 2 else { return .incomplete }
    if bytes[2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else { return .incomplete }
      return .keys(consoleFunction(bytes[3]), used: 4)
    }
    if bytes[2] == UInt8(ascii: "M") { return oldMouse(bytes) }
    guard let end = bytes[2...].firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return bytes.count < maximumLength ? .incomplete : .keys([], used: maximumLength)
    }
    // Not a final byte, so not a sequence; what stands there is looked at by itself.
    guard bytes[end] == UInt8(ascii: "$") || (0x40...0x7E).contains(bytes[end]) else { return .keys([], used: end) }
    return interpret(parameters: bytes[2..<end], final: bytes[end], used: end + 1)
  }

  private static func interpret(parameters: ArraySlice<UInt8>, final: UInt8, used: Int) -> Step {
    if parameters.first == UInt8(ascii: "<") {
      guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return .keys([], used: used) }
      return .mouse(mouse(numbers(parameters.dropFirst()), isRelease: final == UInt8(ascii: "m")), used: used)
    }
    // Answers of the terminal to questions that another program asked.
    if let marker = parameters.first, (0x3C...0x3F).contains(marker) { return .keys([], used: used) }
    let values = numbers(parameters)
    let modifier = values.count > 1 ? values[1] : 1
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      if values.first == 200 { return .pasteStart(used: used) }
      return .keys(numbered(values.first ?? 0, modifier: modifier), used: used)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return .keys(letter(final - 0x20, modifier: 1), used: used)
    default:
      // A key has 1 or nothing there; the place of the cursor, which is an answer too, seldom has.
      return .keys((values.first ?? 1) <= 1 ? letter(final, modifier: modifier) : [], used: used)
    }
  }

  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.prefix(6).reduce(0) { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($1) ? $0 * 10 + Int($1 - 48) : $0 }
    }
  }

  /// Ctrl and Alt make the arrows to the side move by words, as those keys do in a shell.
  private static func letter(_ letter: UInt8, modifier: Int) -> [Key] {
    let movesByWord = (modifier - 1) & 0b110 != 0 && modifier > 1
    switch letter {
    case UInt8(ascii: "A"): return [.up]
    case UInt8(ascii: "B"): return [.down]
    case UInt8(ascii: "C"): return [movesByWord ? .alt("f") : .right]
    case UInt8(ascii: "D"): return [movesByWord ? .alt("b") : .left]
    case UInt8(ascii: "H"): return [.home]
    case UInt8(ascii: "F"): return [.end]
    case UInt8(ascii: "Z"): return [.backTab]
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return [.function(Int(letter - UInt8(ascii: "P")) + 1)]
    default: return []
    }
  }

  private static func numbered(_ number: Int, modifier: Int) -> [Key] {
    switch number {
    case 1, 7: [.home]
    case 2: [.insert]
    case 3: modifier == 3 || modifier == 5 ? [.alt("d")] : [.delete]
    case 4, 8: [.end]
    case 5: [.pageUp]
    case 6: [.pageDown]
    case 11...15: [.function(number - 10)]
    case 17...21: [.function(number - 11)]
    case 23, 24: [.function(number - 12)]
    default: []
    }
  }

  /// F1 to F5 of the Linux console: ESC [ [ A to E.
  private static func consoleFunction(_ letter: UInt8) -> [Key] {
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return [] }
    return [.function(Int(letter - UInt8(ascii: "A")) + 1)]
  }

  /// ESC [ M and three bytes, from terminals that do not know the newer form.
  private static func oldMouse(_ bytes: [UInt8]) -> Step {
    guard bytes.count > 5 else { return .incomplete }
    let code = Int(bytes[3]) - 32
    let isRelease = code & 3 == 3 && code & 64 == 0
    let position = [isRelease ? code & ~3 : code, Int(bytes[4]) - 32, Int(bytes[5]) - 32]
    return .mouse(mouse(position, isRelease: isRelease), used: 6)
  }

  /// From the code, column and row, the latter counted from 1.
  private static func mouse(_ values: [Int], isRelease: Bool) -> Mouse? {
    guard values.count == 3, values[1] > 0, values[2] > 0 else { return nil }
    let code = values[0]
    let position = Position(row: values[2] - 1, column: values[1] - 1)
    let isMovement = code & 32 != 0
    guard !isMovement else { return nil }
    if code & 64 == 0 {
      guard code & 3 != 3 else { return nil }
      return Mouse(kind: isRelease ? .release : .press, button: (code & 3) + 1, position: position)
    }
    switch code & 3 {
    case 0: return Mouse(kind: .wheelUp, button: 4, position: position)
    case 1: return Mouse(kind: .wheelDown, button: 5, position: position)
    default: return nil
    }
  }
}
