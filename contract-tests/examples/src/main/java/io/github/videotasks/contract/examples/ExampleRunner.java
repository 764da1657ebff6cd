package io.github.videotasks.contract.examples;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayFileHost;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs an example program in a process of its own, against the replay server of a page. A program
 * takes the base URL of a gateway as its first argument, so it can be run against a real one too.
 */
public final class ExampleRunner {

  /** The page whose responses are replayed; it shows a waiting and a finished task. */
  private static final String PROVIDER = "jxincm-sora";

  private final Path work;

  private ExampleRunner(Path work) {
    this.work = work;
  }

  /**
   * Runs an example. Exits with 2 if there is no such example.
   *
   * @param args the name of the example
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ExampleProgram example = ExampleProgram.byName(args.length == 0 ? "" : args[0]);
    if (example == null) {
      System.err.println(
          "-Dexample: expected one of " + ExampleProgram.names() + ", found " + List.of(args));
      System.exit(2);
      return;
    }
    Path work = Files.createTempDirectory("video-tasks-example");
    try {
      new ExampleRunner(work).run(example);
    } finally {
      deleteAll(work);
    }
  }

  private void run(ExampleProgram example) throws IOException, InterruptedException {
    RepositoryLayout checkout = RepositoryLayout.find();
    ContractCases cases = ContractCases.read(checkout);
    ContractProvider provider = cases.catalogue().provider(PROVIDER);
    if (example == ExampleProgram.FETCH) {
      try (ReplayFileHost files = ReplayFileHost.start();
          ReplayServer gateway = ReplayServer.start(files.serving(cases.forProvider(provider)))) {
        runJava(example, gateway, example.taskId(), work.toString());
      }
      return;
    }
    try (ReplayServer gateway = ReplayServer.start(cases.forProvider(provider))) {
      switch (example) {
        case RESUME -> {
          String file = work.resolve("snapshot.json").toString();
          runJava(example, gateway, example.taskId(), file);
          runJava(example, gateway, example.taskId(), file);
        }
        case COROUTINES ->
            runJava(example, gateway, example.taskId() + ":a", example.taskId() + ":b");
        case DURABLE ->
            DurableExample.run(
                (url, step) -> runJava(example, gateway, example.taskId(), url, step));
        case PYTHON -> PythonExample.run(checkout, gateway, example.taskId(), work);
        default -> runJava(example, gateway, example.taskId());
      }
    }
  }

  private static void runJava(ExampleProgram example, ReplayServer gateway, String... arguments)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(example.command(java, System.getProperty("java.class.path")));
    command.add(gateway.baseUrl().toString());
    command.addAll(List.of(arguments));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
