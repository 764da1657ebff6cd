package io.github.videotasks.contract.report;

import io.github.videotasks.contract.replay.ExampleRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's example behind a row of the report.
 *
 * @param label text for people, for example {@code borrowed from jxincm-sora.md example 1 (same
 *     model family)}
 * @param origin the example, for programs; null when no page shows it, or when the report was built
 *     from verification outcomes, which contain only the text
 * @param place page and line where the example begins, for example {@code
 *     spec/pages/jxincm-sora.md:92}; null when no page shows it or the line is not known
 * @param results results of the checks of the example against its own page and the canonical spec
 */
public record ExampleEvidence(
    String label, @Nullable ExampleRef origin, @Nullable String place, List<CheckResult> results) {

  /**
   * Copies the list.
   *
   * @param label text for people, for example {@code borrowed from jxincm-sora.md example 1 (same
   *     model family)}
   * @param origin the example, for programs
   * @param place page and line where the example begins, for example {@code
   *     spec/pages/jxincm-sora.md:92}
   * @param results results of the checks of the example against its own page and the canonical spec
   */
  public ExampleEvidence {
    results = List.copyOf(results);
  }
}
