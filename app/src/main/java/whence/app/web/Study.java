package whence.app.web;

import java.util.function.Supplier;
import whence.ask.Inquiry;
import whence.ask.Search;
import whence.guard.View;
import whence.model.Weighing;

/// Works something out of the whole case, which may take longer than a page. Kept in a constant: by
/// it [Studies] knows what was worked out before.
@FunctionalInterface
public interface Study<T> {
  T of(View view, Weighing weighing, Inquiry inquiry, Supplier<Search> search);
}
