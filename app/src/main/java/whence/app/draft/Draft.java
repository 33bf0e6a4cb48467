package whence.app.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import whence.model.WhenceException;

/// A report as it is being written, at one revision.
///
/// @param name by which it is asked for: letters, digits and hyphens
/// @param revision 1 for the first, one more with each change
/// @param next the id that the next item gets
/// @param by who made this revision
/// @param what they did, as the rest of a sentence that begins with who
public record Draft(
    String name, String title, long revision, int next, String by, String what, List<Item> items) {
  public Draft {
    items = List.copyOf(items);
  }

  public Optional<Item> item(int id) {
    return items.stream().filter(each -> each.id() == id).findFirst();
  }

  /// What makes an item of the id and the revision that it gets.
  @FunctionalInterface
  public interface Maker {
    Item make(int id, long revision);
  }

  /// @param after the id of the item that it stands behind; 0 for the beginning, -1 for the end
  public Draft with(Maker maker, int after) {
    List<Item> all = new ArrayList<>(items);
    int at = after < 0 ? all.size() : after == 0 ? 0 : position(after) + 1;
    all.add(at, maker.make(next, revision + 1));
    return of(next + 1, all);
  }

  public Draft without(int id) {
    List<Item> all = new ArrayList<>(items);
    all.remove(position(id));
    return of(next, all);
  }

  /// @param to from 0; what is beyond the ends is the end
  public Draft moved(int id, int to) {
    List<Item> all = new ArrayList<>(items);
    Item item = all.remove(position(id));
    all.add(Math.clamp(to, 0, all.size()), item);
    return of(next, all);
  }

  /// @param seen the item's revision as whoever changes it saw it
  /// @throws Changed if somebody else has changed it since
  public Draft changed(int id, long seen, UnaryOperator<Item> change) {
    List<Item> all = new ArrayList<>(items);
    int at = position(id);
    if (all.get(at).revision() != seen) {
      throw new Changed(
          "This text was changed in another window meanwhile. Nothing of yours was saved: copy it, load the page again, and put it where it belongs.");
    }
    all.set(at, change.apply(all.get(at)));
    return of(next, all);
  }

  public Draft titled(String other) {
    return new Draft(name, other, revision, next, by, what, items);
  }

  /// The place of an item, from 0.
  ///
  /// @throws Changed if it is not there any more
  public int position(int id) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id() == id) {
        return i;
      }
    }
    throw new Changed("This part of the report was taken out meanwhile. Load the page again.");
  }

  private Draft of(int following, List<Item> others) {
    return new Draft(name, title, revision, following, by, what, others);
  }

  /// Two windows changed the same thing.
  public static final class Changed extends WhenceException {
    private static final long serialVersionUID = 1;

    Changed(String message) {
      super(message);
    }
  }
}
