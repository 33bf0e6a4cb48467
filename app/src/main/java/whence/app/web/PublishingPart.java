package whence.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;

/// What stands in the way of publishing, and the letters before it.
final class PublishingPart implements Part {
  private final Desk desk;
  private final Pages pages;

  PublishingPart(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @Override
  public void route(RoutesConfig routes) {
    routes.get(
        "/ready",
        ctx ->
            pages.show(
                ctx,
                "ready.jte",
                "Ready to publish?",
                "replies",
                ReadyPage.of(desk.worked(Publishing.STUDY))));
    routes.get("/letter", this::letter);
  }

  private void letter(Context ctx) {
    String person = Requested.query(ctx, "person");
    Worked<Publishing> worked = desk.worked(Publishing.STUDY);
    Publishing known = worked.value();
    pages.show(
        ctx,
        "letter.jte",
        "Letter",
        "replies",
        known == null
            ? new LetterPage(person, "", "", "", 0, false)
            : LetterPage.of(
                known,
                addressee(known, person),
                Requested.query(ctx, "deadline"),
                Requested.query(ctx, "from"),
                worked.current()));
  }

  private static String addressee(Publishing known, String person) {
    List<String> people = known.criticisms().people(person);
    if (people.size() != 1) {
      throw new NotFoundResponse(
          people.isEmpty()
              ? person + ": nobody of that name is named or speaks in this case."
              : person + ": this may be " + String.join(", ", people) + "; choose one.");
    }
    return people.getFirst();
  }
}
