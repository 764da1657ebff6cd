package io.github.videotasks.contract.report;

/**
 * A judgement with what it is about: what a judge hands in.
 *
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param consumer the client whose contract is judged; empty when the vendor's example itself is
 * @param result what is said
 */
public record InteractionCheckResult(
    String provider, String interaction, String consumer, CheckResult result) {}
