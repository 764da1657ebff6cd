package io.github.videotasks.spec.bench;

import io.github.videotasks.spec.LargePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures merges of one page with 5,000, 10,000 and 20,000 equal parts; prints a table. */
final class LargePageBench {
  private static final List<Integer> COUNTS = List.of(5_000, 10_000, 20_000);

  /** Leaves a quarter of 1 GB for code, stacks and the garbage collector. */
  private static final String MAX_HEAP = "-Xmx768m";

  private final Path tool;
  private final Path work;

  LargePageBench(Path tool, Path work) {
    this.tool = tool;
    this.work = work;
  }

  void printTable() throws IOException, InterruptedException {
    System.out.println("| parts of one page | " + header("CPU s") + header("MB"));
    System.out.println("|---|" + "---:|".repeat(2 * COUNTS.size()));
    for (LargePage kind : LargePage.values()) {
      StringBuilder cpu = new StringBuilder();
      StringBuilder memory = new StringBuilder();
      for (int count : COUNTS) {
        ProcessResourceUsage cost = measure(kind, count);
        String failed = cost.exitCode() == 0 ? "" : "exit " + cost.exitCode() + ": ";
        cpu.append(failed).append(seconds(cost.cpuMillis()));
        memory.append(cost.peakKib() / 1024).append(" | ");
      }
      System.out.println("| " + kind.label() + " | " + cpu + memory.toString().strip());
    }
  }

  private static String header(String unit) {
    StringBuilder cells = new StringBuilder();
    COUNTS.forEach(count -> cells.append(count).append(": ").append(unit).append(" | "));
    return cells.toString();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f | ", millis / 1000.0);
  }

  private ProcessResourceUsage measure(LargePage kind, int count)
      throws IOException, InterruptedException {
    Path pages = Files.createDirectories(work.resolve("large-page"));
    Files.writeString(pages.resolve("page.md"), kind.markdown(count));
    return ProcessResourceUsage.measure(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            MAX_HEAP,
            "-jar",
            tool.toString(),
            "merge",
            "--pages=" + pages,
            "--out=" + work.resolve("large-page-out")),
        work.resolve("large-page.log"));
  }
}
