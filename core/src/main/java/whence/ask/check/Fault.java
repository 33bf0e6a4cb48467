package whence.ask.check;

/// What can be wrong with a sentence of a draft.
public enum Fault {
  MISQUOTED,
  MISATTRIBUTED,
  /// Told more surely than the record has it, or turned round.
  STRENGTHENED,
  NUMBER,
  NAME,
  DATE,
  /// One origin told as several.
  ONE_ORIGIN,
  NO_EVIDENCE,
  /// Two people's words run together.
  MERGED_SPEAKERS,
  /// It may blame somebody whose reply, or silence, is on record and not in the draft.
  NO_REPLY
}
