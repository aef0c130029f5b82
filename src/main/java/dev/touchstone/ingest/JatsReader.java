package dev.touchstone.ingest;

import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Metadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Journal articles in JATS, the format of the open-access archives. Its DTD is never read. Places
 * are XPaths.
 */
final class JatsReader implements FormatReader {

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    XmlElement root = SecureXml.parse(bytes, "the article", true, limits);
    XmlElement article = root.is("article") ? root : first(root.all("article"));
    if (article == null) {
      throw new Unreadable(
          "This is XML but no journal article in JATS.",
          "its root is <" + root.name() + "> and it holds no <article>",
          "Get the article as .nxml from its archive, or as PDF or HTML.");
    }
    Canvas canvas = new Canvas(limits);
    JatsBlocks blocks = new JatsBlocks(canvas, limits, new JatsWords(JatsReferences.keys(article)));
    blocks.read(article);
    if (canvas.isEmpty()) {
      throw new Unreadable(
          "The article holds no words.",
          "front, body and back are empty",
          "Get the full text of the article.");
    }
    String text = canvas.text();
    return new Draft(
        Format.JATS.mediaType(),
        text,
        hints(article),
        null,
        canvas.blocks(),
        canvas.locator(),
        List.of(Coverages.whole(text, blocks.dropped())),
        List.of());
  }

  private static @Nullable XmlElement first(List<XmlElement> elements) {
    return elements.isEmpty() ? null : elements.get(0);
  }

  private static Metadata hints(XmlElement article) {
    XmlElement meta = article.at("front", "article-meta");
    XmlElement title = article.at("front", "article-meta", "title-group", "article-title");
    return new Metadata(
        title == null ? null : squeeze(title.text()),
        DocumentKind.JOURNAL_ARTICLE,
        null,
        meta == null ? List.of() : authors(meta),
        meta == null ? null : date(meta),
        HtmlReader.language(article.attribute("lang")));
  }

  static List<String> authors(XmlElement meta) {
    List<String> authors = new ArrayList<>();
    for (XmlElement group : meta.children("contrib-group")) {
      for (XmlElement contributor : group.children("contrib")) {
        String type = contributor.attribute("contrib-type");
        if (!type.isEmpty() && !type.equals("author")) {
          continue;
        }
        XmlElement name = contributor.child("name");
        XmlElement team = contributor.child("collab");
        if (name != null) {
          authors.add(nameOf(name));
        } else if (team != null) {
          authors.add(squeeze(team.text()));
        }
      }
    }
    return authors;
  }

  /** Given names first, as a person writes them. */
  private static String nameOf(XmlElement name) {
    XmlElement given = name.child("given-names");
    XmlElement family = name.child("surname");
    return squeeze(
        (given == null ? "" : given.text() + " ") + (family == null ? "" : family.text()));
  }

  /** The earliest date of publication. */
  private static @Nullable String date(XmlElement meta) {
    String earliest = null;
    for (XmlElement published : meta.children("pub-date")) {
      String year = part(published, "year");
      if (!year.matches("(19|20)\\d\\d")) {
        continue;
      }
      String month = part(published, "month");
      String day = part(published, "day");
      String date = year;
      if (month.matches("0?[1-9]|1[0-2]")) {
        date = Dates.form(year, Integer.parseInt(month), day.matches("\\d{1,2}") ? day : null);
      }
      // A date that says the day is better than one of the same year that does not.
      if (earliest == null
          || date.compareTo(earliest) < 0 && date.length() >= earliest.length()
          || date.startsWith(earliest)) {
        earliest = date;
      }
    }
    return earliest;
  }

  private static String part(XmlElement date, String name) {
    XmlElement element = date.child(name);
    return element == null ? "" : element.text().strip();
  }

  static String squeeze(String words) {
    return Cleaner.clean(TracedText.of(words)).toString();
  }
}
