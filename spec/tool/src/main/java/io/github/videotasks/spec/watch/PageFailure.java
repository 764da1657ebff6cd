package io.github.videotasks.spec.watch;

import java.time.Instant;

/**
 * A page that fails.
 *
 * @param since when it failed first
 * @param runs how many runs it has failed in a row
 * @param problem why it failed last
 */
public record PageFailure(Instant since, int runs, String problem) {}
