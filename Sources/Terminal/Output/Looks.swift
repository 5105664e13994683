import CNcurses
import Screen

/// The attributes and colour pair of every role, worked out once a theme.
struct Looks {
  struct Look: Hashable {
    let attributes: UInt32
    let pair: Int32
  }

  private let plain: [Role: Look]
  private let selected: [Role: Look]

  /// Defines the pairs in ncurses, so there must be a terminal.
  ///
  /// Without colours, or when the user asks for none, the theme is left aside for `Theme.plain`: a theme may tell
  /// things apart by colour only.
  init(_ theme: Theme, colors: ColorMapper) {
    let theme = colors.hasColors ? theme : Theme.plain
    var pairs = Pairs(colors: colors)
    var plain: [Role: Look] = [:]
    var selected: [Role: Look] = [:]
    for role in Role.allCases {
      plain[role] = pairs.look(theme.style(role))
      selected[role] = pairs.look(theme.style(role, isSelected: true))
    }
    self.plain = plain
    self.selected = selected
  }

  func look(_ cell: Cell) -> Look {
    (cell.isSelected ? selected : plain)[cell.role] ?? Look(attributes: 0, pair: 0)
  }

  var background: Look { plain[.text] ?? Look(attributes: 0, pair: 0) }

  private struct Pairs {
    let colors: ColorMapper
    var numbers: [[Int32]: Int32] = [[-1, -1]: 0]

    mutating func look(_ style: Style) -> Look {
      var attributes: UInt32 = 0
      if style.isBold { attributes |= UInt32(ZK_BOLD.rawValue) }
      if style.isDim { attributes |= UInt32(ZK_DIM.rawValue) }
      if style.isUnderlined { attributes |= UInt32(ZK_UNDERLINE.rawValue) }
      if style.isReversed { attributes |= UInt32(ZK_REVERSE.rawValue) }
      return Look(attributes: attributes, pair: pair(style))
    }

    private mutating func pair(_ style: Style) -> Int32 {
      let key = [colors.number(style.foreground), colors.number(style.background)]
      if let known = numbers[key] { return known }
      let number = Int32(numbers.count)
      numbers[key] = number
      zk_define_pair(number, key[0], key[1])
      return number
    }
  }
}
