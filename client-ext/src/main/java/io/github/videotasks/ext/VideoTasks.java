package io.github.videotasks.ext;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.Downloads;
import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Asks a gateway for video tasks and waits for their end.
 *
 * <pre>{@code
 * try (VideoTasks tasks = VideoTasks.builder().gateway(Gateway.CHAINHUB).apiKey(key).build()) {
 *   TaskState task = tasks.await("sora-2:task_01k6x15vhrff09dkkqjrzwhm60");
 * }
 * }</pre>
 *
 * <p>One instance serves any number of tasks and threads: waiting tasks share one timer thread and
 * a bounded number of connections. Closing it ends what is still open.
 *
 * <p>A failed task is an answer ({@link TaskState#stage}, {@link TaskState#failure}); exceptions
 * are for questions without an answer. All methods refuse an id that would reach another resource
 * with an {@link IllegalArgumentException} at once; every other problem is a {@link
 * io.github.videotasks.ext.error.VideoTasksException}, thrown by the blocking methods and found in
 * the future of the others. Cancelling such a future aborts the request in flight.
 */
public interface VideoTasks extends AutoCloseable {

  /** Starts with the defaults; a gateway and a key are still needed. */
  static VideoTasksBuilder builder() {
    return new VideoTasksBuilder();
  }

  /** Asks once, as {@link #get(String, CallOptions)} with the options of the builder. */
  TaskState get(String id);

  /**
   * Asks once and blocks until the answer is there.
   *
   * @param id as the gateway gave it, with or without the model's prefix
   */
  TaskState get(String id, CallOptions options);

  /** Asks once with the options of the builder. */
  CompletableFuture<TaskState> getAsync(String id);

  /** Asks once. */
  CompletableFuture<TaskState> getAsync(String id, CallOptions options);

  /** Waits with the policy of the builder, whose deadline is 30 minutes unless set. */
  TaskState await(String id);

  /** Waits without hearing how it goes on. */
  TaskState await(String id, WaitPolicy policy);

  /**
   * Blocks until the task has ended.
   *
   * @return the last answer; its stage is SUCCEEDED, FAILED or CANCELLED
   * @throws io.github.videotasks.ext.polling.WaitTimeoutException at the deadline of the policy
   */
  TaskState await(String id, WaitPolicy policy, TaskListener listener);

  /**
   * As {@link #await(String, WaitPolicy, TaskListener)}, with options for each of the questions,
   * such as the other endpoint.
   */
  TaskState await(String id, WaitPolicy policy, CallOptions options, TaskListener listener);

  /** Waits with the policy of the builder. */
  CompletableFuture<TaskState> awaitAsync(String id);

  /** Waits without hearing how it goes on. */
  CompletableFuture<TaskState> awaitAsync(String id, WaitPolicy policy);

  /** As {@link #await(String, WaitPolicy, TaskListener)}, without blocking. */
  CompletableFuture<TaskState> awaitAsync(String id, WaitPolicy policy, TaskListener listener);

  /** As {@link #await(String, WaitPolicy, CallOptions, TaskListener)}, without blocking. */
  CompletableFuture<TaskState> awaitAsync(
      String id, WaitPolicy policy, CallOptions options, TaskListener listener);

  /** As {@link #watch(String, WaitPolicy, CallOptions, TaskListener)}, as the builder says. */
  TaskWatch watch(String id, TaskListener listener);

  /**
   * Waits without blocking, with more to ask for meanwhile: the timeline, and a snapshot from which
   * another process can go on.
   */
  TaskWatch watch(String id, WaitPolicy policy, CallOptions options, TaskListener listener);

  /** As {@link #watchAll(Collection, WaitPolicy, CallOptions)}, as the builder says. */
  Flow.Publisher<TaskEvent> watchAll(Collection<String> ids);

  /**
   * Waits for many tasks: each change of a stage, and each end as it comes. Nothing is asked before
   * somebody subscribes; cancelling the subscription ends its waits.
   *
   * @param ids in any number; one that is there twice counts once
   */
  Flow.Publisher<TaskEvent> watchAll(
      Collection<String> ids, WaitPolicy policy, CallOptions options);

  /**
   * As {@link #resume(WaitSnapshot, WaitPolicy, CallOptions, TaskListener)}, as the builder says.
   */
  TaskWatch resume(WaitSnapshot snapshot, TaskListener listener);

  /**
   * Goes on with a wait that began in another process: its deadline and its attempts count on.
   *
   * @param policy how to go on; its deadline does not count
   * @param options for the questions; if they name no endpoint, that of the first process is asked
   * @throws IllegalArgumentException if the snapshot is of another gateway
   */
  TaskWatch resume(
      WaitSnapshot snapshot, WaitPolicy policy, CallOptions options, TaskListener listener);

  /**
   * Brings the video of a finished task home, as {@link #downloads} does, with the defaults.
   *
   * @param folder where it shall stand, under a name made of the id; made if it is missing
   */
  Download download(String id, Path folder);

  /** Brings files home: with options, without blocking, from an answer at hand, all of a task. */
  Downloads downloads();

  /**
   * Ends all calls, waits and downloads with an error of kind CLOSED. A client that was given stays
   * open.
   */
  @Override
  void close();
}
