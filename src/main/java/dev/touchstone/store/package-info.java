/** Results in an H2 or PostgreSQL database that a person can query. */
@NullMarked
package dev.touchstone.store;

import org.jspecify.annotations.NullMarked;
