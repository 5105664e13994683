import Model
import Rules
import Store
import Sync
import TestSupport
import Testing

import enum Store.Fault

/// Caseworkers, a server, and what happens to them.
final class World {
  let seed: UInt64
  let server: MemoryServer
  let abilities: MemoryServer.Abilities
  let workers: [Caseworker]
  private var random: SeededGenerator
  private var made = 0
  private let ids = IDs()
  private let colleague: Colleague
  /// Syncs with a fault in them, and those that came as far as their fault.
  private var syncs = (all: 0, met: 0)

  init(seed: UInt64, _ gemeente: Gemeente) async throws {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    abilities = MemoryServer.Abilities(
      notities: seed % 3 != 0, reserveren: seed % 3 != 1, forcedUnlock: seed % 2 == 0, partSize: 400_000)
    server = gemeente.server(abilities)
    colleague = Colleague(server)
    workers = ["a", "b", "c"].prefix(seed % 4 == 0 ? 3 : 2).map(Caseworker.init)
    for worker in workers {
      let report = try await worker.sync(server)
      try #require(report.trouble == nil, "\(report)")
    }
  }

  func step() async throws {
    made += 1
    let worker = workers[pick(workers.count)]
    switch pick(20) {
    case 0..<10: try act(worker)
    case 10, 11: try decide(worker)
    case 12..<15: colleague.act(made, &random)
    case 15: worker.close()
    default: await syncWithFault(worker)
    }
  }

  private func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// The user changes something, having seen what the screen shows.
  private func act(_ worker: Caseworker) throws {
    let store = try worker.store()
    let rows = try store.rows(RowQuery(limit: 50)).rows
    guard !rows.isEmpty, let shown = try store.shown(rows[pick(rows.count)].uuid), let zaaktype = shown.zaaktype else {
      return
    }
    let mark = "\(worker.name)\(made)."
    let behandeling = Behandeling(
      shown.dossier, zaaktype, gebruiker: Gebruiker(id: "mw0\(worker.name)", naam: "C. Breugel"),
      now: SampleServer.moment(made * 10), newID: ids.next)
    let act = Act(behandeling, store: store, mark: mark, notities: abilities.notities)
    guard let (zaak, change) = act.random(using: &random) else { return }
    let operation = Model.Operation(
      id: "\(mark)\(ids.next())", zaak: zaak, made: behandeling.now, change: change, reason: "omdat")
    try worker.record(operation)
  }

  /// The user decides about something that waits, was refused or is in conflict.
  private func decide(_ worker: Caseworker) throws {
    let candidates = try worker.store().queue.pending.filter { $0.state != .unknown }
    guard !candidates.isEmpty else { return }
    let pending = candidates[pick(candidates.count)]
    let now = SampleServer.moment(made * 10)
    let choice = pick(10)
    var choices: [String: FieldChoice] = [:]
    if case .conflict(let fields) = pending.state {
      for field in fields where pick(3) == 0 { choices[field.field] = .hunne }
    }
    try worker.decide(pending.id) { store in
      // Of what only waits, little is taken back.
      let isTakenBack = choice == 0 || (pending.state != .waiting && choice < 3)
      return isTakenBack ? try store.withdraw(pending.id, at: now) : try store.resolve(pending.id, choices, at: now)
    }
  }

  private func syncWithFault(_ worker: Caseworker) async {
    let faults =
      Fault.files + Fault.When.allCases.map { .timeOut($0) } + [401, 403, 429, 500, 503].map { .status($0) }
    let fault = faults[pick(faults.count)]
    let steps = StepCounter(failing: 1 + pick(120), with: fault)
    var powerCut = false
    if case .crash = fault { powerCut = true }
    await worker.sync(server, steps, powerCut: powerCut)
    syncs.all += 1
    if steps.count >= steps.failing ?? .max { syncs.met += 1 }
  }

  /// Without faults, until nobody has anything more to send.
  func drain() async throws {
    for _ in 0..<3 {
      for worker in workers {
        worker.close()
        let report = try await worker.sync(server)
        try #require(report.trouble == nil, "\(report)")
        try #require(report.unknown == 0 && report.postponed == 0 && report.skipped == 0, "\(report)")
      }
    }
  }

  func expectAllAccountedFor() async throws {
    let served = ServedRows(server, notities: abilities.notities)
    let written = server.written
    let waited = Set(workers.flatMap(\.abandoned)).union(
      try workers.flatMap { worker in
        try worker.store().queue.pending.flatMap { $0.operation.steps.compactMap { $0.ref?.url } }
      })
    for worker in workers {
      worker.close()
      let steps = StepCounter()
      let store = try Store.opened(on: FaultyFileSystem(wrapping: worker.files, steps: steps))
      defer { store.close() }
      try Account(worker, store, written, server, waited: waited, "SEED=\(seed) \(worker.name)").check()
      try served.expectSame(in: store, "SEED=\(seed) \(worker.name)")
      let before = steps.count
      let remote = MemoryRemote(server)
      _ = await Caseworker.sync(store, remote)
      // An operation in conflict is compared anew only when the user decides.
      #expect(Array(steps.names.dropFirst(before)) == [], "SEED=\(seed) \(worker.name)")
      #expect(remote.writes.isEmpty, "SEED=\(seed) \(worker.name)")
    }
  }

  var summary: String {
    let kept = workers.reduce(0) { $0 + $1.kept.count }
    let withdrawn = workers.reduce(0) { $0 + $1.withdrawn.count }
    return "SEED=\(seed): \(workers.count) clients, \(kept) operations, \(withdrawn) withdrawn, "
      + "\(server.written.count) writes, \(syncs.met) of \(syncs.all) syncs met their fault"
  }
}
