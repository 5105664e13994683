import Model
import Screen

extension App {
  mutating func perform(_ action: ZaakAction) -> [Effect] {
    switch action {
    case .showTab(let tab): state.zaak?.tab = tab
    case .moveTab(let places): if let tab = state.zaak?.tab { state.zaak?.tab = tab.moved(by: places) }
    case .setStatus: openStatusForm()
    case .edit: openWijzigForm()
    case .withdraw: return withdrawLast()
    case .enlargeDetail: state.zaak?.isDetailLarge.toggle()
    case .move(let motion): move(motion)
    }
    return []
  }

  private mutating func move(_ motion: Motion) {
    guard let tab = state.zaak?.tab else { return }
    if tab == .overzicht { state.zaak?.scroll.move(motion) } else { state.zaak?.lists[tab]?.move(motion) }
  }

  mutating func wheelZaak(by rows: Int) {
    guard let tab = state.zaak?.tab else { return }
    if tab == .overzicht { state.zaak?.scroll.move(by: rows) } else { state.zaak?.lists[tab]?.wheel(by: rows) }
  }

  mutating func clickZaak(_ position: Position, isDouble: Bool) {
    guard let zaak = state.zaak else { return }
    let layout = ZaakLayout(state)
    if let tab = TabBar(zaak, texts: state.texts, area: layout.tabs).tab(at: position) {
      state.zaak?.tab = tab
    } else if layout.rows.contains(position), zaak.tab != .overzicht,
      state.zaak?.lists[zaak.tab]?.click(row: position.row - layout.rows.row) == true, isDouble
    {
      state.zaak?.isDetailLarge.toggle()
    }
  }

  /// Makes the lists and the scroll fit what the zaak has and the room there is.
  mutating func settleZaak() {
    guard let zaak = state.zaak, let shown = zaak.shown, state.path.contains(.zaak) else { return }
    let layout = ZaakLayout(state)
    let presenter = ZaakPresenter(shown, app: self)
    for tab in ZaakTab.allCases where tab != .overzicht {
      var list = zaak.lists[tab] ?? ListWindow()
      list.resize(count: presenter.count(tab), height: layout.rows.rows)
      state.zaak?.lists[tab] = list
    }
    let lines = presenter.overview(width: layout.overview.columns, hasDraft: hasDraft(zaak.uuid))
    state.zaak?.scroll.resize(count: lines.count, height: layout.body.rows)
  }

  func hasDraft(_ uuid: String) -> Bool {
    state.wijzigForms[uuid]?.isChanged == true || state.statusForms[uuid]?.isChanged == true
  }

  // MARK: Operations

  private mutating func withdrawLast() -> [Effect] {
    guard let zaak = state.zaak, let pending = zaak.withdrawable else { return [] }
    let name = state.texts.operation(pending.operation, zaak.shown?.zaaktype)
    state.zaak?.withdrawing = ZaakState.Withdrawal(operation: pending.operation, name: name)
    return [.withdraw(id: pending.id)]
  }

  /// What was typed into a withdrawn operation is not lost: its form offers it again.
  mutating func withdrawn(_ id: String) -> [Effect] {
    if let withdrawal = state.zaak?.withdrawing, withdrawal.operation.id == id {
      keepTexts(of: withdrawal.operation)
      state.zaak?.withdrawing = nil
      state.say(state.texts.withdrawn(withdrawal.name))
    }
    return reload()
  }

  private mutating func keepTexts(of operation: Operation) {
    switch operation.change {
    case .zetStatus(let status):
      guard !status.toelichting.isEmpty, state.statusForms[operation.dossier]?.isChanged != true else { return }
      state.statusForms[operation.dossier] = StatusForm(status.statustype, toelichting: status.toelichting)
    case .wijzigZaak(let fields):
      guard state.wijzigForms[operation.dossier]?.isChanged != true else { return }
      state.wijzigForms[operation.dossier] = WijzigForm(withdrawn: fields)
    case .handeling: break
    }
  }

  /// The operation is safe on disk: its form has done its work.
  mutating func recorded(_ operation: Operation) -> [Effect] {
    let uuid = operation.dossier
    let isInSight = state.zaak?.uuid == uuid
    if state.statusForms[uuid]?.saving == operation.id {
      state.statusForms[uuid] = nil
      if isInSight { state.path.removeAll { $0 == .statusKiezen } }
    }
    if state.wijzigForms[uuid]?.saving == operation.id {
      state.wijzigForms[uuid] = nil
      if isInSight { state.path.removeAll { $0 == .wijzigen } }
    }
    state.say(state.texts.kept)
    return reload()
  }

  /// The form stays, with all that was typed and what went wrong.
  mutating func recordFailed(_ operation: Operation, _ text: String) {
    let uuid = operation.dossier
    if state.statusForms[uuid]?.saving == operation.id { state.statusForms[uuid]?.saving = nil }
    if state.wijzigForms[uuid]?.saving == operation.id { state.wijzigForms[uuid]?.saving = nil }
    state.complain(text)
  }
}
