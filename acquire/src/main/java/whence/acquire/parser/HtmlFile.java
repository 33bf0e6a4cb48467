package whence.acquire.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A web page: its article's text, and what its head says of it.
final class HtmlFile {
  private static final int LONGEST = 32 << 20;

  private HtmlFile() {}

  static Parsed parse(String type, Request request) throws IOException {
    Document page;
    try (InputStream in =
        new org.apache.commons.io.input.BoundedInputStream.Builder()
            .setInputStream(Files.newInputStream(request.file()))
            .setMaxCount(LONGEST)
            .get()) {
      page = Jsoup.parse(in, null, "");
    }
    Parsed.Metadata metadata = HtmlMetadata.of(page);
    Composition composition = new Composition(request.characters());
    for (Element element : Article.find(page)) {
      HtmlText.append(element, composition);
    }
    boolean cut = Files.size(request.file()) > LONGEST || composition.full();
    return new Parsed(
        type,
        Parsed.Verdict.READ,
        composition.text().stripTrailing(),
        null,
        composition.blocks(),
        metadata,
        List.of(),
        cut ? List.of("only its first " + LONGEST + " bytes were read") : List.of());
  }
}
