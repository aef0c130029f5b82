package dev.touchstone.mention;

/** What a number was read as, before its neighbours are looked at. */
record Value(int start, int end, Measure measure, String origin) {}
