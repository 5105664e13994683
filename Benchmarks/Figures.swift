import Foundation

/// What was measured: for each name the times of all runs, or one value.
final class Figures {
  private struct Row {
    let name: String
    let aim: String
    let times: [Double]
    let unit: String
  }

  private var rows: [Row] = []

  /// - Parameter times: milliseconds
  func add(_ name: String, aim: String, _ times: [Double]) {
    rows.append(Row(name: name, aim: aim, times: times.sorted(), unit: "ms"))
  }

  func add(_ name: String, aim: String, megabytes: Double) {
    rows.append(Row(name: name, aim: aim, times: [megabytes], unit: "MB"))
  }

  func add(_ name: String, aim: String, bytes: [Double]) {
    rows.append(Row(name: name, aim: aim, times: bytes.sorted(), unit: "bytes"))
  }

  /// A Markdown table; p99 only where there are runs enough for it to mean something.
  func table(zaken: Int) -> String {
    let lines = rows.map { row in
      let median = row.times[row.times.count / 2]
      let p99 = row.times.count >= 100 ? number(row.times[row.times.count * 99 / 100]) : ""
      return "| \(row.name) | \(number(median)) \(row.unit) | \(p99) | \(row.times.count) | \(row.aim) |\n"
    }
    return "\n\(zaken) zaken\n\n| What | Median | p99 | Runs | Aim |\n|---|---|---|---|---|\n" + lines.joined()
  }

  private func number(_ value: Double) -> String { String(format: value < 100 ? "%.2f" : "%.0f", value) }
}

/// Milliseconds that the work takes.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let began = clock.now
  try work()
  return (clock.now - began) / .milliseconds(1)
}

/// Megabytes of memory that a process has now (`VmRSS`) or had at most (`VmHWM`).
func memory(_ process: Int32, _ field: String) -> Double? {
  let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
  let line = status?.split(separator: "\n").first { $0.hasPrefix(field + ":") }
  return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
}
