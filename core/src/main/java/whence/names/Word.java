package whence.names;

/// A word of a name.
///
/// @param text in plain Latin letters and digits
/// @param sound how it sounds
record Word(String text, String sound, Role role) {
  enum Role {
    /// What tells one bearer from another.
    NAME,
    /// `bin`, `von`, `of`: there or not, it tells little.
    SMALL,
    /// `group`, `services`: what many organizations call themselves.
    GENERIC,
    PLACE,
    NUMBER
  }

  static Word of(String text, Role role) {
    return new Word(text, Sound.of(text), role);
  }

  Word joined(Word next) {
    return of(text + next.text, Role.NAME);
  }

  int length() {
    return text.length();
  }
}
