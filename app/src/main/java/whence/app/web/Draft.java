package whence.app.web;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whence.app.report.CheckedPage;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.ask.check.Checked;
import whence.guard.View;
import whence.model.Sha256;
import whence.model.Weighing;
import whence.model.WhenceException;

/// A draft that somebody wants held against the record. It is not taken into the case, and is gone
/// when the workbench closes.
final class Draft implements Study<Draft.Held> {
  private static final int ID_DIGITS = 16;

  private final Tools tools;
  private final String name;
  private final byte[] content;

  /// @param name how it ends tells what it is
  Draft(Tools tools, String name, byte[] content) {
    this.tools = tools;
    this.name = name;
    this.content = content;
  }

  /// A draft held against the record.
  ///
  /// @param model null where no text could be got from it
  /// @param refused why not, empty where one was
  record Held(CheckedPage.@Nullable Model model, String refused) {}

  String name() {
    return name;
  }

  /// The same for the same draft.
  String id() {
    return Sha256.of("draft\n" + name + "\n" + Sha256.of(content).hex())
        .hex()
        .substring(0, ID_DIGITS);
  }

  @Override
  public Held of(View view, Weighing weighing, Inquiry inquiry, Supplier<Search> search) {
    try {
      Checked checked = tools.check(view, weighing, search, name, content);
      return new Held(CheckedPage.of(tools.program(), name, checked, view), "");
    } catch (WhenceException e) {
      return new Held(null, Objects.requireNonNullElse(e.getMessage(), "it cannot be read"));
    }
  }
}
