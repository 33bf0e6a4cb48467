package whence.app.web;

/// What every page has in common.
///
/// @param part of the workbench that it belongs to
/// @param csrf to be sent along with every change
/// @param moment how often the case had changed, at the latest, when it was looked at for this page
/// @param path that it was asked for by
/// @param person who is at work
public record Page(
    String title, String part, String csrf, long moment, String path, String person) {
  /// Who decides where nobody said who they are.
  public static final String UNNAMED = "unnamed";
}
