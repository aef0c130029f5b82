package dev.touchstone.recognition;

import java.time.Duration;

/**
 * How pages without text are read.
 *
 * @param on whether they are at all
 * @param program name or path of Tesseract
 * @param languages as Tesseract names them, joined by {@code +}
 * @param pageTimeLimit for one page, by the clock
 */
public record Recognition(boolean on, String program, String languages, Duration pageTimeLimit) {

  public static final Recognition OFF = new Recognition(false, "", "", Duration.ofSeconds(1));

  public static final Recognition DEFAULTS =
      new Recognition(true, "tesseract", "eng", Duration.ofSeconds(60));

  /**
   * What the results depend on beyond the settings: the program's version, or that there is none.
   */
  public String version() {
    return on ? new Tesseract(this).version() : "off";
  }

  /** Whether the program is there. */
  public boolean available() {
    return on && !version().equals(Tesseract.ABSENT);
  }
}
