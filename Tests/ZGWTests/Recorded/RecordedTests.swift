import Model
import Sync
import Testing

@testable import ZGW

@Suite(.enabled("the recorded exchanges are not there") { Exchange.folder != nil })
struct RecordedTests {
  private func outcomes() throws -> [(name: String, outcome: String)] {
    let roots = try Roots(server: "http://openzaak.test", allowPlainHTTP: true)
    let outcome = Outcome(decoding: Decoding(roots: roots, now: HandClock().now))
    return try Exchange.all().map { ($0.name, outcome.text($0)) }
  }

  @Test func `every recorded response decodes to what the table says`() throws {
    var expected: [String: String] = [:]
    for line in recordedOutcomes.split(separator: "\n") {
      let parts = line.split(separator: "|").map { $0.drop { $0 == " " } }
      expected[String(parts[0]).trimmingSpace] = String(parts[1]).trimmingSpace
    }
    let found = try outcomes()
    #expect(found.count == 209)
    #expect(expected.count == 209)
    for (name, outcome) in found where expected[name] != outcome { Issue.record("\(name) | \(outcome)") }
    let counts = Dictionary(grouping: found) { $0.outcome.split { $0 == " " || $0.isNumber }.first ?? "" }
    print("recorded:", counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }.joined(separator: ", "))
  }

  @Test func `every recorded refusal has words for the user`() throws {
    for exchange in try Exchange.all() where (400..<500).contains(exchange.reply.status) {
      let problem = exchange.reply.problem
      #expect(problem.words.count > 8, "\(exchange.name)")
      #expect(problem.status == exchange.reply.status)
    }
  }
}

extension String {
  var trimmingSpace: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
