package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads header cells and row labels of tables. */
final class HeadReader {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String BLANKS = "[\\s\\u00a0]*";

  static final Pattern N =
      Pattern.compile(
          "[(\\[]?"
              + BLANKS
              + "\\bn"
              + BLANKS
              + "="
              + BLANKS
              + "(\\d{1,3}(?:[, ]\\d{3})+|\\d+)"
              + BLANKS
              + "[)\\]]?",
          FLAGS);
  private static final Pattern MARKS =
      Pattern.compile(
          "[*†‡§¶#‖]+|(?<=\\p{L}\\)?)\\^?[a-f](?=\\s*$)(?<=\\^[a-f])"
              // Raised letters and figures that no unit explains: "SEDᵇ", "QOL³"; but "kg/m²".
              + "|(?<=[\\p{L})%])[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ](?:,?[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ])*(?=\\s*$)"
              + "|(?<=\\p{L}{3}|\\bP|\\))[¹²³⁴⁵⁶⁷⁸⁹](?=\\s*$)");
  private static final Pattern P_VALUE =
      Pattern.compile("\\bp[\\s-]*values?\\b|^\\W*p\\W*$|^p\\s*\\(.*\\)$|\\bp for\\b", FLAGS);
  private static final Pattern HAZARD = Pattern.compile("\\bhazard ratio\\b|\\bHR\\b");
  private static final Pattern HAZARD_WORDS = Pattern.compile("\\bhazard ratio\\b", FLAGS);
  private static final Pattern ODDS = Pattern.compile("\\b[Oo]dds [Rr]atio\\b|\\bOR\\b");
  private static final Pattern RISK =
      Pattern.compile("\\b(?:[Rr]isk|[Rr]ate) [Rr]atio\\b|\\b[Rr]elative [Rr]isk\\b|\\bRR\\b");
  private static final Pattern DIFFERENCE = Pattern.compile("\\bdifference\\b", FLAGS);
  private static final Pattern INTERVAL =
      Pattern.compile(
          "(\\d{2}(?:\\.\\d+)?)" + BLANKS + "%" + BLANKS + "(?:CI|confidence interval)|\\bCI\\b",
          FLAGS);
  private static final Pattern RANGE =
      Pattern.compile("\\brange\\b|\\bmin\\b.{0,6}\\bmax\\b", FLAGS);
  private static final Pattern IQR = Pattern.compile("\\bIQR\\b|\\binterquartile\\b", FLAGS);
  private static final Pattern SD = Pattern.compile("\\bSD\\b|\\bstandard deviation\\b|±", FLAGS);
  private static final Pattern GRADE =
      Pattern.compile(
          "\\b(any|all)[\\s-]*grades?\\b|\\bgrades?\\s*(≥|>=|>)?\\s*([1-5]|IV|I{1,3}|V)\\b(?:\\s*(?:[-–—/]|to|or|and)\\s*(?:grade\\s*)?([1-5]|IV|I{1,3}|V)\\b|\\s*(\\+|or (?:higher|more|worse|above)|and (?:higher|above)))?",
          FLAGS);
  private static final Pattern COUNT_PERCENT =
      Pattern.compile(
          "\\b(?:n|no\\.?|number)\\s*(?:of patients\\s*)?[(\\[,/]?\\s*%\\s*[)\\]]?", FLAGS);
  private static final Pattern PERCENT = Pattern.compile("%|\\bpercent(?:age)?\\b", FLAGS);
  private static final Pattern PEOPLE =
      Pattern.compile(
          "^(?:no\\.?|number) of (?:patients|participants|subjects|women|men)\\b.*|^(?:patients|participants|subjects|animals|n|no\\.?)\\b(?:\\s*\\(?n\\)?)?$|"
              + "^(?:randomi[sz]ed|enrolled|treated|evaluable|screened|analy[sz]ed|dosed)\\b.*",
          FLAGS);
  private static final Pattern AMOUNT =
      Pattern.compile(
          "\\b(?:mg|µg|μg|mcg|g|ng|IU|mL|ml)\\s*(?:/\\s*(?:m\\s?[²2]|kg|day|d|mL|ml|week))?(?:\\s*/\\s*(?:day|d|week|wk))?\\b|\\bdos(?:e|es|age)\\b(?!-)",
          FLAGS);
  private static final Pattern AMOUNT_TEXT =
      Pattern.compile(
          "\\bdose[\\s-](?:limiting|reduction|interruption|modification|delay|intensity|escalation|change|omission|hold)",
          FLAGS);
  private static final Pattern TIME =
      Pattern.compile(
          "\\b(\\d{1,3})[\\s-]*(day|week|month|year)s?\\b|\\b(day|week|month|year)\\s*(\\d{1,3})\\b",
          FLAGS);
  private static final Pattern TRAILING_UNIT =
      Pattern.compile(
          "(?<![\\d-])(?<!\\d\\s)[,(\\[]?\\s*\\b(months?|mo|weeks?|wk|days?|years?|yrs?|hours?|h|minutes?|min)\\b\\.?\\s*[)\\]]?\\s*$",
          FLAGS);
  private static final Map<String, String> UNITS =
      Map.of(
          "mo", "mo", "we", "wk", "wk", "wk", "da", "d", "ye", "a", "yr", "a", "ho", "h", "h", "h",
          "mi", "min");

