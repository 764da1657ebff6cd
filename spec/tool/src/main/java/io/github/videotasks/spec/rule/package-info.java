/**
 * Rules: repairs of defects that any page can have. One small class each, listed in {@link
 * io.github.videotasks.spec.rule.RuleSet}.
 */
@NullMarked
package io.github.videotasks.spec.rule;

import org.jspecify.annotations.NullMarked;
