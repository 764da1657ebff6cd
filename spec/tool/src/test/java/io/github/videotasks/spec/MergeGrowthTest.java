package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the cost of a page with that of a page four times as large. The cost is the CPU time of
 * the one thread that merges, so other processes do not count.
 */
class MergeGrowthTest {
  private static final int COUNT = 2_000;
  private static final int FACTOR = 4;

  /** Between 4 for a linear and 16 for a quadratic step. */
  private static final double LIMIT = 7;

  /** A compilation in between may distort one comparison. */
  private static final int MAX_ATTEMPTS = 3;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** Parallel streams that one of its threads starts run in it too. */
  private final ForkJoinPool oneThread = new ForkJoinPool(1);

  @TempDir Path folder;

  @AfterEach
  void endThread() {
    oneThread.shutdown();
  }

  @ParameterizedTest
  @EnumSource
  void costGrowsWithTheNumberOfParts(LargePage kind) throws IOException {
    // An alternative costs several times as much as another part.
    int count = kind == LargePage.ALTERNATIVES ? COUNT / 4 : COUNT;
    double growth = Double.MAX_VALUE;
    for (int attempt = 0; attempt < MAX_ATTEMPTS && growth >= LIMIT; attempt++) {
      double small = Math.min(cost(kind, count), cost(kind, count));
      growth = Math.min(growth, cost(kind, count * FACTOR) / small);
    }
    System.out.printf(
        "%s: %d times as many cost %.1f times as much%n", kind.label(), FACTOR, growth);
    assertThat(growth).isLessThan(LIMIT);
  }

  private double cost(LargePage kind, int count) throws IOException {
    TestPages pages = TestPages.in(folder).addFile("pages/a.md", kind.markdown(count));
    return oneThread
        .submit(
            () -> {
              long start = threads.getCurrentThreadCpuTime();
              assertThat(pages.derive().rejections()).isEmpty();
              return (double) (threads.getCurrentThreadCpuTime() - start);
            })
        .join();
  }
}
