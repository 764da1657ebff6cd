package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.PageSourceUrl;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a new text still is the page: it has its operations, and is not another page. */
final class UpdateCheck {
  private final Map<PageSourceUrl, byte[]> pages;
  private final Set<String> acceptedLosses;

  /**
   * Creates a check.
   *
   * @param pages the texts in the repository
   * @param acceptedLosses the ids of providers whose text is taken although it lacks operations
   */
  UpdateCheck(Map<PageSourceUrl, byte[]> pages, Set<String> acceptedLosses) {
    this.pages = pages;
    this.acceptedLosses = acceptedLosses;
  }

  /**
   * Removes the updates that do not pass.
   *
   * @param updates the new texts
   * @param problems receives why one does not pass
   */
  void rejectLosses(List<PageUpdate> updates, Map<PageSourceUrl, Finding> problems)
      throws IOException {
    List<PageUpdate> all = List.copyOf(updates);
    for (Iterator<PageUpdate> left = updates.iterator(); left.hasNext(); ) {
      PageUpdate update = left.next();
      Finding problem = findProblem(update, all);
      if (problem != null) {
        problems.put(update.source(), problem);
        left.remove();
      }
    }
  }

  private @Nullable Finding findProblem(PageUpdate update, List<PageUpdate> all)
      throws IOException {
    PageSourceUrl source = update.source();
    byte[] old = pages.get(source);
    if (old == null || acceptedLosses.contains(source.provider())) {
      return null;
    }
    Finding loss =
        PageOperations.findLoss(
            PageOperations.read(source.page(), old),
            PageOperations.read(source.page(), update.text()),
            source.page());
    return loss == null ? findOtherPage(update, all) : loss;
  }

  /** A host may send one page for every URL, for example that of a project that has moved. */
  private @Nullable Finding findOtherPage(PageUpdate update, List<PageUpdate> all) {
    for (Map.Entry<PageSourceUrl, byte[]> page : pages.entrySet()) {
      PageSourceUrl other = page.getKey();
      boolean isOther =
          !other.provider().equals(update.source().provider())
              && !other.url().equals(update.source().url());
      if (isOther && Arrays.equals(update.text(), page.getValue())) {
        return samePage(update, other);
      }
    }
    for (PageUpdate other : all) {
      boolean isOther = !other.source().url().equals(update.source().url());
      if (isOther && Arrays.equals(update.text(), other.text())) {
        return samePage(update, other.source());
      }
    }
    return null;
  }

  private static Finding samePage(PageUpdate update, PageSourceUrl other) {
    return new Finding(
        "same-page",
        Severity.ERROR,
        new SourceLocation("pages/" + update.source().page(), 0),
        "expected a text of its own, found that of " + other.provider() + " from another URL",
        "Correct 'source' in providers.yaml; if both are right, run with --accept-loss");
  }
}
