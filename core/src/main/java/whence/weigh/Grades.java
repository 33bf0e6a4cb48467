package whence.weigh;

import whence.model.Backing;

/// What a claim's grade is worked out from; [GradeRules] says how.
final class Grades {
  /// What the rules look at.
  ///
  /// @param atLeast independent origins for it
  /// @param atMost the same, with everybody counted apart
  /// @param against independent origins, at least, that deny it or assert a rival
  /// @param backed whether a text tells of more behind it: several sources, corroboration, a
  ///   document seen
  /// @param uncorroborated whether every text that tells of its backing calls it uncorroborated or
  ///   of a single source
  record Standing(int atLeast, int atMost, int against, boolean backed, boolean uncorroborated) {}

  private Grades() {}

  static boolean backs(Backing backing) {
    return switch (backing) {
      case MULTIPLE_SOURCES, CORROBORATED, ADDITIONAL_REPORTING, DOCUMENT_SEEN -> true;
      case SINGLE_SOURCE, UNCORROBORATED -> false;
    };
  }

  static String words(Backing backing) {
    return switch (backing) {
      case SINGLE_SOURCE -> "a single source";
      case MULTIPLE_SOURCES -> "multiple sources";
      case CORROBORATED -> "corroborated reporting";
      case UNCORROBORATED -> "uncorroborated reporting";
      case ADDITIONAL_REPORTING -> "additional reporting";
      case DOCUMENT_SEEN -> "a document seen";
    };
  }
}
