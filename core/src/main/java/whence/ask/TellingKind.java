package whence.ask;

import org.jspecify.annotations.Nullable;

/// What a verb says of a telling.
enum TellingKind {
  TELL,
  TELL_TO,
  TELLING,
  SEND,
  COME,
  SEE,
  AWARE,
  ATTENTION,
  HEARD;

  static @Nullable TellingKind of(String norm) {
    if (TellingWords.TOLD.contains(norm) || TellingWords.TELL.contains(norm)) {
      return TELL;
    }
    if (TellingWords.TOLD_TO.contains(norm) || TellingWords.TELL_TO.contains(norm)) {
      return TELL_TO;
    }
    if (TellingWords.TELLING.contains(norm)) {
      return TELLING;
    }
    if (TellingWords.SENT.contains(norm)
        || TellingWords.HANDED.contains(norm)
        || TellingWords.SEND.contains(norm)
        || TellingWords.HAND.contains(norm)) {
      return SEND;
    }
    if (norm.equals("made") || norm.equals("making")) {
      return AWARE;
    }
    if (norm.equals("brought") || norm.equals("drawn") || norm.equals("drew")) {
      return ATTENTION;
    }
    if (norm.equals("learned") || norm.equals("learnt") || norm.equals("heard")) {
      return HEARD;
    }
    if (TellingWords.CAME.contains(norm) || norm.equals("came")) {
      return COME;
    }
    if (TellingWords.SAW.contains(norm)
        || TellingWords.GOT.contains(norm)
        || TellingWords.GRASPED.contains(norm)) {
      return SEE;
    }
    return null;
  }
}
