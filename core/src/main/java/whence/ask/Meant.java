package whence.ask;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Link;
import whence.model.Mention;
import whence.model.Passage;
import whence.model.Region;
import whence.model.SourceKind;
import whence.model.Span;
import whence.model.SpeakerRole;
import whence.model.Stance;
import whence.model.Statement;

/// Whom the words of one document mean: its speakers, *you*, *she*, a name.
final class Meant {
  private static final int NEAR = 8;

  private static final Set<String> THIRD = Set.of("he", "she", "they", "it");

  private final Speech speech;
  private final List<Mention> mentions;

  Meant(Speech speech, List<Mention> mentions) {
    this.speech = speech;
    this.mentions = mentions;
  }

  /// Who says what holds a telling: empty where nobody is named.
  String speaker(Statement carrier, @Nullable Statement cued) {
    List<Link> chain = carrier.chain();
    int last = chain.size() - 1;
    if (cued != null && cued.id().equals(carrier.id()) && last > 0) {
      last--;
    }
    Link link = chain.get(last);
    if (link.role() == Link.Role.SOURCE) {
      return Objects.requireNonNullElse(name(link), "");
    }
    return Objects.requireNonNullElse(speech.document().author(), "");
  }

  /// What a link's words name; null for a pronoun that nothing near explains.
  @Nullable String name(Link link) {
    String as = link.as();
    if (as == null || !isThird(as) || link.start() == null) {
      return link.name() != null ? link.name() : as == null || isPronoun(as) ? null : as;
    }
    return link.name() != null && isNear(link.name(), link.start()) ? link.name() : null;
  }

  private static boolean isPronoun(String as) {
    return TellingWords.PRONOUNS.contains(Phrase.bare(as.toLowerCase(Locale.ROOT)));
  }

  private static boolean isThird(String as) {
    return THIRD.contains(as.toLowerCase(Locale.ROOT));
  }

  /// Whether a name stands in the few statements before a place, and in the same message.
  private boolean isNear(String name, int place) {
    int last = speech.outermost().size() - 1;
    while (last > 0 && speech.outermost().get(last).extent().start() > place) {
      last--;
    }
    Integer message = sender(speech.outermost().get(last));
    for (int i = last; i >= 0 && i > last - NEAR; i--) {
      Statement statement = speech.outermost().get(i);
      if (!Objects.equals(message, sender(statement))) {
        return false;
      }
      if (statement.mentions().stream().anyMatch(it -> it.name().equals(name))
          || name.equals(statement.innermost().name())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Integer sender(Statement statement) {
    return statement.cue().isEmpty()
            && statement.speakerRole() == null
            && statement.chain().size() > 1
        ? statement.chain().get(1).start()
        : null;
  }

  /// Whom *you* means: whoever answers counsel, whoever asked the witness, whom alone a mail went
  /// to.
  @Nullable String addressee(Statement carrier, int index) {
    SpeakerRole role = carrier.speakerRole();
    Statement turn = speech.outermost().get(index);
    if (turn.region() == Region.TURN) {
      role = turn.speakerRole();
      boolean witness = role == SpeakerRole.WITNESS;
      for (int i = index + 1;
          !witness && i < Math.min(speech.outermost().size(), index + NEAR);
          i++) {
        if (speech.outermost().get(i).speakerRole() == SpeakerRole.WITNESS) {
          return name(speech.outermost().get(i).innermost());
        }
      }
      for (int i = index - 1; i >= 0 && i > index - 4 * NEAR; i--) {
        SpeakerRole other = speech.outermost().get(i).speakerRole();
        if (other != null && (other == SpeakerRole.WITNESS) != witness) {
          return name(speech.outermost().get(i).innermost());
        }
      }
      return null;
    }
    MailHead head = MailHead.of(speech, turn);
    return head != null && head.to().size() == 1 && head.cc().isEmpty()
        ? head.to().getFirst()
        : null;
  }

  /// Whom *he* means in a statement's own words: the reader resolved it, or it goes on from "she
  /// said" or from the same word shortly before.
  @Nullable String pronoun(Statement carrier, Span at, int index) {
    for (Statement statement : speech.around(at.start())) {
      Link link = statement.innermost();
      if (link.start() != null && link.start() == at.start() && link.name() != null) {
        return link.name();
      }
    }
    String own = sayer(carrier);
    String word = at.of(speech.text());
    String as = String.valueOf(carrier.innermost().as());
    boolean other = isThird(as) && !as.equalsIgnoreCase(word);
    if (own != null && !other && carrier.stance() != Stance.DECLINES && opensContent(carrier, at)) {
      return own;
    }
    int from =
        index == 0 ? at.start() : speech.outermost().get(Math.max(0, index - 2)).extent().start();
    for (Statement statement : speech.before(at.start())) {
      Link link = statement.innermost();
      if (statement.extent().start() < from) {
        break;
      }
      if (link.start() != null && link.start() < at.start() && word.equalsIgnoreCase(link.as())) {
        return name(link);
      }
    }
    return null;
  }

  /// Whom *him* means where somebody else is said to have told it: "a clerk had told her, she
  /// said".
  @Nullable String object(Statement carrier, boolean namedTeller) {
    return namedTeller ? sayer(carrier) : null;
  }

  private static @Nullable String sayer(Statement carrier) {
    Link link = carrier.innermost();
    return !carrier.cue().isEmpty() && link.kind() == SourceKind.PERSON ? link.name() : null;
  }

  private static boolean opensContent(Statement carrier, Span at) {
    Passage content = carrier.content().getFirst();
    int length = at.start() - content.start();
    if (length < 0 || length > content.text().length()) {
      return false;
    }
    String opening = content.text().substring(0, length).strip();
    return opening.isEmpty()
        || opening.equalsIgnoreCase("that")
        || opening.equalsIgnoreCase("whether");
  }

  /// The name that the document gives whoever is mentioned there and nothing but them.
  @Nullable String mention(Span at) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).start() < at.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    String best = null;
    for (int i = low; i < mentions.size() && mentions.get(i).start() < at.end(); i++) {
      Mention mention = mentions.get(i);
      boolean whole = mention.end() >= at.end() - 2;
      boolean alone =
          speech.text().substring(at.start(), mention.start()).strip().split("\\s+").length <= 1
              && !speech.text().substring(at.start(), mention.start()).contains(" of ");
      if ((mention.kind() == Mention.Kind.PERSON && whole && alone)
          || (mention.kind() == Mention.Kind.ORGANIZATION
              && whole
              && mention.start() - at.start() <= 4)) {
        best = mention.name();
      }
    }
    return best;
  }

  /// What the witness answers to a question: the first statement of the next turn; null where
  /// nobody answers.
  @Nullable String answer(int index) {
    Statement question = speech.outermost().get(index);
    for (int i = index + 1; i < Math.min(speech.outermost().size(), index + NEAR); i++) {
      Statement next = speech.outermost().get(i);
      if (next.speakerRole() == SpeakerRole.WITNESS
          && question.speakerRole() != SpeakerRole.WITNESS) {
        String answer = next.contentText();
        if (answer.length() < 12
            && i + 1 < speech.outermost().size()
            && speech.outermost().get(i + 1).speakerRole() == SpeakerRole.WITNESS) {
          return answer + " " + speech.outermost().get(i + 1).contentText();
        }
        return answer;
      }
      if (next.stance() == Stance.ASKS) {
        return null;
      }
    }
    return null;
  }
}
