package whence.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import whence.model.CodePoints;
import whence.model.Reading;
import whence.model.Span;
import whence.model.Statement;

/// What a text says that an inquiry has not looked at: *was not examined in the hearings*; and, as
/// a suggestion, what somebody asks an inquiry whether it has.
final class Unexamined {
  private static final String LOOKED =
      "(?:examined|reviewed|considered|heard|raised|mentioned|discussed|explored|disclosed|produced"
          + "|tendered|addressed|aired|seen|read|obtained|asked\\sabout|put|shown|touched\\son)";

  private static final String INQUIRY =
      "(?:hearings?|inquiry|enquiry|commission|tribunal|panel|inquest)";

  private static final String WORDS = "(?:[^\\s.;!?]{1,40}\\s){0,";

  /// In one sentence, a few words apart, either first.
  private static final Pattern NOT_LOOKED_AT =
      Pattern.compile(
          "(?i)(?:\\bnot|\\bnever|n['’]t)\\s(?:yet\\s|been\\s|so\\sfar\\s|publicly\\s){0,3}"
              + LOOKED
              + "\\s"
              + WORDS
              + "4}?(?:in|by|before|at|during|to)\\s"
              + WORDS
              + "3}?"
              + INQUIRY
              + "\\b|\\b"
              + INQUIRY
              + "\\s"
              + WORDS
              + "4}?(?:has|have|had|did)(?:\\snot|n['’]t|\\snever)\\s(?:yet\\s|been\\s){0,2}"
              + "(?:examined?|reviewed?|considered?|heard?|raised?|mention(?:ed)?|discuss(?:ed)?"
              + "|explored?|see|seen|read|obtain(?:ed)?|asked\\sabout|shown|touched\\son)\\b");

  private static final Pattern WHETHER_LOOKED_AT =
      Pattern.compile(
          "(?i)\\b"
              + INQUIRY
              + "\\s"
              + WORDS
              + "4}?whether\\s"
              + WORDS
              + "4}?"
              + LOOKED
              + "\\s"
              + WORDS
              + "4}?(?:documents?|records?|reports?|memos?|memorand(?:um|a)|assessments?|e-?mails?"
              + "|letters?|files?|papers?|notes?|intelligence|evidence)\\b");

  private Unexamined() {}

  /// What counsel, witnesses and a chair say at a hearing is its own business.
  static List<Gap> in(Reading reading) {
    List<Gap> gaps = new ArrayList<>();
    boolean hearing = reading.statements().stream().anyMatch(it -> it.speakerRole() != null);
    if (hearing) {
      return gaps;
    }
    String text = reading.text().characters();
    for (Span sentence : Sentence.of(text)) {
      String words = sentence.of(text);
      boolean stated = NOT_LOOKED_AT.matcher(words).find();
      if (stated || WHETHER_LOOKED_AT.matcher(words).find()) {
        gaps.add(
            new Gap(
                Gap.id(Gap.Kind.NOT_EXAMINED, reading.document().textHash() + " " + sentence),
                null,
                Gap.Kind.NOT_EXAMINED,
                (stated ? "a text says so: “" : "asked, and not known: “")
                    + words.strip().replaceAll("\\s+", " ")
                    + "”",
                reading.statements().stream()
                    .filter(it -> it.extent().overlaps(sentence))
                    .map(Statement::id)
                    .sorted(CodePoints.ORDER)
                    .toList(),
                null,
                List.of(Scanned.place(reading, sentence)),
                !stated));
      }
    }
    return gaps;
  }
}
