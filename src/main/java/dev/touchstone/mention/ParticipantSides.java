package dev.touchstone.mention;

import dev.touchstone.mention.CountedArms.Count;
import dev.touchstone.mention.CountedArms.Name;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives people who are counted the side of the arm that they are named with: {@code A (n = 34)},
 * {@code 34 received A}, {@code 34 and 35 patients were assigned to A and B}. Counts arms by the
 * denominators of their values where nothing else does.
 */
final class ParticipantSides {

  private static final int NEAR = 90;
  private static final int FARTHEST_SET = 170;
  private static final Pattern SIZED = Pattern.compile("(?i)(?:[(\\[]|n\\s?=)\\s?$");
  private static final Pattern SET =
      Pattern.compile(
          "(?is)[^;]{0,12}[)\\]][^;]*(?<![\\p{L}])(?:and|or|versus|vs\\.?)(?![\\p{L}])[^;]*");
  private static final int LEAST_BY_SIZE = 10;
  private static final Pattern CLOSED =
      Pattern.compile(
          "(?i)\\s?(?:(?:patients|women|men|eyes|subjects|participants|pts|cases)\\s?)?(?:[)\\];,.]|\\sand\\b|\\sor\\b|vs).*",
          Pattern.DOTALL);
  private static final Pattern HOLDS =
      Pattern.compile(
          "(?is)\\s(?:each\\s)?(?:comprised|had|included|contained|consisted of|enrolled|numbered|with)\\s(?:a total of\\s)?$");

  /** {@code 57 patients (the control group)}. */
  private static final Pattern NAMED_BEHIND =
      Pattern.compile("(?:\\s[\\p{L}-]+){1,3}\\s\\((?:the\\s)?");

  /** {@code Thirty-seven and 36 patients}: neither is the whole. */
  private static final Pattern LISTED = Pattern.compile("\\s(?:and|versus|vs\\.?|or)\\s\\d");

  /** A word for a side that no phrase for an arm has: {@code 166 control and 169 intervention}. */
  private static final Pattern BARE_SIDE =
      Pattern.compile(
          "(?i)(?<![\\p{L}-])(?:(controls?)|(intervention|experimental))(?=\\s?(?:[(\\[),;.]|and\\b|or\\b|versus\\b|vs\\b))");

  /** {@code no chemotherapy}: before the name of a treatment. */
  private static final Pattern WITHHELD = Pattern.compile("(?i)(?<![\\p{L}])(?:no|without)\\s$");

  private final Map<String, String> roleOfDrug = new HashMap<>();
  private final Map<Integer, String> sideOfSize = new HashMap<>();
  private final boolean compares;
  private final boolean knows;

