package whence.app.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.ask.Asked;
import whence.ask.Inquiry;

/// The inquiry's questions, or one of them with all that bears on it.
///
/// @param inquiry as its file says now
/// @param tree questions under those that they help to answer
/// @param chosen the one asked about, null for none
/// @param adHoc what was asked that the inquiry does not have, empty for nothing
/// @param known whether anything was worked out yet
public record QuestionPage(
    Inquiry inquiry,
    List<Branch> tree,
    @Nullable Asked chosen,
    String adHoc,
    boolean known,
    boolean current) {
  /// @param depth 0 for one of the terms of reference
  public record Branch(Asked asked, int depth) {}

  static QuestionPage of(
      Inquiry inquiry, Worked<Inquired> worked, @Nullable String id, String adHoc) {
    Inquired known = worked.value();
    if (known == null) {
      return new QuestionPage(inquiry, List.of(), null, adHoc, false, false);
    }
    List<Branch> tree = new ArrayList<>();
    known.asked().stream()
        .filter(asked -> asked.parent() == null)
        .forEach(asked -> grow(known, asked, 0, tree));
    Asked chosen = id != null ? known.to(id) : adHoc.isEmpty() ? null : known.to(adHoc);
    return new QuestionPage(inquiry, tree, chosen, adHoc, true, worked.current());
  }

  private static void grow(Inquired known, Asked asked, int depth, List<Branch> tree) {
    tree.add(new Branch(asked, depth));
    known.asked().stream()
        .filter(each -> asked.id() != null && asked.id().equals(each.parent()))
        .forEach(each -> grow(known, each, depth + 1, tree));
  }
}
