/**
 * Repairs for what any page can get wrong: one small class each, listed in {@link
 * io.github.videotasks.spec.rule.RuleBook}.
 */
@NullMarked
package io.github.videotasks.spec.rule;

import org.jspecify.annotations.NullMarked;
