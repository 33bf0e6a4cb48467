package whence.model;

/// What a speaker does in a hearing.
public enum SpeakerRole {
  COUNSEL,
  WITNESS,
  CHAIR
}
