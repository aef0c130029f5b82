package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import dev.touchstone.store.FindingReviews;
import dev.touchstone.store.Standing;
import dev.touchstone.store.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of a document's page that say how its findings stand. They change without the document
 * being read again, so each is marked in the page and can be written anew: cards that are
 * suppressed or dismissed move into lists of their own, with the reason.
 *
 * <p>Text of a document is escaped, so the marks occur nowhere else.
 */
final class SetAside {

  static final String CARDS = "<!--cards-->";
  static final String CARDS_END = "<!--/cards-->";
  static final String CARD_END = "<!--/card-->";
  static final String STATE = "<!--state-->";
  static final String REMARK = "<!--remark-->";
  static final String SUMS = "<!--sums-->";
  static final String END = "<!--/-->";

  private static final String CARD = "<!--card ";

  /** What stands below the cards that are open or confirmed. */
  record Lists(List<String> suppressed, List<String> dismissed, List<Standings.Gone> gone) {}

  /** A card in the page as it is. */
  private record Marked(int number, String id, String html) {}

  private SetAside() {}

  static String begin(Card card) {
    return CARD + card.number() + " " + card.id() + "-->";
  }

  static String word(Standing standing) {
    if (standing.isSuppressed()) {
      return "Suppressed";
    }
    Standing.Review review = standing.review();
    return review == null ? "Open" : capital(review.status());
  }

  /** For a remark without a decision: {@code Comment}. */
  static String verb(FindingReviews.Status status) {
    return status == FindingReviews.Status.OPEN ? "Comment" : capital(status);
  }

  private static String capital(FindingReviews.Status status) {
    String name = status.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** The day of an instant in ISO 8601. */
  static String day(String at) {
    return at.length() > 10 ? at.substring(0, 10) : at;
  }

  static Severity severity(Standings.Gone gone) {
    return Severity.valueOf(gone.severity().toUpperCase(Locale.ROOT));
  }

  /** The page with its findings as they stand now; a page without marks stays as it is. */
  static String show(String page, Standings standings) {
    int from = page.indexOf(CARDS);
    int to = page.indexOf(CARDS_END, from);
    if (from < 0 || to < 0) {
      return page;
    }
    String cards = cards(page.substring(from, to), standings);
    return sums(page.substring(0, from), standings) + CARDS + "\n" + cards + page.substring(to);
  }

  private static String sums(String head, Standings standings) {
    String words = words(standings);
    return region(head, SUMS, words.isEmpty() ? "" : Pages.text("sums.jte", words));
  }

  /** {@code 1 new since the last run, 2 suppressed}. */
  static String words(Standings standings) {
    List<String> parts = new ArrayList<>();
    add(
        parts,
        standings.findings().values().stream().filter(Standing::fresh).count(),
        "new since the last run");
    add(parts, standings.gone().size(), "gone");
    add(parts, count(standings, "Confirmed"), "confirmed");
    add(parts, count(standings, "Dismissed"), "dismissed");
    add(parts, count(standings, "Suppressed"), "suppressed");
    return String.join(", ", parts);
  }

  private static long count(Standings standings, String word) {
    return standings.findings().values().stream().filter(it -> word(it).equals(word)).count();
  }

  private static void add(List<String> parts, long number, String words) {
    if (number > 0) {
      parts.add(Wording.number(number) + " " + words);
    }
  }

  private static String cards(String html, Standings standings) {
    List<Marked> cards = marked(html);
    cards.sort(java.util.Comparator.comparingInt(Marked::number));
    StringBuilder open = new StringBuilder();
    Lists lists = new Lists(new ArrayList<>(), new ArrayList<>(), standings.gone());
    for (Marked card : cards) {
      Standing standing = standings.of(card.id());
      String shown = region(card.html(), STATE, Pages.text("state.jte", standing));
      shown = region(shown, REMARK, Pages.text("remark.jte", standing)) + "\n";
      if (standing.isSuppressed()) {
        lists.suppressed().add(shown);
      } else if (standing.isDismissed()) {
        lists.dismissed().add(shown);
      } else {
        open.append(shown);
      }
    }
    return open + Pages.text("setaside.jte", lists);
  }

  private static List<Marked> marked(String html) {
    List<Marked> cards = new ArrayList<>();
    int at = html.indexOf(CARD);
    while (at >= 0) {
      int end = html.indexOf(CARD_END, at) + CARD_END.length();
      String[] name = html.substring(at + CARD.length(), html.indexOf("-->", at)).split(" ");
      cards.add(new Marked(Integer.parseInt(name[0]), name[1], html.substring(at, end)));
      at = html.indexOf(CARD, end);
    }
    return cards;
  }

  private static String region(String html, String mark, String content) {
    int from = html.indexOf(mark);
    if (from < 0) {
      return html;
    }
    int to = html.indexOf(END, from);
    return html.substring(0, from + mark.length()) + content.strip() + html.substring(to);
  }
}
