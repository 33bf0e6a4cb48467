package whence.model;

/// What part of a document's layout a stretch of text belongs to.
public enum Region {
  HEADLINE,
  BODY,
  QUOTATION,
  CAPTION,
  FOOTNOTE,
  TURN,
  HEADER,
  LIST
}
