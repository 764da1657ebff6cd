package io.github.videotasks.contract.report;

/**
 * A check result with its provider, interaction and client: one entry in the part that a check
 * writes.
 *
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param consumer the client whose contract is checked; empty for a check of the vendor's example
 * @param result the result
 */
public record InteractionCheckResult(
    String provider, String interaction, String consumer, CheckResult result) {}
