package whence.store;

import whence.model.WhenceException;

/// A case that cannot be opened or worked on: absent, made by a newer version, locked, damaged.
public class CaseUnusable extends WhenceException {
  private static final long serialVersionUID = 1L;

  public CaseUnusable(String message) {
    super(message);
  }

  public CaseUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
