package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.UnitEntry;
import dev.touchstone.vocabulary.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the unit after a number: {@code mg/m²}, {@code mg kg−1}, {@code months}, {@code mg per
 * day}.
 */
final class UnitReader {

  /**
   * A unit in a text.
   *
   * @param end one past its last character
   * @param code UCUM, without the time that {@code time} has
   * @param dimension of what stands before the first stroke
   * @param below dimension of what stands after it, empty where nothing does
   * @param time UCUM unit of time that the amount is per, such as {@code d} in {@code mg/day}
   */
  record Found(int end, String code, String dimension, String below, @Nullable String time) {}

  private static final int LONGEST = 34;
  private static final Pattern PER =
      Pattern.compile("\\s?(?:/|per\\s|a(?=\\sday)\\s)\\s?(?:\\(?(?:1\\.73|24)\\s?)?");
  private static final Pattern MINUS_ONE =
      Pattern.compile("[\\s.·]([a-z]{1,5})\\s?\\(?(?:\\^?[-−–]|⁻)([12¹²])\\)?(?!\\d)");
  private static final Pattern PRODUCT =
      Pattern.compile("\\s?[·*×•.]\\s?(h|hr|min|day|d)(?![\\p{L}])");
  private static final Pattern BODY =
      Pattern.compile(" (?:of )?(?:body ?weight|body[- ]surface(?: area)?|b\\.?w\\.?)(?![a-z])");
  private static final Pattern DOSE =
      Pattern.compile("(?:dose|injection|intake|administration)(?![a-z])");

  private final Lexicon<UnitEntry> units;

  UnitReader(Lexicon<UnitEntry> units) {
    this.units = units;
  }

  /** The unit that begins at the offset, after a blank or hyphen at most. */
  @Nullable Found at(String text, int from) {
    int start = from;
    if (start < text.length()
        && (isBlank(text.charAt(start)) || Words.isHyphen(text.charAt(start)))) {
      start++;
    }
    Hit<UnitEntry> hit = one(text, start);
    if (hit == null) {
      return null;
    }
    String code = hit.entry().code();
    String below = "";
    String time = null;
    int end = start + hit.end();
    Matcher product = PRODUCT.matcher(text).region(end, text.length());
    if (product.lookingAt() && !hit.entry().dimension().equals("time")) {
      UnitEntry factor = units.get(product.group(1));
      if (factor != null) {
        code += "." + factor.code();
        end = product.end();
      }
    }
    for (int part = 0; part < 3; part++) {
      Matcher minus = MINUS_ONE.matcher(text).region(end, text.length());
      if (minus.lookingAt()) {
        String name = minus.group(1) + ("2²".contains(minus.group(2)) ? "2" : "");
        UnitEntry other = units.get(name);
        if (other != null) {
          if (isLongTime(other)) {
            time = other.code();
          } else {
            code += "/" + other.code();
            below = other.dimension();
          }
          end = minus.end();
          continue;
        }
      }
      Matcher per = PER.matcher(text).region(end, text.length());
      if (!per.lookingAt()) {
        break;
      }
      Hit<UnitEntry> next = one(text, per.end());
      if (next == null) {
        Matcher dose = DOSE.matcher(text).region(per.end(), text.length());
        if (dose.lookingAt()) {
          end = dose.end();
          continue;
        }
        break;
      }
      UnitEntry other = next.entry();
      end = per.end() + next.end();
      if (per.group().contains("1.73")) {
        code += "/{1.73_" + other.code() + "}";
        below = "area";
      } else if (isLongTime(other) && !hit.entry().dimension().equals("time")
          || per.group().contains("24")) {
        time = per.group().contains("24") ? "d" : other.code();
      } else {
        code += "/" + other.code();
        below = below.equals("volume") ? below : other.dimension();
      }
      Matcher body = BODY.matcher(text).region(end, text.length());
      if (body.lookingAt()) {
        end = body.end();
      }
    }
    return new Found(end, code, hit.entry().dimension(), below, time);
  }

  private static boolean isLongTime(UnitEntry unit) {
    return unit.dimension().equals("time") && !unit.code().matches("min|s|ms|h");
  }

  private @Nullable Hit<UnitEntry> one(String text, int start) {
    if (start >= text.length() || isBlank(text.charAt(start))) {
      return null;
    }
    String part = text.substring(start, Math.min(text.length(), start + LONGEST));
    Hit<UnitEntry> hit = units.longestAt(part, Words.of(part), 0);
    if (hit == null || hit.start() != 0) {
      return null;
    }
    // Databases of abstracts write raised figures in brackets: mg/m(2), mm(3).
    if (hit.entry().dimension().equals("length") && part.startsWith("(", hit.end())) {
      for (String exponent : List.of("(2)", "(3)")) {
        UnitEntry raised = units.get(part.substring(0, hit.end()) + exponent.charAt(1));
        if (part.startsWith(exponent, hit.end()) && raised != null) {
          return new Hit<>(0, hit.end() + exponent.length(), raised, hit.surface() + exponent);
        }
      }
    }
    // A unit torn from its exponent: mg/m ².
    if (hit.entry().code().equals("m") && part.startsWith(" ²", hit.end())) {
      UnitEntry area = units.get("m²");
      return area == null ? hit : new Hit<>(0, hit.end() + 2, area, "m²");
    }
    return hit;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
