package io.github.videotasks.contract.demo;

import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Polls the task of one page with {@link VideoTasks} until it is finished. */
final class DemoTask {

  /** The shortest poll interval that the extension accepts. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private final ContractProvider provider;
  private final Operation operation;
  private final List<ContractCase> cases;
  private final URI gateway;
  private int polls;

  /**
   * @param gateway the base URL of the provider's replay server
   */
  DemoTask(ContractProvider provider, Operation operation, List<ContractCase> rows, URI gateway) {
    this.provider = provider;
    this.operation = operation;
    this.cases = rows;
    this.gateway = gateway;
  }

  void run(PrintWriter out) {
    out.printf("%n%s: %s %s%n", provider.id(), operation.method(), operation.path());
    Optional<ContractCase> waiting = findCase("waiting");
    Optional<ContractCase> finished = findCase("finished");
    waiting.ifPresent(it -> out.printf("  waiting as in   %s%n", it.origin().label()));
    finished.ifPresent(it -> out.printf("  finished as in  %s%n", it.origin().label()));
    if (finished.isEmpty()) {
      out.println("  not followed: no page of this path shows a finished task");
      return;
    }
    try (VideoTasks tasks = createClient()) {
      printResult(tasks.await(operation.requestId(), waitPolicy(out)), out);
    }
  }

  private VideoTasks createClient() {
    return VideoTasks.builder()
        .baseUrl(gateway.toString())
        .apiKey("demo-key")
        .callOptions(
            CallOptions.defaults()
                .withEndpoint(operation.idInPath() ? EndpointStyle.OPENAI : EndpointStyle.UNIFIED))
        .build();
  }

  /** Returns a policy whose schedule prints the progress. It is called for each response. */
  private WaitPolicy waitPolicy(PrintWriter out) {
    PollSchedule printingSchedule =
        input -> {
          TaskState last = input.lastState();
          polls = input.polls();
          if (last != null) {
            out.printf("  poll %d          %s%n", polls, progress(last));
          }
          return POLL_INTERVAL;
        };
    return WaitPolicy.defaults()
        .withSchedule(printingSchedule)
        .withDeadline(Duration.ofSeconds(30));
  }

  private void printResult(TaskState end, PrintWriter out) {
    out.printf("  poll %d          %s%n", polls + 1, progress(end));
    Asset result = end.result();
    if (end.stage() != Stage.SUCCEEDED
        || result == null
        || !end.id().value().equals(operation.requestId())) {
      throw new IllegalStateException(
          "expected a finished task with a video URL and the id "
              + operation.requestId()
              + ", found "
              + end);
    }
    out.printf("  video URL%n  %s%n", DemoFormat.url(result.url()));
    out.printf("  id in response  %s%n", end.reportedId());
    out.printf("  id of task      %s, as requested%n", end.id().value());
  }

  private static String progress(TaskState state) {
    Integer percent = state.progress();
    return "%s (%s)%s"
        .formatted(state.stage(), state.status(), percent == null ? "" : ", " + percent + " %");
  }

  /** Returns the case of a state; empty if neither this page nor a borrowed example has one. */
  private Optional<ContractCase> findCase(String state) {
    return cases.stream()
        .filter(row -> row.operation().equals(operation) && row.state().equals(state))
        .findFirst();
  }
}
