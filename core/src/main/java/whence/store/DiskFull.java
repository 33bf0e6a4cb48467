package whence.store;

import whence.model.WhenceException;

/// The disk under a case has no room left. What was acknowledged before is kept.
public final class DiskFull extends WhenceException {
  private static final long serialVersionUID = 1L;

  public DiskFull(String message, Throwable cause) {
    super(message, cause);
  }
}
