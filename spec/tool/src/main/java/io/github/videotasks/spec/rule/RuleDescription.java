package io.github.videotasks.spec.rule;

/**
 * What the rule list says of a rule.
 *
 * @param id the name in findings
 * @param rationale what is wrong, and what is done
 */
public record RuleDescription(String id, String rationale) {}
