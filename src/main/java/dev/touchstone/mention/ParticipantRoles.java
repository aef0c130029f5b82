package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which side of a comparison the people are on that a text counts arm by arm: {@code letrozole
 * (n=51) or tamoxifen (n=47)}, {@code 33 in the exercise group and 34 in the control group}. The
 * first list of a document settles it for the names in it, since a document keeps to one order.
 */
final class ParticipantRoles {

  private static final int FARTHEST = 170;
  private static final Pattern LINK =
      Pattern.compile(
          "(?is)[^.]*(?:\\b(?:or|and|versus|vs|v|compared|either|plus)\\b|[;,]).*|\\s?[)\\]]?\\s?");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?is).*\\b(?:patients|women|men|children|subjects|participants|adults|individuals|people|volunteers|rct|survivors|women|trials?|stud(?:y|ies)|population|cases|survivors|carriers|total|overall)$");
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?is)\\s?(?:[\\p{L}-]+\\s){0,3}?(?:who\\s(?:were\\s)?)?(?:(?:randomi[sz]ed|assigned|allocated)\\sto|receiving|received|given|treated with|in the|on)\\s.*");
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?is).*\\b(?:placebo|controls?|no (?:treatment|further|additional|chemotherapy|radiotherapy|intervention)|usual|standard|observation|comparator|sham|untreated|conventional|alone|waiting|wait)\\b.*");

  private static final Pattern BOTH =
      Pattern.compile("(?i)^[^.;]*?\\b(?:or|versus|vs|either|(?:two|three) (?:arms|groups))\\b");

  /** Parts of the people that no treatment tells apart. */
  private static final Pattern PART =
      Pattern.compile(
          "(?is).*\\b(?:escalation|expansion|schedules|cohorts|phase|stage|grade|positive|negative|disease|aged?|responders?|level|country|countries)\\b.*");

  private ParticipantRoles() {}

  /** Gives the participants of a whole document their roles. */
  static void settle(List<Reading> readings) {
    Map<String, String> roles = new HashMap<>();
    for (Reading reading : readings) {
      if (!reading.isCell()) {
        for (Sentence sentence : reading.sentences()) {
          settle(reading, sentence, roles);
        }
      }
    }
  }

  private static void settle(Reading reading, Sentence sentence, Map<String, String> roles) {
    List<Draft> list = new ArrayList<>();
    for (Draft draft : reading.drafts(MentionType.PARTICIPANTS)) {
      if (draft.start() < sentence.start() || draft.end() > sentence.end()) {
        continue;
      }
      String name = name(reading, draft, sentence);
      if (isWhole(draft, name)) {
        put(reading, draft, "total");
        continue;
      }
      if (name.isEmpty()) {
        continue;
      }
      boolean joined =
          list.isEmpty()
              || draft.start() - list.get(list.size() - 1).end() <= FARTHEST
                  && LINK.matcher(
                          reading.text().substring(list.get(list.size() - 1).end(), draft.start()))
                      .matches();
      if (!joined) {
        assign(reading, list, sentence, roles);
        list.clear();
      }
      list.add(draft);
    }
    assign(reading, list, sentence, roles);
  }

  private static boolean isWhole(Draft draft, String name) {
    String role = ((Participants) draft.normal()).role();
    return draft.origin().equals("n =")
        && role.equals("subgroup")
        && PEOPLE.matcher(name).matches();
  }

  /** What the people are called who are counted; empty for those who are no arm. */
  private static String name(Reading reading, Draft draft, Sentence sentence) {
    Participants people = (Participants) draft.normal();
    String text = reading.text();
    if (draft.origin().equals("n =") || draft.origin().startsWith("number in a list")) {
      return people.label().strip();
    }
    String rest = text.substring(draft.end(), sentence.end());
    // "50 women were randomised to A or B" counts both.
    if (people.role().equals("total")
        && draft.origin().equals("number of people")
        && !inBracket(text, draft, sentence)
        && BOTH.matcher(rest).find()) {
      return "";
    }
    if (people.role().equals("total") && inBracket(text, draft, sentence)) {
      Optional<Draft> arm =
          reading.drafts().stream()
              .filter(one -> one.type() == MentionType.ARM || one.type() == MentionType.DRUG)
              .filter(one -> one.end() <= draft.start() && draft.start() - one.end() <= 40)
              .reduce((one, other) -> other);
      return arm.map(one -> text.substring(one.start(), one.end())).orElse("");
    }
    boolean given = GIVEN.matcher(rest.substring(0, Math.min(rest.length(), 90))).matches();
    boolean arm =
        reading.drafts().stream()
            .filter(one -> one.type() == MentionType.ARM || one.type() == MentionType.DRUG)
            .anyMatch(one -> one.start() >= draft.end() && one.start() - draft.end() <= 70);
    return given && arm && !people.role().equals("evaluable")
        ? rest.substring(0, Math.min(rest.length(), 70)).split("[,;.(]|\\band\\b", 2)[0].strip()
        : "";
  }

  private static boolean inBracket(String text, Draft draft, Sentence sentence) {
    int open = text.lastIndexOf('(', draft.start());
    return open >= sentence.start() && text.substring(open, draft.start()).isBlank()
        || open >= sentence.start() && open == draft.start() - 1;
  }

  private static void assign(
      Reading reading, List<Draft> list, Sentence sentence, Map<String, String> roles) {
    List<String> names = list.stream().map(draft -> name(reading, draft, sentence)).toList();
    if (names.stream().anyMatch(name -> PART.matcher(name).matches())) {
      return;
    }
    boolean control = names.stream().anyMatch(name -> CONTROL.matcher(name).matches());
    for (int i = 0; i < list.size(); i++) {
      String key = key(names.get(i));
      String known = roles.get(key);
      String role;
      if (CONTROL.matcher(names.get(i)).matches()) {
        role = "control";
      } else if (control) {
        role = "intervention";
      } else if (known != null) {
        role = known;
      } else if (list.size() == 1) {
        role = ((Participants) list.get(i).normal()).role();
      } else {
        role = i == list.size() - 1 ? "control" : "intervention";
      }
      if (list.size() > 1) {
        roles.putIfAbsent(key, role);
      }
      put(reading, list.get(i), role);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("\\b(?:arm|group|the|in|to|received?|receiving|given|patients|women)s?\\b", "")
        .replaceAll("[^\\p{L}\\d]+", " ")
        .strip();
  }

  private static void put(Reading reading, Draft draft, String role) {
    Participants people = (Participants) draft.normal();
    if (!people.role().equals(role)) {
      reading.replace(draft, draft.with(new Participants(people.n(), role, people.label())));
    }
  }
}
