package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.SpecFolderCopy;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one page with the number of their examples, or why the page is refused.
 *
 * @param examplesByOperation the number of examples by method and path
 * @param rejection the first finding that refused something; null when nothing was refused
 */
record PageOperations(Map<String, Integer> examplesByOperation, @Nullable Finding rejection) {
  /**
   * Reads a page alone, without corrections.
   *
   * @param page its path below the folder of pages
   * @param text its text
   */
  static PageOperations read(String page, byte[] text) throws IOException {
    try (SpecFolderCopy folder = SpecFolderCopy.ofPage(page, text)) {
      DerivationResult derived = Derivation.derive(SourcePaths.of(folder.folder()));
      Map<String, Integer> examples = new TreeMap<>();
      derived.operations().forEach(o -> examples.put(o.method() + " " + o.path(), o.examples()));
      List<Finding> rejections = derived.rejections();
      return new PageOperations(examples, rejections.isEmpty() ? null : rejections.get(0));
    } catch (RejectedInputException e) {
      return new PageOperations(Map.of(), e.finding());
    }
  }

  /**
   * Returns why a new text must not replace an old one without a decision of a person: it is
   * refused, or it lacks an operation or all examples of one.
   *
   * @param page the page's path below the folder of pages
   * @return the problem; null when there is none
   */
  static @Nullable Finding findLoss(PageOperations before, PageOperations after, String page) {
    if (after.rejection != null) {
      return after.rejection;
    }
    List<String> lost = new ArrayList<>();
    before.examplesByOperation.forEach(
        (operation, examples) -> {
          Integer left = after.examplesByOperation.get(operation);
          if (left == null) {
            lost.add(operation);
          } else if (left == 0 && examples > 0) {
            lost.add("all examples of " + operation);
          }
        });
    return lost.isEmpty()
        ? null
        : new Finding(
            "page-loss",
            Severity.ERROR,
            new SourceLocation("pages/" + page, 0),
            "expected a text with all operations of the page, found one without "
                + MessageText.excerpt(MessageText.list(lost, 3)),
            "Read the text that was kept; if the vendor removed this, run with --accept-loss");
  }
}
