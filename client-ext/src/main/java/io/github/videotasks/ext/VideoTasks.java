package io.github.videotasks.ext;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
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
 * Client for video tasks: returns the state of a task, polls until it ends, and downloads its
 * files.
 *
 * <pre>{@code
 * try (VideoTasks tasks = VideoTasks.builder().gateway(Gateway.CHAINHUB).apiKey(key).build()) {
 *   TaskState task = tasks.await("sora-2:task_01k6x15vhrff09dkkqjrzwhm60");
 * }
 * }</pre>
 *
 * <p>Thread-safe. One instance serves any number of tasks: their poll loops share one timer thread
 * and a bounded number of connections. {@link #close} ends all open calls, waits and downloads.
 *
 * <p>A failed task is a result, not an exception: see {@link TaskState#stage} and {@link
 * TaskState#failure}. Every method throws an {@link IllegalArgumentException} at once if the id is
 * not valid, because it would address another resource. All other problems are a {@link
 * io.github.videotasks.ext.error.VideoTasksException}: the blocking methods throw it, the futures
 * of the others complete exceptionally with it. Cancelling such a future aborts the request in
 * flight. No argument may be null.
 */
public interface VideoTasks extends AutoCloseable {

  /** {@return a builder with the default values; it needs a gateway and an API key} */
  static VideoTasksBuilder builder() {
    return new VideoTasksBuilder();
  }

  /**
   * Requests the state of a task once, with the call options of the builder.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @return the state of the task, whatever its stage
   */
  TaskState get(String id);

  /**
   * Requests the state of a task once and blocks until the response is received.
   *
   * @param id the task's id as the gateway returned it, with or without the model prefix, such as
   *     {@code sora-2:task_01k6x15vhrff09dkkqjrzwhm60}
   * @param options endpoint, timeout and retries of this call
   * @return the state of the task, whatever its stage
   * @throws IllegalArgumentException if the id is not valid
   * @throws io.github.videotasks.ext.error.VideoTasksException if there is no response with a task,
   *     for example {@link io.github.videotasks.ext.error.TaskNotFoundException}, or if the thread
   *     is interrupted
   */
  TaskState get(String id, CallOptions options);

  /**
   * Requests the state of a task once, without blocking, with the call options of the builder.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @return the state of the task; cancelling it aborts the request
   */
  CompletableFuture<TaskState> getAsync(String id);

  /**
   * Requests the state of a task once, without blocking.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param options endpoint, timeout and retries of this call
   * @return the state of the task; completes exceptionally with the exceptions of {@link
   *     #get(String, CallOptions)}. Cancelling it aborts the request
   * @throws IllegalArgumentException if the id is not valid
   */
  CompletableFuture<TaskState> getAsync(String id, CallOptions options);

  /**
   * Polls until the task has ended, with the wait policy of the builder, whose deadline is 30
   * minutes by default.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @return the last response; its stage is SUCCEEDED, FAILED or CANCELLED
   */
  TaskState await(String id);

  /**
   * Polls until the task has ended, without a listener.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param policy deadline, schedule and tolerated errors
   * @return the last response; its stage is SUCCEEDED, FAILED or CANCELLED
   */
  TaskState await(String id, WaitPolicy policy);

  /**
   * Polls until the task has ended, and blocks until then.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param policy deadline, schedule and tolerated errors
   * @param listener is notified of changes
   * @return the last response; its stage is SUCCEEDED, FAILED or CANCELLED
   * @throws IllegalArgumentException if the id is not valid
   * @throws io.github.videotasks.ext.polling.WaitTimeoutException at the deadline of the policy
   * @throws io.github.videotasks.ext.error.VideoTasksException if the policy does not tolerate an
   *     error, or if the thread is interrupted
   */
  TaskState await(String id, WaitPolicy policy, TaskListener listener);

  /**
   * Polls as {@link #await(String, WaitPolicy, TaskListener)}, with call options for each poll.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param policy deadline, schedule and tolerated errors
   * @param options endpoint, timeout and retries of each poll
   * @param listener is notified of changes
   * @return the last response; its stage is SUCCEEDED, FAILED or CANCELLED
   */
  TaskState await(String id, WaitPolicy policy, CallOptions options, TaskListener listener);

  /**
   * Polls as {@link #await(String)}, without blocking.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @return the last response; cancelling it ends the wait
   */
  CompletableFuture<TaskState> awaitAsync(String id);

  /**
   * Polls as {@link #await(String, WaitPolicy)}, without blocking.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param policy deadline, schedule and tolerated errors
   * @return the last response; cancelling it ends the wait
   */
  CompletableFuture<TaskState> awaitAsync(String id, WaitPolicy policy);

  /**
   * Polls as {@link #await(String, WaitPolicy, TaskListener)}, without blocking.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param policy deadline, schedule and tolerated errors
   * @param listener is notified of changes
   * @return the last response; completes exceptionally with the exceptions of the blocking method.
   *     Cancelling it ends the wait
   * @throws IllegalArgumentException if the id is not valid
   */
  CompletableFuture<TaskState> awaitAsync(String id, WaitPolicy policy, TaskListener listener);

  /**
   * Polls as {@link #await(String, WaitPolicy, CallOptions, TaskListener)}, without blocking.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param policy deadline, schedule and tolerated errors
   * @param options endpoint, timeout and retries of each poll
   * @param listener is notified of changes
   * @return the last response; cancelling it ends the wait
   */
  CompletableFuture<TaskState> awaitAsync(
      String id, WaitPolicy policy, CallOptions options, TaskListener listener);

  /**
   * Polls as {@link #watch(String, WaitPolicy, CallOptions, TaskListener)}, with the wait policy
   * and the call options of the builder.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param listener is notified of changes
   * @return the wait; cancelling its {@link TaskWatch#result} ends it
   */
  TaskWatch watch(String id, TaskListener listener);

  /**
   * Polls until the task has ended, without blocking, and returns a handle with the result, the
   * timeline, and a snapshot from which another process can resume the wait.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param policy deadline, schedule and tolerated errors
   * @param options endpoint, timeout and retries of each poll
   * @param listener is notified of changes
   * @return the wait; cancelling its {@link TaskWatch#result} ends it
   * @throws IllegalArgumentException if the id is not valid
   */
  TaskWatch watch(String id, WaitPolicy policy, CallOptions options, TaskListener listener);

  /**
   * Polls as {@link #watchAll(Collection, WaitPolicy, CallOptions)}, with the wait policy and the
   * call options of the builder.
   *
   * @param ids the tasks' ids, as in {@link #get(String, CallOptions)}
   * @return a publisher; each subscription starts waits of its own
   */
  Flow.Publisher<TaskEvent> watchAll(Collection<String> ids);

  /**
   * Returns a publisher of the events of many tasks: each change of a stage, each regression, stall
   * and end, as they happen. Polling starts with the subscription; each subscriber has its own
   * waits, which share the polls. Cancelling the subscription ends its waits.
   *
   * @param ids the tasks' ids, as in {@link #get(String, CallOptions)}; duplicates count once
   * @param policy deadline, schedule and tolerated errors of each wait
   * @param options endpoint, timeout and retries of each poll
   * @return a publisher that completes after the last task. It has no errors of its own: a wait
   *     that fails is a {@link TaskEvent.Failed}
   * @throws IllegalArgumentException if an id is not valid
   */
  Flow.Publisher<TaskEvent> watchAll(
      Collection<String> ids, WaitPolicy policy, CallOptions options);

  /**
   * Resumes as {@link #resume(WaitSnapshot, WaitPolicy, CallOptions, TaskListener)}, with the wait
   * policy and the call options of the builder.
   *
   * @param snapshot the state of the wait in the other process
   * @param listener is notified of changes
   * @return the wait, with the timeline of the snapshot continued
   */
  TaskWatch resume(WaitSnapshot snapshot, TaskListener listener);

  /**
   * Resumes a wait that began in another process, with its deadline and its attempts. If the
   * deadline has passed meanwhile, the task is polled for 30 s more, because it may have ended.
   *
   * @param snapshot the state of the wait in the other process
   * @param policy schedule and tolerated errors; its deadline is ignored
   * @param options timeout and retries of each poll; if they set no endpoint, that of the snapshot
   *     is polled
   * @param listener is notified of changes
   * @return the wait, with the timeline of the snapshot continued
   * @throws IllegalArgumentException if the snapshot is of another gateway or has an unknown
   *     endpoint
   */
  TaskWatch resume(
      WaitSnapshot snapshot, WaitPolicy policy, CallOptions options, TaskListener listener);

  /**
   * Polls until the task has ended and downloads its video, as {@link #fetch(String, Path,
   * WaitPolicy, DownloadOptions, FetchListener)}, with the wait policy of the builder, the default
   * download options and no listener.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param folder the target folder, created if it does not exist; the file name is derived from
   *     the id
   * @return the downloaded file
   */
  Download fetch(String id, Path folder);

  /**
   * Polls until the task has ended, downloads its video, and blocks until the file is complete.
   *
   * <p>The deadline of the policy applies to both parts together. If it is reached while the file
   * is downloaded, or while the download is in the queue, the exception is of kind CALL_TIMEOUT. A
   * repeated call then resumes the partial file. The timeout of the download options, and for a
   * file that the gateway does not serve yet a limit of 30 s, apply as in other downloads.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param folder the target folder, created if it does not exist; the file name is derived from
   *     the id
   * @param policy deadline of the poll loop and the download together, schedule and tolerated
   *     errors of the poll loop
   * @param options options of the download; the listener of this call replaces their listener
   * @param listener is notified of changes of the task and of the progress of the download; its
   *     {@link TaskListener#onPoll} receives the snapshots with which another process can continue
   * @return the downloaded file
   * @throws IllegalArgumentException if the id is not valid
   * @throws io.github.videotasks.ext.polling.WaitTimeoutException if the task has not ended at the
   *     deadline
   * @throws io.github.videotasks.ext.error.VideoTasksException if the policy does not tolerate an
   *     error, the task has failed (kind NO_FILE, with the reason in the message), the download
   *     fails, or the thread is interrupted
   */
  Download fetch(
      String id, Path folder, WaitPolicy policy, DownloadOptions options, FetchListener listener);

  /**
   * Resumes the fetch of another process from a snapshot: continues to poll with the deadline and
   * the attempts of the snapshot, as {@link #resume(WaitSnapshot, TaskListener)}, then downloads
   * the video into the folder and resumes the partial file in it, if there is one.
   *
   * @param snapshot the state of the wait in the other process
   * @param folder the target folder, created if it does not exist
   * @param options options of the download; the listener of this call replaces their listener
   * @param listener is notified of changes of the task and of the progress of the download
   * @return the downloaded file
   * @throws IllegalArgumentException if the snapshot is of another gateway or has an unknown
   *     endpoint
   * @throws io.github.videotasks.ext.error.VideoTasksException as {@link #fetch(String, Path,
   *     WaitPolicy, DownloadOptions, FetchListener)}
   */
  Download fetch(
      WaitSnapshot snapshot, Path folder, DownloadOptions options, FetchListener listener);

  /**
   * Polls and downloads as {@link #fetch(String, Path)}, without blocking.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param folder the target folder, created if it does not exist
   * @return the downloaded file; cancelling it ends the wait or the download, whichever is running
   */
  CompletableFuture<Download> fetchAsync(String id, Path folder);

  /**
   * Polls and downloads as {@link #fetch(String, Path, WaitPolicy, DownloadOptions,
   * FetchListener)}, without blocking.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param folder the target folder, created if it does not exist
   * @param policy deadline of the poll loop and the download together, schedule and tolerated
   *     errors of the poll loop
   * @param options options of the download; the listener of this call replaces their listener
   * @param listener is notified of changes of the task and of the progress of the download
   * @return the downloaded file; completes exceptionally with the exceptions of the blocking
   *     method. Cancelling it ends the wait or the download, whichever is running
   * @throws IllegalArgumentException if the id is not valid
   */
  CompletableFuture<Download> fetchAsync(
      String id, Path folder, WaitPolicy policy, DownloadOptions options, FetchListener listener);

  /**
   * Resumes as {@link #fetch(WaitSnapshot, Path, DownloadOptions, FetchListener)}, without
   * blocking.
   *
   * @param snapshot the state of the wait in the other process
   * @param folder the target folder, created if it does not exist
   * @param options options of the download; the listener of this call replaces their listener
   * @param listener is notified of changes of the task and of the progress of the download
   * @return the downloaded file; cancelling it ends the wait or the download, whichever is running
   * @throws IllegalArgumentException if the snapshot is of another gateway or has an unknown
   *     endpoint
   */
  CompletableFuture<Download> fetchAsync(
      WaitSnapshot snapshot, Path folder, DownloadOptions options, FetchListener listener);

  /**
   * Downloads the video of a finished task with the default options, see {@link #downloads}. Blocks
   * until the file is complete.
   *
   * @param id the task's id, as in {@link #get(String, CallOptions)}
   * @param folder the target folder, created if it does not exist; the file name is derived from
   *     the id
   * @return the file, its size and its digest
   * @throws io.github.videotasks.ext.error.VideoTasksException if the task has no video, or the
   *     download fails
   */
  Download download(String id, Path folder);

  /**
   * {@return the downloads: with options, without blocking, from a state at hand, and of all files
   * of a task}
   */
  Downloads downloads();

  /**
   * Creates an implementation of a Retrofit interface whose calls this client sends, for operations
   * of the gateway that this library does not have, such as a create that is generated from another
   * contract. The API key, the limit of requests at a time and the limit of a response apply; only
   * GET and HEAD requests are ever repeated, because a repeated create is paid twice.
   *
   * @param type an interface with Retrofit annotations, such as a generated one
   * @param <T> the interface
   * @return an implementation; its calls fail once this client is closed
   * @throws IllegalArgumentException if the type is not an interface
   */
  <T> T api(Class<T> type);

  /**
   * Ends all calls, waits and downloads with an error of kind CLOSED. A shared HTTP client and
   * scheduler stay open.
   */
  @Override
  void close();
}
