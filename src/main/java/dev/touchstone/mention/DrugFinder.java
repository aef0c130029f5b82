package dev.touchstone.mention;

import dev.touchstone.document.Metadata;
import dev.touchstone.document.Span;
import dev.touchstone.vocabulary.DrugEntry;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Stem;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds drugs: those of the lexicon, names with the stem of a class, names of two words of
 * conjugates, code names, metabolites, and names that the document itself introduces.
 */
final class DrugFinder {

  private static final Pattern BRACKET = Pattern.compile("\\s?[(\\[]\\s?");
  private static final Pattern NAME_IN_BRACKET =
      Pattern.compile("([\\p{L}\\d][\\p{L}\\d'’./-]*(?: [\\d][\\d-]*)?)\\s?(?=[);,\\]]| or )");
  private static final Pattern CHANGED =
      Pattern.compile("(?:hydroxy|desmethyl|desethyl|dideshydroxy|oxo|deoxy|dihydro|carboxy|nor)");
  private static final Pattern LOCANT =
      Pattern.compile("(?:[\\dNO][′']?,?){1,4}[-\\u2010\\u2011]$");

  private static final String CODE_NAME = "code name";
  private static final String IN_PHRASE = "name in a phrase of treatment";
  private static final String BESIDE_AMOUNT = "short form beside an amount";

  /** Origins that rest on one place. */
  private static final Set<String> BY_PLACE = Set.of(CODE_NAME, IN_PHRASE, BESIDE_AMOUNT);

  /** Short forms that stand before amounts and are no drugs. */
  private static final Set<String> ROUTES =
      Set.of(
          "IV", "PO", "SC", "IM", "SQ", "IP", "BID", "TID", "QD", "QID", "MTD", "RP", "OR", "AND",
          "TO", "AT");

  private final Vocabulary vocabulary;
  private final StemNames stems;
  private final CodeNames codes;
  private final DoseNames besideDoses;
  private final SlotNames slots;

