package whence.read;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import whence.model.SourceKind;
import whence.model.Span;

/// Who has the floor: who spoke last, going through a document from front to back.
final class Floor {
  /// How far back, in characters, a pronoun or a description may reach.
  static final int REACH = 1200;

  private final String text;
  private final TreeMap<Integer, Integer> spoken = new TreeMap<>();

  private @Nullable Who lastSpeaker;
  private int lastSpeakerAt = Integer.MIN_VALUE / 2;
  private @Nullable Who lastOrganization;
  private int lastOrganizationAt = Integer.MIN_VALUE / 2;

  /// @param spoken the sentences of a transcript or a mail; empty for an article
  Floor(String text, List<Spoken> spoken) {
    this.text = text;
    spoken.forEach(one -> this.spoken.put(one.sentence().start(), one.sentence().end()));
  }

  /// Whether words at `offset` are said, and not a speaker's label or a mail's header.
  boolean isSaid(int offset) {
    Map.Entry<Integer, Integer> sentence = spoken.floorEntry(offset);
    return spoken.isEmpty() || (sentence != null && offset < sentence.getValue());
  }

  void spoke(Who who, int at) {
    if (who.name() != null) {
      lastSpeaker = who;
      lastSpeakerAt = at;
      if (who.kind() == SourceKind.ORGANIZATION || who.kind() == SourceKind.DOCUMENT) {
        lastOrganization = who;
        lastOrganizationAt = at;
      }
    }
  }

  /// Who spoke last within reach of `at`.
  Who speaker(int at) {
    return lastSpeaker != null && at - lastSpeakerAt <= REACH ? lastSpeaker : Who.UNKNOWN;
  }

  /// The organization or document that spoke last within reach of `at`.
  @Nullable Who organization(int at) {
    return lastOrganization != null && at - lastOrganizationAt <= REACH ? lastOrganization : null;
  }

  /// Who goes on speaking in a quotation without a cue: the one who spoke last, if nothing else is
  /// said in between.
  Who continuing(int at) {
    Who last = speaker(at);
    boolean adjacent =
        lastSpeakerAt <= at
            && last.name() != null
            && text.substring(lastSpeakerAt, at).chars().noneMatch(Character::isLetterOrDigit);
    return adjacent ? last : Who.UNKNOWN;
  }

  /// What has been written since the last speaker's words ended; empty where `at` is still among
  /// them.
  Span since(int at) {
    return new Span(Math.clamp(lastSpeakerAt, 0, at), at);
  }
}
