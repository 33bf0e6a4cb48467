package whence.store.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import whence.model.Passage;
import whence.model.Sha256;

/// How a [Stretch] and a [Searchable] lie in Lucene, and how a text becomes a query.
final class IndexFields {
  /// Raise it with every change to what is indexed or how.
  static final String VERSION = "2";

  /// Of a statement: what is said.
  static final String CONTENT = "content";

  /// All the words, of a statement its source and cue too.
  static final String WORDS = "words";

  /// Of a stretch: all its words.
  static final String STRETCH = "stretch";

  /// Of a stretch: where its meaning points.
  static final String DIRECTION = "direction";

  /// Of a stretch its own name, of a member that of its stretch.
  static final String NAME = "name";

  static final String MEMBER_OF = "memberOf";
  static final String DOCUMENT = "document";
  static final String STATEMENT = "statement";
  static final Analyzer ANALYZER = new EnglishAnalyzer();

  /// A longer text is searched for by its rarest words.
  private static final int MOST_TERMS = 512;

  private static final FieldType COUNTED = new FieldType();

  static {
    COUNTED.setTokenized(true);
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.freeze();
  }

  /// What of a [Searchable] comes back with a hit.
  ///
  /// @param stretch the name, null of what is none
  record Stored(
      Sha256 document,
      @Nullable String stretch,
      @Nullable String statement,
      Passage passage,
      @Nullable Integer page) {}

  private IndexFields() {}

  /// The one by which a document's stretch is found.
  ///
  /// @param plain its words, as [whence.weigh.PlainWords] makes them
  static Document stretch(
      Sha256 document, Passage passage, @Nullable Integer page, String plain, BytesRef direction) {
    Document fields = placed(document, passage, page);
    fields.add(new StoredField(NAME, name(document, passage.start())));
    fields.add(new Field(STRETCH, plain, COUNTED));
    fields.add(new BinaryDocValuesField(DIRECTION, direction));
    return fields;
  }

  /// @param stretch where the stretch that it is a member of starts
  static Document member(Sha256 document, Searchable searchable, int stretch) {
    Document fields = placed(document, searchable.passage(), searchable.page());
    fields.add(new StringField(MEMBER_OF, name(document, stretch), Field.Store.NO));
    fields.add(new Field(WORDS, searchable.words(), COUNTED));
    String statement = searchable.statement();
    String content = searchable.content();
    if (statement != null && content != null) {
      fields.add(new StoredField(STATEMENT, statement));
      fields.add(new BinaryDocValuesField(STATEMENT, new BytesRef(statement)));
      fields.add(new Field(CONTENT, content, COUNTED));
    }
    return fields;
  }

  private static String name(Sha256 document, int stretch) {
    return document.hex() + ":" + stretch;
  }

  private static Document placed(Sha256 document, Passage passage, @Nullable Integer page) {
    Document fields = new Document();
    fields.add(new StringField(DOCUMENT, document.hex(), Field.Store.YES));
    fields.add(new StoredField("start", passage.start()));
    fields.add(new StoredField("passage", passage.text()));
    if (page != null) {
      fields.add(new StoredField("page", page));
    }
    return fields;
  }

  static Stored read(Document fields) throws IOException {
    int start = number(fields, "start");
    String text = text(fields, "passage");
    return new Stored(
        new Sha256(text(fields, DOCUMENT)),
        fields.get(NAME),
        fields.get(STATEMENT),
        new Passage(start, start + text.length(), text),
        fields.getField("page") == null ? null : number(fields, "page"));
  }

  /// The texts in which any of `text`'s words stands; empty if it has none worth searching for.
  static Optional<Query> query(String field, String text, IndexReader reader) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (TokenStream tokens = ANALYZER.tokenStream(field, text)) {
      CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        counts.merge(token.toString(), 1, Integer::sum);
      }
      tokens.end();
    }
    record Weighed(Term term, int count, int documents) {}
    List<Weighed> terms = new ArrayList<>();
    for (Map.Entry<String, Integer> one : counts.entrySet()) {
      Term term = new Term(field, one.getKey());
      int documents = reader.docFreq(term);
      if (documents > 0) {
        terms.add(new Weighed(term, one.getValue(), documents));
      }
    }
    if (terms.size() > MOST_TERMS) {
      terms.sort(Comparator.comparingInt(Weighed::documents).thenComparing(Weighed::term));
      terms.subList(MOST_TERMS, terms.size()).clear();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Weighed one : terms) {
      Query query = new TermQuery(one.term);
      any.add(
          one.count == 1 ? query : new BoostQuery(query, one.count), BooleanClause.Occur.SHOULD);
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(any.build());
  }

  private static int number(Document fields, String name) throws IOException {
    IndexableField field = fields.getField(name);
    if (field == null || field.numericValue() == null) {
      throw new IOException("no " + name + " in the index");
    }
    return field.numericValue().intValue();
  }

  private static String text(Document fields, String name) throws IOException {
    String value = fields.get(name);
    if (value == null) {
      throw new IOException("no " + name + " in the index");
    }
    return value;
  }
}
