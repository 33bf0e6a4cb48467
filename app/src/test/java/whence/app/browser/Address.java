package whence.app.browser;

import java.util.List;

/// A page that every test of pages walks: a name for its pictures, and an address in which
/// `{claim}`, `{document}` and `{unread}` stand for some of the sample case.
record Address(String name, String path) {
  /// All kinds of pages. A new one is a line here.
  static final List<Address> ALL =
      List.of(
          new Address("overview", "/"),
          new Address("documents", "/documents"),
          new Address("document", "/documents/{document}"),
          new Address("unread", "/documents/{unread}"),
          new Address("arrivals", "/arrivals"),
          new Address("review", "/review"),
          new Address("claims", "/claims"),
          new Address("claims-none", "/claims?words=nosuchword"),
          new Address("claim", "/claims/{claim}"),
          new Address("search", "/search?words=harbour"),
          new Address("search-none", "/search?words=nosuchword"),
          new Address("decisions", "/decisions"),
          new Address("refused", "/claims/nothing"));

  /// The address in a case that is open in a window.
  String in(Window window) {
    String found = path;
    if (path.contains("{claim}")) {
      window.open("/claims?kind=contested");
      found = window.find(".claimline > a").first().getAttribute("href");
    } else if (path.contains("{document}")) {
      found = window.document("news/");
    } else if (path.contains("{unread}")) {
      found = window.document("annex-b.pdf");
    }
    return found;
  }

  @Override
  public String toString() {
    return name;
  }
}
