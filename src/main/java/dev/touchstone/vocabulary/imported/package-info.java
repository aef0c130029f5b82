/**
 * Reads the vocabularies that users may have (RxNorm, NCI Thesaurus, DrugBank, tables) into an
 * index.
 */
@NullMarked
package dev.touchstone.vocabulary.imported;

import org.jspecify.annotations.NullMarked;
