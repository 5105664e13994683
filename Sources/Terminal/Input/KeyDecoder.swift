import Screen

/// Makes keys of the bytes that a terminal sends; pure, so that every terminal can be tried without having it.
///
/// It understands the sequences of xterm and its kin by their form, and besides those whatever terminfo says. A
/// sequence that it does not know is passed over whole, so that no part of it is taken for typing.
struct KeyDecoder {
  static let escape: UInt8 = 0x1B

  /// More bytes are no paste by a person; what follows is left out.
  private let maximumPaste: Int
  private let sequences: [[UInt8]: Key]
  private let isUTF8: Bool
  private var buffer: ArraySlice<UInt8> = []
  /// What was pasted so far, if the end of it has not come yet.
  private var paste: [UInt8]?
  private var clicks = ClickCounter()

  /// - Parameter sequences: what terminfo says that keys send, each beginning with ESC.
  init(sequences: [[UInt8]: Key] = [:], isUTF8: Bool = true, maximumPaste: Int = 16 * 1024 * 1024) {
    self.maximumPaste = maximumPaste
    self.sequences = sequences
    self.isUTF8 = isUTF8
  }

  /// Whether bytes are held back that may be the beginning of a sequence, or an ESC of itself.
  var isWaiting: Bool { !buffer.isEmpty && paste == nil }

  var isPasting: Bool { paste != nil }

  /// The keys that are complete with these bytes.
  mutating func feed(_ bytes: some Sequence<UInt8>, now: Duration) -> [Key] {
    buffer.append(contentsOf: bytes)
    return decode(isFinal: false, now: now)
  }

  /// No more bytes came within the time of a sequence: what was held back is what it looks like.
  mutating func flush(now: Duration) -> [Key] {
    decode(isFinal: true, now: now)
  }

  /// The end of a paste did not come: gives what there is, so that the keyboard works again.
  mutating func abandonPaste() -> [Key] {
    guard let pasted = paste else { return [] }
    let whole = pasted + buffer
    paste = nil
    buffer = []
    return [.paste(Self.text(whole))]
  }

  private mutating func decode(isFinal: Bool, now: Duration) -> [Key] {
    var keys: [Key] = []
    while !buffer.isEmpty {
      if paste != nil {
        guard let key = continuePaste() else { break }
        keys.append(key)
        continue
      }
      switch step(isFinal: isFinal) {
      case .incomplete:
        buffer = ArraySlice(Array(buffer))
        return keys
      case .keys(let found, let used):
        keys += found
        buffer = buffer.dropFirst(used)
      case .mouse(let mouse, let used):
        if let counted = mouse.map({ clicks.count($0, now: now) }) { keys.append(.mouse(counted)) }
        buffer = buffer.dropFirst(used)
      case .pasteStart(let used):
        buffer = buffer.dropFirst(used)
        paste = []
      }
    }
    if buffer.isEmpty { buffer = [] }
    return keys
  }

  private func step(isFinal: Bool) -> Step {
    guard let first = buffer.first else { return .incomplete }
    if first != Self.escape { return plain(first, isFinal: isFinal) }
    if let (key, used) = fromTerminfo() { return .keys([key], used: used) }
    switch EscapeSequence.parse(buffer) {
    case .incomplete: return isFinal ? loneEscape() : .incomplete
    case let step: return step
    }
  }

  /// An ESC, or Alt and a key that looked like the beginning of a sequence.
  private func loneEscape() -> Step {
    guard buffer.count == 2, let second = buffer.dropFirst().first, second >= 0x20 else {
      return .keys([.escape], used: buffer.count == 1 ? 1 : buffer.count)
    }
    return .keys([.alt(Character(UnicodeScalar(second)))], used: 2)
  }

  private func fromTerminfo() -> (Key, Int)? {
    for length in stride(from: min(8, buffer.count), to: 1, by: -1) {
      if let key = sequences[Array(buffer.prefix(length))] { return (key, length) }
    }
    return nil
  }

  private func plain(_ byte: UInt8, isFinal: Bool) -> Step {
    switch byte {
    case 0x0D, 0x0A: return .keys([.enter], used: 1)
    case 0x09: return .keys([.tab], used: 1)
    case 0x7F: return .keys([.backspace], used: 1)
    case 0x08: return .keys([sequences[[0x08]] ?? .control("h")], used: 1)
    case 0x00: return .keys([.control("@")], used: 1)
    case 0x01...0x1A: return .keys([.control(Character(UnicodeScalar(byte + 0x60)))], used: 1)
    case 0x1C...0x1F: return .keys([.control(Character(UnicodeScalar(byte + 0x40)))], used: 1)
    default: return typed(isFinal: isFinal)
    }
  }

  /// Everything up to the next control character, as graphemes.
  private func typed(isFinal: Bool) -> Step {
    let run = buffer.prefix { $0 >= 0x20 && $0 != 0x7F }
    guard isUTF8 else { return .keys(run.map { .character(Character(UnicodeScalar($0))) }, used: run.count) }
    let held = isFinal || run.count < buffer.count ? 0 : Self.unfinished(run)
    let whole = run.dropLast(held)
    if whole.isEmpty { return .incomplete }
    let text = String(decoding: whole, as: UTF8.self)
    return .keys(text.filter { $0 != "\u{FFFD}" }.map(Key.character), used: whole.count)
  }

  /// How many bytes at the end are the beginning of a character of which the rest is to come.
  private static func unfinished(_ run: ArraySlice<UInt8>) -> Int {
    for (back, byte) in run.reversed().prefix(4).enumerated() where byte & 0xC0 != 0x80 {
      let needed = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return needed > back + 1 ? back + 1 : 0
    }
    return 0
  }

  // MARK: Paste

  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// The paste, if its end is there; what is not part of the end is moved to it otherwise.
  private mutating func continuePaste() -> Key? {
    guard let end = buffer.firstRange(of: Self.pasteEnd) else {
      let undecided = min(buffer.count, Self.pasteEnd.count - 1)
      keep(buffer.dropLast(undecided))
      buffer = ArraySlice(Array(buffer.suffix(undecided)))
      return nil
    }
    keep(buffer[..<end.lowerBound])
    buffer = buffer[end.upperBound...]
    defer { paste = nil }
    return .paste(Self.text(paste ?? []))
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = max(0, maximumPaste - (paste?.count ?? 0))
    paste?.append(contentsOf: bytes.prefix(room))
  }

  /// Terminals send a carriage return for the end of a line.
  private static func text(_ bytes: [UInt8]) -> String {
    var text = ""
    text.unicodeScalars.reserveCapacity(bytes.count)
    var previous: UnicodeScalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if !(scalar == "\n" && previous == "\r") { text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar) }
      previous = scalar
    }
    return text
  }
}

/// What the first bytes of the input turn out to be.
enum Step: Equatable {
  case keys([Key], used: Int)
  /// Nil for a movement that nobody asked for.
  case mouse(Mouse?, used: Int)
  case pasteStart(used: Int)
  /// More bytes must come before it can be said.
  case incomplete
}
