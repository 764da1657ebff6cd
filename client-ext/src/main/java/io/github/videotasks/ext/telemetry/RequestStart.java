package io.github.videotasks.ext.telemetry;

import java.time.Instant;

/**
 * Start of one HTTP request. Contains neither a URL, a task id nor the API key.
 *
 * @param number the number of the request, unique within the client; 1 for the first one
 * @param operation the purpose of the request
 * @param host the host that the request is sent to. The gateway chooses the hosts of files, so they
 *     are not a small fixed set
 * @param attempt 1 for the first request of a call, poll or download, one more for each retry,
 *     range and redirect after it
 * @param startedAt the wall-clock time of the start
 */
public record RequestStart(
    long number, RequestOperation operation, String host, int attempt, Instant startedAt) {}
