package dev.touchstone.consistency.check;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A test statistic with its P-value: {@code t(28) = 2.20, p = .036}, {@code F4,125.3=4.52,
 * P=0.002}, {@code χ2 = 7.1, df = 1, P = 0.008}.
 *
 * @param first degrees of freedom; of the numerator for F; 0 for z
 * @param second degrees of freedom of the denominator for F; 0 otherwise
 * @param p the printed P-value; null for {@code ns}
 * @param start first character of the whole in the text it was found in
 * @param end one past the last character
 */
record TestStatistic(
    Kind kind,
    double first,
    double second,
    ReportedNumber value,
    Comparator comparator,
    @Nullable ReportedNumber p,
    Comparator pComparator,
    int start,
    int end) {

  /** The distribution that a statistic is looked up in. */
  enum Kind {
    T,
    F,
    CHI_SQUARE,
    CORRELATION,
    Z,
    Q
  }

  private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
  private static final String SIGNED = "(?<value>-?\\s?(?:\\d+(?:\\.\\d+)?|\\.\\d+))";
  private static final String IS = "\\s*(?<is>=|<|>)\\s*";

  private static final Pattern STATISTIC =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?:"
              // F(2, 40), F[2,40], F2,40, F 4,125.3
              + "(?<f>F)[- ]?(?:value|statistic|test)?\\s?[(\\[]?\\s?(?<f1>\\d+(?:\\.\\d+)?)\\s?[,;/]\\s?"
              + "(?<f2>\\d+(?:\\.\\d+)?)\\s?[)\\]]?"
              + "|(?<t>t)[- ]?(?:value|statistic|test)?\\s?[(\\[]?\\s?(?:df\\s?=\\s?)?(?<t1>\\d+(?:\\.\\d+)?)\\s?[)\\]]?"
              + "|(?<r>r)\\s?[(\\[]\\s?(?:df\\s?=\\s?)?(?<r1>\\d+)\\s?[)\\]]"
              + "|(?<c>χ\\s?\\^?[2²]|[Cc]hi[- ]?squared?|X\\^?[2²])\\s?[(\\[]\\s?(?:df\\s?=\\s?)?(?<c1>\\d+)"
              + "(?:\\s?,\\s?[Nn]\\s?=\\s?"
              + NUMBER
              + ")?\\s?[)\\]]"
              + "|(?<q>Q(?:[- ]?(?:w|b|within|between))?)\\s?[(\\[]\\s?(?:df\\s?=\\s?)?(?<q1>\\d+)\\s?[)\\]]"
              + "|(?<z>[Zz])(?:[- ](?:value|score|statistic))?"
              // t = 2.2, df = 28
              + "|(?<bare>t|F|χ\\s?\\^?[2²]|[Cc]hi[- ]?squared?(?: test)?|X\\^?[2²])"
              + "(?=\\s*=\\s*-?\\d+(?:\\.\\d+)?\\s?[,;(]\\s?(?:df|d\\.f\\.|DF)\\s?=?\\s?\\d)"
              + ")"
              + IS
              + SIGNED
              + "(?:\\s?[,;(]\\s?(?:df|d\\.f\\.|DF)\\s?=?\\s?(?<d1>\\d+(?:\\.\\d+)?)"
              + "(?:\\s?[,;/]\\s?(?<d2>\\d+(?:\\.\\d+)?)(?!\\s?[<>=]))?\\s?\\)?)?"
              + "\\s*[,;)]*\\s*(?:with |and )?[(\\[]?\\s*"
              + "(?:(?<ns>n\\.?s\\.?(?![\\p{L}\\d]))"
              + "|(?:two[- ](?:sided|tailed) )?[Pp](?:[- ]?[Vv]alue)?\\s*(?:of |was )?(?<pis>=|<|>|≤|≥)\\s*"
              + "(?<p>\\d*\\.\\d+|\\d+(?!\\d)))");

  /** How a {@link #STATISTIC} begins; looking for it alone is cheaper. */
  private static final Pattern LETTER =
      Pattern.compile("[FtrχΧXQZzCc](?<![\\p{L}\\d-].)(?:\\P{L}|hi|value|statistic|test|[wb])");

  static List<TestStatistic> in(String words) {
    if (!mayHold(words)) {
      return List.of();
    }
    List<TestStatistic> found = new ArrayList<>();
    String text = plain(words);
    Matcher m = STATISTIC.matcher(text);
    while (m.find()) {
      TestStatistic statistic = read(m);
      if (statistic != null) {
        found.add(statistic);
      }
    }
    return found;
  }

  /** Whether a text has a sign of relation and a letter that may stand for a statistic. */
  private static boolean mayHold(String words) {
    return (words.indexOf('=') >= 0 || words.indexOf('<') >= 0 || words.indexOf('>') >= 0)
        && LETTER.matcher(words).find();
  }

  /** Character for character, with one minus, one decimal point and one kind of blank. */
  private static String plain(String words) {
    return words
        .replace('\u2212', '-')
        .replace('\u2013', '-')
        .replace('\u2010', '-')
        .replace('\u2011', '-')
        .replace('·', '.')
        .replace('∙', '.')
        .replace('Χ', 'χ')
        .replace('\u00a0', ' ')
        .replace('\u2009', ' ')
        .replace('\u202f', ' ');
  }

  private static @Nullable TestStatistic read(Matcher m) {
    Kind kind;
    double first = 0;
    double second = 0;
    String df = m.group("d1");
    if (m.group("f") != null) {
      kind = Kind.F;
      first = Double.parseDouble(m.group("f1"));
      second = Double.parseDouble(m.group("f2"));
    } else if (m.group("t") != null) {
      kind = Kind.T;
      first = Double.parseDouble(m.group("t1"));
    } else if (m.group("r") != null) {
      kind = Kind.CORRELATION;
      first = Double.parseDouble(m.group("r1"));
    } else if (m.group("c") != null) {
      kind = Kind.CHI_SQUARE;
      first = Double.parseDouble(m.group("c1"));
    } else if (m.group("q") != null) {
      kind = Kind.Q;
      first = Double.parseDouble(m.group("q1"));
    } else if (m.group("z") != null) {
      kind = Kind.Z;
    } else {
      if (df == null) {
        return null;
      }
      first = Double.parseDouble(df);
      String letter = m.group("bare");
      if (letter.equals("F")) {
        if (m.group("d2") == null) {
          return null;
        }
        kind = Kind.F;
        second = Double.parseDouble(m.group("d2"));
      } else {
        kind = letter.equals("t") ? Kind.T : Kind.CHI_SQUARE;
      }
    }
    ReportedNumber value = number(m.group("value"));
    boolean proportion = kind == Kind.CORRELATION && Math.abs(value.doubleValue()) >= 1;
    if (kind != Kind.Z && first <= 0 || kind == Kind.F && second <= 0 || proportion) {
      return null;
    }
    String p = m.group("p");
    return new TestStatistic(
        kind,
        first,
        second,
        value,
        comparator(m.group("is")),
        p == null ? null : number(p),
        p == null ? Comparator.GREATER : comparator(m.group("pis")),
        m.start(),
        m.end());
  }

  private static ReportedNumber number(String printed) {
    String digits = printed.replace(" ", "");
    return new ReportedNumber(digits, new BigDecimal(digits));
  }

  private static Comparator comparator(String sign) {
    return switch (sign) {
      case "<" -> Comparator.LESS;
      case ">" -> Comparator.GREATER;
      case "≤" -> Comparator.AT_MOST;
      case "≥" -> Comparator.AT_LEAST;
      default -> Comparator.EQUAL;
    };
  }

  /** Two-sided for t, r and z; of the upper tail for F, chi-square and Q. */
  double pOf(double statistic) {
    return switch (kind) {
      case T -> 2 * TDistribution.of(first).survivalProbability(Math.abs(statistic));
      case CORRELATION -> correlation(statistic);
      case F -> FDistribution.of(first, second).survivalProbability(Math.max(0, statistic));
      case CHI_SQUARE, Q ->
          ChiSquaredDistribution.of(first).survivalProbability(Math.max(0, statistic));
      case Z -> Significance.twoSided(statistic);
    };
  }

  private double correlation(double r) {
    if (Math.abs(r) >= 1) {
      return 0;
    }
    double t = r / Math.sqrt((1 - r * r) / first);
    return 2 * TDistribution.of(first).survivalProbability(Math.abs(t));
  }

  /** Whether its P-value can be halved: a test of a direction. */
  boolean mayBeOneSided() {
    return kind == Kind.T || kind == Kind.Z || kind == Kind.CORRELATION;
  }

  /** The P-values that statistics with this rounding can have. */
  Significance.Range computed() {
    double size = Math.abs(value.doubleValue());
    double half = Math.pow(10, -value.decimals()) / 2;
    double smallest = Math.max(0, size - half);
    return new Significance.Range(pOf(size + half), pOf(smallest));
  }
}
