import Model

/// Profiles for the command line; of the secret only where it is.
public enum ProfileOutput {
  public static func json(_ configuration: Configuration) -> JSON {
    .array(
      configuration.profiles.map { profile in
        [
          "naam": .string(profile.name), "standaard": .bool(isDefault(profile, configuration)),
          "server": server(profile),
        ]
      })
  }

  public static func text(_ configuration: Configuration) -> String {
    let lines = configuration.profiles.map { profile in
      [isDefault(profile, configuration) ? "*" : " ", profile.name, serverText(profile)]
    }
    return TextTable([" ", "Naam", "Server"], widest: [1, 64, 120]).text(lines)
  }

  public static func json(_ profile: Profile) -> JSON {
    [
      "naam": .string(profile.name), "server": server(profile), "clientId": .string(profile.clientId),
      "geheim": .string(secret(profile)), "gebruiker": .string(profile.userId),
      "gebruikersnaam": .string(profile.userName), "ca": profile.caFile.map { .string($0) } ?? .null,
      "certificaat": profile.clientCertificate.map { .string($0) } ?? .null,
      "werkset": WerksetOutput.json(profile.werkset),
    ]
  }

  public static func text(_ profile: Profile) -> String {
    var lines = [
      ["Naam", profile.name], ["Server", serverText(profile)], ["Client-id", profile.clientId],
      ["Geheim", secret(profile)], ["Gebruiker", "\(profile.userName) (\(profile.userId))"],
    ]
    if let ca = profile.caFile { lines.append(["CA", ca]) }
    if let certificate = profile.clientCertificate { lines.append(["Certificaat", certificate]) }
    lines.append(["Werkset", WerksetOutput.sentence(profile.werkset)])
    return TextTable(["", ""], widest: [12, 160]).text(lines).split(separator: "\n").map { $0 + "\n" }.joined()
  }

  private static func isDefault(_ profile: Profile, _ configuration: Configuration) -> Bool {
    configuration.defaultProfile.map { $0 == profile.name } ?? (configuration.profiles.count == 1)
  }

  private static func secret(_ profile: Profile) -> String {
    switch profile.secret {
    case .file(let path): "bestand \(path)"
    case .command: "commando"
    }
  }

  private static func server(_ profile: Profile) -> JSON {
    switch profile.server {
    case .root(let root): .string(root)
    case .roots(let roots):
      .object(
        JSONObject(ZGWAPI.allCases.compactMap { api in roots[api].map { (api.rawValue, JSON.string($0)) } }))
    }
  }

  private static func serverText(_ profile: Profile) -> String {
    switch profile.server {
    case .root(let root): root
    case .roots(let roots): ZGWAPI.allCases.compactMap { roots[$0] }.joined(separator: " ")
    }
  }
}
