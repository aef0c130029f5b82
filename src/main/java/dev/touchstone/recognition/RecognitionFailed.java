package dev.touchstone.recognition;

/** A page that could not be recognised, with what a person can do about it. */
public final class RecognitionFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String cure;

  RecognitionFailed(String why, String cure) {
    super(why);
    this.cure = cure;
  }

  /** Why, as a part of a sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }

  public String cure() {
    return cure;
  }
}
