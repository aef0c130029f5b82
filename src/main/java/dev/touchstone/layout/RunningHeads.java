package dev.touchstone.layout;

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
 * Finds what stands at the top and bottom of the pages and does not belong to the text: lines that
 * come back on other pages at the same height, and page numbers.
 */
final class RunningHeads {

  static final String RUNNING_HEAD = "running-head";
  static final String PAGE_NUMBER = "page-number";

  /** Lines from the edge that may be furniture. */
  private static final int DEPTH = 3;

  private static final double ZONE = 0.16;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:page|p\\.|seite)? ?[-\u2013(|]? ?(\\d{1,4})(?: ?(?:/|of|von|\\|) ?\\d{1,4})? ?[-\u2013)|]?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ROMAN = Pattern.compile("[ivxlc]{1,6}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final List<Sheet> sheets;

  private RunningHeads(List<Sheet> sheets) {
    this.sheets = sheets;
  }

  /** Takes them out of the sheets. */
  static void remove(List<Sheet> sheets) {
    RunningHeads heads = new RunningHeads(sheets);
    heads.removeFrom(true);
    heads.removeFrom(false);
  }

  private void removeFrom(boolean top) {
    for (int depth = 0; depth < DEPTH; depth++) {
      List<@Nullable Line> outermost = new ArrayList<>();
      for (Sheet sheet : sheets) {
        outermost.add(outermost(sheet, top));
      }
      if (!removeOutermost(outermost)) {
        return;
      }
    }
  }

  private static @Nullable Line outermost(Sheet sheet, boolean top) {
    List<Line> lines = sheet.lines();
    if (lines.isEmpty()) {
      return null;
    }
    Line line = lines.get(top ? 0 : lines.size() - 1);
    double zone = ZONE * sheet.height();
    boolean inZone = top ? line.baseline() < zone : line.baseline() > sheet.height() - zone;
    return inZone && !insideTable(sheet, line) ? line : null;
  }

  private static boolean insideTable(Sheet sheet, Line line) {
    long beside =
        sheet.ruling().vertical().stream()
            .filter(rule -> rule.y1() < line.middle() && line.middle() < rule.y2())
            .count();
    return beside > 2;
  }

  private boolean removeOutermost(List<@Nullable Line> outermost) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < outermost.size(); i++) {
      Line line = outermost.get(i);
      if (line != null) {
        for (Line phrase : line.phrases(2 * line.size())) {
          places.computeIfAbsent(key(phrase), key -> new ArrayList<>()).add(i);
        }
      }
    }
    Set<Integer> removed = new HashSet<>();
    for (int i = 0; i < outermost.size(); i++) {
      Line line = outermost.get(i);
      if (line == null) {
        continue;
      }
      int furniture = 0;
      int numbers = 0;
      List<Line> phrases = line.phrases(2 * line.size());
      for (Line phrase : phrases) {
        if (isPageNumber(phrase, outermost, i)) {
          numbers++;
        } else if (comesBack(phrase, places.getOrDefault(key(phrase), List.of()), outermost)) {
          furniture++;
        }
      }
      if (numbers + furniture == phrases.size()) {
        sheets.get(i).drop(line, furniture > 0 ? RUNNING_HEAD : PAGE_NUMBER);
        sheets.get(i).ignoreRulesBeside(line);
        removed.add(i);
      }
    }
    return !removed.isEmpty();
  }

  private boolean comesBack(Line phrase, List<Integer> pages, List<@Nullable Line> outermost) {
    int same = 0;
    for (int page : pages) {
      Line other = outermost.get(page);
      if (other != null && Math.abs(other.baseline() - phrase.baseline()) < 4) {
        same++;
      }
    }
    if (same < 2) {
      return false;
    }
    // Two pages may begin with the same words by chance; most pages do not.
    boolean most = same * 10 >= sheets.size() * 6;
    if (most) {
      return sheets.size() > 2 || standsApart(phrase);
    }
    // On left and right pages different heads alternate.
    return (same >= 3 && same * 10 >= sheets.size() * 3 || alternates(pages, phrase, outermost))
        && standsApart(phrase);
  }

  /** Whether left pages repeat one line and right pages another, at the same height. */
  private boolean alternates(List<Integer> pages, Line phrase, List<@Nullable Line> outermost) {
    int side = pages.get(0) % 2;
    boolean oneSide = pages.stream().allMatch(page -> page % 2 == side);
    if (!oneSide || pages.size() * 10 < (sheets.size() + 1) / 2 * 6) {
      return false;
    }
    Map<String, Integer> facing = new HashMap<>();
    for (int i = 1 - side; i < outermost.size(); i += 2) {
      Line other = outermost.get(i);
      if (other != null && Math.abs(other.baseline() - phrase.baseline()) < 4) {
        other.phrases(2 * other.size()).forEach(p -> facing.merge(key(p), 1, Integer::sum));
      }
    }
    return facing.values().stream().anyMatch(count -> count >= 2);
  }

  private boolean standsApart(Line phrase) {
    Sheet sheet = sheets.get(phrase.page() - 1);
    for (Line line : sheet.lines()) {
      double distance = Math.abs(line.baseline() - phrase.baseline());
      if (distance > 0.5 && distance < 1.6 * phrase.size()) {
        return false;
      }
    }
    return true;
  }

  /** A number alone that counts with the pages, or says itself that it does. */
  private boolean isPageNumber(Line phrase, List<@Nullable Line> outermost, int index) {
    String text = phrase.text();
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return ROMAN.matcher(text).matches();
    }
    if (text.length() > number.group(1).length() && !text.startsWith("(")) {
      return true;
    }
    int value = Integer.parseInt(number.group(1));
    int agree = 0;
    int known = 0;
    for (int i = Math.max(0, index - 4); i < Math.min(outermost.size(), index + 5); i++) {
      Line other = outermost.get(i);
      if (other == null || i == index) {
        continue;
      }
      known++;
      for (Line candidate : other.phrases(2 * other.size())) {
        Matcher its = NUMBER.matcher(candidate.text());
        if (its.matches() && Integer.parseInt(its.group(1)) - value == i - index) {
          agree++;
          break;
        }
      }
    }
    return agree > 0 || known == 0 && value == sheets.get(index).number();
  }

  /** Whether words are nothing but the number of a page. */
  static boolean isNumber(String words) {
    return NUMBER.matcher(words).matches() || ROMAN.matcher(words).matches();
  }

  private static String key(Line phrase) {
    return DIGITS.matcher(phrase.text()).replaceAll("#");
  }
}
