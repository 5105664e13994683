/// What the store could not do, by what the user can do about it.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another Zaaklijn has the profile open.
  case locked(pid: Int?)
  case diskFull
  case noAccess(file: String)
  /// A file is not what it should be, and cannot be made again by itself.
  case damaged(file: String, why: String)
  /// The store was written by a later Zaaklijn.
  case tooNew
  case io(String)

  init(_ error: FileError) {
    switch error.kind {
    case .locked(let pid): self = .locked(pid: pid)
    case .full: self = .diskFull
    case .noAccess: self = .noAccess(file: error.path)
    case .notFound, .crashed, .other: self = .io(error.description)
    }
  }

  /// What happened and what the user can do, in whole sentences.
  public var description: String {
    switch self {
    case .locked(let pid?):
      "Dit profiel is al open in een andere Zaaklijn (proces \(pid)). Sluit die eerst, of werk daar verder."
    case .locked(nil): "Dit profiel is al open in een andere Zaaklijn. Sluit die eerst, of werk daar verder."
    case .diskFull: "De schijf is vol; dit is niet bewaard. Maak ruimte vrij en probeer het opnieuw."
    case .noAccess(let file): "Geen toegang tot \(file). Controleer de rechten van dat bestand en van de map."
    case .damaged(let file, let why): "\(file) is beschadigd: \(why). Draai `zaak doctor` om het te herstellen."
    case .tooNew:
      "Deze gegevens zijn van een nieuwere versie van Zaaklijn. Werk Zaaklijn bij; er is niets gewijzigd."
    case .io(let words): "Lezen of schrijven mislukte (\(words)). Probeer het opnieuw, of draai `zaak doctor`."
    }
  }
}

/// Runs file work, with its errors as the store's.
@discardableResult
func storing<Value>(_ work: () throws(FileError) -> Value) throws(StoreError) -> Value {
  do throws(FileError) { return try work() } catch { throw StoreError(error) }
}

/// Something that was not as it should be in the store, for `zaak doctor` and the log.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
  public enum Kind: String, Sendable, CaseIterable {
    /// The end of the journal was cut off and kept aside.
    case tornJournal
    /// A line in the journal that is not JSON was kept aside.
    case damagedLine
    /// A line in the journal is of a kind that this version does not know; it stays where it is.
    case unknownLine
    /// A file that does not parse was moved aside; sync fetches it again.
    case damagedFile
    /// The index differed from the files.
    case staleIndex
    /// A file that a crash left behind was removed.
    case leftover
    /// Content whose hash is not its name.
    case damagedContent
  }
  public let kind: Kind
  /// Below the folder of the store.
  public let file: String
  /// What is wrong and what became of it; without personal data.
  public let words: String

  public init(_ kind: Kind, _ file: String, _ words: String) {
    self.kind = kind
    self.file = file
    self.words = words
  }

  public var description: String { "\(file): \(words)" }
}
