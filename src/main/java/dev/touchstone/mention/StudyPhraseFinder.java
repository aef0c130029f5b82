package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds words that name or describe a study: phase, design, registry number. */
final class StudyPhraseFinder {

  private static final String STAGE = "(?:III|II|IV|I|[0-4])";
  private static final Pattern PHASE =
      Pattern.compile(
          "(?<![\\p{L}])[Pp]hases?[\\s-]*("
              + STAGE
              + ")\\s?([ABCabc])?(?![\\p{L}\\d])"
              + "(?:\\s*(?:/|–|-|\\band\\b|\\bto\\b)\\s*(?:phase\\s)?("
              + STAGE
              + ")?\\s?([ABCabc])?(?![\\p{L}\\d]))?");
  private static final Pattern DESIGN =
      Pattern.compile(
          "(?<![\\p{L}])(?:non-?|un)?(?:randomi[sz]ed|controlled|double-?\\s?blind(?:ed)?|single-?\\s?blind(?:ed)?|blinded"
              + "|open-?\\s?label(?:ed)?|open|placebo-controlled|active-controlled|single-arm|two-arm|three-arm|single-cent(?:er|re)"
              + "|single-institution|multi-?cent(?:er|re)|multi-?national|international|crossover|cross-over|retrospective"
              + "|prospective|parallel(?:-group)?|first-in-human|dose-escalation|dose-finding|dose-ranging|pilot|feasibility"
              + "|non-?inferiority|observational|population-based|factorial|adaptive|pooled|exploratory|confirmatory|pivotal|registration)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOUN =
      Pattern.compile(
          "[\\s,]*(?:clinical\\s|comparative\\s|treatment\\s|efficacy\\s|safety\\s|analysis\\s|the\\s)*(?:trials?|stud(?:y|ies)|analys[ie]s|comparison|investigation)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GAP =
      Pattern.compile("[\\s,/]*(?:and\\s)?(?:clinical\\s)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:NCT\\s?\\d{8}|ISRCTN\\s?\\d{6,8}|ACTRN\\d{14}|UMIN\\d{9}|ChiCTR[-\\p{L}\\d]{8,20}|JPRN-[\\p{L}\\d]{6,20}|CTRI/\\d{4}/\\d{2,3}/\\d{6}|NTR\\d{3,5}|DRKS\\d{8}|\\d{4}-\\d{6}-\\d{2})(?![\\p{L}\\d])");

  private record Part(int start, int end, @Nullable String phase) {}

  void find(Reading reading) {
    String text = reading.text();
    Matcher registry = REGISTRY.matcher(text);
    while (registry.find()) {
      String number = registry.group().replaceAll("\\s", "");
      add(
          reading,
          registry.start(),
          registry.end(),
          "registry number",
          new StudyPhrase(null, number, null));
    }
    List<Part> parts = parts(text);
    int at = 0;
    while (at < parts.size()) {
      int last = at;
      while (last + 1 < parts.size()
          && GAP.matcher(text.substring(parts.get(last).end(), parts.get(last + 1).start()))
              .matches()) {
        last++;
      }
      group(reading, parts.subList(at, last + 1));
      at = last + 1;
    }
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher phase = PHASE.matcher(text);
    while (phase.find()) {
      parts.add(new Part(phase.start(), phase.end(), phase(phase)));
    }
    Matcher design = DESIGN.matcher(text);
    while (design.find()) {
      parts.add(new Part(design.start(), design.end(), null));
    }
    parts.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return parts;
  }

  /** A phase stands for itself; designs only before a word for a study. */
  private static void group(Reading reading, List<Part> parts) {
    String text = reading.text();
    String phase = null;
    StringBuilder design = new StringBuilder();
    for (Part part : parts) {
      if (part.phase() != null) {
        phase = phase == null ? part.phase() : phase;
      } else {
        design.append(design.isEmpty() ? "" : " ").append(text, part.start(), part.end());
      }
    }
    int start = parts.get(0).start();
    int end = parts.get(parts.size() - 1).end();
    Matcher noun = NOUN.matcher(text).region(end, text.length());
    boolean named = noun.lookingAt();
    if (named || phase != null) {
      String words = design.isEmpty() ? null : design.toString().toLowerCase(Locale.ROOT);
      add(
          reading,
          start,
          named ? noun.end() : end,
          "phase and design",
          new StudyPhrase(phase, null, words));
    }
  }

  private static void add(Reading reading, int start, int end, String origin, StudyPhrase phrase) {
    reading.add(new Draft(MentionType.STUDY, start, end, origin, phrase));
    reading.spend(start, end);
  }

  private static String phase(Matcher phase) {
    String first = digit(phase.group(1)) + letter(phase.group(2));
    if (phase.group(3) == null && phase.group(4) == null) {
      return first;
    }
    String second =
        (phase.group(3) == null ? digit(phase.group(1)) : digit(phase.group(3)))
            + letter(phase.group(4));
    return first + "/" + second;
  }

  private static String letter(@Nullable String letter) {
    return letter == null ? "" : letter.toLowerCase(Locale.ROOT);
  }

  static String digit(String roman) {
    return switch (roman.toUpperCase(Locale.ROOT)) {
      case "I" -> "1";
      case "II" -> "2";
      case "III" -> "3";
      case "IV" -> "4";
      case "V" -> "5";
      default -> roman;
    };
  }
}
