package whence.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import whence.app.report.Composed.Styled;
import whence.model.Document;

/// How notes and the list of documents name a document. What is not known of it is left out;
/// nobody's name is turned about, for no program can tell which of a person's names is the
/// family's.
public enum NoteStyle {
  /// Notes as in the Chicago Manual of Style: full where a document is first cited, short after.
  CHICAGO("Chicago notes"),
  /// Author and date in the notes, a list of references behind, much as the APA has it.
  AUTHOR_DATE("author and date"),
  /// Title, publisher, date and page.
  PLAIN("plain");

  private static final int YEAR = 4;

  private final String title;

  NoteStyle(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// As an address or an option has it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static @Nullable NoteStyle of(String word) {
    for (NoteStyle style : values()) {
      if (style.word().equals(word)) {
        return style;
      }
    }
    return null;
  }

  /// What a note begins with.
  ///
  /// @param again whether an earlier note names the document in full
  /// @param letter behind the year where an author has several documents of one, else empty
  List<Styled> note(Document document, @Nullable Integer page, boolean again, String letter) {
    return switch (this) {
      case CHICAGO -> chicago(document, page, again);
      case AUTHOR_DATE ->
          List.of(
              plain(
                  author(document)
                      + " ("
                      + year(document)
                      + letter
                      + (page == null ? "" : ", p. " + page)
                      + ")"));
      case PLAIN -> plainly(document, page);
    };
  }

  private static List<Styled> chicago(Document document, @Nullable Integer page, boolean again) {
    List<Styled> note = new ArrayList<>();
    String author = Words.orEmpty(document.author());
    note.add(plain((author.isEmpty() ? "" : author + ", ") + "“" + Words.title(document)));
    String end = page == null ? "" : ", " + page;
    if (again) {
      note.add(plain("”" + end));
      return note;
    }
    note.add(plain(",” "));
    if (document.publisher() != null) {
      note.add(new Styled(document.publisher(), true));
      note.add(plain(", "));
    }
    String date = Words.date(document.date());
    note.add(plain((date.isEmpty() ? "n.d." : date) + end));
    return note;
  }

  private static List<Styled> plainly(Document document, @Nullable Integer page) {
    List<String> parts = new ArrayList<>();
    if (document.publisher() != null) {
      parts.add(document.publisher());
    }
    String date = Words.date(document.date());
    parts.add(date.isEmpty() ? "undated" : date);
    if (page != null) {
      parts.add("page " + page);
    }
    return List.of(new Styled(Words.title(document), true), plain(", " + String.join(", ", parts)));
  }

  /// How the list of documents names one.
  List<Styled> reference(Document document, String letter) {
    return this == AUTHOR_DATE ? dated(document, letter) : note(document, null, false, letter);
  }

  private static List<Styled> dated(Document document, String letter) {
    List<Styled> reference = new ArrayList<>();
    String date = Words.date(document.date());
    String year = year(document);
    String day = date.isEmpty() || date.equals(year) ? "" : ", " + date;
    reference.add(plain(author(document) + ". (" + year + letter + day + "). "));
    reference.add(new Styled(Words.title(document), true));
    if (document.publisher() != null && !document.publisher().equals(author(document))) {
      reference.add(plain(". " + document.publisher()));
    }
    return reference;
  }

  /// What a reader looks the document up under.
  static String key(Document document) {
    return author(document) + "\n" + year(document);
  }

  private static String author(Document document) {
    return document.author() != null
        ? document.author()
        : document.publisher() != null ? document.publisher() : Words.title(document);
  }

  private static String year(Document document) {
    String value = document.date() == null ? null : document.date().value();
    return value != null && value.matches("\\d{4}.*") ? value.substring(0, YEAR) : "n.d.";
  }

  private static Styled plain(String text) {
    return new Styled(text, false);
  }
}
