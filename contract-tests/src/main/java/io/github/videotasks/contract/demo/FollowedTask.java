package io.github.videotasks.contract.demo;

import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Provider.Operation;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSchedule;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One task of one provider, asked for until it is finished, through the extension's facade. */
final class FollowedTask {

  /** How many polls the task waits before it is finished. */
  private static final int WAITING_POLLS = 3;

  /** The shortest pause that the extension takes. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Provider provider;
  private final Operation operation;
  private final List<Situation> rows;

  FollowedTask(Provider provider, Operation operation, List<Situation> rows) {
    this.provider = provider;
    this.operation = operation;
    this.rows = rows;
  }

  void follow(PrintWriter out) {
    out.printf("%n%s: %s %s%n", provider.id(), operation.method(), operation.path());
    Optional<Situation> waiting = row("waiting");
    Optional<Situation> finished = row("finished");
    waiting.ifPresent(it -> out.printf("  waiting as in   %s%n", it.origin().label()));
    finished.ifPresent(it -> out.printf("  finished as in  %s%n", it.origin().label()));
    if (finished.isEmpty()) {
      out.println("  not followed: no page of this path shows a finished task");
      return;
    }
    List<Situation> script = new ArrayList<>();
    waiting.ifPresent(it -> script.addAll(Collections.nCopies(WAITING_POLLS, it)));
    script.add(finished.get());
    try (ReplayServer gateway = ReplayServer.script(script);
        VideoTasks tasks = facade(gateway)) {
      TaskState end = tasks.await(operation.requestId(), policy(out));
      report(end, script.size(), out);
    }
  }

  private VideoTasks facade(ReplayServer gateway) {
    return VideoTasks.builder()
        .baseUrl(gateway.baseUrl().toString())
        .apiKey("demo-key")
        .callOptions(
            CallOptions.defaults()
                .withEndpoint(operation.idInPath() ? EndpointStyle.OPENAI : EndpointStyle.UNIFIED))
        .build();
  }

  /** The schedule hears of every answer, so the progress is told here. */
  private static WaitPolicy policy(PrintWriter out) {
    PollSchedule told =
        moment -> {
          TaskState last = moment.last();
          if (last != null) {
            out.printf("  poll %d          %s%n", moment.polls(), progress(last));
          }
          return PAUSE;
        };
    return WaitPolicy.defaults().withSchedule(told).withDeadline(Duration.ofSeconds(30));
  }

  private void report(TaskState end, int polls, PrintWriter out) {
    out.printf("  poll %d          %s%n", polls, progress(end));
    Asset result = end.result();
    if (end.stage() != Stage.SUCCEEDED
        || result == null
        || !end.id().value().equals(operation.requestId())) {
      throw new IllegalStateException(
          "Expected a finished task with an address and the requested id, found " + end);
    }
    out.printf("  address%n  %s%n", Shown.address(result.address()));
    out.printf("  id in answer    %s%n", end.answeredId());
    out.printf("  id kept         %s, as asked for%n", end.id().value());
  }

  private static String progress(TaskState state) {
    Integer percent = state.progress();
    return "%s (%s)%s"
        .formatted(state.stage(), state.status(), percent == null ? "" : ", " + percent + " %");
  }

  /** Empty when neither the provider's page nor one near it shows a task in that state. */
  private Optional<Situation> row(String state) {
    return rows.stream()
        .filter(row -> row.operation().equals(operation) && row.state().equals(state))
        .findFirst();
  }
}
