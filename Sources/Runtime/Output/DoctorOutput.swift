import App
import Model
import Store

/// What `zaak doctor` found.
public enum DoctorOutput {
  public static func json(_ findings: [Finding]) -> JSON {
    .array(
      findings.map {
        ["soort": .string($0.kind.rawValue), "bestand": .string($0.file), "omschrijving": .string($0.words)]
      })
  }

  public static func text(_ findings: [Finding], language: Language) -> String {
    guard findings.isEmpty else { return findings.map { "\($0)\n" }.joined() }
    return switch language {
    case .nl: "Alles in orde.\n"
    case .en: "All is well.\n"
    }
  }
}
