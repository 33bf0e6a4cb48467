package whence.acquire.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Word processors' files and their like, through Tika's parsers: DOCX, DOC, ODT, RTF, and what
/// else of Office those read. Embedded files become inner files; embedded pictures only where the
/// document has next to no text, as a scan pasted into it has.
final class OfficeFile {
  private static final int LITTLE_TEXT = 200;
  private static final int LONGEST_EMBEDDED = 64 << 20;

  private final List<Parser> parsers =
      List.of(new OOXMLParser(), new OfficeParser(), new OpenDocumentParser(), new RTFParser());

  /// The parser for this type, null if it is none of an office.
  @Nullable Parser parserFor(String type) {
    MediaType mediaType = MediaType.parse(type);
    for (Parser parser : parsers) {
      if (parser.getSupportedTypes(new ParseContext()).contains(mediaType)) {
        return parser;
      }
    }
    return null;
  }

  Parsed parse(Parser parser, String type, Request request) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(Metadata.CONTENT_TYPE, type);
    metadata.set(
        TikaCoreProperties.RESOURCE_NAME_KEY,
        request.name().substring(request.name().lastIndexOf('/') + 1));
    Embedded embedded = new Embedded();
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, embedded);
    ToXMLContentHandler xhtml = new ToXMLContentHandler();
    boolean cut = false;
    try (TikaInputStream in = TikaInputStream.get(request.file())) {
      parser.parse(in, new WriteOutContentHandler(xhtml, request.characters()), metadata, context);
    } catch (EncryptedDocumentException e) {
      return Parsed.notRead(type, "encrypted: needs its password");
    } catch (SAXException | TikaException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) {
        Throwable cause = e.getCause();
        throw new IOException(cause == null ? e : cause);
      }
      cut = true;
    }
    Composition composition = new Composition(request.characters());
    HtmlText.append(xhtml.toString(), composition);
    String text = composition.text().stripTrailing();
    InnerFolder inner = new InnerFolder(request);
    embedded.unpack(inner, text.length() < LITTLE_TEXT);
    List<String> problems = new ArrayList<>(inner.problems());
    if (cut) {
      problems.add("its text is longer than " + request.characters() + " characters");
    }
    return new Parsed(
        type,
        Parsed.Verdict.READ,
        text,
        null,
        composition.blocks(),
        metadata(metadata),
        inner.files(),
        problems);
  }

  private static Parsed.Metadata metadata(Metadata metadata) {
    String created = metadata.get(TikaCoreProperties.CREATED);
    String date = created == null || created.length() < 10 ? null : created.substring(0, 10);
    return new Parsed.Metadata(
        Words.orNull(metadata.get(TikaCoreProperties.TITLE)),
        Words.orNull(metadata.get(TikaCoreProperties.CREATOR)),
        null,
        date,
        date == null ? null : "file metadata: when the file was made, perhaps not its text",
        true);
  }

  /// Holds embedded files until the text is known.
  private static final class Embedded implements EmbeddedDocumentExtractor {
    /// @param open the bytes
    private record File(@Nullable String name, @Nullable String type, InnerFolder.Source open) {
      boolean isPicture() {
        return type != null && type.startsWith("image/");
      }
    }

    private final List<File> files = new ArrayList<>();
    private long held;

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return true;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
        throws IOException {
      byte[] bytes = stream.readNBytes((int) Math.max(0, LONGEST_EMBEDDED - held));
      held += bytes.length;
      files.add(
          new File(
              metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY),
              metadata.get(Metadata.CONTENT_TYPE),
              () -> new ByteArrayInputStream(bytes)));
    }

    void unpack(InnerFolder inner, boolean withPictures) throws IOException {
      int number = 0;
      for (File file : files) {
        if (withPictures || !file.isPicture()) {
          number++;
          inner.add(InnerFolder.attachmentName(number, file.name(), file.type()), file.open());
        }
      }
    }
  }
}
