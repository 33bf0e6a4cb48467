package whence.model;

/// Where a file came from, as the journal keeps it: the name of the folder that was named on the
/// command line and the path below it. What people see is computed from all places of a case, since
/// the root's name is shown only where two roots would clash.
///
/// @param root empty where there is none
/// @param path `/` between parts, `archive.zip!/inner/path` inside archives and mail
public record Place(String root, String path) {
  /// Paths below a root are normal, so nothing else holds two slashes in a row.
  private static final String BETWEEN = "//";

  private static final String INSIDE = "!/";

  public static Place parse(String written) {
    int at = written.indexOf(BETWEEN);
    return at < 0
        ? new Place("", written)
        : new Place(written.substring(0, at), written.substring(at + BETWEEN.length()));
  }

  /// The place of a file found inside the one at this place.
  public Place inside(String name) {
    return new Place(root, path + INSIDE + name);
  }

  /// The place of the file that the user named or whose folder they named: its own place where it
  /// stands in no archive or mail.
  public Place outermost() {
    int at = path.indexOf(INSIDE);
    return at < 0 ? this : new Place(root, path.substring(0, at));
  }

  /// As [Entry.Acquired#path] holds it.
  @Override
  public String toString() {
    return root.isEmpty() ? path : root + BETWEEN + path;
  }
}
