package dev.touchstone.mention;

import dev.touchstone.mention.CountedArms.Count;
import dev.touchstone.mention.CountedArms.Name;
import java.util.List;
import java.util.regex.Pattern;

/** How much the places of a number and of a name speak for the number counting that arm. */
final class CountPlace {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final double PLAIN = 6;
  private static final double LIKELY = 4;
  private static final double NEARBY = 2;
  private static final int NEAR = 90;
  private static final int LONGEST_REGIMEN = 190;
  private static final String PEOPLE =
      "(?:patients|women|men|eyes|subjects|participants|pts|cases|individuals|adults|children|girls|boys|people)";

  /** {@code A group (RC; n = }, {@code A (}. */
  private static final Pattern BRACKET =
      Pattern.compile(
          "\\s?(?:(?:arms?|groups?|regimens?|cohorts?|"
              + PEOPLE
              + ")\\s?)?(?:\\([^()]{1,14}\\)\\s?)?,?\\s?[(\\[]\\s?(?:[^()\\[\\]]{0,40}[,;:]\\s?)?(?:(?:total\\s)?n\\s?=\\s?)?",
          FLAGS);

  /** {@code A 75 mg/m² every three weeks (n = }. */
  private static final Pattern REGIMEN =
      Pattern.compile("[^;]*(?:[(\\[,;]\\s?n\\s?=\\s?|[(\\[]\\s?)$", FLAGS);

  private static final Pattern EQUALS = Pattern.compile("[,:]?\\s?(?:n\\s?=\\s?|:\\s?)$", FLAGS);
  private static final Pattern HOLDS =
      Pattern.compile(
          "(?:\\s(?:arms?|groups?))?\\s(?:each\\s)?(?:comprised|comprising|had|included|contained|consist(?:ed|ing) of|enrolled|numbered|with)\\s(?:a total of\\s)?",
          FLAGS);
  private static final Pattern CLOSED =
      Pattern.compile("\\s?(?:" + PEOPLE + "\\s?)?(?:[)\\];,.]|\\sand\\b|\\sor\\b|vs).*", FLAGS);

  /** {@code 34 patients who were randomised to the}, {@code 34 A}. */
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?:\\s\\(\\d[\\d.]*\\s?%\\))?,?\\s(?:[\\p{L}-]+\\s){0,3}?(?:who\\s)?(?:(?:were|was|had been)\\s)?(?:(?:\\p{L}+ly\\s)?(?:randomi[sz]ed|assigned|allocated|treated|received|receiving|underwent|given|taking|took|formed|chose|had)\\s)?(?:(?:to|with|in|on|by|of|for)\\s)?(?:receive\\s|undergo\\s)?(?:the\\s|an?\\s)?(?:standard\\s|adjuvant\\s)?",
          FLAGS);

  private static final Pattern NAMED_BEHIND =
      Pattern.compile("(?:\\s[\\p{L}-]+){1,3}\\s\\((?:the\\s)?", FLAGS);
  private static final Pattern BREAK =
      Pattern.compile(".*(?:[;:]|(?<![\\p{L}])(?:whereas|while|but)(?![\\p{L}])).*", FLAGS);

  /** From the denominator of a share to the arm that it is of. */
  private static final Pattern OF_SHARE =
      Pattern.compile(
          "(?:\\s"
              + PEOPLE
              + "(?=[)\\]]))?\\s?(?:[)\\]]\\s?|[(\\[][^()\\[\\]]{0,30}[)\\]]\\s?|[;,]\\s?[\\d.]+%[)\\]]\\s?)*(?:(?:of\\s)?(?:the\\s)?"
              + PEOPLE
              + "\\s)?(?:[\\p{L}-]+\\s){0,3}?(?:(?:treated|assigned|randomi[sz]ed|receiving|who\\s(?:received|underwent)|given|in|on|with|of|for|to|taking)\\s){0,2}(?:the\\s|an?\\s)?",
          FLAGS);

  private static final Pattern SHARE_BEHIND =
      Pattern.compile(
          "\\s?(?:group|arm|patients)?\\s?[(\\[][^()\\[\\]]{0,24}|,\\s[^,;()]{0,20}", FLAGS);

  private final String text;
  private final Sentence sentence;
  private final List<Count> counts;
  private final List<Name> names;

  CountPlace(String text, Sentence sentence, List<Count> counts, List<Name> names) {
    this.text = text;
    this.sentence = sentence;
    this.counts = counts;
    this.names = names;
  }

  /** Above nothing where the number may be the arm's; see the constants. */
  double of(Count count, Name name) {
    if (name.end() <= count.start()) {
      return isBetween(name.end(), count.start()) ? 0 : ahead(count, name);
    }
    return name.start() < count.end() || isBetween(count.end(), name.start())
        ? 0
        : behind(count, name);
  }

  private boolean isBetween(int start, int end) {
    return counts.stream().anyMatch(other -> other.start() >= start && other.end() <= end)
        || names.stream().anyMatch(other -> other.start() >= start && other.end() <= end);
  }

  private double ahead(Count count, Name name) {
    String between = text.substring(name.end(), count.start());
    if (count.isDenominator()) {
      return SHARE_BEHIND.matcher(between).matches() ? LIKELY : 0;
    }
    String rest = text.substring(count.end(), sentence.end());
    boolean closed = CLOSED.matcher(rest).matches();
    boolean opens =
        rest.startsWith(", ") && Character.isLetter(rest.charAt(Math.min(2, rest.length() - 1)));
    boolean first = between.endsWith("(") || between.endsWith("; ");
    if (first && opens && !between.contains("=")) {
      // "(484, A; 242, B)": here the name follows its figure.
      return 0;
    }
    if (closed && BRACKET.matcher(between).matches()) {
      return PLAIN;
    }
    if (between.length() <= NEAR && HOLDS.matcher(between).matches()) {
      return PLAIN;
    }
    if (EQUALS.matcher(between).matches()) {
      return PLAIN;
    }
    boolean inBracket = text.lastIndexOf('(', name.start()) > text.lastIndexOf(')', name.start());
    if (closed && inBracket && between.matches(",?\\s")) {
      return PLAIN;
    }
    return closed && between.length() <= LONGEST_REGIMEN && REGIMEN.matcher(between).matches()
        ? LIKELY
        : 0;
  }

  private double behind(Count count, Name name) {
    String between = text.substring(count.end(), name.start());
    if (count.isDenominator()) {
      return OF_SHARE.matcher(between).matches() ? PLAIN : 0;
    }
    if (NAMED_BEHIND.matcher(between).matches() && text.startsWith(")", name.end())) {
      return PLAIN;
    }
    int close = between.indexOf(')');
    boolean leaves = close >= 0 && between.lastIndexOf('(', close) < 0;
    if (leaves || between.length() > NEAR || BREAK.matcher(between).matches()) {
      return 0;
    }
    return GIVEN.matcher(between).matches() ? PLAIN : NEARBY;
  }
}
