package io.github.videotasks.spec.rule;

import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.ValueType;

/**
 * Where a value stands and what is expected there.
 *
 * @param location file and line
 * @param name the keyword or name that holds it, or the keyword whose list does
 * @param form what is expected
 * @param isListItem whether it is an item of a list
 * @param containsOperations whether operations are lost with it
 */
record ValueLocation(
    SourceLocation location,
    String name,
    ValueType form,
    boolean isListItem,
    boolean containsOperations) {}
