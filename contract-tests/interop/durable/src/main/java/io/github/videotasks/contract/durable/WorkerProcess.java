package io.github.videotasks.contract.durable;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The process of a {@link WorkerNode}, as seen by the process that starts and kills it. */
final class WorkerProcess implements AutoCloseable {

  private static final long CLOSE_SECONDS = 60;

  private final Process process;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private WorkerProcess(Process process, BufferedReader output) {
    this.process = process;
    reader = new Thread(() -> read(output));
    reader.setDaemon(true);
    reader.start();
  }

  static WorkerProcess start(String... options) throws IOException {
    return start(Map.of(), System.getProperty("java.class.path"), options);
  }

  /**
   * Starts a worker in another environment.
   *
   * @param environment variables to add
   * @param classPath the class path of the worker
   * @param options the options of {@link WorkerNode}
   */
  static WorkerProcess start(Map<String, String> environment, String classPath, String... options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(classPath);
    command.add(WorkerNode.class.getName());
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String first = output.readLine();
    if (!"started".equals(first)) {
      throw new IllegalStateException("expected a worker to start, found " + first);
    }
    return new WorkerProcess(process, output);
  }

  private void read(BufferedReader output) {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(NodeStatistics.PROBLEM)) {
          problems.add(line.substring(NodeStatistics.PROBLEM.length()));
        } else {
          readCounts(line);
        }
      }
    } catch (IOException e) {
      // The process was killed.
      Thread.currentThread().interrupt();
    }
  }

  private void readCounts(String line) {
    for (String entry : line.split(" ", -1)) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        counts.put(entry.substring(0, equals), Long.parseLong(entry.substring(equals + 1)));
      }
    }
  }

  /** Returns the problems that the worker has reported so far. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Returns the last count that the worker printed. */
  long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  long pid() {
    return process.pid();
  }

  /** Returns the CPU time of the process so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Kills the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
  }

  /** Closes the input, upon which the worker drains and exits. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      reader.join(1_000);
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
