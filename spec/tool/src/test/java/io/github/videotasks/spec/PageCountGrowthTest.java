package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four times as many pages take about four times as many steps. A step is a call of a method of the
 * tool or a repetition of one of its loops, counted by {@link CountingClassLoader}: the result does
 * not depend on the machine.
 */
class PageCountGrowthTest {
  private static final int COUNT = 25;
  private static final int FACTOR = 4;

  /** Sorting takes a little more than linear; a fiftieth of quadratic steps exceeds it. */
  private static final double LIMIT = 4.2;

  /** Parallel streams that its one thread starts run in it too. */
  private final ForkJoinPool oneThread = new ForkJoinPool(1);

  @TempDir Path folder;

  @AfterEach
  void endThread() {
    oneThread.shutdown();
  }

  @ParameterizedTest
  @EnumSource
  void stepsGrowWithTheNumberOfPages(SimilarPages kind) throws Exception {
    long few = steps(kind, COUNT);
    long many = steps(kind, COUNT * FACTOR);
    double growth = (double) many / few;
    System.out.printf(
        "%s: %d steps, %d times as many pages %.2f times%n", kind, few, FACTOR, growth);
    assertThat(growth).isBetween(2.0, LIMIT);
  }

  private long steps(SimilarPages kind, int count) throws Exception {
    Path pages = folder.resolve("p" + count);
    TestPages target = TestPages.in(pages);
    for (int i = 0; i < count; i++) {
      target.addFile("pages/p" + i + ".yaml", kind.page(i));
    }
    ClassLoader loader = new CountingClassLoader();
    Class<?> paths = loader.loadClass(SourcePaths.class.getName());
    Method derive = loader.loadClass(Derivation.class.getName()).getMethod("derive", paths);
    Object source = paths.getMethod("of", Path.class).invoke(null, pages);
    StepCounter.reset();
    oneThread.submit(() -> derive.invoke(null, source)).get();
    return StepCounter.reset();
  }
}
