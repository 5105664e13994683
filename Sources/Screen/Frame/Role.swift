/// What a cell is there for; a theme says how that looks.
///
/// Selection is not a role: a cell of any role can lie on the selected row (`Cell.isSelected`), and then keeps the
/// foreground of its role on the background of the selection.
public enum Role: String, Sendable, Hashable, CaseIterable {
  /// Content.
  case text
  /// What may be overlooked: secondary columns, hints, counts.
  case quiet
  /// Content that leads: the subject of the page.
  case strong
  /// A heading above a block or a column.
  case title
  /// The one accent colour: where you are.
  case accent
  /// The bar at the top or the bottom.
  case bar
  /// The key in a key bar or a hint.
  case key
  /// Lines that separate.
  case rule
  /// A field of a form, and the one that is being edited.
  case field, fieldActive
  /// What a field says while it is empty.
  case placeholder
  /// Waits to be sent.
  case pending
  /// In conflict with the server.
  case conflict
  /// A term that comes near; amber.
  case warning
  /// A term that has passed; red.
  case danger
  /// Done.
  case success
  /// A message in the message line.
  case notice
  /// Something went wrong.
  case error
  /// What a search or filter found within a text.
  case match
}
