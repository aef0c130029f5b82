package dev.touchstone.mention;

import dev.touchstone.document.Span;
import dev.touchstone.vocabulary.Stem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds code names of drugs, {@code TH-302}, {@code BAY 1187982}: letters that a company is known
 * to use, or any letters in a phrase that only drugs stand in. Cell lines, genes and trials have
 * such names too.
 */
final class CodeNames {

  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{L}\\d/-])([A-Z][A-Za-z]{0,6}?\\d??)([-\\u2010\\u2011 ]?)(\\d{2,8}(?:[-,]\\d{2,5})?[A-Za-z]?)(?![\\p{L}\\d])");

  /** What stands behind a cell line, a gene or a trial. */
  private static final Pattern OTHER_THING =
      Pattern.compile(
          "[-\\s]?(?:cells?|cell lines?|xenografts?|tumou?rs?|genes?|proteins?|mutations?|receptors?|positive|negative"
              + "|expression|mice|rats|trials?|study|studies|protocol|cohort|scale|score|questionnaire|levels?)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNIT =
      Pattern.compile(
          "\\s?(?:%|(?:mg|g|kg|µg|μg|mcg|ng|mL|ml|IU|U|mm|cm|h|days?|weeks?|months?|years?)\\b)");

  private static final Pattern OF_TRIAL =
      Pattern.compile(
          "(?:trials?|study|studies|protocol|cells?|lines?|gene|registry|grant|no\\.|number)\\s+$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LEADS_TO_DRUG =
      Pattern.compile(
          "(?:treat(?:ed|ment) with|receiv(?:e|es|ed|ing)|administration of|administered|doses? of|dosing of|infusions? of"
              + "|injections? of|effects? of|efficacy of|safety of|tolerability of|pharmacokinetics of"
              + "|(?:mg|µg|mcg)(?:/(?:kg|m2|m²|day|d))? (?:of )?|inhibitor|antagonist|agonist|antibody|compound|agent"
              + "|drug|formerly|formerly known as|code name|placebo (?:or|and)|versus|vs\\.?)\\s+\\(?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FOLLOWS_DRUG =
      Pattern.compile(
          "^(?:,?\\s\\(?\\d[\\d.,]*\\s?(?:mg|µg|μg|mcg)\\b(?!\\s?/\\s?(?:d?[Ll]|m[Ll]))|\\s(?:or|and|versus|vs\\.?|plus) placebo"
              + "|\\s(?:arm|group)\\b|\\s(?:monotherapy|in combination with|plus|was well tolerated|was administered)"
              + "|[-\\s]treated|,\\san?\\s(?:[\\p{L}\\d/-]+\\s){0,6}(?:inhibitor|antagonist|agonist|antibody|modulator|vaccine"
              + "|derivative|analogue?|prodrug|blocker|activator|degrader|conjugate)\\b)");

  private final Set<String> prefixes = new HashSet<>();
  private final Set<String> others = new HashSet<>();

  CodeNames(List<Stem> stems) {
    for (Stem stem : stems) {
      if (stem.position() == Stem.Position.CODE) {
        prefixes.add(stem.text());
      } else if (stem.position() == Stem.Position.NOCODE) {
        others.add(stem.text());
      }
    }
  }

  /** The code names of a text from left to right. */
  List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      if (isDrug(code, text)) {
        found.add(new Span(code.start(), code.end()));
      }
    }
    return found;
  }

  private boolean isDrug(Matcher code, String text) {
    if (OTHER_THING.matcher(text).region(code.end(), text.length()).lookingAt()) {
      return false;
    }
    String prefix = code.group(1);
    int digits = (int) code.group(3).chars().filter(Character::isDigit).count();
    boolean joined = code.group(2).isEmpty();
    boolean blank = code.group(2).isBlank() && !joined;
    // "CI 53-67" is an interval, "MSB 300 mg" an amount of something.
    boolean range = prefix.length() <= 2 && code.group(3).matches("\\d+[-,].*");
    if (blank && (range || UNIT.matcher(text).region(code.end(), text.length()).lookingAt())) {
      return false;
    }
    int least = (prefix.length() <= 2 ? 4 : 3) - (blank ? 0 : prefix.length() <= 2 ? 1 : 0);
    if (prefixes.contains(prefix) && digits >= least) {
      return true;
    }
    // Nobody's known letters: only where the words around speak of a drug.
    String before = text.substring(Math.max(0, code.start() - 40), code.start());
    boolean capitals = prefix.length() >= 2 && prefix.equals(prefix.toUpperCase(Locale.ROOT));
    return capitals
        && !blank
        && digits >= 3
        && !others.contains(prefix)
        && !OF_TRIAL.matcher(before).find()
        && (LEADS_TO_DRUG.matcher(before).find()
            || FOLLOWS_DRUG
                .matcher(text.substring(code.end(), Math.min(text.length(), code.end() + 90)))
                .find());
  }
}
