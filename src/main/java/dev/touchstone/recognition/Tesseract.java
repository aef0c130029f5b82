package dev.touchstone.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the program, gives it one picture and takes what it prints. */
final class Tesseract {

  static final String ABSENT = "absent";

  private static final String INSTALL =
      "Install Tesseract (Debian and Ubuntu: apt-get install tesseract-ocr), or say where it is"
          + " with touchstone.recognition.program in config/application.yml.";

  private final Recognition settings;

  Tesseract(Recognition settings) {
    this.settings = settings;
  }

  String version() {
    try {
      String printed = run(List.of("--version"), new byte[0]);
      return printed.lines().findFirst().orElse(ABSENT).strip();
    } catch (RecognitionFailed absent) {
      return ABSENT;
    }
  }

  /** Words with the boxes of their characters, as hOCR. */
  String page(Picture picture) throws RecognitionFailed {
    return run(
        List.of(
            "stdin",
            "stdout",
            "-l",
            settings.languages(),
            "--dpi",
            String.valueOf(Math.round(picture.dpi())),
            "--psm",
            "6",
            "-c",
            "hocr_char_boxes=1",
            "hocr"),
        picture.portableGreyMap());
  }

  /** The digits of one line. */
  String digits(Picture picture) throws RecognitionFailed {
    return run(
        List.of(
            "stdin",
            "stdout",
            "-l",
            settings.languages(),
            "--dpi",
            String.valueOf(Math.round(picture.dpi())),
            "--psm",
            "7",
            "-c",
            "tessedit_char_whitelist=0123456789"),
        picture.portableGreyMap());
  }

  private String run(List<String> arguments, byte[] input) throws RecognitionFailed {
    List<String> command = new ArrayList<>();
    command.add(settings.program());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // One page must cost one core, whatever the machine has: the documents share the others.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      throw new RecognitionFailed("the program " + settings.program() + " is not there", INSTALL);
    }
    try {
      CompletableFuture<byte[]> printed = drain(process.getInputStream());
      CompletableFuture<byte[]> said = drain(process.getErrorStream());
      give(process, input);
      long limit = settings.pageTimeLimit().toMillis();
      if (!process.waitFor(limit, TimeUnit.MILLISECONDS)) {
        throw late();
      }
      byte[] out = printed.get(limit, TimeUnit.MILLISECONDS);
      if (process.exitValue() != 0) {
        String words = new String(said.get(limit, TimeUnit.MILLISECONDS), StandardCharsets.UTF_8);
        throw new RecognitionFailed(
            settings.program() + " says: " + words.strip().replaceAll("\\s+", " "), INSTALL);
      }
      return new String(out, StandardCharsets.UTF_8);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new RecognitionFailed("the recognition was stopped", "Run again.");
    } catch (TimeoutException late) {
      throw late();
    } catch (ExecutionException broken) {
      throw new RecognitionFailed("its output broke off", "Run again.");
    } finally {
      process.destroyForcibly();
    }
  }

  private RecognitionFailed late() {
    return new RecognitionFailed(
        "not done after " + settings.pageTimeLimit().toSeconds() + " seconds",
        "Raise touchstone.recognition.page-time-limit in config/application.yml.");
  }

  private static void give(Process process, byte[] input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input);
    } catch (IOException closed) {
      // A program that ends early says why, and its exit code tells.
      return;
    }
  }

  private static CompletableFuture<byte[]> drain(InputStream from) {
    CompletableFuture<byte[]> all = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (from) {
                all.complete(from.readAllBytes());
              } catch (IOException broken) {
                all.completeExceptionally(broken);
              }
            },
            "recognition output");
    reader.setDaemon(true);
    reader.start();
    return all;
  }
}
