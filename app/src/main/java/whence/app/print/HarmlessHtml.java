package whence.app.print;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/// Makes every text harmless to look at before it is escaped.
public final class HarmlessHtml extends OwaspHtmlTemplateOutput {
  public HarmlessHtml(TemplateOutput out) {
    super(out);
  }

  @Override
  public void writeUserContent(@Nullable String text) {
    if (text != null) {
      super.writeUserContent(Harmless.block(text));
    }
  }
}
