package dev.touchstone.batch;

import dev.touchstone.store.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What {@code config/application.yml} says below {@code touchstone}, with the defaults for what it
 * leaves out; the file explains each.
 *
 * @param threads documents processed at once; 0 for one per core
 * @param timeLimit for one document
 * @param failOn severity of finding that makes the exit code 4, or {@code none}
 */
public record Settings(
    @DefaultValue("input") String input,
    @DefaultValue("output") String output,
    @DefaultValue("0") int threads,
    @DefaultValue("120s") Duration timeLimit,
    @DefaultValue("none") String failOn,
    @DefaultValue Limits limits,
    @DefaultValue Recognition recognition,
    @DefaultValue Store store,
    @DefaultValue Watch watch) {

  /** How much one file may ask for. */
  public record Limits(
      @DefaultValue("64MB") DataSize fileBytes,
      @DefaultValue("256MB") DataSize expandedBytes,
      @DefaultValue("200") int expansionRatio,
      @DefaultValue("2000") int archiveEntries,
      @DefaultValue("500") int nesting,
      @DefaultValue("2000") int pages,
      @DefaultValue("500000") int tableCells,
      @DefaultValue("500000") int blocks,
      @DefaultValue("4000000") int paragraphCharacters) {}

  /** Whether and how pages without text are read. */
  public record Recognition(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("tesseract") String program,
      @DefaultValue("eng") String languages,
      @DefaultValue("60s") Duration pageTimeLimit) {}

  /** Where results are kept; an empty address is the embedded database below the output folder. */
  public record Store(
      @DefaultValue("") String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password) {}

  /** When {@code watch} starts a run. */
  public record Watch(
      @DefaultValue("0 0 2 * * *") String cron,
      @DefaultValue("10s") Duration settle,
      @DefaultValue("2s") Duration poll) {}

  /** The same with another number of threads. */
  public Settings withThreads(int number) {
    return new Settings(
        input, output, number, timeLimit, failOn, limits, recognition, store, watch);
  }

  /** The same with another severity that makes the exit code 4. */
  public Settings withFailOn(String severity) {
    return new Settings(
        input, output, threads, timeLimit, severity, limits, recognition, store, watch);
  }

  /** The store of an output folder: the configured one, or the embedded one in it. */
  public StoreAddress storeOf(Path output) {
    return store.url().isEmpty()
        ? StoreAddress.embeddedIn(output.resolve("store"))
        : new StoreAddress(store.url(), store.user(), store.password());
  }

  int threadsOrCores() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
