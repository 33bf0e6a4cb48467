package whence.model;

/// What a text itself says of its sourcing.
public enum Backing {
  SINGLE_SOURCE,
  MULTIPLE_SOURCES,
  CORROBORATED,
  UNCORROBORATED,
  ADDITIONAL_REPORTING,
  DOCUMENT_SEEN
}
