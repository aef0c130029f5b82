package dev.touchstone.report;

import dev.touchstone.consistency.CheckPage;
import dev.touchstone.consistency.Severity;
import gg.jte.Content;
import gg.jte.html.escape.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that explains a check, as it is shown.
 *
 * @param summary of the run: how many places were looked at, how many findings
 */
record CheckView(CheckPage page, String summary) {

  private static final Pattern MARKS = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*");

  /** A run of blocks of one kind: cases that follow each other share a table. */
  record Group(CheckPage.Kind kind, List<CheckPage.Block> blocks) {}

  /** A finding that an example expects. */
  record Expected(Severity severity, String message) {}

  List<Group> groups(CheckPage.Part part) {
    List<Group> groups = new ArrayList<>();
    for (CheckPage.Block block : part.blocks()) {
      Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      if (last != null && last.kind() == block.kind() && block.kind() == CheckPage.Kind.CASE) {
        last.blocks().add(block);
      } else {
        groups.add(new Group(block.kind(), new ArrayList<>(List.of(block))));
      }
    }
    return groups;
  }

  /** What the note of an example says. */
  List<String> says(CheckPage.Block example) {
    return example.lines().stream().filter(line -> !line.startsWith("=>")).toList();
  }

  /** What an example expects; none for a silent one. */
  List<Expected> expects(CheckPage.Block example) {
    List<Expected> expected = new ArrayList<>();
    for (String line : example.lines()) {
      String words = line.startsWith("=>") ? line.substring(2).strip() : "";
      for (Severity severity : Severity.values()) {
        if (words.toLowerCase(Locale.ROOT).startsWith(severity.code() + " ")) {
          expected.add(new Expected(severity, words.substring(severity.code().length()).strip()));
        }
      }
    }
    return expected;
  }

  /** A line with its marks: code and strong words. */
  static Content line(String words) {
    return out -> {
      Matcher matcher = MARKS.matcher(words);
      int at = 0;
      while (matcher.find()) {
        Escape.htmlContent(words.substring(at, matcher.start()), out);
        boolean code = matcher.group(1) != null;
        out.writeContent(code ? "<code>" : "<strong>");
        Escape.htmlContent(code ? matcher.group(1) : matcher.group(2), out);
        out.writeContent(code ? "</code>" : "</strong>");
        at = matcher.end();
      }
      Escape.htmlContent(words.substring(at), out);
    };
  }
}
