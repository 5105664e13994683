import Model
import Screen

/// The choice of a status for one zaak, with what was typed about it.
struct StatusForm: Sendable {
  /// The standard's limit of a statustoelichting.
  static let maximumLength = 1000

  var list = ListWindow()
  /// The statustype under the selection; it stays selected when the list changes.
  var chosen: Ref?
  var toelichting: TextInput
  /// Whether letters go to the toelichting.
  var isInField = false
  /// The operation that is being put on disk.
  var saving: String?

  init(_ chosen: Ref?, toelichting: String = "") {
    self.chosen = chosen
    self.toelichting = TextInput(toelichting, isMultiline: true)
  }

  /// Whether there is text to lose.
  var isChanged: Bool { !toelichting.text.trimmed.isEmpty }
}
