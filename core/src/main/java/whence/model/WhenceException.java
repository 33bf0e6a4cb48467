package whence.model;

/// The one root of what Whence throws on purpose. Its message says which file, which place, and
/// what to do.
public class WhenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WhenceException(String message) {
    super(message);
  }

  public WhenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
