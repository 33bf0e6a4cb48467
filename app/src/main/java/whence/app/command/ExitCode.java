package whence.app.command;

/// Exit statuses, as `docs/output.md` promises them.
public final class ExitCode {
  public static final int DONE = 0;

  /// Done, but something was left unread or failed its check.
  public static final int INCOMPLETE = 1;

  public static final int USAGE = 2;
  public static final int NO_CASE = 3;
  public static final int FAULT = 4;

  private ExitCode() {}
}
