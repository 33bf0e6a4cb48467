package whence.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.model.Document;
import whence.model.Reading;
import whence.model.Sha256;
import whence.model.Text;
import whence.model.Time;

/// A pile of articles in which two thirds are copies, or copies of copies, edited as copies are:
/// re-led, cut, reordered, noisy, reworded, or down to three sentences inside another story; all of
/// them, and the independent articles among them, share officials' quotations and publishers'
/// footers. Which was made from which is known.
final class PlantedCopies {
  /// Sentence and the place it was taken from: the article's number and its own; -1 where it is
  /// nobody's to copy (quotations, footers).
  record Sentence(int origin, String text) {}

  /// A made document.
  ///
  /// @param family number of the article it goes back to
  /// @param parent number of the document it was made from, -1 for none
  /// @param date null where it bears none
  /// @param edits what was done to it, in words
  record Made(
      int family,
      int parent,
      String publisher,
      @Nullable String date,
      String headline,
      @Nullable String credit,
      List<Sentence> sentences,
      String edits) {
    Set<Integer> origins() {
      Set<Integer> origins = new HashSet<>();
      sentences.forEach(sentence -> origins.add(sentence.origin()));
      origins.remove(-1);
      return origins;
    }

    /// How many sentences of one article both hold.
    int shares(Made other) {
      if (family != other.family) {
        return 0;
      }
      Set<Integer> both = origins();
      both.retainAll(other.origins());
      return both.size();
    }
  }

  private static final int PUBLISHERS = 14;

  /// How much is done to a copy.
  enum Mix {
    /// Any of the edits at once.
    TOGETHER,

    /// One of the six, each as often.
    ONE_EACH
  }

  private enum Edit {
    INSIDE,
    CUT,
    REORDERED,
    NOISY,
    REWORDED,
    RE_LED
  }

  private final Mix mix;

  private final Random random;
  private final Edits edits;

  /// To copy from or to stand alone; then, taken from the end, to embed in, to lead with, to quote.
  private final List<NewsEvents.Article> articles;

  private int hosts;
  private int originals;
  private final List<String> publishers = new ArrayList<>();
  private final List<String> footers = new ArrayList<>();

  PlantedCopies(List<NewsEvents.Article> articles, Mix mix, long seed) {
    this.mix = mix;
    this.random = new Random(seed);
    this.articles = new ArrayList<>(articles);
    Collections.shuffle(this.articles, random);
    this.hosts = this.articles.size();
    this.edits = new Edits(articles, random);
    for (int i = 0; i < PUBLISHERS; i++) {
      publishers.add("The " + edits.capital(edits.word()) + " " + edits.capital(edits.word()));
      footers.add(footer(publishers.getLast()));
    }
  }

