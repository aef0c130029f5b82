package dev.touchstone.mention;

/** A cell of a table, rows and columns from 0. */
public record CellAddress(String table, int row, int col) {}
