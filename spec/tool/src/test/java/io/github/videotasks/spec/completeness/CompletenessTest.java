package io.github.videotasks.spec.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract says what the pages say: random documents with any keyword of OpenAPI 3.0 and 3.1
 * are merged, and each difference between the second parser's models of the pages and of the
 * contract needs a row of the table of justified differences.
 *
 * <p>{@code -Dcompleteness.documents=5000} runs more documents, {@code -Dcompleteness.seed=N}
 * begins with another one.
 */
class CompletenessTest {
  private static final int DOCUMENTS = 300;

  @TempDir Path folder;

  @Test
  void justifiesEveryDifferenceAndUsesEveryRow() throws IOException {
    int documents = Integer.getInteger("completeness.documents", DOCUMENTS);
    long seed = Long.getLong("completeness.seed", 1);
    JustificationTable table = JustificationTable.read();
    CompletenessCheck check = new CompletenessCheck(folder, table);
    for (long next = seed; next < seed + documents; next++) {
      check.run(next);
    }
    assertThat(check.failures()).isEmpty();
    if (documents >= DOCUMENTS) {
      assertThat(table.unused()).as("rows that justified no difference").isEmpty();
    }
  }
}
