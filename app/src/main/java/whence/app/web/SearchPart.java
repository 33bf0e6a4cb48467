package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import whence.ask.Search;

/// Search in everything, as people type.
final class SearchPart implements Part {
  private final Desk desk;
  private final Pages pages;

  SearchPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get("/search", this::search);
  }

  private void search(Context ctx) {
    SearchPage.Sought sought =
        new SearchPage.Sought(
            Requested.query(ctx, "words"),
            Requested.query(ctx, "in"),
            Requested.query(ctx, "from"),
            Requested.query(ctx, "stance"));
    Worked<Search> search = desk.searched();
    pages.show(
        ctx, "search.jte", "Search", "search", SearchPage.of(desk.now(), search.value(), sought));
  }
}
