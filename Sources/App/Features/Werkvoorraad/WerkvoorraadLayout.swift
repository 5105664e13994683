import Screen

/// Where the parts of the werkvoorraad stand, for drawing and for the mouse.
struct WerkvoorraadLayout: Sendable {
  /// From this width on there is room for the zaak under the list.
  static let previewFrom = 110
  private static let previewRows = 6

  /// Whether the selected row is shown whole above the key bar: where there is no preview.
  let hasMessage: Bool
  /// The line of the filter, while there is one.
  let filter: Area?
  let header: Area
  let rows: Area
  /// Below a rule of its own.
  let preview: Area?

  init(_ state: AppState) {
    let hasPreview = state.size.columns >= Self.previewFrom && !state.werkvoorraad.rows.isEmpty
    hasMessage = !hasPreview && !state.werkvoorraad.rows.isEmpty
    var content = Shell.content(state.size, hasMessage: hasMessage)
    if state.werkvoorraad.isFiltering || !state.werkvoorraad.filter.isEmpty {
      filter = content.top(1)
      content = content.droppingTop(1)
    } else {
      filter = nil
    }
    if hasPreview {
      preview = content.bottom(Self.previewRows)
      content = content.droppingBottom(Self.previewRows)
    } else {
      preview = nil
    }
    header = content.top(1)
    rows = content.droppingTop(1)
  }
}
