package dev.touchstone.mention;

import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names that nobody listed by what stands beside them: a word with the ending of a chemical
 * name directly before an amount, {@code sulpirone 40 mg}, behind one, {@code 40 mg of sulpirone},
 * behind {@code high-dose} or before {@code overdose}, and where people are treated with it.
 */
final class DoseNames {

  private static final String AMOUNT =
      "\\d[\\d.,]*(?:\\s?(?:-|–|to)\\s?\\d[\\d.,]*)?[\\s-]?(?:mg|milligrams?|µg|μg|mcg|microg(?:rams?)?|IU|mCi|MBq)"
          + "(?:\\s?/\\s?(?:kg|m2|m²|d|day|h|hr|dose|week)\\b)*(?![\\p{L}\\d])(?!\\s?/\\s?(?:d?[Ll]|m[Ll]|g)\\b)";

  private static final String WAY =
      "(?:(?:oral|intravenous|iv|i\\.v\\.|subcutaneous|intramuscular|inhaled|topical|intranasal|intrathecal)\\s)?";

  private static final String WORD = "([A-Za-z][a-z]{5,})";

  private static final List<Pattern> CONTEXTS =
      List.of(
          Pattern.compile(
              "\\b"
                  + WORD
                  + "(?:\\s(?:alone|at(?: a dose of)?|in a dose of))?[,:]?\\s\\(?"
                  + AMOUNT),
          Pattern.compile(
              AMOUNT
                  + "\\s(?:(?:daily|weekly|once|twice)\\s){0,2}(?:of\\s)?"
                  + WAY
                  + "([a-z]{6,})\\b"),
          Pattern.compile(
              "\\b(?:[Hh]igh|[Ll]ow|[Ss]tandard|[Ff]ull|[Ii]ntermediate)[- ]doses?\\s(?:of\\s)?"
                  + WAY
                  + "([a-z]{6,})\\b"),
          Pattern.compile(
              "\\b(?:[Oo]verdoses?|[Ii]ngestion|[Ii]ntoxication)\\s(?:of|with|by)\\s([a-z]{6,})\\b"),
          Pattern.compile(
              "\\b" + WORD + "\\s(?:overdose|overdosage|intoxication|toxicity|withdrawal)\\b"),
          Pattern.compile("\\b" + WORD + "(?:\\s(?:group|or|and|versus|vs\\.?)){1,3}\\splacebo\\b"),
          Pattern.compile(
              "\\bplacebo(?:\\sgroup)?\\s(?:or|and|versus|vs\\.?)\\s" + WAY + "([a-z]{6,})\\b"),
          Pattern.compile(
              "\\b(?:treat(?:ed|ment) with|therapy with|[Aa]dministration of|[Rr]eceiv(?:ed|ing)|given|taking"
                  + "|[Ii]nfusions? of|[Ii]njections? of|randomi[sz]ed to)\\s"
                  + WAY
                  + "([a-z]{6,})\\b(?=\\s?(?:[,.;()]|or|and|for|plus|versus|alone|therapy|treatment|twice|once|daily|in|at|$))"),
          Pattern.compile("\\b" + WORD + "[- ](?:treated|induced)\\b"));

  /**
   * Capitals beside an amount: a short form that was introduced elsewhere, {@code CAP 2000 mg/m2}.
   */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "(?<![\\p{L}\\d-])([A-Z]{2,6}(?:-[A-Z]{2,6})?)(?:\\salone)?(?:\\sat)?\\s\\(?"
              + "\\d[\\d.,]*\\s?mg/(?:m2|m²|kg)(?![\\p{L}\\d])(?!\\s?/\\s?(?:d?[Ll]|m[Ll]))");

  private final StemNames stems;

  DoseNames(StemNames stems) {
    this.stems = stems;
  }

  /** The names of a text, in no particular order. */
  List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    for (Pattern context : CONTEXTS) {
      Matcher matcher = context.matcher(text);
      int from = 0;
      while (matcher.find(from)) {
        if (stems.isChemical(matcher.group(1).toLowerCase(Locale.ROOT))) {
          found.add(new Span(matcher.start(1), matcher.end(1)));
        }
        from = Math.max(matcher.start() + 1, matcher.end(1));
      }
    }
    return found;
  }

  /** Short forms beside an amount per body surface or weight. */
  List<Span> shortForms(String text) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = CAPITALS.matcher(text);
    while (matcher.find()) {
      found.add(new Span(matcher.start(1), matcher.end(1)));
    }
    return found;
  }
}
