package io.github.videotasks.spec.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures {@code spec-tool observe} with 10,000 and 100,000 records; prints a table. */
final class ObserveBench {
  private static final Path SPEC = Path.of("..");
  private static final List<Integer> COUNTS = List.of(10_000, 100_000);

  /** Every tenth record has a field that the contract does not declare. */
  private static final int DRIFT_EVERY = 10;

  private final Path tool;
  private final Path work;

  ObserveBench(Path tool, Path work) {
    this.tool = tool;
    this.work = work;
  }

  void printTable() throws IOException, InterruptedException {
    System.out.println("| records | file: MB | s | CPU s | MB |");
    System.out.println("|---:|---:|---:|---:|---:|");
    for (int count : COUNTS) {
      Path file = write(count);
      ProcessResourceUsage cost =
          ProcessResourceUsage.measure(
              List.of(tool.toString(), "observe", "--spec=" + SPEC, file.toString()),
              work.resolve("observe.log"));
      System.out.printf(
          Locale.ROOT,
          "| %d | %d | %.1f | %.1f | %d |%n",
          count,
          Files.size(file) / 1_000_000,
          cost.wallMillis() / 1000.0,
          cost.cpuMillis() / 1000.0,
          cost.peakKib() / 1024);
    }
  }

  /** The examples of the pages in turn, with other ids. */
  private Path write(int count) throws IOException {
    List<ObjectNode> examples = examples();
    Path file = Files.createDirectories(work).resolve("traffic.ndjson");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        ObjectNode body = examples.get(i % examples.size()).deepCopy();
        String id = String.format(Locale.ROOT, "sora-2:task_%026d", i);
        body.put("id", id);
        if (i % DRIFT_EVERY == 0) {
          body.putObject("fresh").put("n", i);
        }
        out.write(
            "{\"at\":\"2026-11-01T10:00:00Z\",\"request\":{\"method\":\"GET\",\"url\":"
                + "\"https://api.jxincm.cn/v1/video/query?id="
                + id
                + "\"},\"response\":{\"status\":200,\"body\":"
                + body
                + "}}\n");
      }
    }
    return file;
  }

  private static List<ObjectNode> examples() throws IOException {
    List<ObjectNode> examples = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SPEC.resolve("canonical/examples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode example = new ObjectMapper().readTree(file.toFile());
        if (example instanceof ObjectNode task && task.has("status")) {
          examples.add(task);
        }
      }
    }
    return examples;
  }
}
