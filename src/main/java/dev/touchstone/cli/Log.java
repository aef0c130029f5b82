package dev.touchstone.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.LoggerFactory;

/**
 * The log file {@code touchstone.log} in the output folder. Until it is there nothing is logged,
 * and nothing ever to the console, which belongs to the user.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Log extends ContextAwareBase implements Configurator {

  private static final long LARGE = 2L << 20;

  /** Begins to log into that folder; where it cannot be written, others will say so. */
  static void into(Path output) {
    // Boot would otherwise set up a log of its own.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      try {
        Files.createDirectories(output);
        Path file = output.resolve("touchstone.log");
        if (Files.exists(file) && Files.size(file) > LARGE) {
          Files.move(file, output.resolve("touchstone.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        log(context, file);
      } catch (IOException e) {
        silence(context);
      }
    }
  }

  private static void log(LoggerContext context, Path file) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    // Line ends and escapes that documents bring along must not look like lines of the log.
    encoder.setPattern(
        "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{20}: "
            + "%replace(%msg){'[\\x00-\\x1F\\x7F]', ' '}%n%rEx{30}");
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("dev.touchstone").setLevel(Level.INFO);
  }

  private static void silence(LoggerContext context) {
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    silence(context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
