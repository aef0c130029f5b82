package dev.touchstone.batch;

import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.DocumentTable.NewDocument;
import dev.touchstone.store.DocumentTable.Reopened;
import dev.touchstone.store.RunTable;
import dev.touchstone.store.StoredDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Compares the input with the store. What is new, or differs in content, program, settings or word
 * lists from what its results were made of, waits to be processed; what is gone loses its results.
 */
final class Discovery implements Tasklet {

  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

  private final Night night;
  private final DocumentTable documents;
  private final RunTable runs;
  private final ResultFolders folders;
  private final Progress progress;

  private final List<NewDocument> fresh = new ArrayList<>();
  private final List<Reopened> reopened = new ArrayList<>();
  private int neverDone;
  private int unchanged;

  Discovery(
      Night night,
      DocumentTable documents,
      RunTable runs,
      ResultFolders folders,
      Progress progress) {
    this.night = night;
    this.documents = documents;
    this.runs = runs;
    this.folders = folders;
    this.progress = progress;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException, WrongUsage {
    folders.clearUnfinished();
    InputWalk walk = InputWalk.through(night.input(), folders.output());
    TreeMap<String, StoredDocument> known = documents.bySource();
    refuseEmptiedInput(walk, known);
    for (InputWalk.Found found : walk.documents()) {
      compare(found, known.get(found.source()));
    }
    int removed = removeGone(walk, known);
    documents.add(fresh);
    documents.reopen(reopened);
    removeStrays();
    int waiting = Portions.assign(documents, night.settings().threadsOrCores());
    int found = walk.documents().size();
    runs.discovered(
        night.run(),
        new RunTable.Found(
            found, fresh.size() + neverDone, reopened.size() - neverDone, unchanged, removed),
        walk.leftOut());
    progress.starting(waiting);
    return RepeatStatus.FINISHED;
  }

  /**
   * A folder that is not mounted looks like an empty one; results of months must not go with it.
   */
  private void refuseEmptiedInput(InputWalk walk, Map<String, StoredDocument> known)
      throws WrongUsage {
    if (walk.documents().isEmpty() && !known.isEmpty() && !night.request().emptied()) {
      throw new WrongUsage(
          "The input folder "
              + night.input()
              + " has no documents, but had "
              + known.size()
              + " at the last run. If they were removed on purpose, run again with --emptied;"
              + " their results are then removed, too.");
    }
  }

  private void compare(InputWalk.Found found, @Nullable StoredDocument known) {
    String sha256 = sha256(found.file());
    if (known == null) {
      String folder = folders.folderFor(found.source());
      fresh.add(new NewDocument(found.source(), folder, sha256, found.size()));
    } else if (isUpToDate(known, sha256)) {
      unchanged++;
    } else {
      reopen(known, sha256, found.size(), Objects.equals(sha256, known.sha256()));
    }
  }

  private void reopen(StoredDocument known, @Nullable String sha256, long size, boolean sameBytes) {
    if (known.fingerprint() == null) {
      // An interrupted run knew of it and did not come to it.
      neverDone++;
    }
    reopened.add(new Reopened(known.id(), sha256, size, sameBytes ? known.attempts() : 0));
  }

  private boolean isUpToDate(StoredDocument known, @Nullable String sha256) {
    boolean kept =
        switch (known.state()) {
          case WAITING -> false;
          case PROCESSED -> folders.hasResults(known.folder());
          case QUARANTINED -> folders.hasQuarantine(known.source());
        };
    return kept
        && !night.request().again()
        && sha256 != null
        && sha256.equals(known.sha256())
        && night.fingerprint().equals(known.fingerprint());
  }

  private int removeGone(InputWalk walk, Map<String, StoredDocument> known) {
    Set<String> present = new HashSet<>();
    walk.documents().forEach(found -> present.add(found.source()));
    int removed = 0;
    for (StoredDocument document : known.values()) {
      if (!present.contains(document.source()) && !walk.mayHide(document.source())) {
        // Files first: if this ends half-way, the store still knows what is to be removed.
        folders.removeResults(document.folder());
        folders.removeQuarantine(document.source());
        documents.remove(document.id());
        removed++;
      }
    }
    return removed;
  }

  /** Results in the output that the store knows nothing of, as after the store was deleted. */
  private void removeStrays() {
    Set<String> kept = new HashSet<>();
    Set<String> quarantined = new HashSet<>();
    for (StoredDocument document : documents.bySource().values()) {
      if (document.fingerprint() != null) {
        kept.add(document.folder());
        quarantined.add(document.source());
      }
    }
    int strays = folders.removeStrays(kept, quarantined);
    if (strays > 0) {
      LOG.info("removed {} results that belong to no document", strays);
    }
  }

  /** Of the file's content, or null where it cannot be opened; that is said when it is its turn. */
  private static @Nullable String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return null;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