  DrugFinder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.stems = new StemNames(vocabulary.stems());
    this.codes = new CodeNames(vocabulary.stems());
    this.besideDoses = new DoseNames(stems);
    this.slots = new SlotNames(vocabulary, this::isOtherWord);
  }

  /**
   * Adds the drugs of a whole document to its readings, since names are introduced in one place and
   * used in all.
   */
  void find(List<Reading> readings, Metadata.@Nullable Compound compound) {
    Aliases aliases = new Aliases();
    if (compound != null) {
      aliases.compound(compound.name());
    }
    for (Reading reading : readings) {
      named(reading);
      if (!reading.piece().namesOnly()) {
        aliases.introducedIn(reading);
      }
    }
    aliases.abbreviationOfCompound(readings);
    aliases.foundByTheirPlace(readings);
    Lexicon<DrugEntry> introduced = aliases.lexicon();
    for (Reading reading : readings) {
      aliases.rename(reading);
      if (introduced.size() > 0) {
        for (Hit<DrugEntry> hit : introduced.longest(reading.text(), reading.words())) {
          if (!reading.has(MentionType.DRUG, hit.start(), hit.end())) {
            add(
                reading,
                hit.start(),
                hit.end(),
                hit.entry(),
                "introduced in the document: " + hit.surface());
          }
        }
      }
    }
  }

  private void named(Reading reading) {
    for (Hit<DrugEntry> hit : vocabulary.drugs().longest(reading.text(), reading.words())) {
      if (isDrugHere(reading, hit)) {
        addNamed(reading, hit);
      }
    }
    byStem(reading);
    byCode(reading);
    byContext(reading);
  }

  private void addNamed(Reading reading, Hit<DrugEntry> hit) {
    int next = reading.wordAt(hit.end());
    int conjugate = conjugateEnd(reading, hit.entry().name(), next);
    if (conjugate > 0) {
      String name = reading.text().substring(hit.start(), conjugate).toLowerCase(Locale.ROOT);
      add(
          reading,
          hit.start(),
          conjugate,
          unlisted(name, "antibody-drug conjugate"),
          "stem: conjugate");
    } else {
      add(reading, hit.start(), hit.end(), hit.entry(), "drugs.tsv: " + hit.entry().name());
    }
  }

  /** A drug's name before {@code receptor} or {@code resistance} names no drug. */
  private boolean isDrugHere(Reading reading, Hit<DrugEntry> hit) {
    int next = reading.wordAt(hit.end());
    Hit<String> after =
        vocabulary.cues("no-drug-before").longestAt(reading.text(), reading.words(), next);
    return after == null || after.start() - hit.end() > 1;
  }

  private void byStem(Reading reading) {
    List<Word> words = reading.words();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.end() - word.start() < 6
          || reading.has(MentionType.DRUG, word.start(), word.end())) {
        continue;
      }
      String name = reading.text().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
      if (metabolite(reading, word, name)) {
        continue;
      }
      Stem stem = stems.of(name);
      if (stem != null) {
        int conjugate = conjugateEnd(reading, name, i + 1);
        int end = conjugate > 0 ? conjugate : word.end();
        String whole = reading.text().substring(word.start(), end).toLowerCase(Locale.ROOT);
        add(reading, word.start(), end, unlisted(whole, stem.group()), "stem: " + stem.text());
      }
    }
  }

  /** The end of the second word of a name of two words, or -1. */
  private int conjugateEnd(Reading reading, String first, int next) {
    if (next >= reading.words().size() || !stems.isFirstWord(first)) {
      return -1;
    }
    Word word = reading.words().get(next);
    String second = reading.text().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    return stems.isSecondWord(second) ? word.end() : -1;
  }

  /** {@code 4-hydroxy} before the name of a drug names what the body makes of it. */
  private boolean metabolite(Reading reading, Word word, String name) {
    Matcher changed = CHANGED.matcher(name);
    if (!changed.lookingAt()) {
      return false;
    }
    String rest = name.substring(changed.end());
    if (rest.length() < 6 || (vocabulary.drugs().get(rest) == null && stems.of(rest) == null)) {
      return false;
    }
    int start = word.start();
    Matcher locant = LOCANT.matcher(reading.text().substring(Math.max(0, start - 8), start));
    if (locant.find()) {
      start -= locant.end() - locant.start();
    }
    String whole = reading.text().substring(start, word.end()).toLowerCase(Locale.ROOT);
    DrugEntry entry = new DrugEntry(whole, "metabolite", "", new TreeMap<>());
    add(reading, start, word.end(), entry, "stem: " + changed.group());
    return true;
  }

  private void byCode(Reading reading) {
    for (Span code : codes.in(reading.text())) {
      String name = reading.text().substring(code.start(), code.end());
      add(reading, code.start(), code.end(), unlisted(name, "investigational drug"), CODE_NAME);
    }
  }

  /** What only its place beside an amount or in a phrase of treatment shows to be a drug. */
  private void byContext(Reading reading) {
    for (Span span : besideDoses.in(reading.text())) {
      String name = reading.text().substring(span.start(), span.end());
      if (!isKnown(name)) {
        String lower = name.toLowerCase(Locale.ROOT);
        add(reading, span.start(), span.end(), unlisted(lower, ""), IN_PHRASE);
      }
    }
    for (Span span : besideDoses.shortForms(reading.text())) {
      String name = reading.text().substring(span.start(), span.end());
      if (!isKnown(name) && !ROUTES.contains(name)) {
        add(reading, span.start(), span.end(), unlisted(name, ""), BESIDE_AMOUNT);
      }
    }
  }

  private boolean isKnown(String name) {
    return vocabulary.outcomes().get(name) != null || vocabulary.conditions().get(name) != null;
  }

  private boolean isOtherWord(String word) {
    return isKnown(word)
        || stems.isNoDrug(word)
        || vocabulary.drugs().get(word) != null
        || (word.endsWith("s") && isKnown(word.substring(0, word.length() - 1)));
  }

  private static DrugEntry unlisted(String name, String group) {
    return new DrugEntry(name, "drug", group, new TreeMap<>());
  }

  private void add(Reading reading, int start, int end, DrugEntry entry, String origin) {
    if (reading.has(MentionType.DRUG, start, end)) {
      return;
    }
    String form = null;
    int last = end;
    Hit<String> salt =
        vocabulary.cues("salt").longestAt(reading.text(), reading.words(), reading.wordAt(end));
    if (salt != null && salt.start() - end == 1 && reading.text().charAt(end) == ' ') {
      last = salt.end();
      form = reading.text().substring(salt.start(), salt.end()).toLowerCase(Locale.ROOT);
    }
    Drug.Kind kind = Drug.Kind.valueOf(entry.kind().toUpperCase(Locale.ROOT));
    Drug drug = new Drug(entry.name(), new TreeMap<>(entry.ids()), form, kind, entry.parts());
    reading.add(new Draft(MentionType.DRUG, start, last, origin, drug));
    reading.spend(start, last);
  }

  /** Names that a document introduces for a drug. */
  private final class Aliases {

    private final Lexicon.Builder<DrugEntry> builder = new Lexicon.Builder<>();
    private final Map<String, DrugEntry> byName = new TreeMap<>();
    private @Nullable DrugEntry compound;
    private String compoundName = "";

    void compound(String name) {
      String bare = withoutSalt(name);
      DrugEntry listed = vocabulary.drugs().get(bare);
      compoundName = bare;
      compound = listed != null ? listed : unlisted(bare.toLowerCase(Locale.ROOT), "");
      if (listed == null && bare.length() > 3) {
        put(bare, compound);
      }
    }

    Lexicon<DrugEntry> lexicon() {
      return builder.build();
    }

    private void put(String name, DrugEntry entry) {
      if (byName.putIfAbsent(name, entry) == null) {
        builder.add(name, entry);
      }
    }

    /** Learns from {@code evofosfamide (formerly TH-302)} and {@code TH-302 (evofosfamide)}. */
    void introducedIn(Reading reading) {
      List<Draft> drugs = reading.drafts(MentionType.DRUG);
      for (int i = 0; i < drugs.size(); i++) {
        Draft draft = drugs.get(i);
        Drug drug = (Drug) draft.normal();
        if (drug.kind() == Drug.Kind.CLASS || drug.kind() == Drug.Kind.PLACEBO) {
          continue;
        }
        int at = inBracket(reading, draft.end());
        if (at < 0) {
          continue;
        }
        Draft inner =
            i + 1 < drugs.size() && drugs.get(i + 1).start() == at ? drugs.get(i + 1) : null;
        if (inner != null && isCodeName(inner) && !isCodeName(draft)) {
          put(reading.text().substring(inner.start(), inner.end()), entry(drug));
        } else if (inner != null && isCodeName(draft)) {
          put(reading.text().substring(draft.start(), draft.end()), entry((Drug) inner.normal()));
        } else if (inner == null) {
          Matcher name =
              NAME_IN_BRACKET.matcher(reading.text()).region(at, reading.text().length());
          if (name.lookingAt() && (cued || fits(name.group(1), drug.name()))) {
            put(name.group(1), entry(drug));
          }
        }
      }
    }

    private boolean cued;

    /**
     * Where the first name in a bracket after the offset begins, cue words skipped; -1 without
     * bracket.
     */
    private int inBracket(Reading reading, int offset) {
      cued = false;
      Matcher bracket = BRACKET.matcher(reading.text()).region(offset, reading.text().length());
      int at;
      if (bracket.lookingAt()) {
        at = bracket.end();
      } else if (reading.text().startsWith(", ", offset)) {
        at = offset + 2;
      } else {
        return -1;
      }
      Hit<String> cue =
          vocabulary.cues("alias").longestAt(reading.text(), reading.words(), reading.wordAt(at));
      if (cue != null && cue.start() == at) {
        cued = true;
        at = cue.end();
        while (at < reading.text().length() && " :\"“‘'".indexOf(reading.text().charAt(at)) >= 0) {
          at++;
        }
      } else if (!bracket.reset().region(offset, reading.text().length()).lookingAt()) {
        return -1;
      }
      return at;
    }

    private boolean isCodeName(Draft draft) {
      return draft.origin().equals(CODE_NAME);
    }

    private DrugEntry entry(Drug drug) {
      return new DrugEntry(drug.name(), drug.kind().code(), "", drug.ids(), drug.parts());
    }

    /**
     * An abbreviation fits a drug whose name has its letters in their order, the first one first.
     */
    private boolean fits(String name, String drug) {
      long capitals = name.chars().filter(Character::isUpperCase).count();
      if (name.length() < 2 || name.length() > 8 || capitals < 2 || isKnown(name)) {
        return false;
      }
      String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
      String full = drug.toLowerCase(Locale.ROOT);
      if (letters.isEmpty() || letters.charAt(0) != full.charAt(0)) {
        return false;
      }
      int at = 0;
      for (int i = 0; i < letters.length(); i++) {
        at = full.indexOf(letters.charAt(i), at) + 1;
        if (at == 0) {
          return false;
        }
      }
      return true;
    }

    /**
     * A note's own short form of its compound, never introduced: {@code PAL} in a table on
     * palbociclib.
     */
    void abbreviationOfCompound(List<Reading> readings) {
      if (compound == null
          || compoundName.length() < 6
          || !compoundName.chars().allMatch(Character::isLetter)) {
        return;
      }
      for (int letters = 3; letters <= 4; letters++) {
        String shortForm = compoundName.substring(0, letters).toUpperCase(Locale.ROOT);
        boolean used =
            readings.stream()
                .flatMap(
                    reading ->
                        reading.words().stream()
                            .map(word -> reading.text().substring(word.start(), word.end())))
                .anyMatch(shortForm::equals);
        if (used && !isKnown(shortForm) && vocabulary.drugs().get(shortForm) == null) {
          put(shortForm, compound);
        }
      }
    }

    /**
     * What its place showed to be a drug once is one all through the document; so is a name that
     * several places together show to be one.
     */
    void foundByTheirPlace(List<Reading> readings) {
      for (Reading reading : readings) {
        for (Draft draft : reading.drafts(MentionType.DRUG)) {
          if (BY_PLACE.contains(draft.origin())) {
            Drug drug = (Drug) draft.normal();
            put(reading.text().substring(draft.start(), draft.end()), entry(drug));
          }
        }
      }
      for (String name : slots.in(readings)) {
        put(name, unlisted(name, ""));
      }
    }

    /** Gives code names that were found before they were introduced the name of their drug. */
    void rename(Reading reading) {
      for (Draft draft : reading.drafts(MentionType.DRUG)) {
        DrugEntry known = byName.get(reading.text().substring(draft.start(), draft.end()));
        Drug drug = (Drug) draft.normal();
        if (known != null && isCodeName(draft)) {
          Drug named = new Drug(known.name(), drug.ids(), drug.form(), drug.kind(), known.parts());
          reading.replace(
              draft,
              new Draft(
                  draft.type(),
                  draft.start(),
                  draft.end(),
                  "introduced in the document: code name",
                  named));
        }
      }
    }

    private String withoutSalt(String name) {
      List<Word> words = Words.of(name);
      int end = name.length();
      for (int i = words.size() - 1; i > 0; i--) {
        Word word = words.get(i);
        if (vocabulary.cues("salt").get(name.substring(word.start(), word.end())) == null) {
          break;
        }
        end = words.get(i - 1).end();
      }
      return name.substring(0, end).strip();
    }
  }
}
