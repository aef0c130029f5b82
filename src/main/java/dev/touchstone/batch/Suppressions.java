package dev.touchstone.batch;

import dev.touchstone.store.Standing;
import dev.touchstone.store.SuppressedTable;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/suppressions.yml} says. Suppression is no part of a document's results: it is
 * applied to the findings of all documents at the end of a run, with the day the run started.
 */
record Suppressions(List<Entry> entries) {

  static final Suppressions NONE = new Suppressions(List.of());

  /**
   * A finding is meant if it is all that the entry says.
   *
   * @param line in the file, from 1
   * @param document a glob over paths relative to the input folder
   * @param expires the last day that it holds
   */
  record Entry(
      int line,
      @Nullable String rule,
      @Nullable String document,
      @Nullable String finding,
      String reason,
      String author,
      LocalDate expires) {

    boolean holdsOn(LocalDate day) {
      return !day.isAfter(expires);
    }

    /** A finding between documents is meant by a pattern only if it fits all of them. */
    boolean means(SuppressedTable.Candidate candidate) {
      return (rule == null || rule.equals(candidate.rule()))
          && (finding == null || finding.equals(candidate.id()))
          && (document == null
              || (!candidate.sources().isEmpty()
                  && candidate.sources().stream().allMatch(source -> fits(document, source))));
    }

    private static boolean fits(String glob, String source) {
      try {
        return matcher(glob).matches(Path.of(source));
      } catch (InvalidPathException notOfThisSystem) {
        return false;
      }
    }

    static PathMatcher matcher(String glob) {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    String words() {
      List<String> parts = new ArrayList<>();
      if (rule != null) {
        parts.add(rule);
      }
      if (finding != null) {
        parts.add(finding);
      }
      if (document != null) {
        parts.add("in " + document);
      }
      return String.join(" ", parts);
    }
  }

  /** An entry that does not do what its author may believe, and the cure. */
  record Remark(int line, String entry, String says, String cure) {

    String sentence() {
      return "line " + line + " (" + entry + "): " + says + " " + cure;
    }
  }

  /** The findings that are suppressed, and the entries that are of no use. */
  record Applied(List<SuppressedTable.Entry> suppressed, List<Remark> remarks) {}

  Suppressions {
    entries = List.copyOf(entries);
  }

  Applied apply(SuppressedTable table, LocalDate day) {
    List<SuppressedTable.Entry> suppressed = new ArrayList<>();
    Set<Entry> used = new LinkedHashSet<>();
    if (!entries.isEmpty()) {
      table.each(
          candidate -> {
            Entry first = null;
            for (Entry entry : entries) {
              if (entry.means(candidate)) {
                used.add(entry);
                first = first == null && entry.holdsOn(day) ? entry : first;
              }
            }
            if (first != null) {
              Standing.Suppression why =
                  new Standing.Suppression(first.reason(), first.author(), first.expires());
              suppressed.add(new SuppressedTable.Entry(candidate.source(), candidate.id(), why));
            }
          });
    }
    return new Applied(suppressed, remarks(used, day));
  }

  private List<Remark> remarks(Set<Entry> used, LocalDate day) {
    List<Remark> remarks = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.holdsOn(day)) {
        remarks.add(
            new Remark(
                entry.line(),
                entry.words(),
                "It expired on " + entry.expires() + " and suppresses nothing any more.",
                "Give it a later date if it is still right, or take it out."));
      } else if (!used.contains(entry)) {
        remarks.add(
            new Remark(
                entry.line(),
                entry.words(),
                "No finding is meant by it.",
                "Take it out, or correct it."));
      }
    }
    return remarks;
  }
}
