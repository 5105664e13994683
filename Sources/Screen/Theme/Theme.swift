/// How a role looks.
public struct Style: Sendable, Hashable {
  public var foreground: Color
  public var background: Color
  public var isBold: Bool
  public var isDim: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool

  public init(
    foreground: Color = .standard, background: Color = .standard, isBold: Bool = false, isDim: Bool = false,
    isUnderlined: Bool = false, isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isDim = isDim
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }
}

/// The looks of all roles; pure data, read from `Themes/*.toml`.
public struct Theme: Sendable, Hashable {
  /// What the user calls it.
  public let name: String
  private let styles: [Role: Style]
  /// What a selected row looks like: it gives the background, and the foreground of plain text.
  public let selection: Style
  /// The foregrounds, on a selected row, of the roles that need another one there to be readable.
  private let selectedForegrounds: [Role: Color]

  /// A role without a style looks like `.text`.
  public init(name: String, styles: [Role: Style], selection: Style, selectedForegrounds: [Role: Color] = [:]) {
    self.name = name
    self.styles = styles
    self.selection = selection
    self.selectedForegrounds = selectedForegrounds
  }

  /// The look of a cell.
  ///
  /// On a selected row a role keeps its own foreground on the selection's background, and the attributes of both
  /// count; `.text` takes the selection's foreground.
  public func style(_ role: Role, isSelected: Bool = false) -> Style {
    let own = styles[role] ?? styles[.text] ?? Style()
    guard isSelected else { return own }
    let foreground = role == .text ? selection.foreground : selectedForegrounds[role] ?? own.foreground
    return Style(
      foreground: foreground,
      background: selection.background,
      isBold: own.isBold || selection.isBold,
      isDim: own.isDim && !selection.isReversed,
      isUnderlined: own.isUnderlined || selection.isUnderlined,
      isReversed: own.isReversed || selection.isReversed
    )
  }

  /// Without any colour: for `NO_COLOR` and terminals that have none.
  public static let plain = Theme(
    name: "effen",
    styles: [
      .quiet: Style(isDim: true),
      .strong: Style(isBold: true),
      .title: Style(isBold: true),
      .accent: Style(isBold: true),
      .key: Style(isBold: true),
      .rule: Style(isDim: true),
      .field: Style(isUnderlined: true),
      .fieldActive: Style(isBold: true, isUnderlined: true),
      .placeholder: Style(isDim: true, isUnderlined: true),
      .conflict: Style(isBold: true),
      .warning: Style(isBold: true),
      .danger: Style(isBold: true, isUnderlined: true),
      .error: Style(isBold: true),
      .match: Style(isUnderlined: true),
    ],
    selection: Style(isReversed: true)
  )
}
