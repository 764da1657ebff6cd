package io.github.videotasks.spec.bench;

import io.github.videotasks.spec.stock.NodeTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Benchmark of the spec tool and {@code redocly join} for 5 to 1000 documents; prints a Markdown
 * table.
 *
 * <p>Each row shows the run with the median time of several. Redocly reads the same documents as
 * plain YAML, because it does not support Markdown; it only combines distinct paths.
 */
final class MergeBench {
  private final Path tool;
  private final @Nullable Path redocly;
  private final Path work;
  private final int rounds;

  private MergeBench(Path tool, @Nullable Path redocly, Path work, int rounds) {
    this.tool = tool;
    this.redocly = redocly;
    this.work = work;
    this.rounds = rounds;
  }

  /**
   * Runs the benchmark.
   *
   * @param args the tool's jar, a working folder, the number of rounds, and the numbers of
   *     documents, separated by commas; "none" prints only the table of large pages
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (!args[3].equals("none")) {
      printDocuments(args);
    }
    new LargePageBench(Path.of(args[0]), Path.of(args[1])).printTable();
  }

  private static void printDocuments(String[] args) throws IOException, InterruptedException {
    MergeBench bench =
        new MergeBench(Path.of(args[0]), redocly(), Path.of(args[1]), number(args[2]));
    System.out.println(
        "| documents | paths | spec-tool: s | CPU s | MB | redocly join: s | CPU s | MB |");
    System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|");
    for (String count : args[3].split(",", -1)) {
      System.out.println(bench.row(number(count), true));
      System.out.println(bench.row(number(count), false));
    }
  }

  private static @Nullable Path redocly() throws IOException, InterruptedException {
    NodeTools node = NodeTools.install();
    return node == null ? null : node.scriptPath("@redocly/cli/bin/cli.js");
  }

  private static int number(String text) {
    return Integer.parseInt(text.strip());
  }

  private String row(int count, boolean distinct) throws IOException, InterruptedException {
    Path pages = writeDocuments(count, distinct, "pages", ".md");
    Path yaml = writeDocuments(count, distinct, "yaml", ".yaml");
    List<String> merge =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            tool.toString(),
            "merge",
            "--pages=" + pages,
            "--out=" + work.resolve("out"));
    List<String> join = new ArrayList<>(List.of("join"));
    IntStream.range(0, count).forEach(n -> join.add(yaml.resolve(name(n) + ".yaml").toString()));
    join.addAll(
        List.of("--without-x-tag-groups", "--output=" + work.resolve("joined.yaml").toString()));
    return "| %d | %s | %s | %s |"
        .formatted(
            count,
            distinct ? "distinct" : "the same",
            formatCells(medianRun(merge, "merge.log")),
            joinCells(join, distinct));
  }

  private String joinCells(List<String> join, boolean distinct)
      throws IOException, InterruptedException {
    if (redocly == null) {
      return "not run here | | ";
    }
    join.addAll(0, List.of("node", redocly.toString()));
    ProcessResourceUsage cost = medianRun(join, "join.log");
    if (cost.exitCode() == 0) {
      return formatCells(cost);
    }
    return (distinct ? "failed" : "refuses equal paths") + " | | ";
  }

  private ProcessResourceUsage medianRun(List<String> command, String log)
      throws IOException, InterruptedException {
    List<ProcessResourceUsage> costs = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      costs.add(ProcessResourceUsage.measure(command, work.resolve(log)));
    }
    costs.sort(Comparator.comparingLong(ProcessResourceUsage::wallMillis));
    return costs.get(rounds / 2);
  }

  private static String formatCells(ProcessResourceUsage cost) {
    return String.format(
        Locale.ROOT,
        "%s%.1f | %.1f | %d",
        cost.exitCode() == 0 ? "" : "exit " + cost.exitCode() + ": ",
        cost.wallMillis() / 1000.0,
        cost.cpuMillis() / 1000.0,
        cost.peakKib() / 1024);
  }

  private Path writeDocuments(int count, boolean distinct, String name, String extension)
      throws IOException {
    Path folder = Files.createDirectories(work.resolve(name));
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (int n = 0; n < count; n++) {
      Files.writeString(
          folder.resolve(name(n) + extension),
          extension.equals(".md")
              ? SyntheticPage.markdown(n, distinct)
              : SyntheticPage.yaml(n, distinct));
    }
    return folder;
  }

  private static String name(int n) {
    return String.format(Locale.ROOT, "page%04d", n);
  }
}
