import Model
import Rules
import Screen

/// Everything that the client knows and shows.
public struct AppState: Sendable {
  let settings: Settings
  var size: Size
  /// Nil until the store told what is in it.
  var summary: StoreSummary?
  /// Nothing is known until the store told.
  var rights = Rights(nil)
  var sync = SyncState()
  var notice: Notice?
  /// The screens above the werkvoorraad, the one in sight last; Esc takes the last one off.
  var path: [Layer] = []
  var werkvoorraad = WerkvoorraadState()
  /// The zaak that was opened last.
  var zaak: ZaakState?
  /// What was typed but not kept yet, by the UUID of the zaak; stays when its screen is left.
  var statusForms: [String: StatusForm] = [:]
  var wijzigForms: [String: WijzigForm] = [:]
  var help = HelpState()
  /// Whether the user was told that leaving loses typed text.
  var wasWarned = false

  init(settings: Settings) {
    self.settings = settings
    size = settings.size
  }

  var texts: Texts { Texts(language: settings.language) }

  /// Where the next key goes.
  var place: Place {
    switch path.last {
    case nil: werkvoorraad.isFiltering ? .filter : .werkvoorraad
    case .zaak: .zaak
    case .statusKiezen: statusForm?.isInField == true ? .statusToelichting : .statusKiezen
    case .wijzigen: .wijzigen
    case .sync: .sync
    case .help: .help
    }
  }

  /// The form of the zaak in sight.
  var statusForm: StatusForm? {
    get { zaak.flatMap { statusForms[$0.uuid] } }
    set { if let zaak { statusForms[zaak.uuid] = newValue } }
  }

  var wijzigForm: WijzigForm? {
    get { zaak.flatMap { wijzigForms[$0.uuid] } }
    set { if let zaak { wijzigForms[zaak.uuid] = newValue } }
  }

  /// Whether leaving the client would lose text that was typed.
  var hasUnsavedText: Bool {
    wijzigForms.values.contains { $0.isChanged } || statusForms.values.contains { $0.isChanged }
  }

  mutating func say(_ text: String) { notice = Notice(kind: .info, text: text) }
  mutating func complain(_ text: String) { notice = Notice(kind: .error, text: text) }

  /// Leaves the screen in sight for the one below it.
  mutating func back() { _ = path.popLast() }
}

/// A screen that lies above the werkvoorraad.
enum Layer: Sendable, Hashable, CaseIterable {
  case zaak, statusKiezen, wijzigen, sync, help
}

/// What the client has to say in one or two lines; goes at the next key, and never waits for an answer.
struct Notice: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case info, warning, error

    var role: Role {
      switch self {
      case .info: .notice
      case .warning: .warning
      case .error: .error
      }
    }
  }

  let kind: Kind
  let text: String
}
