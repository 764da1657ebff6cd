package io.github.videotasks.ext.resume;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills a process with a thousand waits several times; another process resumes them each time. To
 * kill twenty times: {@code mvn test -pl client-ext -am -Dtest=ResumeTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dresume.kills=20}.
 */
class ResumeTest {

  private static final int TASKS = 1_000;

  /** Each kill starts a process, so the normal build does only a few. */
  private static final int KILLS = Integer.getInteger("resume.kills", 4);

  private final Random random = new Random(4_711);
  private final Map<String, AtomicInteger> pollCounts = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private HttpServer gateway;

  @BeforeEach
  void startGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.setExecutor(threads);
    gateway.createContext("/", this::respond);
    gateway.start();
  }

  @AfterEach
  void stopGateway() {
    gateway.stop(0);
    threads.shutdownNow();
  }

  /** A task ends after 4 to 19 polls, by whichever process. */
  private void respond(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getQuery().substring("id=".length());
    int count = pollCounts.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
    boolean ended = count >= 4 + Integer.parseInt(id.substring(1)) % 16;
    byte[] body =
        (ended
                ? "{\"status\":\"completed\",\"video_url\":\"https://host/v.mp4\"}"
                : "{\"status\":\"processing\",\"progress\":" + count + "}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Test
  void finishesAllTasksAfterKills() throws Exception {
    SnapshotStore store =
        new SnapshotStore(IntStream.range(0, TASKS).mapToObj(i -> "t" + i).toList());
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(store, 1 + random.nextInt(600));
    }
    assertThat(store.pending()).isNotEmpty();
    runAndKill(store, Integer.MAX_VALUE);
    assertThat(store.pending()).isEmpty();
    assertThat(store.ended()).hasSize(TASKS);
  }

  /** Starts a process that waits, stores the lines that it prints, and kills it after some. */
  private void runAndKill(SnapshotStore store, int lines) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                WaitingProcess.class.getName(),
                "http://localhost:" + gateway.getAddress().getPort())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      for (String line : List.copyOf(store.pending())) {
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      for (int read = 1; line != null && read <= lines; read++) {
        store.store(line);
        line = out.readLine();
      }
    } finally {
      // The same as kill -9 on Unix: no shutdown hook of the process runs.
      process.destroyForcibly().waitFor();
    }
  }

  /** Store of a caller: the last snapshot of each task, and the tasks that have ended. */
  private static final class SnapshotStore {

    /** The last snapshot by id; the id itself before the first snapshot. */
    private final Map<String, String> pending = new LinkedHashMap<>();

    private final Map<String, WaitSnapshot> lastSnapshots = new LinkedHashMap<>();
    private final Set<String> ended = new TreeSet<>();

    SnapshotStore(Collection<String> ids) {
      ids.forEach(id -> pending.put(id, id));
    }

    Collection<String> pending() {
      return pending.values();
    }

    Set<String> ended() {
      return ended;
    }

    /** Stores a line, and checks that its snapshot continues the previous one. */
    void store(String line) {
      if (line.startsWith("END ")) {
        ended.add(line.substring(4));
        pending.remove(line.substring(4));
        return;
      }
      WaitSnapshot now = WaitSnapshot.parse(line);
      String id = now.id().value();
      WaitSnapshot before = lastSnapshots.put(id, now);
      if (before != null) {
        // A slow listener is notified of the newest snapshot only, so some polls have no line.
        assertThat(now.timeline().polls()).isGreaterThan(before.timeline().polls());
        assertThat(now.deadline()).isEqualTo(before.deadline());
        assertThat(now.elapsed()).isGreaterThanOrEqualTo(before.elapsed());
      }
      pending.put(id, line);
    }
  }
}
