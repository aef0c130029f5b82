package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Token;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is compared with whom in a clause.
 *
 * @param subject name of the drug or label of the arm that the statement is about
 * @param comparator name or label of the other side
 */
record Parties(@Nullable String subject, @Nullable String comparator) {

  /** Words after which the other side of a comparison is named. */
  private static final Set<String> MARKERS =
      Set.of(
          "than",
          "versus",
          "vs",
          "vs.",
          "over",
          "against",
          "compared",
          "relative",
          "to",
          "from",
          "as");

  private static final Set<String> TAKES_TO =
      Set.of(
          "superior",
          "inferior",
          "similar",
          "comparable",
          "equivalent",
          "relative",
          "compared",
          "identical",
          "noninferior");

  /**
   * Reads a clause.
   *
   * @param cueFirst first token of the word that compares
   * @param cueEnd token after it
   * @param mentions those of the clause
   */
  static Parties of(
      List<Token> tokens, int cueFirst, int cueEnd, List<Mention> mentions, @Nullable Study study) {
    List<Mention> named =
        mentions.stream()
            .filter(
                mention -> mention.type() == MentionType.DRUG || mention.type() == MentionType.ARM)
            .toList();
    int marker = marker(tokens, cueFirst);
    Mention comparator =
        marker < 0
            ? null
            : named.stream()
                .filter(mention -> mention.start() >= tokens.get(marker).end())
                .findFirst()
                .orElse(null);
    int cueStart = tokens.get(cueFirst).start();
    List<Mention> others =
        named.stream()
            .filter(mention -> comparator == null || !samePlace(mention, comparator))
            .toList();
    Mention subject =
        Stream.concat(
                others.stream().filter(mention -> mention.start() < cueStart),
                others.stream().filter(mention -> mention.start() >= cueStart))
            .filter(mention -> comparator == null || !name(mention).equals(name(comparator)))
            .findFirst()
            .orElse(null);
    return new Parties(
        subject != null
            ? name(subject)
            : label(study, Arm.Role.INTERVENTION, comparator == null ? null : name(comparator)),
        comparator != null
            ? name(comparator)
            : label(study, Arm.Role.CONTROL, subject == null ? null : name(subject)));
  }

  private static int marker(List<Token> tokens, int from) {
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
      if (!MARKERS.contains(word)) {
        continue;
      }
      boolean bound =
          switch (word) {
            case "to" ->
                i > 0 && TAKES_TO.contains(tokens.get(i - 1).text().toLowerCase(Locale.ROOT));
            case "from" -> i > 0 && tokens.get(i - 1).lemma().startsWith("differ");
            case "as" -> i > from;
            case "compared", "relative" -> true;
            default -> i >= from - 1 || word.startsWith("v");
          };
      if (bound) {
        return i;
      }
    }
    return -1;
  }

  private static boolean samePlace(Mention one, Mention other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static String name(Mention mention) {
    if (mention.type() == MentionType.DRUG) {
      return mention.drug().name();
    }
    String drug = mention.arm().drug();
    return drug != null ? drug : mention.arm().label();
  }

  private static @Nullable String label(
      @Nullable Study study, Arm.Role role, @Nullable String taken) {
    if (study == null) {
      return null;
    }
    return study.arms().stream()
        .filter(arm -> arm.role() == role)
        .map(arm -> Objects.requireNonNullElse(arm.drug(), arm.label()))
        .filter(name -> !name.equals(taken))
        .findFirst()
        .orElse(null);
  }
}
