package io.github.videotasks.spec.bench;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the review of one edited page among 5 and 100: as two processes of the tool, and in one
 * JVM that repeats it; prints a table.
 */
final class ReviewBench {
  private static final List<Integer> COUNTS = List.of(5, 100);
  private static final int REPETITIONS = 20;

  private final Path tool;
  private final Path work;

  ReviewBench(Path tool, Path work) {
    this.tool = tool;
    this.work = work;
  }

  void printTable() throws IOException, InterruptedException {
    System.out.println(
        "| pages | merge: s | CPU s | MB | diff: s | CPU s | MB | both in one JVM: ms | lines |");
    System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int count : COUNTS) {
      System.out.println(row(count));
    }
  }

  private String row(int count) throws IOException, InterruptedException {
    Path pages = writePages(count);
    Path before = work.resolve("review-before-" + count);
    Path after = work.resolve("review-after-" + count);
    run("merge", "--pages=" + pages, "--out=" + before);
    editFirstPage(pages);
    ProcessResourceUsage merge = run("merge", "--pages=" + pages, "--out=" + after);
    ProcessResourceUsage diff = run("diff", before.toString(), after.toString());
    long lines;
    try (Stream<String> log = Files.lines(work.resolve("review.log"))) {
      lines = log.count();
    }
    return "| %d | %s | %s | %d | %d |"
        .formatted(count, cells(merge), cells(diff), repeat(pages), lines);
  }

  private Path writePages(int count) throws IOException {
    Path pages = Files.createDirectories(work.resolve("review-pages-" + count));
    for (int n = 0; n < count; n++) {
      Files.writeString(pages.resolve("page" + n + ".md"), SyntheticPage.markdown(n, true));
    }
    return pages;
  }

  /** Renames a field that only the examples of this page show. */
  private static void editFirstPage(Path pages) throws IOException {
    Path page = pages.resolve("page0.md");
    Files.writeString(
        page, Files.readString(page).replace("progress_pct: 0.", "progress_share: 0."));
  }

  private ProcessResourceUsage run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool.toAbsolutePath().toString(), arguments[0]));
    command.addAll(List.of(arguments).subList(1, arguments.length));
    return ProcessResourceUsage.measure(command, work.resolve("review.log"));
  }

  private static String cells(ProcessResourceUsage cost) {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %d",
        cost.wallMillis() / 1000.0,
        cost.cpuMillis() / 1000.0,
        cost.peakKib() / 1024);
  }

  /** Returns the median time of a derivation and comparison, after as many to warm up. */
  private static long repeat(Path pages) throws IOException {
    SourcePaths sources = new SourcePaths(pages, null, null);
    Map<String, byte[]> edited = Derivation.derive(sources).files();
    Path page = pages.resolve("page0.md");
    Files.writeString(
        page, Files.readString(page).replace("progress_share: 0.", "progress_pct: 0."));
    long[] times = new long[2 * REPETITIONS];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      DerivedFilesDiff.between(Derivation.derive(sources).files(), edited);
      times[i] = (System.nanoTime() - start) / 1_000_000;
    }
    return Arrays.stream(times, REPETITIONS, times.length)
        .sorted()
        .skip(REPETITIONS / 2)
        .findFirst()
        .orElseThrow();
  }
}
