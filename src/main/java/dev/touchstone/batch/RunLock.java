package dev.touchstone.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run at a time per output folder. The operating system gives the lock up when its process
 * ends, however it ends; the file that stays behind means nothing.
 */
public final class RunLock implements AutoCloseable {

  private static final String NAME = "run.lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws RunFailed if another process has it
   */
  static RunLock take(Path output) throws RunFailed {
    Path file = output.resolve("store").resolve(NAME);
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new RunFailed(
            "Another run"
                + holder(output).map(pid -> " (process " + pid + ")").orElse("")
                + " is working on "
                + output
                + ". Wait until it has ended, or give another folder with --output.",
            null);
      }
      channel.truncate(0);
      String pid = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      return new RunLock(channel);
    } catch (IOException e) {
      throw new RunFailed(
          "The output folder "
              + output
              + " cannot be written: "
              + e
              + ". Check that it is a folder and that you may write there.",
          e);
    }
  }

  /** The process that is working on the output folder, if one is. */
  public static Optional<String> holder(Path output) {
    Path file = output.resolve("store").resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (lock(channel) != null) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
