package whence.acquire.parser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.Parser;

/// Tells a file's type from its bytes and name and hands it to the parser for it.
final class Parsers {
  private final Tesseract tesseract = Tesseract.find();
  private final OfficeFile office = new OfficeFile();

  Parsed parse(Request request, Progress progress) {
    String type = "application/octet-stream";
    try {
      type = detect(request.file(), request.name());
      progress.type(type);
      return parse(type, request, progress);
    } catch (StackOverflowError e) {
      return Parsed.notRead(type, "nested too deeply to be parsed");
    } catch (IOException | RuntimeException e) {
      return Parsed.notRead(type, "damaged or not really " + type + ": " + Words.of(e));
    }
  }

  private Parsed parse(String type, Request request, Progress progress) throws IOException {
    return switch (type) {
      case "application/pdf" -> new PdfFile(request, tesseract, progress).parse();
      case "text/html", "application/xhtml+xml" -> HtmlFile.parse(type, request);
      case "message/rfc822" -> MailFile.parse(request);
      case "application/mbox" -> MailboxFile.parse(request, progress);
      case "application/vnd.ms-outlook" -> OutlookFile.parse(request);
      case "application/zip",
          "application/java-archive",
          "application/x-tar",
          "application/x-gtar",
          "application/gzip",
          "application/x-bzip2",
          "application/x-xz" ->
          new ArchiveFile(type, request, progress).parse();
      case "image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/x-ms-bmp" ->
          new ImageFile(type, request, tesseract, progress).parse();
      default -> {
        Parser parser = office.parserFor(type);
        if (parser != null) {
          yield office.parse(parser, type, request);
        }
        if (isText(type)) {
          yield Parsed.plain(type);
        }
        yield Parsed.notRead(type, "files of type " + type + " are not read");
      }
    };
  }

  private static boolean isText(String type) {
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.equals("application/xml")
        || (type.endsWith("+xml") && !type.startsWith("image/"))
        || type.endsWith("+json")
        || type.equals("application/x-sh")
        || type.equals("application/javascript");
  }

  private static String detect(Path file, String name) throws IOException {
    Metadata hints = new Metadata();
    String last = name.substring(name.lastIndexOf('/') + 1);
    hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, last);
    try (TikaInputStream in = TikaInputStream.get(file)) {
      MediaType type = MimeTypes.getDefaultMimeTypes().detect(in, hints);
      String found = type.getBaseType().toString();
      if (found.equals("text/plain") || found.equals("application/octet-stream")) {
        return looksLikeMail(file) ? "message/rfc822" : found;
      }
      if (found.equals("application/x-tika-msoffice")
          && last.toLowerCase(Locale.ROOT).endsWith(".msg")) {
        return "application/vnd.ms-outlook";
      }
      return found;
    }
  }

  private static boolean looksLikeMail(Path file) throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(512);
    }
    String head = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1);
    return head.startsWith("Return-Path: <") || head.startsWith("Received: from ");
  }
}
