package whence.model;

/// What came of a request for comment.
public enum Answer {
  ANSWERED,
  DECLINED,
  SILENT,
  PENDING
}
