package dev.touchstone.report;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contrast of two colours of a style sheet, as WCAG 2.2 defines it. */
final class Contrast {

  private static final Pattern TOKEN =
      Pattern.compile("--([a-z-]+):\\s*light-dark\\(#([0-9a-f]{6}),\\s*#([0-9a-f]{6})\\)");

  private final Map<String, String> light = new TreeMap<>();
  private final Map<String, String> dark = new TreeMap<>();

  Contrast(String css) {
    Matcher token = TOKEN.matcher(css);
    while (token.find()) {
      light.put(token.group(1), token.group(2));
      dark.put(token.group(1), token.group(3));
    }
  }

  double ratio(String one, String other, String scheme) {
    Map<String, String> colours = scheme.equals("light") ? light : dark;
    double a = luminance(colour(colours, one));
    double b = luminance(colour(colours, other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static String colour(Map<String, String> colours, String token) {
    return Objects.requireNonNull(colours.get(token), () -> "the style names no colour " + token);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
