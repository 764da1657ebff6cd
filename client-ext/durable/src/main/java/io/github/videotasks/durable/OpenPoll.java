package io.github.videotasks.durable;

import java.util.concurrent.CompletableFuture;

/**
 * A poll that was started.
 *
 * @param row the wait as it was read
 * @param step the step after the response or error; never completes exceptionally unless cancelled
 */
record OpenPoll(WaitRow row, GatewayPolls gateway, CompletableFuture<Step> step) {

  void cancel() {
    step.cancel(true);
  }
}
