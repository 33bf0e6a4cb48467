package whence.app.command;

import java.util.List;
import whence.app.print.Fields;
import whence.ask.Inquiry;
import whence.ask.Questions;
import whence.ask.Search;
import whence.guard.View;
import whence.model.Weighing;
import whence.weigh.LikeBy;

/// Puts together what asking takes.
final class Asking {
  private Asking() {}

  static Questions questions(View view, Weighing weighing, Inquiry inquiry, Parts.Likes likes) {
    return new Questions(view, weighing, inquiry, search(likes));
  }

  static Search search(Parts.Likes likes) {
    return new Search() {
      @Override
      public List<Hit> find(String text, int top) {
        return likes.like(text, top, LikeBy.BOTH).stream().map(Asking::hit).toList();
      }

      @Override
      public double alike(String one, String other) {
        return likes.alike(one, other);
      }

      @Override
      public List<Hit> words(String words, int top) {
        return likes.words(words, top).stream().map(Asking::hit).toList();
      }
    };
  }

  private static Search.Hit hit(Fields.Hit hit) {
    return new Search.Hit(
        hit.statement(), hit.document(), hit.path(), hit.passage(), hit.page(), hit.score());
  }
}
