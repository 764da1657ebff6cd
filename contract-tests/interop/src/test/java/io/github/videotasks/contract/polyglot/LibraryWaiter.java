package io.github.videotasks.contract.polyglot;

import io.github.videotasks.contract.polyglot.WaitScripts.WaitEnd;
import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.polling.PollDecision;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Waits with client-ext: its requests, its responses and its rules. Each poll is one HTTP request,
 * because nothing is retried.
 */
final class LibraryWaiter implements Waiter {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final PollSteps STEPS = PollSteps.of(WaitPolicy.defaults());

  @Override
  public Map<String, WaitEnd> waitForAll(String url, String operation, Collection<String> ids) {
    Map<String, WaitEnd> ends = new LinkedHashMap<>();
    try (VideoTasks client =
        VideoTasks.builder()
            .baseUrl(url)
            .apiKey("polyglot")
            .endpoint(
                operation.equals("queryVideoTask") ? EndpointStyle.UNIFIED : EndpointStyle.OPENAI)
            .maxRetries(0)
            .build()) {
      ids.forEach(id -> ends.put(id, waitFor(client, id)));
    }
    return ends;
  }

  private static WaitEnd waitFor(VideoTasks client, String id) {
    WaitSnapshot snapshot = STEPS.begin("", "", new TaskId(id), NOW);
    while (true) {
      PollDecision decision = poll(client, id, snapshot);
      if (decision instanceof PollDecision.Finish finish) {
        return WaitEnd.valueOf(finish.state().stage().name());
      }
      if (decision instanceof PollDecision.GiveUp) {
        return WaitEnd.GAVE_UP;
      }
      snapshot = decision.snapshot();
    }
  }

  private static PollDecision poll(VideoTasks client, String id, WaitSnapshot snapshot) {
    try {
      return STEPS.afterResponse(snapshot, client.get(id), NOW);
    } catch (VideoTasksException e) {
      return STEPS.afterError(snapshot, e, NOW);
    }
  }
}
