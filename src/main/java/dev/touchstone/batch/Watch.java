package dev.touchstone.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;

/**
 * Says when a run is due: at the times of a cron expression, and when the files of the input folder
 * have changed since the last run and have then stopped changing. It looks at names, sizes and
 * times; the run itself compares contents.
 */
public final class Watch {

  /** Why a run is due. */
  public enum Reason {
    /** The clock says so. */
    TIME,
    /** The input folder says so. */
    FILES
  }

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final RunRequest request;
  private final Duration settle;
  private final @Nullable CronExpression cron;
  private final ZoneId zone;

  private TreeMap<String, String> atLastRun = new TreeMap<>();
  private TreeMap<String, String> lastSeen = new TreeMap<>();
  private Instant unchangedSince = Instant.MIN;
  private @Nullable ZonedDateTime nextByTime;

  /**
   * @param now what the clock says; runs at times before it are not made up for
   */
  public Watch(RunRequest request, Settings settings, Instant now, ZoneId zone) {
    this.request = request;
    this.settle = settings.watch().settle();
    this.zone = zone;
    String expression = settings.watch().cron();
    this.cron = expression.equals("-") ? null : CronExpression.parse(expression);
    this.nextByTime = nextAfter(now);
  }

  /** When the next run by the clock is due, if ever. */
  public @Nullable ZonedDateTime nextByTime() {
    return nextByTime;
  }

  /** Looks at the clock and the input folder; null if there is nothing to do yet. */
  public @Nullable Reason due(Instant now) {
    TreeMap<String, String> seen = look();
    if (!seen.equals(lastSeen)) {
      lastSeen = seen;
      unchangedSince = now;
    }
    if (nextByTime != null && !now.isBefore(nextByTime.toInstant())) {
      return Reason.TIME;
    }
    boolean changed = !seen.equals(atLastRun);
    return changed && !now.isBefore(unchangedSince.plus(settle)) ? Reason.FILES : null;
  }

  /** A run begins: what the input folder has now is being dealt with. */
  public void begin(Instant now) {
    atLastRun = look();
    nextByTime = nextAfter(now);
  }

  private @Nullable ZonedDateTime nextAfter(Instant now) {
    return cron == null ? null : cron.next(now.atZone(zone));
  }

  /** Size and time of each document by source. */
  private TreeMap<String, String> look() {
    TreeMap<String, String> seen = new TreeMap<>();
    try {
      for (InputWalk.Found found :
          InputWalk.through(request.input(), request.output()).documents()) {
        seen.put(
            found.source(),
            found.size() + " " + Files.getLastModifiedTime(found.file()).toMillis());
      }
    } catch (IOException e) {
      // Files come and go while it looks; the next look is in a moment.
      LOG.info("could not look at {}: {}", request.input(), e.toString());
      return lastSeen;
    }
    return seen;
  }
}
