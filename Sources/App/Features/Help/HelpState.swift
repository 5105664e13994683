import Screen

/// The help about one place.
struct HelpState: Sendable {
  var about = Place.werkvoorraad
  var scroll = Scroll()
}
