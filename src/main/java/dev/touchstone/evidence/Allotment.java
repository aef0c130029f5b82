package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that tells which treatments a study sets against each other: {@code randomized 2:1 to
 * receive either A (n=166) or B 30 mg/m² (n=82)}.
 *
 * @param end where it ends in the reading text of the unit
 */
record Allotment(int end, List<Side> sides) {

  /**
   * One treatment of several.
   *
   * @param start of the label in the reading text of the unit
   * @param alias the short name in brackets behind it, or null
   * @param role the side that the document's design puts it on, or null
   */
  record Side(
      String label,
      int start,
      @Nullable String drug,
      @Nullable Integer n,
      @Nullable String mention,
      @Nullable String alias,
      @Nullable String role) {}

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  /** The sides are between groups; brackets are blanked out before matching. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "\\b(?:randomi[sz]\\w*|assign\\w*|allocat\\w*)\\b[^.;]*?\\b(?:to receive|to|receive)\\s+(?:either\\s+)?(?<one>[^;.]{3,120}?)\\s+or\\s+(?:to\\s+)?(?<two>[^;.]{3,200})",
              FLAGS),
          Pattern.compile(
              "\\breceived?\\s+either\\s+(?<one>[^;.]{3,120}?)\\s+or\\s+(?<two>[^;.]{3,200})",
              FLAGS),
          Pattern.compile(
              "\\bcompar(?:e|ed|es|ing|ison of)\\s+(?<one>[^;.]{3,120}?)\\s+(?:with|to|versus|vs|against)\\s+(?<two>[^;.]{3,120})",
              FLAGS),
          Pattern.compile(
              "\\b(?:compar(?:e|ed|es|ing|ison of)|between)\\s+(?<one>[^;.,]{3,60}?)\\s+and\\s+(?<two>[^;.,]{3,80})",
              FLAGS),
          Pattern.compile(
              "\\b(?:trial|study|comparison) of\\s+(?<one>[^;.]{3,80}?)\\s+(?:versus|vs|against)\\s+(?<two>[^;.]{3,80})",
              FLAGS),
          Pattern.compile(
              "\\b(?:the|in)\\s+(?<one>[^;.,]{2,60}?\\s(?:arm|group)\\s+(?:comprised|had|included|contained|consisted of)\\s+\\d[\\d,]{0,6}(?:\\s+(?:patients|participants|subjects))?)\\s*,?\\s+(?:and|while|whereas)\\s+(?:the\\s+)?(?<two>[^;.,]{2,60}?\\s(?:arm|group)\\s+(?:(?:comprised|had|included|contained|consisted of)\\s+)?\\d[\\d,]{0,6})",
              FLAGS));

  /** {@code arm comprised 432}, {@code arm 429}. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:arm|group)\\s+(?:(?:comprised|had|included|contained|consisted of)\\s+)?(\\d{1,3}(?:,\\d{3})+|\\d+)",
          FLAGS);

  private static final Pattern LABEL_END =
      Pattern.compile(
          "\\s*(?:[,(]|\\b(?:at|in|for|as|on|of|with|administered|given|comprised|had|included|contained|consisted|every|once|twice|each|daily|weekly|who|alone,|over|was|were|is)\\b|\\d).*",
          Pattern.DOTALL);
  private static final Pattern ALIAS =
      Pattern.compile(
          "[(\\[]\\s?((?=[\\p{L}\\d+/-]*\\p{Lu})\\p{L}[\\p{L}\\d+/-]{0,9})\\s?[,;)\\]](?!\\s?[,)]*\\s?\\d)");
  private static final Pattern LABEL_START =
      Pattern.compile(
          "^(?:(?:the\\s+)?(?:relative\\s+)?(?:efficacy|safety|tolerability|activity|effects?|use|addition)(?:\\s+and\\s+\\w+)?\\s+of\\s+)?(?:either\\s+|receive\\s+|between\\s+)?(?:an?\\s+|the\\s+)?",
          FLAGS);

  Allotment {
    sides = List.copyOf(sides);
  }

  static List<Allotment> in(Unit unit) {
    List<Allotment> found = new ArrayList<>();
    for (Sentence sentence : unit.sentences()) {
      String text = unit.reading().text().substring(sentence.start(), sentence.end());
      String open = withoutBrackets(text.replaceAll("\\bvs\\.", "vs "));
      for (Pattern form : FORMS) {
        Matcher matcher = form.matcher(open);
        if (!matcher.find()) {
          continue;
        }
        Side one = side(unit, sentence, text, matcher.start("one"), matcher.end("one"));
        Side two = side(unit, sentence, text, matcher.start("two"), matcher.end("two"));
        if (one != null && two != null && !one.label().equalsIgnoreCase(two.label())) {
          found.add(new Allotment(sentence.end(), List.of(one, two)));
          break;
        }
      }
    }
    return found;
  }

  /** Brackets and decimal points as blanks, everything else where it stands. */
  private static String withoutBrackets(String text) {
    char[] chars = text.toCharArray();
    int depth = 0;
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] == '(' || chars[i] == '[') {
        depth++;
      }
      boolean decimal =
          chars[i] == '.'
              && i > 0
              && i + 1 < chars.length
              && Character.isDigit(chars[i - 1])
              && Character.isDigit(chars[i + 1]);
      boolean closing = chars[i] == ')' || chars[i] == ']';
      if (depth > 0 || decimal) {
        chars[i] = decimal && depth == 0 ? '0' : '_';
      }
      if (closing && depth > 0) {
        depth--;
      }
    }
    return new String(chars);
  }

  private static @Nullable Side side(
      Unit unit, Sentence sentence, String text, int start, int end) {
    String words = text.substring(start, end);
    Matcher opening = LABEL_START.matcher(words);
    int skip = opening.find() ? opening.end() : 0;
    String label = LABEL_END.matcher(words.substring(skip)).replaceFirst("").strip();
    if (label.length() < 2 || Arrays.stream(label.split(" ")).count() > 7) {
      return null;
    }
    int from = sentence.start() + start;
    int to = sentence.start() + end;
    List<Mention> named =
        unit.mentions().stream()
            .filter(mention -> mention.start() >= from && mention.end() <= to)
            .filter(
                mention -> mention.type() == MentionType.DRUG || mention.type() == MentionType.ARM)
            .toList();
    int labelStart = from + skip;
    int labelStop = labelStart + label.length();
    Mention arm =
        named.stream()
            .filter(mention -> mention.type() == MentionType.ARM)
            .filter(mention -> mention.start() < labelStop && labelStart < mention.end())
            .findFirst()
            .orElse(null);
    boolean told = arm != null || named.stream().anyMatch(mention -> mention.start() < labelStop);
    if (!told) {
      arm =
          named.stream()
              .filter(mention -> mention.type() == MentionType.ARM)
              .findFirst()
              .orElse(null);
    }
    if (arm != null) {
      label = arm.arm().label();
      skip = arm.start() - from;
    }
    boolean control =
        arm != null && arm.arm().role() != null
            ? "control".equals(arm.arm().role())
            : ArmFinder.CONTROL.matcher(label).matches();
    if (named.isEmpty() && !control) {
      return null;
    }
    // "one of five standard therapies: A, B or C" names drugs that are not those of the whole arm.
    int labelEnd = from + skip + label.length() + 3;
    String drug =
        named.stream()
            .filter(mention -> mention.type() == MentionType.DRUG && mention.start() <= labelEnd)
            .map(mention -> mention.drug().name())
            .findFirst()
            .orElse(null);
    Matcher n = HeadReader.N.matcher(words);
    Matcher counted = COUNTED.matcher(words);
    Integer people =
        n.find()
            ? StudyFacts.wholeNumber(n.group(1))
            : counted.find() ? StudyFacts.wholeNumber(counted.group(1)) : null;
    return new Side(
        label,
        from + skip,
        drug,
        people,
        arm != null ? arm.id() : named.isEmpty() ? null : named.get(0).id(),
        alias(words),
        arm == null ? null : arm.arm().role());
  }

  private static @Nullable String alias(String words) {
    Matcher alias = ALIAS.matcher(words);
    return alias.find() ? alias.group(1) : null;
  }
}
