package dev.touchstone.mention;

import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
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

  /** A figure in brackets or behind a colon is of what stands before it. */
  private static final Pattern BEHIND_NAME =
      Pattern.compile("(?s).*(?:[(\\[,;:]\\s?|[nN]\\s?=\\s?|[(\\[,;]\\s?[nN]\\s?=\\s?)$");

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

  private static final Pattern ISOLATED_CONTROL =
      Pattern.compile("(?i)\\b(?:controls?|placebo)\\s?[(\\[](?:[nN]\\s?=\\s?)?$");
  private static final Pattern LIST_LINK =
      Pattern.compile(
          "(?is)(?:\\s(?:patients|women|men|subjects|participants|eyes))?,?\\s(?:and|versus|vs\\.?|or)\\s(?:n\\s?=\\s?)?|,\\s");
  private static final Pattern COUNTED_FROM =
      Pattern.compile(
          "(?i)(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|[%\\])]|patients|women)\\s?(?:(?:out )?of(?: the)?\\s|/\\s?|(?<=[%\\])]\\s)in\\s)(\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d.]*\\s?%|\\.\\d|[\\d/-])");
  private static final Pattern GRADE =
      Pattern.compile("(?i).*\\b(?:grade|stage|level|T|CDK|BRCA)\\s?\\d$");

  private final Map<String, String> roleOfDrug = new HashMap<>();
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
    denominators(reading, sentence);
    List<Draft> people =
        reading.drafts(MentionType.PARTICIPANTS).stream()
            .filter(draft -> draft.start() >= sentence.start() && draft.end() <= sentence.end())
            .toList();
    if (people.isEmpty()) {
      return;
    }
    List<Draft> names = names(reading, sentence);
    List<Draft> open = new ArrayList<>(people);
    inOrder(reading, people, names, open);
    for (Draft draft : open) {
      Draft name = name(reading, sentence, draft, people, names);
      boolean holds = name != null && isHeld(reading.text(), name, draft);
      if (role(draft).equals("total") && !holds && !isOfOne(reading, draft, names)) {
        continue;
      }
      String role = name == null ? null : sideOf(name);
      if (role == null
          && ISOLATED_CONTROL
              .matcher(reading.text().substring(sentence.start(), draft.start()))
              .find()) {
        role = "control";
      }
      if (role != null) {
        put(reading, draft, role);
      } else if (draft.origin().equals(PartsOfWhole.ORIGIN) && !knows) {
        reading.remove(draft);
      }
    }
    opposite(reading, sentence);
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

  private static List<Draft> names(Reading reading, Sentence sentence) {
    List<Draft> names = new ArrayList<>();
    for (Draft draft : reading.drafts()) {
      boolean within = draft.start() >= sentence.start() && draft.end() <= sentence.end();
      boolean drug =
          draft.type() == MentionType.DRUG
              && TreatmentPhrases.isGiven((Drug) draft.normal())
              && !reading.has(MentionType.ARM, draft.start(), draft.end());
      if (within && (draft.type() == MentionType.ARM || drug)) {
        names.add(draft);
      }
    }
    return names;
  }

  /** {@code 37 and 36 patients were assigned to A and B}: lists go in order. */
  private void inOrder(Reading reading, List<Draft> people, List<Draft> names, List<Draft> open) {
    for (int i = 0; i + 1 < people.size(); i++) {
      Draft one = people.get(i);
      Draft other = people.get(i + 1);
      boolean joined =
          LIST_LINK.matcher(reading.text().substring(one.end(), other.start())).matches();
      List<Draft> behind = names.stream().filter(name -> name.start() > other.end()).toList();
      boolean two =
          behind.size() > 1
              && behind.get(0).start() - other.end() <= NEAR
              && LIST_LINK
                  .matcher(reading.text().substring(behind.get(0).end(), behind.get(1).start()))
                  .lookingAt();
      if (joined && two) {
        String first = sideOf(behind.get(0));
        String second = sideOf(behind.get(1));
        if (first != null && second != null) {
          put(reading, one, first);
          put(reading, other, second);
          open.remove(one);
          open.remove(other);
          // Both have their side now; the next pair begins behind them.
          i++;
        }
      }
    }
  }

  /** The arm that a number belongs to by its place. */
  private static @Nullable Draft name(
      Reading reading, Sentence sentence, Draft draft, List<Draft> people, List<Draft> names) {
    String text = reading.text();
    String lead = text.substring(sentence.start(), draft.start());
    String rest = text.substring(draft.end(), sentence.end());
    int before =
        people.stream()
            .filter(other -> other.end() <= draft.start())
            .filter(other -> !role(other).equals("total"))
            .mapToInt(Draft::end)
            .max()
            .orElse(sentence.start());
    int after =
        people.stream()
            .filter(other -> other.start() >= draft.end())
            .mapToInt(Draft::start)
            .min()
            .orElse(sentence.end());
    Draft ahead = null;
    Draft behind = null;
    for (Draft name : names) {
      if (name.end() <= draft.start()
          && name.start() >= before
          && draft.start() - name.end() <= NEAR) {
        ahead = name;
      } else if (behind == null && name.start() >= draft.end() && name.end() <= after) {
        behind = name.start() - draft.end() <= NEAR ? name : null;
      }
    }
    boolean bracketed = BEHIND_NAME.matcher(lead).matches() && CLOSED.matcher(rest).matches();
    boolean holds = ahead != null && isHeld(text, ahead, draft);
    // "(484, A; 242, B)": here the name follows its figure.
    boolean first = lead.matches("(?s).*[(;]\\s?$") && rest.matches("(?s),\\s\\p{L}.*");
    if (first) {
      return behind;
    }
    if (bracketed || holds) {
      return ahead;
    }
    if (draft.origin().equals("n =")) {
      return ahead != null ? ahead : behind;
    }
    boolean clause =
        behind != null
            && !text.substring(draft.end(), behind.start())
                .matches("(?is).*(?:[;:]|\\b(?:whereas|while|but)\\b).*");
    return clause ? behind : null;
  }

  private @Nullable String sideOf(Draft name) {
    if (name.normal() instanceof ArmPhrase arm) {
      return arm.role();
    }
    String role = roleOfDrug.getOrDefault(((Drug) name.normal()).name(), "");
    return role.isEmpty() ? null : role;
  }

  /** {@code 109 of 208 patients with A}: A has 208. */
  private void denominators(Reading reading, Sentence sentence) {
    if (!compares) {
      return;
    }
    String text = reading.text();
    List<int[]> open = new ArrayList<>();
    Matcher of = COUNTED_FROM.matcher(text).region(sentence.start(), sentence.end());
    while (of.find()) {
      int start = of.start(1);
      int end = of.end(1);
      boolean told = reading.has(MentionType.PARTICIPANTS, start, end);
      boolean graded =
          GRADE.matcher(text.substring(Math.max(0, of.start() - 8), of.start() + 1)).matches();
      boolean scale = of.group(1).matches("10{1,4}") && of.group().contains("/");
      if (told || graded || scale || of.group(1).length() < 2) {
        continue;
      }
      Draft name = countedIn(reading, sentence, start, end);
      if (name == null) {
        open.add(new int[] {start, end});
      } else {
        addDenominator(reading, start, end, name);
      }
    }
    if (open.size() == 2) {
      pair(reading, sentence, open);
    }
  }

  /** {@code with A than with B (3 of 27 vs. 9 of 20)}: both names stand before both counts. */
  private void pair(Reading reading, Sentence sentence, List<int[]> open) {
    List<Draft> ahead =
        names(reading, sentence).stream().filter(name -> name.end() <= open.get(0)[0]).toList();
    if (ahead.size() < 2) {
      return;
    }
    Draft one = ahead.get(ahead.size() - 2);
    Draft other = ahead.get(ahead.size() - 1);
    String first = sideOf(one);
    String second = sideOf(other);
    if (first != null && second != null && !first.equals(second)) {
      addDenominator(reading, open.get(0)[0], open.get(0)[1], one);
      addDenominator(reading, open.get(1)[0], open.get(1)[1], other);
    }
  }

  private void addDenominator(Reading reading, int start, int end, Draft name) {
    String role = sideOf(name);
    ReportedNumber number = Numbers.parse(reading.text().substring(start, end));
    if (role != null && number != null) {
      String label = reading.text().substring(name.start(), name.end());
      reading.add(
          new Draft(
              MentionType.PARTICIPANTS,
              start,
              end,
              Participants.DENOMINATOR,
              new Participants(number, role, label)));
    }
  }

  private static @Nullable Draft countedIn(Reading reading, Sentence sentence, int start, int end) {
    String text = reading.text();
    List<Draft> names = names(reading, sentence);
    for (Draft name : names) {
      if (name.start() >= end) {
        String between = text.substring(end, name.start());
        return between.matches(
                "(?is)(?:\\s(?:patients|women|men|subjects|participants)(?=[)\\]]))?\\s?(?:[)\\]]\\s?|[(\\[][^()\\[\\]]{0,30}[)\\]]\\s?|;\\s?[\\d.]+%\\)\\s?)*(?:(?:of\\s)?(?:the\\s)?(?:patients|women|men|eyes|subjects|participants|cases)\\s)?(?:[\\p{L}-]+\\s){0,3}?(?:(?:treated|assigned|randomi[sz]ed|receiving|who\\s(?:received|underwent)|given|in|on|with|of|for|to|taking)\\s){0,2}(?:the\\s|an?\\s)?")
            ? name
            : ahead(text, names, sentence, start);
      }
    }
    return ahead(text, names, sentence, start);
  }

  /** {@code with A (5/452; 1.1%)}. */
  private static @Nullable Draft ahead(
      String text, List<Draft> names, Sentence sentence, int start) {
    Draft last = null;
    for (Draft name : names) {
      if (name.end() < start) {
        last = name;
      }
    }
    return last != null
            && text.substring(last.end(), start)
                .matches(
                    "(?is)\\s?(?:group|arm|patients)?\\s?[(\\[][^()\\[\\]]{0,24}|,\\s[^,;()]{0,20}")
        ? last
        : null;
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
