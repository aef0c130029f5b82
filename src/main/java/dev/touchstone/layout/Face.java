package dev.touchstone.layout;

/** What a glyph is printed with, size apart. */
public record Face(String name, boolean bold, boolean italic) {}
