package whence.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.model.Time;

final class MailTest {
  private static String told(String text, Mail.Part part) {
    Time sent = part.sent();
    return part.depth()
        + " "
        + part.senderName()
        + " > "
        + part.to().stream().map(Mail.Person::name).toList()
        + " "
        + (sent == null ? null : sent.value())
        + " "
        + part.body().stream().map(s -> s.of(text).replace('\n', '~')).toList();
  }

  private static List<String> parts(String text) {
    return Mail.of(text).parts().stream().map(p -> told(text, p)).toList();
  }

  @Test
  void forwardsWithinForwardsHaveTheirOwnSenders() {
    assertEquals(
        List.of(
            "0 Ada C Holt > [Bo] 2019-06-03T21:21 [Please read.]",
            "1 Bo > [Ada C Holt, Cy Dunn] 2019-06-03T21:17 [I saw nothing.]",
            "2 Cy Dunn > [Bo] 2019-06-03T09:00 [The ship left~at noon.]"),
        parts(
            "   UNCLASSIFIED\n\nFrom:      Holt, Ada C <HoltAC@port.example>\nSent:      Monday, June 3, 2019 9:21"
                + " PM\nTo:        Bo\nSubject:   RE: ship\n\nPlease read.\n\n    Original Message\nFrom: Bo"
                + " [mailto:bo@port.example]\nSent: Monday, June 3, 2019 9:17 PM\nTo: Holt, Ada C; Dunn, Cy\nSubject: Fw: ship\n\nI saw"
                + " nothing.\n\n---- Original Message ----\nFrom: Dunn, Cy\nTo: Bo\nSent: Mon Jun 03 09:00:51 2019\nSubject: ship\n\nThe ship"
                + " left\nat noon.\n\n   UNCLASSIFIED\n"));
  }

  @Test
  void answersBetweenQuotedLinesBelongToTheAnswerer() {
    assertEquals(
        List.of(
            "0 Jo Reed > [kim@b.example] 2019-06-03T10:00 [Hello., No.]",
            "1 Kim Lee > [] 2019-06-02T18:05 [Did you see it?, And now?]",
            "2 null > [] null [Older words.]"),
        parts(
            "From: Jo Reed <jo@a.example>\nTo: kim@b.example\nDate: Mon, 3 Jun 2019 10:00:00 +0000\nSubject: Re:"
                + " it\n\nHello.\n\nOn Sun, Jun 2, 2019 at 6:05 PM Kim Lee <kim@b.example> wrote:\n\n> Did you see it?\n>\n>> Older words.\nNo.\n>"
                + " And now?\n"));
  }

  @Test
  void whoAnswersIsFoundByPlace() {
    String text = "From: Jo\nSent: 3 June 2019\nTo: Kim\nSubject: x\n\nMine.\n";
    Mail.Part part = Mail.of(text).at(text.indexOf("Mine"));
    assertEquals("Jo", part == null ? null : part.senderName());
    assertEquals(null, Mail.of(text).at(2));
  }

  @Test
  void plainTextIsNoMail() {
    assertFalse(Mail.of("From: the beginning\n\nIt was a quiet port. To: nobody.\n").isMail());
    assertFalse(Mail.of("The note ran: From here on, silence.\nDate: unknown\n").isMail());
  }
}