  private HeadReader() {}

  /**
   * Reads a header cell.
   *
   * @param text without citations
   * @param named whether a drug or an arm is mentioned in it
   */
  static Head read(String text, boolean named) {
    List<String> markers = new ArrayList<>();
    Matcher marks = MARKS.matcher(text);
    while (marks.find()) {
      markers.add(marks.group());
    }
    String clean = MARKS.matcher(text).replaceAll("").replaceAll("[\\s\\u00a0]+", " ").strip();
    Measure.Kind kind = kind(clean);
    Matcher people = N.matcher(clean);
    Integer n = people.find() ? StudyFacts.wholeNumber(people.group(1)) : null;
    Matcher interval = INTERVAL.matcher(clean);
    boolean hasInterval = interval.find();
    ReportedNumber level =
        hasInterval && interval.group(1) != null ? ReportedNumber.of(interval.group(1)) : null;
    Measure.Kind spread =
        hasInterval
            ? Measure.Kind.CI
            : IQR.matcher(clean).find()
                ? Measure.Kind.IQR
                : RANGE.matcher(clean).find()
                    ? Measure.Kind.RANGE
                    : SD.matcher(clean).find() ? Measure.Kind.SD : null;
    boolean participants = n == null && PEOPLE.matcher(clean).matches();
    boolean amount = AMOUNT.matcher(clean).find() && !AMOUNT_TEXT.matcher(clean).find();
    return new Head(
        clean,
        label(clean),
        n,
        grade(clean),
        kind,
        spread,
        level,
        unit(clean),
        time(clean),
        participants,
        amount,
        named,
        markers);
  }

  private static Measure.@Nullable Kind kind(String text) {
    if (P_VALUE.matcher(text).find()) {
      return Measure.Kind.P_VALUE;
    }
    if (HAZARD.matcher(text).find() || HAZARD_WORDS.matcher(text).find()) {
      return Measure.Kind.HAZARD_RATIO;
    }
    if (ODDS.matcher(text).find()) {
      return Measure.Kind.ODDS_RATIO;
    }
    if (RISK.matcher(text).find()) {
      return Measure.Kind.RISK_RATIO;
    }
    if (DIFFERENCE.matcher(text).find()) {
      return Measure.Kind.DIFFERENCE;
    }
    if (INTERVAL.matcher(text).find() && label(text).isEmpty()) {
      return Measure.Kind.CI;
    }
    if (COUNT_PERCENT.matcher(text).find()) {
      return Measure.Kind.COUNT;
    }
    return PERCENT.matcher(text.replaceAll("\\d+\\s*%|[<>≥≤]\\s*\\d+\\s*%", "")).find()
        ? Measure.Kind.PERCENT
        : null;
  }

  /** {@code 3-4}, {@code 3}, {@code any}, {@code >=3}; null where no grade is named. */
  static @Nullable String grade(String text) {
    Matcher grade = GRADE.matcher(text);
    if (!grade.find()) {
      return null;
    }
    if (grade.group(1) != null) {
      return "any";
    }
    String low = digit(grade.group(3));
    if (grade.group(2) != null || grade.group(5) != null) {
      return (">".equals(grade.group(2)) ? ">" : ">=") + low;
    }
    return grade.group(4) == null ? low : low + "-" + digit(grade.group(4));
  }

  static String withoutGrade(String text) {
    return GRADE.matcher(text).replaceAll("").strip();
  }

  private static String digit(String grade) {
    return switch (grade.toUpperCase(Locale.ROOT)) {
      case "I" -> "1";
      case "II" -> "2";
      case "III" -> "3";
      case "IV" -> "4";
      case "V" -> "5";
      default -> grade;
    };
  }

  private static String label(String text) {
    String label = N.matcher(text).replaceAll(" ");
    label = GRADE.matcher(label).replaceAll(" ");
    label = COUNT_PERCENT.matcher(label).replaceAll(" ");
    label =
        label.replaceAll(
            "(?i)[(\\[]\\s*%\\s*[)\\]]|,?\\s*%\\s*$|[(\\[]\\s*\\d{2}\\s*%\\s*CI\\s*[)\\]]|\\b\\d{2}\\s*%\\s*CI\\b",
            " ");
    return label
        .replaceAll("\\s+", " ")
        .replaceAll("^[\\s,;:()–-]+(?<!\\()|[\\s,;:(–-]+$", "")
        .strip();
  }

  private static @Nullable String unit(String text) {
    Matcher trailing = TRAILING_UNIT.matcher(text);
    if (!trailing.find()) {
      return null;
    }
    String word = trailing.group(1).toLowerCase(Locale.ROOT);
    return UNITS.get(word.length() > 2 ? word.substring(0, 2) : word);
  }

  static Outcome.@Nullable TimePoint time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.find()) {
      return null;
    }
    String number = time.group(1) == null ? time.group(4) : time.group(1);
    String word = time.group(2) == null ? time.group(3) : time.group(2);
    String unit =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "day" -> "d";
          case "week" -> "wk";
          case "month" -> "mo";
          default -> "a";
        };
    return new Outcome.TimePoint(new BigDecimal(number), unit);
  }
}
