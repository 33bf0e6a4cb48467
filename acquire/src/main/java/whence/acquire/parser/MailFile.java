package whence.acquire.parser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/// A mail (RFC 5322, MIME): header lines and body as text, attachments as inner files; a forwarded
/// message is an attachment.
final class MailFile {
  private static final String TYPE = "message/rfc822";
  private static final int LONGEST_BODY = 32 << 20;
  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(10 << 20)
          .setMaxHeaderLen(1 << 20)
          .setMaxHeaderCount(5_000)
          .setMaxContentLen(-1)
          .build();

  /// A part of the body. Of the parts with one `choice`, only one is for the reader.
  private record TextPart(int choice, boolean html, String text) {}

  private final Request request;
  private final InnerFolder inner;
  private final Map<String, String> headers = new HashMap<>();
  private final List<TextPart> texts = new ArrayList<>();
  private int attachments;

  private MailFile(Request request) throws IOException {
    this.request = request;
    this.inner = new InnerFolder(request);
  }

  static Parsed parse(Request request) throws IOException {
    MailFile mail = new MailFile(request);
    List<String> problems = new ArrayList<>();
    try (InputStream in = Files.newInputStream(request.file())) {
      mail.walk(in);
    } catch (MimeException | IOException e) {
      if (mail.headers.isEmpty()) {
        throw new IOException(e);
      }
      problems.add("damaged from some place on: " + Words.of(e));
    }
    return mail.compose(problems);
  }

  private void walk(InputStream in) throws IOException, MimeException {
    MimeTokenStream tokens = new MimeTokenStream(CONFIG);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(in);
    Deque<Integer> choices = new ArrayDeque<>();
    Map<String, Field> fields = new HashMap<>();
    int parts = 0;
    boolean outermost = true;
    for (EntityState state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      switch (state) {
        case T_START_HEADER -> fields.clear();
        case T_FIELD -> {
          Field field = tokens.getField();
          fields.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field);
        }
        case T_END_HEADER -> {
          if (outermost) {
            fields.forEach((name, field) -> headers.put(name, decoded(field)));
            outermost = false;
          }
        }
        case T_START_MULTIPART -> {
          boolean alternative =
              "multipart/alternative".equalsIgnoreCase(tokens.getBodyDescriptor().getMimeType());
          Integer above = choices.peek();
          choices.push(alternative ? ++parts : above == null ? -1 : above);
        }
        case T_END_MULTIPART -> choices.poll();
        case T_BODY -> {
          Integer choice = choices.peek();
          part(tokens, fields, choice == null || choice < 0 ? ++parts : choice);
        }
        default -> {}
      }
    }
  }

  private void part(MimeTokenStream tokens, Map<String, Field> fields, int choice)
      throws IOException {
    String type = tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
    String name = fileName(fields);
    boolean attached = name != null || isAttachment(fields);
    boolean text = type.equals("text/plain") || type.equals("text/html");
    if (text && !attached) {
      byte[] bytes = tokens.getDecodedInputStream().readNBytes(LONGEST_BODY);
      String charset = tokens.getBodyDescriptor().getCharset();
      texts.add(new TextPart(choice, type.equals("text/html"), decode(bytes, charset)));
    } else {
      inner.add(
          InnerFolder.attachmentName(++attachments, name, type), tokens::getDecodedInputStream);
    }
  }

  private static boolean isAttachment(Map<String, Field> fields) {
    Field disposition = fields.get("content-disposition");
    return disposition != null
        && disposition.getBody().toLowerCase(Locale.ROOT).startsWith("attachment");
  }

  private static @Nullable String fileName(Map<String, Field> fields) {
    Field disposition = fields.get("content-disposition");
    if (disposition != null) {
      String name =
          ContentDispositionFieldLenientImpl.PARSER
              .parse(disposition, DecodeMonitor.SILENT)
              .getFilename();
      if (name != null) {
        return decoded(name);
      }
    }
    Field type = fields.get("content-type");
    String name =
        type == null
            ? null
            : ContentTypeFieldLenientImpl.PARSER
                .parse(type, DecodeMonitor.SILENT)
                .getParameter("name");
    return name == null ? null : decoded(name);
  }

  private static String decoded(Field field) {
    String body = field.getBody();
    byte[] raw = body.getBytes(StandardCharsets.ISO_8859_1);
    boolean eightBit = body.chars().anyMatch(c -> c > 0x7E && c < 0x100);
    return decoded(eightBit ? decode(raw, null) : body);
  }

  private static String decoded(String value) {
    return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
  }

  private static String decode(byte[] bytes, @Nullable String charset) {
    if (charset != null && !charset.equalsIgnoreCase("us-ascii")) {
      try {
        return new String(bytes, Charset.forName(charset));
      } catch (IllegalArgumentException unknown) {
        return guess(bytes);
      }
    }
    return guess(bytes);
  }

  private static String guess(byte[] bytes) {
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, Charset.forName("windows-1252"));
  }

  private Parsed compose(List<String> problems) {
    Composition composition = new Composition(request.characters());
    new MailText(composition)
        .header("From", headers.get("from"))
        .header("To", headers.get("to"))
        .header("Cc", headers.get("cc"))
        .header("Date", headers.get("date"))
        .header("Subject", headers.get("subject"));
    for (TextPart part : texts) {
      if (isChosen(part)) {
        if (part.html()) {
          HtmlText.append(part.text(), composition);
        } else {
          composition.paragraph(part.text().replace("\r\n", "\n").strip());
        }
      }
    }
    problems.addAll(inner.problems());
    if (composition.full()) {
      problems.add("its text is longer than " + request.characters() + " characters");
    }
    String date = MailText.date(headers.get("date"));
    return new Parsed(
        TYPE,
        Parsed.Verdict.READ,
        composition.text(),
        null,
        composition.blocks(),
        new Parsed.Metadata(
            Words.orNull(headers.get("subject")),
            Words.orNull(headers.get("from")),
            null,
            date,
            date == null ? null : "mail header Date",
            false),
        inner.files(),
        problems);
  }

  private boolean isChosen(TextPart part) {
    boolean plainToChoose =
        texts.stream()
            .anyMatch(t -> t.choice() == part.choice() && !t.html() && !t.text().isBlank());
    return part.html() ? !plainToChoose : !part.text().isBlank();
  }
}
