package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.ValueType;

/**
 * Location of a value in a document, and the type that is required there.
 *
 * @param location file and line
 * @param name key of the value, or of the list that contains it
 * @param valueType the required type
 * @param isListItem whether the value is an item of a list
 * @param containsOperations whether removing the value removes operations
 */
record ValueLocation(
    SourceLocation location,
    String name,
    ValueType valueType,
    boolean isListItem,
    boolean containsOperations) {}
