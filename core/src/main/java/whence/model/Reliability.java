package whence.model;

/// An Admiralty grade of a source's reliability, as a person judges it: never worked out.
public enum Reliability {
  A("completely reliable"),
  B("usually reliable"),
  C("fairly reliable"),
  D("not usually reliable"),
  E("unreliable"),
  F("reliability cannot be judged");

  private final String meaning;

  Reliability(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
