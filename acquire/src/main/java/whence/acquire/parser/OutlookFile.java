package whence.acquire.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/// An Outlook message (.msg), laid out like any other mail.
final class OutlookFile {
  private interface Getter<T> {
    @Nullable T get() throws ChunkNotFoundException;
  }

  private OutlookFile() {}

  static Parsed parse(Request request) throws IOException {
    try (MAPIMessage message = new MAPIMessage(request.file().toFile())) {
      message.guess7BitEncoding();
      return parse(request, message);
    }
  }

  private static Parsed parse(Request request, MAPIMessage message) throws IOException {
    Composition composition = new Composition(request.characters());
    String from = orNull(message::getDisplayFrom);
    String subject = orNull(message::getSubject);
    Calendar sent = orNull(message::getMessageDate);
    String date =
        sent == null
            ? null
            : OffsetDateTime.ofInstant(sent.toInstant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    new MailText(composition)
        .header("From", from)
        .header("To", orNull(message::getDisplayTo))
        .header("Cc", orNull(message::getDisplayCC))
        .header("Date", date)
        .header("Subject", subject);
    List<String> problems = new ArrayList<>();
    String text = orNull(message::getTextBody);
    String html = text == null ? orNull(message::getHtmlBody) : null;
    if (text != null) {
      composition.paragraph(text.replace("\r\n", "\n").strip());
    } else if (html != null) {
      HtmlText.append(html, composition);
    } else if (orNull(message::getRtfBody) != null) {
      problems.add("its body is RTF only, which is not read in .msg files: export it as .eml");
    }
    InnerFolder inner = new InnerFolder(request);
    attachments(message, inner);
    problems.addAll(inner.problems());
    return new Parsed(
        "application/vnd.ms-outlook",
        Parsed.Verdict.READ,
        composition.text(),
        null,
        composition.blocks(),
        new Parsed.Metadata(
            Words.orNull(subject),
            Words.orNull(from),
            null,
            date,
            date == null ? null : "mail header Date",
            false),
        inner.files(),
        problems);
  }

  private static void attachments(MAPIMessage message, InnerFolder inner) throws IOException {
    int number = 0;
    for (AttachmentChunks attachment : message.getAttachmentFiles()) {
      number++;
      byte[] bytes = attachment.getEmbeddedAttachmentObject();
      StringChunk longName = attachment.getAttachLongFileName();
      StringChunk name = longName == null ? attachment.getAttachFileName() : longName;
      if (bytes == null) {
        inner.refuse(
            "attachment-" + number, "a message inside a .msg file: export it as .eml to read it");
        continue;
      }
      StringChunk type = attachment.getAttachMimeTag();
      inner.add(
          InnerFolder.attachmentName(
              number, name == null ? null : name.getValue(), type == null ? null : type.getValue()),
          () -> new ByteArrayInputStream(bytes));
    }
  }

  private static <T> @Nullable T orNull(Getter<T> getter) {
    try {
      return getter.get();
    } catch (ChunkNotFoundException absent) {
      return null;
    }
  }
}
