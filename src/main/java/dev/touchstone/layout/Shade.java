package dev.touchstone.layout;

import dev.touchstone.document.Box;

/**
 * A filled or outlined rectangle.
 *
 * @param rgb red, green and blue in one number; what it is filled with, or -1 for an outline
 */
public record Shade(Box box, int rgb) {}
