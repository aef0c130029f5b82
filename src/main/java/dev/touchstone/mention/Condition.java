package dev.touchstone.mention;

/** A disease or indication. */
public record Condition(String name) implements Normal {}