  private ParticipantSides(List<Reading> readings) {
    Set<String> told = new HashSet<>();
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.ARM)) {
        ArmPhrase arm = (ArmPhrase) draft.normal();
        if (arm.role() != null) {
          told.add(arm.role());
          if (arm.drug() != null) {
            roleOfDrug.merge(arm.drug(), arm.role(), (one, other) -> one.equals(other) ? one : "");
          }
        }
      }
    }
    compares = told.size() > 1;
    knows = !told.isEmpty();
  }

  /** Settles the people of a whole document. */
  static void settle(List<Reading> readings) {
    ParticipantSides sides = new ParticipantSides(readings);
    boolean total = false;
    for (Reading reading : readings) {
      if (reading.isCell()) {
        continue;
      }
      for (Sentence sentence : reading.sentences()) {
        sides.settle(reading, sentence);
      }
      total |=
          reading.drafts(MentionType.PARTICIPANTS).stream()
              .anyMatch(draft -> role(draft).equals("total"));
    }
    readings.forEach(sides::bySize);
    if (!total && sides.compares) {
      sides.wholeByAnalysis(readings);
    }
  }

  /** Where nobody says how many took part, those who could be analysed are the whole. */
  private void wholeByAnalysis(List<Reading> readings) {
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.PARTICIPANTS)) {
        if (!reading.isCell() && role(draft).equals("evaluable")) {
          put(reading, draft, "total");
          return;
        }
      }
    }
  }

  private void settle(Reading reading, Sentence sentence) {
    List<Draft> people =
        reading.drafts(MentionType.PARTICIPANTS).stream()
            .filter(draft -> draft.start() >= sentence.start() && draft.end() <= sentence.end())
            .toList();
    List<Draft> phrases = ArmPhrases.named(reading, sentence);
    List<Count> counts =
        new ArrayList<>(compares ? ArmDenominators.in(reading, sentence) : List.of());
    for (Draft draft : people) {
      counts.add(new Count(draft.start(), draft.end(), draft, least(reading, draft, phrases)));
    }
    if (counts.isEmpty()) {
      return;
    }
    counts.sort(Comparator.comparingInt(Count::start));
    List<Name> names = named(reading, sentence, phrases);
    List<@Nullable Name> arms = CountedArms.share(reading.text(), sentence, counts, names);
    List<@Nullable String> sides = new ArrayList<>();
    arms.forEach(arm -> sides.add(arm == null ? null : arm.side()));
    opposites(reading.text(), counts, sides);
    for (int i = 0; i < counts.size(); i++) {
      Name arm = arms.get(i);
      give(
          reading,
          counts.get(i),
          sides.get(i),
          arm == null ? "" : reading.text().substring(arm.start(), arm.end()));
    }
    opposite(reading, sentence);
  }

  /** Of two numbers that stand against each other one is the other's control. */
  private void opposites(String text, List<Count> counts, List<@Nullable String> sides) {
    for (int i = 0; compares && i + 1 < counts.size(); i++) {
      Count one = counts.get(i);
      Count other = counts.get(i + 1);
      boolean pair =
          one.isDenominator()
              && other.isDenominator()
              && CountedArms.areJoined(text, one, other)
              && (i + 2 == counts.size() || !CountedArms.areJoined(text, other, counts.get(i + 2)));
      pair |= areSet(text, counts, i);
      if (pair && sides.get(i) != null && sides.get(i + 1) == null) {
        sides.set(i + 1, beside(sides.get(i)));
      } else if (pair && sides.get(i) == null && sides.get(i + 1) != null) {
        sides.set(i, beside(sides.get(i + 1)));
      }
    }
  }

  /** {@code A (n = 80) or B (n = 40)} and no third. */
  private static boolean areSet(String text, List<Count> counts, int i) {
    Count one = counts.get(i);
    Count other = counts.get(i + 1);
    boolean third =
        i > 0 && isSized(text, counts.get(i - 1))
            || i + 2 < counts.size() && isSized(text, counts.get(i + 2));
    return !third
        && isSized(text, one)
        && isSized(text, other)
        && other.start() - one.end() <= FARTHEST_SET
        && SET.matcher(text.substring(one.end(), other.start())).matches();
  }

  private static boolean isSized(String text, Count count) {
    return count.draft() != null
        && count.least() < CountedArms.NEVER
        && SIZED.matcher(text.substring(Math.max(0, count.start() - 8), count.start())).find();
  }

  private static String beside(@Nullable String side) {
    return "control".equals(side) ? "intervention" : "control";
  }

  private void give(Reading reading, Count count, @Nullable String side, String label) {
    Draft draft = count.draft();
    if (draft == null) {
      ReportedNumber number = Numbers.parse(reading.text().substring(count.start(), count.end()));
      if (side != null && number != null) {
        denominator(reading, count.start(), count.end(), number, side, label);
      }
    } else if (side != null) {
      put(reading, draft, side);
      sideOfSize.merge(size(draft), side, (one, other) -> one.equals(other) ? one : "");
    } else if (draft.origin().equals(PartsOfWhole.ORIGIN) && !knows) {
      reading.remove(draft);
    }
  }

  private static void denominator(
      Reading reading, int start, int end, ReportedNumber number, String side, String label) {
    reading.add(
        new Draft(
            MentionType.PARTICIPANTS,
            start,
            end,
            Participants.DENOMINATOR,
            new Participants(number, side, label)));
  }

  /** A share out of as many as one arm has, and the other has not, is of that arm. */
  private void bySize(Reading reading) {
    if (!compares || reading.isCell()) {
      return;
    }
    for (Sentence sentence : reading.sentences()) {
      for (Count count : ArmDenominators.in(reading, sentence)) {
        ReportedNumber number = Numbers.parse(reading.text().substring(count.start(), count.end()));
        String side = number == null ? "" : sideOfSize.getOrDefault(number.value().intValue(), "");
        if (number != null && !side.isEmpty() && number.value().intValue() >= LEAST_BY_SIZE) {
          denominator(reading, count.start(), count.end(), number, side, "");
        }
      }
    }
  }

  /** Those who may be all are of one arm only where their place leaves no doubt. */
  private static double least(Reading reading, Draft draft, List<Draft> names) {
    String role = role(draft);
    if (!role.equals("total")) {
      return role.equals("evaluable") ? CountedArms.CERTAIN : 0;
    }
    boolean one =
        LISTED.matcher(reading.text().substring(draft.end())).lookingAt()
            || names.stream().anyMatch(name -> isHeld(reading.text(), name, draft))
            || isOfOne(reading, draft, names);
    return one ? 0 : CountedArms.NEVER;
  }

  private static boolean isWordForArm(List<Draft> phrases, Name name) {
    return phrases.stream()
        .filter(phrase -> phrase.start() == name.start())
        .anyMatch(phrase -> phrase.origin().equals("word for an arm"));
  }

  private List<Name> named(Reading reading, Sentence sentence, List<Draft> phrases) {
    List<Name> names = new ArrayList<>();
    String text = reading.text();
    for (Draft phrase : phrases) {
      boolean withheld =
          !"control".equals(sideOf(phrase))
              && WITHHELD.matcher(text.substring(sentence.start(), phrase.start())).find();
      names.add(new Name(phrase.start(), phrase.end(), withheld ? "control" : sideOf(phrase)));
    }
    Matcher bare = BARE_SIDE.matcher(text).region(sentence.start(), sentence.end());
    while (bare.find()) {
      int start = bare.start();
      int end = bare.end();
      if (phrases.stream().noneMatch(phrase -> phrase.overlaps(start, end))) {
        names.add(new Name(start, end, bare.group(1) == null ? "intervention" : "control"));
      }
    }
    // What the document puts on no side is no arm where it puts others on one.
    if (compares) {
      names.removeIf(name -> name.side() == null && !isWordForArm(phrases, name));
    }
    names.sort(Comparator.comparingInt(Name::start));
    return names;
  }

  /** Of two parts that make up the whole one is the other's control; the first named is tried. */
  private void opposite(Reading reading, Sentence sentence) {
    List<Draft> parts =
        reading.drafts(MentionType.PARTICIPANTS).stream()
            .filter(draft -> draft.start() >= sentence.start() && draft.end() <= sentence.end())
            .filter(draft -> draft.origin().equals(PartsOfWhole.ORIGIN))
            .filter(draft -> !role(draft).equals("total"))
            .toList();
    if (!knows || parts.size() != 2) {
      return;
    }
    String one = role(parts.get(0));
    String other = role(parts.get(1));
    if (one.equals(other)) {
      put(reading, parts.get(0), "intervention");
      put(reading, parts.get(1), "control");
    } else if (one.equals("subgroup")) {
      put(reading, parts.get(0), other.equals("control") ? "intervention" : "control");
    } else if (other.equals("subgroup")) {
      put(reading, parts.get(1), one.equals("control") ? "intervention" : "control");
    }
  }

  /** {@code the weekly arm had 52 patients}, {@code (A 64, B 65)}. */
  private static boolean isHeld(String text, Draft name, Draft people) {
    if (name.end() > people.start()) {
      return false;
    }
    String between = text.substring(name.end(), people.start());
    return HOLDS.matcher(between).find()
        || between.matches(",?\\s")
            && CLOSED.matcher(text.substring(people.end())).matches()
            && text.lastIndexOf('(', name.start()) > text.lastIndexOf(')', name.start());
  }

  /** {@code 34 patients received A} and no more in that clause: these are no whole. */
  private static boolean isOfOne(Reading reading, Draft draft, List<Draft> names) {
    if (draft.origin().equals("n =")) {
      return false;
    }
    List<Draft> behind = names.stream().filter(name -> name.start() > draft.end()).toList();
    if (behind.isEmpty() || behind.get(0).start() - draft.end() > NEAR) {
      return false;
    }
    String between = reading.text().substring(draft.end(), behind.get(0).start());
    if (NAMED_BEHIND.matcher(between).matches()
        && reading.text().startsWith(")", behind.get(0).end())) {
      return true;
    }
    String rest =
        reading.text().substring(behind.get(0).end(), reading.sentenceEnd(behind.get(0).start()));
    boolean given =
        between.matches(
            "(?is)(?:\\s[\\p{L}-]+){0,3}?\\s(?:who\\s)?(?:(?:were|was)\\s(?:\\p{L}+ly\\s)?(?:randomi[sz]ed|assigned|allocated|treated)\\s(?:to|with)|received|underwent|receiving|treated with|in|on|given)\\s(?:[\\p{L}\\d-]+\\s){0,4}");
    boolean alone = !rest.matches("(?is)[^.]*?\\b(?:or|versus|vs)\\b.*");
    return given && alone;
  }

  private @Nullable String sideOf(Draft name) {
    if (name.normal() instanceof ArmPhrase arm) {
      return arm.role();
    }
    String role = roleOfDrug.getOrDefault(((Drug) name.normal()).name(), "");
    return role.isEmpty() ? null : role;
  }

  private static int size(Draft draft) {
    return ((Participants) draft.normal()).n().value().intValue();
  }

  private static String role(Draft draft) {
    return ((Participants) draft.normal()).role();
  }

  private static void put(Reading reading, Draft draft, String role) {
    Participants people = (Participants) draft.normal();
    if (!people.role().equals(role)) {
      reading.replace(draft, draft.with(new Participants(people.n(), role, people.label())));
    }
  }
}
