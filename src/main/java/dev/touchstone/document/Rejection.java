package dev.touchstone.document;

/**
 * Why a file could not be processed.
 *
 * @param source path relative to the input folder, {@code /} separators
 * @param stage the step that failed: {@code read}, {@code extract}, {@code check}, {@code report}
 * @param error one sentence that names the place and the value
 * @param cause what lies behind it, such as the message of a library
 * @param cure what a person can do, as an instruction
 */
public record Rejection(String source, String stage, String error, String cause, String cure)
    implements ReadResult {}
