package dev.touchstone.ingest;

/** A file that cannot be read, told as a person would want to hear it. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;
  private final String cure;

  /**
   * @param error one sentence that names the place and the value
   * @param why what lies behind it, such as the message of a library
   * @param cure what a person can do, as an instruction
   */
  Unreadable(String error, String why, String cure) {
    super(error);
    this.why = why;
    this.cure = cure;
  }

  String error() {
    return String.valueOf(getMessage());
  }

  String why() {
    return why;
  }

  String cure() {
    return cure;
  }

  /** A file whose inside breaks the rules of its format. */
  static Unreadable damaged(String what, Exception cause) {
    String message = cause.getMessage();
    return new Unreadable(
        "The " + what + " is damaged or incomplete.",
        message == null ? cause.getClass().getSimpleName() : message.lines().findFirst().orElse(""),
        "Open it in the program that made it, save it again, and put the new file in its place.");
  }

  /** A file that asks for more than a limit of the configuration allows. */
  static Unreadable tooLarge(String what, long found, long limit, String setting) {
    return new Unreadable(
        what + " is beyond the limit: " + found + " where " + limit + " is allowed.",
        "limit " + setting + " = " + limit,
        "Split the document, or raise "
            + setting
            + " in the configuration if the file is trusted.");
  }
}
