/// What one zaak of the demonstration is to be: all choices, as numbers and dates, before anything is made.
struct DemoPlan: Sendable {
  let number: Int
  let gemeente: Int
  let recipe: Recipe
  let start: Day
  /// uiterlijkeEinddatumAfdoening.
  let deadline: Day
  /// nil for an open zaak.
  let end: Day?
  /// How many statuses have been set.
  let steps: Int
  let extended: Bool
  let suspended: Bool
  /// nil where nobody has it yet.
  let worker: Int?

  /// The 120 zaken, oldest first; for one day always the same ones.
  ///
  /// Two in three are open. Their deadlines run from 20 days ago to 60 days ahead, and every tenth one is today.
  static func all(today: Day) -> [DemoPlan] {
    (0..<120).map { plan($0, today: today) }.sorted { ($0.start, $0.number) < ($1.start, $1.number) }
  }

  private static func plan(_ number: Int, today: Day) -> DemoPlan {
    let recipe = Recipe.all[(number / 3 + number % 3 * 4) % Recipe.all.count]
    let closed = number % 3 == (number / 3) % 3
    let extended = !closed && number % 8 == 5 && recipe.verlenging != nil
    let suspended = !closed && number % 13 == 7 && recipe.opschorting
    let term = recipe.doorlooptijd + (extended ? recipe.verlenging ?? 0 : 0)
    let worker = number % 5 == 0 ? 28 : number % 7 == 3 && !closed ? nil : 1 + number * 11 % 36
    if closed {
      let end = today + -(2 + number * 13 % 150)
      let start = end + -max(6, recipe.doorlooptijd * (40 + number * 7 % 55) / 100)
      return DemoPlan(
        number: number, gemeente: number % 3, recipe: recipe, start: start, deadline: start + recipe.doorlooptijd,
        end: end,
        steps: recipe.statuses.count, extended: false, suspended: false, worker: worker)
    }
    let wanted = number % 10 == 1 ? 0 : number * 17 % 81 - 20
    let deadline = today + min(wanted, term - 2)
    let start = deadline + -term
    let passed = max(0, today.number - start.number)
    let steps = max(1, min(recipe.statuses.count - 1, 1 + passed * (recipe.statuses.count - 1) / max(1, term)))
    return DemoPlan(
      number: number, gemeente: number % 3, recipe: recipe, start: start, deadline: deadline, end: nil,
      steps: worker == nil ? 1 : steps, extended: extended, suspended: suspended, worker: worker)
  }

  /// When the n-th status was set: at first the day itself, then spread until the end or until yesterday.
  func moment(ofStep step: Int, today: Day) -> Moment {
    let last = (end ?? min(today + -1, deadline)).number
    let span = max(0, last - start.number)
    let day = steps <= 1 ? start.number : start.number + span * step / (end == nil ? steps : steps - 1)
    let hour = step == 0 ? 9 : 10 + (number + step) % 6
    return Moment(day: Day(number: day), hour: hour, minute: 3 + number % 50, second: step * 7 % 60)
  }
}
