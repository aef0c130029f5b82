package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which side of the comparison each phrase is on that names an arm. The title and the sentences
 * that allot people say what is compared; every later phrase is read against them.
 *
 * <p>The rules, strongest first: a word for a control tells it ({@code placebo}, {@code usual
 * care}); what others get as well is the control ({@code A} against {@code A plus B}); what the
 * title names alone is tried; else the one named last is what the others are compared with. Two
 * places that tell different sides cancel each other, as in a document on several studies.
 */
final class ArmRoles {

  private static final int FARTHEST = 60;
  private static final String CONTROL = "control";
  private static final String INTERVENTION = "intervention";
  private static final Pattern ABBREVIATION =
      Pattern.compile("\\s?\\(\\s?(\\p{Lu}[\\p{L}\\d+/-]{1,9})\\s?[,;)]");
  private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,5}");
  private static final Pattern WITH_OR_WITHOUT =
      Pattern.compile("(?i)\\swith (?:or|and) without\\s");
  private static final Pattern BACKGROUND =
      Pattern.compile(
          "(?i).*\\b(?:standard|conventional|usual|routine|alone|without|delayed|no|only)\\b.*");

  /** {@code no pyridoxine} against {@code pyridoxine}. */
  private static final Pattern WITHHELD = Pattern.compile("(?i)(?:no|non|without)[ -].+");

  /** One arm, with all the words that the document has for it. */
  private static final class Entry {
    final String label;
    final Set<ArmWords> words = new HashSet<>();
    @Nullable String role;
    boolean firm;
    boolean disputed;

    Entry(String label, ArmWords first) {
      this.label = label;
      words.add(first);
    }

    void role(String told) {
      disputed |= !firm && role != null && !role.equals(told);
      role = role == null ? told : role;
    }
  }

  private final Map<String, ArmWords> expansions = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<ArmWords, @Nullable Entry> found = new HashMap<>();

  private ArmRoles() {}

  /** Gives the arms of a document the side that its design puts them on. */
  static void settle(List<Reading> readings, Design design) {
    ArmRoles roles = new ArmRoles();
    readings.forEach(roles::abbreviations);
    design.statements().forEach(roles::read);
    readings.forEach(roles::apposed);
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.ARM)) {
        roles.give(reading, draft);
      }
    }
    RestOfArms.settle(readings);
  }

  /** {@code whole-brain radiotherapy (WBRT)}: the short form has the words of the long one. */
  private void abbreviations(Reading reading) {
    Matcher bracket = ABBREVIATION.matcher(reading.text());
    while (bracket.find()) {
      int from = longForm(reading.text(), bracket.start(), bracket.group(1));
      if (from >= 0) {
        String brief = bracket.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
        ArmWords words = ArmWords.of(reading, from, bracket.start());
        if (!words.others().contains(brief)) {
          expansions.putIfAbsent(brief, words);
        }
      }
    }
  }

  /** Where the words begin whose letters the short form has in their order; negative for none. */
  private static int longForm(String text, int end, String brief) {
    String letters = brief.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    int at = end - 1;
    int words = 2 * letters.length() + 1;
    for (int i = letters.length() - 1; i >= 0; i--) {
      boolean first = i == 0;
      while (at >= 0
          && end - at < 120
          && (Character.toLowerCase(text.charAt(at)) != letters.charAt(i)
              || first && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
        words -= text.charAt(at) == ' ' ? 1 : 0;
        // The last letter stands for the last word.
        boolean last = i == letters.length() - 1 && text.charAt(at) == ' ';
        if (".;(".indexOf(text.charAt(at)) >= 0 || words < 0 || last) {
          return -1;
        }
        at--;
      }
      if (at < 0 || end - at >= 120) {
        return -1;
      }
      at -= first ? 0 : 1;
    }
    return at;
  }

  private void read(Design.Statement statement) {
    Map<Entry, Design.Place> sides = new LinkedHashMap<>();
    for (Design.Place side : statement.sides()) {
      ArmWords words = ArmWords.of(statement.reading(), side.start(), side.end());
      if (words.isEmpty() && !isControl(statement.reading(), side)) {
        continue;
      }
      Entry entry = equal(words);
      if (entry == null) {
        entry = sides.isEmpty() || statement.sides().size() > 1 ? null : near(words);
      }
      if (entry == null) {
        entry = new Entry(statement.reading().text().substring(side.start(), side.end()), words);
        entries.add(entry);
      }
      sides.putIfAbsent(entry, side);
    }
    sides.forEach((entry, side) -> brief(statement.reading(), entry, side));
    List<Entry> order = List.copyOf(sides.keySet());
    if (order.size() == 1 && withOrWithout(statement, order.get(0))) {
      return;
    }
    if (order.size() == 1) {
      boolean control = isControl(statement.reading(), sides.get(order.get(0)));
      if (order.get(0).role == null) {
        order.get(0).role(control ? CONTROL : INTERVENTION);
      }
      return;
    }
    List<Entry> controls = new ArrayList<>();
    List<Entry> active = new ArrayList<>();
    for (Entry entry : order) {
      String told = told(statement.reading(), Objects.requireNonNull(sides.get(entry)));
      if (CONTROL.equals(told)) {
        controls.add(entry);
      } else if (INTERVENTION.equals(told)) {
        active.add(entry);
      }
    }
    if (controls.isEmpty() && !active.isEmpty()) {
      order.stream().filter(entry -> !active.contains(entry)).forEach(controls::add);
    }
    if (controls.isEmpty()) {
      order.stream()
          .filter(entry -> WITHHELD.matcher(entry.label).matches())
          .forEach(controls::add);
    }
    if (controls.isEmpty()) {
      order.stream().filter(entry -> isBackground(entry, order)).forEach(controls::add);
    }
    if (controls.isEmpty()) {
      order.stream().filter(entry -> isShorterCode(entry, order)).forEach(controls::add);
    }
    if (controls.isEmpty()) {
      order.stream()
          .filter(entry -> BACKGROUND.matcher(entry.label).matches())
          .forEach(controls::add);
    }
    if (controls.isEmpty() || controls.size() == order.size()) {
      controls.clear();
      Entry tried = tried(order);
      for (Entry entry : order) {
        boolean control = tried == null ? entry == order.get(order.size() - 1) : entry != tried;
        if (control) {
          controls.add(entry);
        }
      }
    }
    for (Entry entry : order) {
      entry.role(controls.contains(entry) ? CONTROL : INTERVENTION);
      // What the title sets against each other is what the document compares.
      entry.firm |= statement.title();
    }
  }

  /** The one that the title names, where it names one of them only. */
  private static @Nullable Entry tried(List<Entry> order) {
    List<Entry> its = order.stream().filter(entry -> INTERVENTION.equals(entry.role)).toList();
    return its.size() == 1 ? its.get(0) : null;
  }

  /** {@code vinorelbine plus capecitabine (NX)}: an allotment names an arm by a code. */
  private static void brief(Reading reading, Entry entry, Design.Place side) {
    Matcher code = ABBREVIATION.matcher(reading.text()).region(side.end(), reading.text().length());
    if (code.lookingAt()) {
      String word = code.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
      entry.words.add(new ArmWords(Set.of(), Set.of(word)));
    }
  }

  /** {@code radiotherapy with or without temozolomide} sets radiotherapy against both. */
  private boolean withOrWithout(Design.Statement statement, Entry whole) {
    Design.Place side = statement.sides().get(0);
    String words = statement.reading().text().substring(side.start(), side.end());
    Matcher split = WITH_OR_WITHOUT.matcher(words);
    if (!split.find()) {
      return false;
    }
    ArmWords first = ArmWords.of(statement.reading(), side.start(), side.start() + split.start());
    whole.role(INTERVENTION);
    whole.firm = true;
    if (!first.isEmpty()) {
      Entry background = new Entry(words.substring(0, split.start()), first);
      background.role(CONTROL);
      entries.add(background);
    }
    return true;
  }

  /** {@code DE} against {@code DEE}: the letters of a code stand for what is given. */
  private static boolean isShorterCode(Entry entry, List<Entry> order) {
    return order.stream()
        .filter(other -> other != entry)
        .allMatch(
            other ->
                CODE.matcher(entry.label).matches()
                    && CODE.matcher(other.label).matches()
                    && entry.label.length() < other.label.length()
                    && isWithin(entry.label, other.label));
  }

  private static boolean isWithin(String letters, String code) {
    int at = -1;
    for (char letter : letters.toCharArray()) {
      at = code.indexOf(letter, at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** What all others get as well, and something besides. */
  private static boolean isBackground(Entry entry, List<Entry> order) {
    return order.stream()
        .filter(other -> other != entry)
        .allMatch(
            other ->
                entry.words.stream()
                    .anyMatch(
                        own ->
                            other.words.stream()
                                .anyMatch(its -> own.within(its) && !its.within(own))));
  }

  private static boolean isControl(Reading reading, Design.@Nullable Place place) {
    return place != null && CONTROL.equals(told(reading, place));
  }

  /** The side that the words say themselves, or those in brackets behind them; null for none. */
  private static @Nullable String told(Reading reading, Design.Place place) {
    List<Draft> arms = reading.drafts(MentionType.ARM);
    String own = roleOf(arms, place.start(), place.end());
    int open = reading.text().indexOf('(', place.end());
    if (own != null || open < 0 || open - place.end() > FARTHEST) {
      return own;
    }
    int next =
        arms.stream()
            .mapToInt(Draft::start)
            .filter(start -> start >= place.end())
            .findFirst()
            .orElse(0);
    int close = closing(reading.text(), open);
    return next > open && next < close ? roleOf(arms, open, close) : null;
  }

  private static @Nullable String roleOf(List<Draft> arms, int start, int end) {
    return arms.stream()
        .filter(draft -> draft.overlaps(start, end))
        .map(draft -> ((ArmPhrase) draft.normal()).role())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** {@code docetaxel 75 mg/m² (group A, n = 30)}: one arm has both names. */
  private void apposed(Reading reading) {
    List<Draft> arms = reading.drafts(MentionType.ARM);
    for (int i = 0; i + 1 < arms.size(); i++) {
      Draft one = arms.get(i);
      Draft other = arms.get(i + 1);
      int open = reading.text().indexOf('(', one.end());
      boolean behind =
          open >= 0
              && open - one.end() <= FARTHEST
              && open < other.start()
              && closing(reading.text(), open) >= other.end()
              && !isListed(reading, arms, i + 2)
              && reading.sentenceEnd(one.start()) >= other.end();
      Entry entry = behind ? entry(ArmWords.of(reading, one.start(), one.end())) : null;
      ArmWords alias = ArmWords.of(reading, other.start(), other.end());
      if (entry != null && !alias.isEmpty() && !alias.onlyRole() && equal(alias) == null) {
        entry.words.add(alias);
      }
    }
  }

  /** {@code three doses (groups A, B and C)}: no one of a list is all that stands before it. */
  private static boolean isListed(Reading reading, List<Draft> arms, int next) {
    if (next >= arms.size()) {
      return false;
    }
    Draft draft = arms.get(next);
    String text = reading.text().substring(draft.start(), draft.end());
    return text.length() < ((ArmPhrase) draft.normal()).label().length();
  }

  private void give(Reading reading, Draft draft) {
    ArmPhrase phrase = (ArmPhrase) draft.normal();
    ArmWords words = ArmWords.of(reading, draft.start(), draft.end());
    if (words.isEmpty() || words.onlyRole()) {
      return;
    }
    Entry entry = found.computeIfAbsent(words, unused -> entry(words));
    if (entry != null && !entry.disputed) {
      String role = phrase.role() == null ? entry.role : phrase.role();
      String arm = Objects.equals(role, entry.role) ? entry.label : null;
      reading.replace(draft, draft.with(new ArmPhrase(phrase.label(), phrase.drug(), role, arm)));
    }
  }

  private @Nullable Entry entry(ArmWords words) {
    Entry equal = equal(words);
    Entry entry = equal != null ? equal : near(words);
    if (entry == null && words.drugs().isEmpty() && words.others().size() == 1) {
      ArmWords expanded = expansions.get(words.others().iterator().next());
      return expanded == null ? null : entry(expanded);
    }
    return entry;
  }

  private @Nullable Entry equal(ArmWords words) {
    for (Entry entry : entries) {
      if (entry.words.stream().anyMatch(own -> own.all().equals(words.all()))) {
        return entry;
      }
    }
    return null;
  }

  /** The only arm that has all of the words, or none but some of them and no other drug. */
  private @Nullable Entry near(ArmWords words) {
    List<Entry> its =
        entries.stream()
            .filter(
                entry ->
                    entry.words.stream()
                        .anyMatch(
                            own ->
                                words.within(own)
                                    || own.within(words) && own.drugs().equals(words.drugs())))
            .toList();
    return its.size() == 1 ? its.get(0) : null;
  }
}
