package whence.app.command;

import whence.model.WhenceException;

/// The command was asked for something that is not there or makes no sense.
public final class UsageException extends WhenceException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
