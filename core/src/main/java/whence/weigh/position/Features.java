package whence.weigh.position;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import whence.model.Span;
import whence.weigh.Stems;
import whence.weigh.position.Cues.Kind;
import whence.weigh.position.Words.Word;

/// What is measured of a claim and a text to tell the position the text takes on it.
final class Features {
  private static final int LEAD = 3;
  private static final int TOP = 3;

  /// A longer claim is judged by its first words.
  private static final int MOST_TOPIC = 200;

  private static final int FARTHEST = 50;

  private final Sentence claim;
  private final String claimText;
  private final List<Sentence> sentences;
  private final List<Word> topic;
  private final double[] cover;
  private final double total;

  /// Sentence numbers, most of the claim first.
  private final int[] best;

  private final Map<String, Double> values = new LinkedHashMap<>();

  Features(String claimText, List<Sentence> sentences) {
    this.claimText = claimText;
    this.claim = Sentence.of(claimText, new Span(0, claimText.length()));
    this.sentences = sentences;
    this.topic = topic(claim);
    this.total = weight(topic);
    this.cover = sentences.stream().mapToDouble(each -> covered(each.stems())).toArray();
    this.best =
        IntStream.range(0, cover.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -cover[i]).thenComparingInt(i -> i))
            .mapToInt(i -> i)
            .toArray();
  }

  /// Words of a claim that its matter shows in: no empty words, each stem once; cue words only
  /// where there is nothing else.
  private static List<Word> topic(Sentence claim) {
    List<Word> topic = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (boolean cues : new boolean[] {false, true}) {
      for (Word word : claim.words().all()) {
        if (topic.size() < MOST_TOPIC
            && !word.empty()
            && (cues || !Cues.isCue(word))
            && seen.add(word.stem())) {
          topic.add(word);
        }
      }
      if (!topic.isEmpty()) {
        break;
      }
    }
    return topic;
  }

  private static double weight(List<Word> words) {
    return words.stream().mapToDouble(Commonness::weight).sum();
  }

  private double covered(Set<String> stems) {
    return share(topic.stream().filter(word -> stems.contains(word.stem())).toList());
  }

  private double share(List<Word> words) {
    return total == 0 ? 0 : weight(words) / total;
  }

  double cover(int sentence) {
    return cover[sentence];
  }

  Map<String, Double> values() {
    Set<String> body = new HashSet<>();
    sentences.forEach(each -> body.addAll(each.stems()));
    relation(body);
    claimForm();
    for (Kind kind : Kind.values()) {
      cues(kind);
    }
    contrast(body);
    return values;
  }

  private void put(String name, double value) {
    values.put(name, value);
  }

  private void relation(Set<String> body) {
    put("coverBody", covered(body));
    put("coverBest", at(0));
    put("coverSecond", at(1));
    put("coverThird", at(2));
    put("coverFirst", cover.length > 0 ? cover[0] : 0);
    Set<String> lead = new HashSet<>();
    sentences.stream().limit(LEAD).forEach(each -> lead.addAll(each.stems()));
    put("coverLead", covered(lead));
    double pair = 0;
    for (int i = 0; i + 1 < sentences.size(); i++) {
      Set<String> both = new HashSet<>(sentences.get(i).stems());
      both.addAll(sentences.get(i + 1).stems());
      pair = Math.max(pair, covered(both));
    }
    put("coverPair", Math.max(pair, at(0)));
    put("coverWords", part(topic, body));
    List<Word> names = topic.stream().filter(word -> word.capital()).toList();
    put("names", names.size());
    put("namesIn", part(names, body));
    put("namesInLead", part(names, lead));
    List<Word> numbers = claim.words().all().stream().filter(Word::number).toList();
    put("numbers", numbers.size());
    put("numbersIn", part(numbers, body));
    put("bestAt", best.length == 0 ? -1 : best[0]);
    put("bestAtShare", best.length == 0 ? -1 : best[0] / (double) best.length);
    put("over40", (double) Arrays.stream(cover).filter(c -> c >= 0.4).count());
    put("over40Share", Arrays.stream(cover).filter(c -> c >= 0.4).count() / (cover.length + 1.0));
    put("coverSum", Arrays.stream(cover).sum());
    put("coverMean", Arrays.stream(cover).average().orElse(0));
    put("sentences", sentences.size());
    put("length", Math.log1p(sentences.stream().mapToInt(s -> s.words().all().size()).sum()));
    put("topic", topic.size());
    put("topicWeight", total);
    List<Word> there = topic.stream().filter(word -> body.contains(word.stem())).toList();
    List<Word> not = topic.stream().filter(word -> !body.contains(word.stem())).toList();
    put("rarestIn", there.stream().mapToDouble(Commonness::weight).max().orElse(0));
    put("rarestOut", not.stream().mapToDouble(Commonness::weight).max().orElse(0));
    put("weightIn", weight(there));
    put("bigramsIn", bigrams());
    put("oftenIn", often());
    put("lettersIn", letters());
  }

  private double at(int rank) {
    return rank < best.length ? cover[best[rank]] : 0;
  }

  private static double part(List<Word> words, Set<String> stems) {
    return words.isEmpty()
        ? -1
        : words.stream().filter(word -> stems.contains(word.stem())).count()
            / (double) words.size();
  }

  /// Part of the claim's neighbouring words that stand so in one sentence of the text.
  private double bigrams() {
    Set<String> body = new HashSet<>();
    sentences.forEach(each -> body.addAll(pairs(each.words().all())));
    Set<String> own = pairs(claim.words().all());
    return own.isEmpty() ? -1 : own.stream().filter(body::contains).count() / (double) own.size();
  }

  private static Set<String> pairs(List<Word> words) {
    Set<String> pairs = new HashSet<>();
    List<Word> full = words.stream().filter(word -> !word.empty()).toList();
    for (int i = 0; i + 1 < full.size(); i++) {
      pairs.add(full.get(i).stem() + ' ' + full.get(i + 1).stem());
    }
    return pairs;
  }

  /// How much of the text the topic's words are: a cosine of tf-idf.
  private double often() {
    Map<String, Double> body = new HashMap<>();
    for (Sentence sentence : sentences) {
      for (Word word : sentence.words().all()) {
        if (!word.empty()) {
          body.merge(word.stem(), Commonness.weight(word), Double::sum);
        }
      }
    }
    double norm = Math.sqrt(body.values().stream().mapToDouble(v -> v * v).sum());
    double own = Math.sqrt(topic.stream().mapToDouble(Commonness::weight).map(w -> w * w).sum());
    double dot =
        topic.stream()
            .mapToDouble(w -> Commonness.weight(w) * body.getOrDefault(w.stem(), 0.0))
            .sum();
    return norm == 0 || own == 0 ? 0 : dot / norm / own;
  }

  /// Part of the topic's words of five letters or more that some word of the text begins like.
  private double letters() {
    Set<String> beginnings = new HashSet<>();
    for (Sentence sentence : sentences) {
      for (String stem : sentence.stems()) {
        if (stem.length() >= 4) {
          beginnings.add(stem.substring(0, 4));
        }
      }
    }
    List<Word> longer = topic.stream().filter(word -> word.stem().length() >= 4).toList();
    return longer.isEmpty()
        ? -1
        : longer.stream().filter(w -> beginnings.contains(w.stem().substring(0, 4))).count()
            / (double) longer.size();
  }

  private void claimForm() {
    put("claimQuestion", claimText.indexOf('?') >= 0 ? 1 : 0);
    put("claimQuoted", quotes(claimText) ? 1 : 0);
    put("claimColon", claimText.indexOf(':') >= 0 ? 1 : 0);
    put("claimExclaims", claimText.indexOf('!') >= 0 ? 1 : 0);
    put("claimWords", claim.words().all().size());
    put(
        "claimCapitals",
        claim.words().all().stream().filter(Word::capital).count()
            / (claim.words().all().size() + 1.0));
    put(
        "quotedSentences",
        sentences.stream().filter(Sentence::quoted).count() / (sentences.size() + 1.0));
  }

  private static boolean quotes(String text) {
    return text.indexOf('"') >= 0
        || text.indexOf('“') >= 0
        || text.indexOf('‘') >= 0
        || text.startsWith("'")
        || text.contains(" '");
  }

  private void cues(Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    put(name + "Claim", claim.count(kind));
    int words = sentences.stream().mapToInt(each -> each.words().all().size()).sum();
    put(name + "Rate", 100.0 * all(kind) / (words + 30));
    put(name + "Lead", sentences.stream().limit(LEAD).mapToInt(s -> s.count(kind)).sum());
    double on = 0;
    double mass = 0;
    double most = Arrays.stream(cover).max().orElse(0);
    for (int i = 0; i < cover.length; i++) {
      double weight = most == 0 ? 0 : cover[i] * cover[i] / most / most;
      on += weight * Math.min(2, sentences.get(i).count(kind));
      mass += weight;
    }
    put(name + "On", on);
    put(name + "OnRate", on / (mass + 0.5));
    put(name + "Top", Arrays.stream(best).limit(TOP).map(i -> sentences.get(i).count(kind)).sum());
    int first = 0;
    while (first < sentences.size() && sentences.get(first).count(kind) == 0) {
      first++;
    }
    put(name + "FirstAt", first == sentences.size() ? FARTHEST : Math.min(first, FARTHEST));
  }

  private int all(Kind kind) {
    return sentences.stream().mapToInt(each -> each.count(kind)).sum();
  }

  private void contrast(Set<String> body) {
    int denied = against(claim);
    double bodyAgainst =
        values.getOrDefault("refuteOnRate", 0.0) + values.getOrDefault("denyOnRate", 0.0);
    put("againstClaim", denied);
    int strong = claim.count(Kind.STRONG) > 0 ? 1 : 0;
    double strongBody = values.getOrDefault("strongOn", 0.0) + 0.5 * all(Kind.STRONG);
    put("strongBoth", strong > 0 ? strongBody : -strongBody);
    double notBody =
        values.getOrDefault("negateOnRate", 0.0) + values.getOrDefault("refuteOnRate", 0.0);
    put("notBoth", claim.count(Kind.NEGATE) + denied > 0 ? notBody : -notBody);
    double hedged =
        values.getOrDefault("hedgeOnRate", 0.0) + values.getOrDefault("claimOnRate", 0.0);
    put("hedgeBoth", hedged + claim.count(Kind.HEDGE) + claim.count(Kind.CLAIM));
    put("againstBoth", denied > 0 ? bodyAgainst : -bodyAgainst);
    long shared =
        claim.words().all().stream()
            .filter(word -> Cues.of(word).stream().anyMatch(Features::isAgainst))
            .filter(word -> body.contains(word.stem()))
            .count();
    put("againstShared", denied == 0 ? -1 : shared / (double) denied);
    int opposites = 0;
    for (int rank = 0; rank < Math.min(TOP, best.length); rank++) {
      for (Word word : topic) {
        if (sentences.get(best[rank]).stems().stream()
            .anyMatch(stem -> Stems.areOpposites(word.stem(), stem))) {
          opposites++;
        }
      }
    }
    put("opposites", opposites);
    List<Word> numbers = claim.words().all().stream().filter(Word::number).toList();
    put("numbersInBest", best.length == 0 ? -1 : part(numbers, sentences.get(best[0]).stems()));
    put("questions", (double) sentences.stream().filter(s -> s.count(Kind.ASK) > 1).count());
  }

  private static boolean isAgainst(Kind kind) {
    return kind == Kind.REFUTE || kind == Kind.DENY || kind == Kind.DOUBT;
  }

  private static int against(Sentence sentence) {
    return sentence.count(Kind.REFUTE) + sentence.count(Kind.DENY) + sentence.count(Kind.DOUBT);
  }
}
