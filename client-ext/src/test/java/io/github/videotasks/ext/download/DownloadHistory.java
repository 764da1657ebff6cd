package io.github.videotasks.ext.download;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.callback.CallbackFuture;
import io.github.videotasks.ext.callback.CallbackQueue;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskPoller;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.simulation.HistoryContext;
import io.github.videotasks.ext.simulation.HistoryLog;
import io.github.videotasks.ext.simulation.Invariant;
import io.github.videotasks.ext.simulation.InvariantViolation;
import io.github.videotasks.ext.simulation.RandomValues;
import io.github.videotasks.ext.simulation.SimulatedExecutor;
import io.github.videotasks.ext.simulation.SimulatedProcess;
import io.github.videotasks.ext.telemetry.RequestTelemetry;
import io.github.videotasks.ext.telemetry.TelemetryListener;
import io.github.videotasks.ext.time.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * One history of waits that are followed by downloads, in virtual time and without sockets. The
 * files are real. The executor of the downloads has one thread, so their transfers do not overlap;
 * timers, cancellations and the close run in the middle of each transfer.
 */
final class DownloadHistory {

  private final HistoryContext history;
  private final SplittableRandom random;
  private final SimulatedProcess process;
  private final SimulatedExecutor executor;
  private final SimulatedFileHost host;
  private final FaultyStorage storage = FaultyStorage.withoutSync();
  private final DownloadContext context;
  private final TaskPoller poller;
  private final Path folder;
  private final List<SimulatedDownload> downloads = new ArrayList<>();

  private DownloadHistory(long seed, HistoryLog log, Path folder, UnaryOperator<Scheduler> defect) {
    this.folder = folder;
    history = new HistoryContext(seed, log, () -> {}, () -> {}, this::checkQuiescent);
    random = history.newRandom();
    process =
        new SimulatedProcess(
            history.scheduler(), "process", random.nextLong(), history.newRandom());
    Scheduler scheduler = defect.apply(process);
    executor = new SimulatedExecutor(history.scheduler(), process, history.newRandom(), 1);
    host = new SimulatedFileHost(history, this::find);
    context =
        new DownloadContext(
            host,
            new FileHttpClients(null, chain -> chain.proceed(chain.request())),
            scheduler,
            new RequestTelemetry(TelemetryListener.none(), scheduler),
            executor,
            new DownloadQueue(executor, 1 + random.nextInt(2)),
            storage,
            scheduler::now);
    poller = new TaskPoller((id, limit) -> respond(id), scheduler);
  }

  /**
   * Runs the history of a seed to its end.
   *
   * @param folder the folder of the files, empty
   * @param defect plants a bug in the scheduler
   * @throws InvariantViolation at the first violation
   */
  static void run(long seed, HistoryLog log, Path folder, UnaryOperator<Scheduler> defect) {
    DownloadHistory history = new DownloadHistory(seed, log, folder, defect);
    history.plan();
    history.history.scheduler().run();
    history.finish();
  }

  private void plan() {
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      TaskId id = new TaskId("sora-2:task_" + i);
      SimulatedDownload download = new SimulatedDownload(history, id, host.addFile(id));
      downloads.add(download);
      at(random.nextDouble(20), () -> start(download));
      if (RandomValues.oneIn(random, 5)) {
        at(RandomValues.logUniform(random, 0.01, 60), download::cancel);
      }
    }
    if (RandomValues.oneIn(random, 10)) {
      at(RandomValues.logUniform(random, 0.01, 60), this::close);
    }
  }

  private void at(double seconds, Runnable action) {
    history.scheduler().schedule(Duration.ofNanos((long) (1e9 * seconds)), action);
  }

  /** Waits for the task, then downloads its file, as one operation with one deadline. */
  private void start(SimulatedDownload download) {
    Duration deadline = RandomValues.duration(random, 1, 1_000);
    DownloadOptions options =
        DownloadOptions.defaults()
            .withTimeout(RandomValues.duration(random, 1, 1_000))
            .withStallTimeout(RandomValues.duration(random, 0.5, 60))
            .withMaxFailures(random.nextInt(6))
            .withListener(download)
            .withProgressInterval(RandomValues.duration(random, 0.05, 2));
    DownloadOptions chosen = random.nextBoolean() ? options : options.withoutPartialFile();
    history.log("starts", download, "until", deadline, chosen);
    long startedAt = history.now();
    CompletableFuture<TaskState> wait =
        poller.await(
            download.id(), WaitPolicy.defaults().withDeadline(deadline), TaskListener.none());
    CallbackQueue callbacks = new CallbackQueue(process.callbackExecutor());
    CompletableFuture<Download> result =
        CancellableFutures.compose(
            wait,
            task ->
                new FileDownload(
                        context,
                        DownloadItem.resultOf(task),
                        folder,
                        chosen,
                        left(deadline, startedAt),
                        callbacks)
                    .start());
    download.onStart(CallbackFuture.of(result, callbacks), deadline);
  }

  private Duration left(Duration deadline, long startedAt) {
    Duration left = deadline.minusNanos(history.now() - startedAt);
    return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
  }

  private CompletableFuture<TaskState> respond(TaskId id) {
    String json =
        RandomValues.oneIn(random, 3)
            ? "{\"status\":\"completed\",\"video_url\":\"https://host/v.mp4\"}"
            : "{\"status\":\"processing\"}";
    CompletableFuture<TaskState> response = new CompletableFuture<>();
    history
        .scheduler()
        .schedule(
            RandomValues.duration(random, 0.01, 1),
            () -> response.complete(TaskState.of(id, JsonValue.parse(json))));
    return response;
  }

  private SimulatedDownload find(TaskId id) {
    return downloads.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** Ends all downloads as the close of a client does. */
  private void close() {
    history.log("closes");
    VideoTasksException error =
        VideoTasksException.of("closed", ErrorDetails.of(ErrorKind.CLOSED), null);
    downloads.forEach(download -> download.close(error));
  }

  private void checkQuiescent() {
    downloads.forEach(SimulatedDownload::checkDeadline);
    if (executor.pendingTasks() == 0
        && process.callbackExecutor().pendingTasks() == 0
        && downloads.stream().noneMatch(SimulatedDownload::isOpen)) {
      checkLeaks();
    }
  }

  private void finish() {
    downloads.forEach(SimulatedDownload::checkEnded);
    checkLeaks();
    checkSlotsAreFree();
    history.throwViolation();
  }

  private void checkLeaks() {
    String found =
        "%d scheduled calls, %d tasks, %d open files, %d polls"
            .formatted(
                process.pendingCalls(),
                executor.pendingTasks(),
                storage.openFiles(),
                poller.pendingPolls());
    String clean = "0 scheduled calls, 0 tasks, 0 open files, 0 polls";
    if (!found.equals(clean)) {
      history.violate(Invariant.NOTHING_LEAKS, "downloads", clean, found);
    }
  }

  /** A slot of the queue that was not released would block a later download for ever. */
  private void checkSlotsAreFree() {
    int[] runs = new int[1];
    for (int i = 0; i < 2; i++) {
      context
          .queue()
          .submit(
              () -> {
                runs[0]++;
                context.queue().release();
              });
    }
    history.scheduler().run();
    if (runs[0] != 2) {
      history.violate(Invariant.NOTHING_LEAKS, "download queue", "free slots", "none");
    }
  }
}
