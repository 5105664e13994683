import Model
import Screen

/// The client as a value: events go in, effects and a frame come out.
public struct App: Sendable {
  public internal(set) var state: AppState
  let environment: Environment

  public init(settings: Settings, environment: Environment) {
    state = AppState(settings: settings)
    self.environment = environment
    settle()
  }

  /// What has to be asked for before anything can be shown.
  public mutating func start() -> [Effect] { followUps() }

  /// Takes one event in; pure, given the environment.
  public mutating func update(_ event: Event) -> [Effect] {
    let effects = take(event)
    settle()
    return effects + followUps()
  }

  private mutating func take(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .resized(let size): state.size = size
    case .minute: break
    case .rows(let page, let query, let ticket): state.werkvoorraad.take(page, query: query, ticket: ticket)
    case .zaak(let uuid, let shown): take(shown, of: uuid)
    case .storeChanged(let summary):
      state.summary = summary
      return reload()
    case .rights(let rights): state.rights = rights
    case .recorded(let operation): return recorded(operation)
    case .recordFailed(let operation, let text): recordFailed(operation, text)
    case .withdrawn(let id): return withdrawn(id)
    case .sync(let event): take(event)
    case .failed(let text): state.complain(text)
    case .terminate: return [.quit]
    }
    return []
  }

  /// Asks again for everything that is in sight.
  func reloadZaken() -> [Effect] {
    var uuids: [String] = []
    if state.path.contains(.zaak), let uuid = state.zaak?.uuid { uuids.append(uuid) }
    if let uuid = state.werkvoorraad.preview?.uuid, !uuids.contains(uuid) { uuids.append(uuid) }
    return uuids.map { .loadZaak(uuid: $0) }
  }

  mutating func reload() -> [Effect] { [state.werkvoorraad.reload()] + reloadZaken() }

  private mutating func take(_ shown: ShownDossier?, of uuid: String) {
    state.werkvoorraad.take(shown, of: uuid)
    if state.zaak?.uuid == uuid { state.zaak?.take(shown) }
  }

  /// Makes lists and scrolls fit the size and what they show.
  mutating func settle() {
    state.werkvoorraad.resize(to: WerkvoorraadLayout(state))
    settleZaak()
    settleStatusForm()
    settleHelp()
  }

  /// What the state needs next: rows near the edge of the window, the zaak in the preview.
  private mutating func followUps() -> [Effect] {
    state.werkvoorraad.neededRows() + state.werkvoorraad.neededPreview(WerkvoorraadLayout(state))
  }

  var today: Day { environment.now().day }

  /// A time stamp of a server on the user's clock.
  func local(_ moment: Moment) -> Moment { environment.local(moment) }
}
