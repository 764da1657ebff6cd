package io.github.videotasks.durable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a wait. It contains no URL: request the task, or download it, with the client of the
 * gateway.
 *
 * @param key identifies the end of this wait, the same at each delivery; for handlers that
 *     deduplicate
 * @param gateway the name of the gateway
 * @param task the task's id
 * @param outcome how the wait ended
 * @param startedAt when the wait began, by the clock of the database
 * @param endedAt when it ended, by the clock of the database
 * @param polls the number of polls
 * @param status the gateway's last status value, masked and shortened; null if none
 * @param problem the reason of a failure, or the error, masked and shortened; null if none
 */
public record WaitEvent(
    String key,
    String gateway,
    String task,
    WaitOutcome outcome,
    Instant startedAt,
    Instant endedAt,
    int polls,
    @Nullable String status,
    @Nullable String problem) {}
