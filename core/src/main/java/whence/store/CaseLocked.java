package whence.store;

/// Another process has been writing to the case for longer than a writer waits.
public final class CaseLocked extends CaseUnusable {
  private static final long serialVersionUID = 1L;

  public CaseLocked(String message) {
    super(message);
  }

  public CaseLocked(String message, Throwable cause) {
    super(message, cause);
  }
}
