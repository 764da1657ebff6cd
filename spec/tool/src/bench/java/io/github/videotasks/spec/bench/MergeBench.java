package io.github.videotasks.spec.bench;

import io.github.videotasks.spec.stock.NodeTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Benchmark of the spec tool and {@code redocly join} for 5 to 10,000 documents; prints Markdown
 * tables.
 *
 * <p>Each row shows the run with the median time of several. Redocly reads the same documents as
 * plain YAML, because it does not support Markdown; it only combines distinct paths.
 */
final class MergeBench {
  private static final int STEPS_COUNT = 1000;

  /** Name, elapsed time and CPU time of a step, as {@code --timings} prints them. */
  private static final Pattern STEP = Pattern.compile("step (.+): (\\d+) ms, CPU (\\d+) ms");

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
   * @param args the tool's start script, a working folder, the number of rounds, and the numbers of
   *     documents, separated by commas; "none" prints only the tables of large pages, reviews and
   *     recorded traffic, "review" or "observe" only the last two or the last one
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean all = !List.of("none", "review", "observe").contains(args[3]);
    if (all) {
      printDocuments(args);
    }
    if (args[3].equals("none") || all) {
      new LargePageBench(Path.of(args[0]), Path.of(args[1])).printTable();
    }
    if (!args[3].equals("observe")) {
      new ReviewBench(Path.of(args[0]), Path.of(args[1])).printTable();
    }
    new ObserveBench(Path.of(args[0]), Path.of(args[1])).printTable();
  }

  private static void printDocuments(String[] args) throws IOException, InterruptedException {
    MergeBench bench =
        new MergeBench(Path.of(args[0]), redocly(), Path.of(args[1]), number(args[2]));
    System.out.println(
        "| documents | paths | spec-tool: s | CPU s | MB | redocly join: s | CPU s | MB |");
    System.out.println("|---:|---|---:|---:|---:|---:|---:|---:|");
    // Not printed: the first run of the start script makes the archive of classes.
    bench.row(1, false);
    for (String count : args[3].split(",", -1)) {
      System.out.println(bench.row(number(count), true));
      System.out.println(bench.row(number(count), false));
    }
    bench.printSteps(STEPS_COUNT);
  }

  private static @Nullable Path redocly() throws IOException, InterruptedException {
    NodeTools node = NodeTools.install();
    return node == null ? null : node.scriptPath("@redocly/cli/bin/cli.js");
  }

  private static int number(String text) {
    return Integer.parseInt(text.strip());
  }

  private String row(int count, boolean distinct) throws IOException, InterruptedException {
    Path yaml = writeDocuments(count, distinct, "yaml", ".yaml");
    List<String> merge = mergeCommand(writeDocuments(count, distinct, "pages", ".md"));
    List<String> join = new ArrayList<>(List.of("node", String.valueOf(redocly), "join"));
    IntStream.range(0, count).forEach(n -> join.add(yaml.resolve(name(n) + ".yaml").toString()));
    join.addAll(
        List.of("--without-x-tag-groups", "--output=" + work.resolve("joined.yaml").toString()));
    List<ProcessResourceUsage> merges = new ArrayList<>();
    List<ProcessResourceUsage> joins = new ArrayList<>();
    // Alternately, so that other load on the machine is the same for both.
    for (int round = 0; round < rounds; round++) {
      merges.add(ProcessResourceUsage.measure(merge, work.resolve("merge.log")));
      if (redocly != null) {
        joins.add(ProcessResourceUsage.measure(join, work.resolve("join.log")));
      }
    }
    return "| %d | %s | %s | %s |"
        .formatted(
            count,
            distinct ? "distinct" : "the same",
            formatCells(median(merges)),
            joinCells(joins, distinct));
  }

  /** Starts the tool by its script, with an archive of classes in the working folder. */
  private List<String> mergeCommand(Path pages) throws IOException {
    Path cache = Files.createDirectories(work.resolve("cache"));
    return List.of(
        "env",
        "XDG_CACHE_HOME=" + cache.toAbsolutePath(),
        "SPEC_TOOL_CDS=create",
        tool.toAbsolutePath().toString(),
        "merge",
        "--timings",
        "--pages=" + pages,
        "--out=" + work.resolve("out"));
  }

  private String joinCells(List<ProcessResourceUsage> joins, boolean distinct) {
    if (joins.isEmpty()) {
      return "not run here | | ";
    }
    ProcessResourceUsage cost = median(joins);
    if (cost.exitCode() == 0) {
      return formatCells(cost);
    }
    return (distinct ? "failed" : "refuses equal paths") + " | | ";
  }

  private ProcessResourceUsage median(List<ProcessResourceUsage> costs) {
    costs.sort(Comparator.comparingLong(ProcessResourceUsage::wallMillis));
    return costs.get(rounds / 2);
  }

  /** Prints the steps of one more merge. CPU time includes compilation and the collector. */
  private void printSteps(int count) throws IOException, InterruptedException {
    Path log = work.resolve("steps.log");
    ProcessResourceUsage all =
        ProcessResourceUsage.measure(
            mergeCommand(writeDocuments(count, true, "pages", ".md")), log);
    System.out.println("| step, " + count + " distinct documents | s | CPU s | share of CPU |");
    System.out.println("|---|---:|---:|---:|");
    for (String line : Files.readAllLines(log)) {
      Matcher step = STEP.matcher(line);
      if (step.matches()) {
        double cpu = Integer.parseInt(step.group(3)) / 1000.0;
        System.out.printf(
            Locale.ROOT,
            "| %s | %.2f | %.2f | %.0f %% |%n",
            step.group(1),
            Integer.parseInt(step.group(2)) / 1000.0,
            cpu,
            100_000 * cpu / Math.max(1, all.cpuMillis()));
      }
    }
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
