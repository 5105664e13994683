/// One character cell of a frame.
public struct Cell: Sendable, Hashable {
  /// What stands here: one spacing character with at most four marks; empty in the right half of a wide one.
  public let text: String
  /// 1 or 2 columns, or 0 for the right half of a wide character.
  public let width: Int
  public var role: Role
  /// Whether the cell lies on the selected row.
  public var isSelected: Bool

  /// Only the frame makes cells, so that nothing unsafe for a terminal gets into one.
  init(text: String, width: Int, role: Role, isSelected: Bool = false) {
    self.text = text
    self.width = width
    self.role = role
    self.isSelected = isSelected
  }

  static let blank = Cell(text: " ", width: 1, role: .text)
}
