/// Where a key goes: a screen, or a field in it that takes letters as text.
enum Place: Sendable, Hashable, CaseIterable {
  case werkvoorraad, filter, zaak, statusKiezen, statusToelichting, wijzigen, sync, help

  /// The name of the place, above its keys.
  var name: Words {
    switch self {
    case .werkvoorraad: Words("Werkvoorraad", "Work list")
    case .filter: Words("Filter van de werkvoorraad", "Filter of the work list")
    case .zaak: Words("Zaak", "Case")
    case .statusKiezen: Words("Status kiezen", "Choose a status")
    case .statusToelichting: Words("Toelichting bij de status", "Explanation of the status")
    case .wijzigen: Words("Omschrijving en toelichting wijzigen", "Edit omschrijving and toelichting")
    case .sync: Words("Voortgang van de sync", "Progress of the sync")
    case .help: Words("Hulp", "Help")
    }
  }

  /// The keys of the place itself.
  var ownRows: [KeyRow] {
    switch self {
    case .werkvoorraad: WerkvoorraadKeys.bindings.map(\.row) + ShellKeys.bindings(self).map(\.row)
    case .filter: WerkvoorraadKeys.filter.map(\.row) + ShellKeys.bindings(self).map(\.row)
    case .zaak: ZaakKeys.bindings.map(\.row) + ShellKeys.bindings(self).map(\.row)
    case .statusKiezen: StatusKiezenKeys.list.map(\.row) + ShellKeys.bindings(self).map(\.row)
    case .statusToelichting: StatusKiezenKeys.field.map(\.row) + ShellKeys.bindings(self).map(\.row)
    case .wijzigen: WijzigenKeys.bindings.map(\.row) + ShellKeys.bindings(self).map(\.row)
    case .sync: SyncKeys.bindings.map(\.row) + ShellKeys.bindings(self).map(\.row)
    case .help: HelpKeys.bindings.map(\.row) + ShellKeys.bindings(self).map(\.row)
    }
  }

  /// Whether letters are text here.
  var takesText: Bool {
    switch self {
    case .filter, .statusToelichting, .wijzigen: true
    case .werkvoorraad, .zaak, .statusKiezen, .sync, .help: false
    }
  }
}