  private String footer(String publisher) {
    StringBuilder footer = new StringBuilder("Subscribe to " + publisher + " .");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      footer.append(' ').append(edits.sentence(6 + random.nextInt(14)));
    }
    return footer.toString();
  }

  /// A third originals, of which half are copied and half stand alone, and two thirds copies.
  List<Made> make(int documents) {
    originals = Math.min(documents / 3, articles.size() / 4);
    List<Made> made = new ArrayList<>();
    for (int i = 0; i < originals; i++) {
      NewsEvents.Article article = articles.get(i);
      List<Sentence> sentences = whole(i);
      boolean real = random.nextBoolean();
      made.add(
          new Made(
              i,
              -1,
              real ? article.publisher() : edits.one(publishers),
              random.nextInt(8) == 0 ? null : article.date(),
              headline(sentences),
              null,
              sentences,
              "original"));
    }
    int copied = Math.max(1, originals / 2);
    while (made.size() < originals * 3) {
      int parent =
          made.size() > originals && random.nextInt(3) == 0
              ? originals + random.nextInt(made.size() - originals)
              : random.nextInt(copied);
      made.add(copy(made.get(parent), parent));
    }
    return furnished(quoted(made));
  }

  private String headline(List<Sentence> story) {
    List<String> words = List.of(story.getFirst().text().split(" "));
    int start = random.nextInt(Math.max(1, words.size() - 8));
    return String.join(" ", words.subList(start, Math.min(words.size(), start + 8)));
  }

  /// The next article that nothing else was made from.
  private List<Sentence> host() {
    if (hosts <= originals) {
      hosts = articles.size();
    }
    return whole(--hosts);
  }

  private List<Sentence> whole(int number) {
    List<Sentence> sentences = new ArrayList<>();
    for (String sentence : articles.get(number).sentences()) {
      sentences.add(new Sentence(number * 1000 + sentences.size(), sentence));
    }
    return sentences;
  }

  private Made copy(Made from, int parent) {
    StringBuilder says = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>(from.sentences());
    Edit only = mix == Mix.ONE_EACH ? Edit.values()[random.nextInt(Edit.values().length)] : null;
    int kind = random.nextInt(100);
    List<Sentence> host = host();
    boolean inside = sentences.size() > 6 && (only == null ? kind < 20 : only == Edit.INSIDE);
    if (inside) {
      int length = 3 + random.nextInt(4);
      int start = random.nextInt(sentences.size() - length);
      sentences = new ArrayList<>(sentences.subList(start, start + length));
      says.append("inside ");
    } else if (sentences.size() > 8 && (only == null ? kind < 60 : only == Edit.CUT)) {
      cut(sentences, (int) (sentences.size() * (0.3 + 0.65 * random.nextDouble())));
      says.append("cut ");
    }
    if (!inside && (only == null ? random.nextInt(3) == 0 : only == Edit.REORDERED)) {
      sentences = reordered(sentences);
      says.append("reordered ");
    }
    boolean hit = only == null ? random.nextInt(3) == 0 : only == Edit.NOISY;
    double noise = hit ? 0.16 * random.nextDouble() : 0;
    boolean changed = only == null ? random.nextInt(3) == 0 : only == Edit.REWORDED;
    double changes = changed ? 0.4 * random.nextDouble() : 0;
    says.append(noise > 0.08 ? "noisy " : noise > 0 ? "slightly-noisy " : "");
    says.append(changes > 0.2 ? "reworded " : changes > 0 ? "slightly-reworded " : "");
    boolean scanned = random.nextBoolean();
    List<Sentence> edited = new ArrayList<>();
    for (Sentence sentence : sentences) {
      String words = edits.reworded(sentence.text(), changes);
      edited.add(new Sentence(sentence.origin(), edits.noisy(words, noise, scanned)));
    }
    if (inside) {
      List<Sentence> whole = new ArrayList<>(host);
      whole.addAll(random.nextInt(whole.size() + 1), edited);
      edited = whole;
    } else if (only == null ? random.nextBoolean() : only == Edit.RE_LED) {
      int leads = 1 + random.nextInt(3);
      for (int i = 0; i < Math.min(leads, edited.size() - 3); i++) {
        edited.removeFirst();
      }
      for (int i = leads - 1; i >= 0; i--) {
        edited.addFirst(host.get(i));
      }
      says.append("re-led ");
    }
    String publisher = random.nextInt(4) == 0 ? from.publisher() : edits.one(publishers);
    boolean credits = random.nextInt(6) == 0 && !publisher.equals(from.publisher());
    String credit =
        credits
            ? edits.one(List.of("Originally published in ", "This article first appeared in "))
                + from.publisher()
                + "."
            : null;
    String date =
        random.nextInt(5) == 0 || from.date() == null
            ? null
            : LocalDate.parse(from.date()).plusDays(random.nextInt(5)).toString();
    return new Made(
        from.family(), parent, publisher, date, headline(host), credit, edited, says.toString());
  }

  private void cut(List<Sentence> sentences, int keep) {
    switch (random.nextInt(3)) {
      case 0 -> sentences.subList(keep, sentences.size()).clear();
      case 1 -> sentences.subList(0, sentences.size() - keep).clear();
      default -> {
        while (sentences.size() > keep) {
          sentences.remove(random.nextInt(sentences.size()));
        }
      }
    }
  }

  private List<Sentence> reordered(List<Sentence> sentences) {
    int length = 1 + random.nextInt(4);
    List<List<Sentence>> paragraphs = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i += length) {
      paragraphs.add(sentences.subList(i, Math.min(sentences.size(), i + length)));
    }
    Collections.shuffle(paragraphs, random);
    return new ArrayList<>(paragraphs.stream().flatMap(List::stream).toList());
  }

  /// A quotation of an official in every third, each in several.
  private List<Made> quoted(List<Made> made) {
    List<String> quotations = new ArrayList<>();
    for (int i = 0; i < made.size() / 12 + 1; i++) {
      List<String> words = List.of(edits.one(host()).text().replace("``", "").split(" +"));
      String name = edits.capital(edits.word()) + " " + edits.capital(edits.word());
      String quotation =
          String.join(" ", words.subList(0, Math.min(words.size() - 1, 12 + random.nextInt(30))))
              .replace("''", "");
      quotations.add(
          switch (random.nextInt(3)) {
            case 0 -> "`` " + quotation + " , '' said " + name + " .";
            case 1 -> "Minister " + name + " told reporters : “" + quotation + ".”";
            default -> "\"" + quotation + ",\" " + name + " said in a statement.";
          });
    }
    List<Made> result = new ArrayList<>();
    for (Made each : made) {
      List<Sentence> sentences = new ArrayList<>(each.sentences());
      for (int i = random.nextInt(3); i == 0; i = random.nextInt(3)) {
        sentences.add(
            random.nextInt(sentences.size() + 1), new Sentence(-1, edits.one(quotations)));
      }
      result.add(with(each, sentences));
    }
    return result;
  }

  private List<Made> furnished(List<Made> made) {
    List<Made> result = new ArrayList<>();
    for (Made each : made) {
      List<Sentence> sentences = new ArrayList<>(each.sentences());
      int publisher = publishers.indexOf(each.publisher());
      if (publisher >= 0) {
        sentences.add(new Sentence(-1, "\n\n" + footers.get(publisher)));
      }
      result.add(with(each, sentences));
    }
    return result;
  }

  private static Made with(Made made, List<Sentence> sentences) {
    return new Made(
        made.family,
        made.parent,
        made.publisher,
        made.date,
        made.headline,
        made.credit,
        sentences,
        made.edits);
  }

  static String text(Made made) {
    StringBuilder text = new StringBuilder(made.headline()).append("\n\n");
    if (made.credit() != null) {
      text.append(made.credit()).append("\n\n");
    }
    int inParagraph = 0;
    for (Sentence sentence : made.sentences()) {
      text.append(sentence.text()).append(++inParagraph % 3 == 0 ? "\n\n" : " ");
    }
    return text.append('\n').toString();
  }

  /// What weighing takes in. The path says nothing of the order things were made in.
  static Reading reading(int number, Made made) {
    String characters = text(made);
    Text text = Text.plain(characters);
    String path = "planted/%05d.txt".formatted((number * 7919 + 13) % 100_003);
    return new Reading(
        document(path, text, made.headline(), made.publisher(), made.date()),
        text,
        List.of(),
        List.of(),
        "planted");
  }

  static Document document(
      String path,
      Text text,
      @Nullable String headline,
      @Nullable String publisher,
      @Nullable String date) {
    return new Document(
        Sha256.of(path + "\n" + text.characters()),
        path,
        List.of(),
        headline,
        null,
        publisher,
        null,
        date == null ? null : Time.fromMetadata(date),
        date == null ? null : "planted",
        "text/plain",
        "en",
        null,
        text.characters().length(),
        List.of(),
        text.hash(),
        Document.Status.READ,
        null);
  }
}
