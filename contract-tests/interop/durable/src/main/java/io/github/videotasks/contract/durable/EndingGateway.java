package io.github.videotasks.contract.durable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gateway whose tasks end one after the other from a chosen time on, and that records each poll.
 */
final class EndingGateway implements AutoCloseable {

  private static final Pattern TASK = Pattern.compile("task_(\\d+)");
  private static final byte[] RUNNING =
      "{\"status\":\"processing\",\"progress\":40}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ENDED =
      "{\"status\":\"completed\",\"video_url\":\"https://host/v.mp4\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(32);
  private final ConcurrentLinkedQueue<RecordedPoll> polls = new ConcurrentLinkedQueue<>();
  private final Duration interval;
  private final List<EndingTasks> ending = new CopyOnWriteArrayList<>();

  /** Tasks that end one after the other, from a time on. */
  private record EndingTasks(int first, int end, long nanos) {}

  /**
   * A poll as it arrived.
   *
   * @param task the number of the task
   * @param nanos the time on the monotonic clock of this process
   */
  record RecordedPoll(int task, long nanos) {}

  /**
   * Starts on a free port of loopback. No task ends yet.
   *
   * @param interval the time between two ends
   */
  EndingGateway(Duration interval) throws IOException {
    this.interval = interval;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    server.setExecutor(threads);
    server.createContext("/", this::respond);
    server.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Ends a first task now, and the others one after the other.
   *
   * @param first the number of the first task
   * @param end the number after that of the last task
   */
  void startEnding(int first, int end) {
    ending.add(new EndingTasks(first, end, System.nanoTime()));
  }

  private void respond(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    Matcher id = TASK.matcher(exchange.getRequestURI().toString());
    int task = id.find() ? Integer.parseInt(id.group(1)) : Integer.MAX_VALUE;
    polls.add(new RecordedPoll(task, now));
    byte[] body = hasEnded(task, now) ? ENDED : RUNNING;
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private boolean hasEnded(int task, long now) {
    return ending.stream()
        .anyMatch(
            tasks ->
                task >= tasks.first()
                    && task < tasks.end()
                    && now - tasks.nanos() >= (task - tasks.first()) * interval.toNanos());
  }

  /** Returns the polls so far in the order of their arrival. */
  List<RecordedPoll> polls() {
    return polls.stream().sorted(Comparator.comparingLong(RecordedPoll::nanos)).toList();
  }

  /** Returns the longest time without a poll between two times, in seconds. */
  double longestGap(long from, long to) {
    long last = from;
    long longest = 0;
    for (RecordedPoll poll : polls()) {
      if (poll.nanos() > last && poll.nanos() <= to) {
        longest = Math.max(longest, poll.nanos() - last);
        last = poll.nanos();
      }
    }
    return Math.max(longest, to - last) / 1e9;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
