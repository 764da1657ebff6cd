package io.github.videotasks.spec.rule;

/**
 * Entry of the rule list in {@code RULES.md}.
 *
 * @param id id in findings
 * @param rationale what is wrong, and what is done
 */
public record RuleDescription(String id, String rationale) {}
