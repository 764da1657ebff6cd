package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Closes a client with a thousand open waits, with real sockets and real threads. */
class CloseWithManyWaitsTest {

  private static final int TASKS = 1_000;
  private static final int IN_FLIGHT = 64;

  /** The threads of the scheduler. */
  private static final int EXTRA_THREADS = 4;

  /** Accepts every request and never responds; counts opened and closed connections. */
  private static final class SilentGateway implements AutoCloseable {

    private final ServerSocket server =
        new ServerSocket(0, IN_FLIGHT, InetAddress.getLoopbackAddress());
    private final Semaphore accepted = new Semaphore(0);
    private final Semaphore closed = new Semaphore(0);

    SilentGateway() throws IOException {
      startDaemon(this::accept);
    }

    private static void startDaemon(Runnable task) {
      Thread thread = new Thread(task, "silent-gateway");
      thread.setDaemon(true);
      thread.start();
    }

    private void accept() {
      try {
        while (true) {
          Socket socket = server.accept();
          accepted.release();
          startDaemon(() -> read(socket));
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private void read(Socket socket) {
      try (socket;
          InputStream in = socket.getInputStream()) {
        while (in.read() >= 0) {
          // Discard the request; only the end of the connection matters.
        }
      } catch (IOException reset) {
        // A reset ends the connection too.
      }
      closed.release();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  /** Returns the client's threads: idle ones have its names, busy ones those of OkHttp. */
  private static Set<Thread> clientThreads() {
    Set<Thread> own = new HashSet<>(Thread.getAllStackTraces().keySet());
    own.removeIf(
        thread ->
            !thread.getName().startsWith("video-tasks")
                && !thread.getName().startsWith("OkHttp http"));
    return own;
  }

  @Test
  void closesAllWaitsThreadsAndConnections() throws Exception {
    Set<Thread> before = clientThreads();
    try (SilentGateway gateway = new SilentGateway()) {
      VideoTasks tasks =
          VideoTasks.builder()
              .baseUrl("http://127.0.0.1:" + gateway.server.getLocalPort())
              .apiKey("key")
              .build();
      List<CompletableFuture<TaskState>> ends =
          IntStream.range(0, TASKS).mapToObj(i -> tasks.awaitAsync("task_" + i)).toList();
      assertThat(gateway.accepted.tryAcquire(IN_FLIGHT, 30, TimeUnit.SECONDS)).isTrue();
      Set<Thread> during = clientThreads();
      during.removeAll(before);
      assertThat(during).hasSizeLessThanOrEqualTo(IN_FLIGHT + EXTRA_THREADS);

      tasks.close();

      assertThat(ends).allSatisfy(CloseWithManyWaitsTest::assertClosed);
      assertThat(tasks).hasToString("VideoTasks[0 open]");
      assertThat(gateway.closed.tryAcquire(IN_FLIGHT, 30, TimeUnit.SECONDS)).isTrue();
      assertThat(gateway.accepted.availablePermits()).as("requests sent after close").isZero();
      for (Thread thread : during) {
        thread.join(30_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static void assertClosed(CompletableFuture<TaskState> end) {
    assertThatThrownBy(end::join)
        .cause()
        .isInstanceOfSatisfying(
            VideoTasksException.class,
            error -> assertThat(error.kind()).isEqualTo(ErrorKind.CLOSED));
  }
}
