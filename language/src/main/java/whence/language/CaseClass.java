package whence.language;

/// How a token's letters are cased.
enum CaseClass {
  LOWER(0),
  INITIAL(1),
  CAPITALS(2),
  MIXED(3),
  OTHER(4);

  /// As the model was trained with it.
  final int id;

  CaseClass(int id) {
    this.id = id;
  }

  static CaseClass of(String token) {
    int cased = 0;
    int upper = 0;
    boolean firstIsUpper = false;
    for (int c : token.codePoints().toArray()) {
      boolean isUpper = Character.isUpperCase(c);
      if (isUpper || Character.isLowerCase(c)) {
        firstIsUpper |= cased == 0 && isUpper;
        cased++;
        upper += isUpper ? 1 : 0;
      }
    }
    if (cased == 0) {
      return OTHER;
    }
    if (upper == 0) {
      return LOWER;
    }
    if (upper == cased && upper > 1) {
      return CAPITALS;
    }
    return upper == 1 && firstIsUpper ? INITIAL : MIXED;
  }
}
