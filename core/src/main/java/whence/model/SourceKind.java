package whence.model;

/// Who or what a link of a chain names.
public enum SourceKind {
  PERSON,
  ORGANIZATION,
  DOCUMENT,
  GROUP,
  ANONYMOUS,
  UNKNOWN
}
