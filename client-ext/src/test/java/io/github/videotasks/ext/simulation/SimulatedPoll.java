package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.payload.TaskState;
import java.util.concurrent.CompletableFuture;

/**
 * One poll in flight.
 *
 * @param loop the loop that sent it
 * @param startedAt the time of its start
 * @param future is completed with the response; cancelled if the client aborts the poll
 */
record SimulatedPoll(ExpectedLoop loop, long startedAt, CompletableFuture<TaskState> future) {}
