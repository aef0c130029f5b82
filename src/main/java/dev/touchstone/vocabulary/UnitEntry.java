package dev.touchstone.vocabulary;

/**
 * A unit of measurement as documents write it.
 *
 * @param code UCUM code: {@code mg}, {@code mo}
 * @param dimension {@code mass}, {@code time}, {@code percent}, …
 */
public record UnitEntry(String code, String dimension) {}
