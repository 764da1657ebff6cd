package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.drift.ContractAcceptance;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.output.OutputPaths;
import io.github.videotasks.spec.page.PageSourceUrl;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.watch.WatchedPage.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run over all pages that have a source: fetches them, keeps the texts that are not accepted
 * aside, derives the contract from the others, and writes one change, which is complete or absent.
 */
public final class PageWatch {
  private final Path folder;
  private final Path memoryFolder;
  private final PageClient client;
  private final HostLimit limit;
  private final InstantSource clock;
  private final Consumer<String> notices;

  /**
   * Creates a watch.
   *
   * @param folder the spec folder
   * @param memoryFolder the folder of the memory, see {@code WatchMemory}; created when it does not
   *     exist
   * @param client fetches the pages
   * @param limit the limit for requests to one host
   * @param clock the current time
   * @param notices receives lines about interrupted changes and an unreadable memory
   */
  public PageWatch(
      Path folder,
      Path memoryFolder,
      PageClient client,
      HostLimit limit,
      InstantSource clock,
      Consumer<String> notices) {
    this.folder = folder;
    this.memoryFolder = memoryFolder;
    this.client = client;
    this.limit = limit;
    this.clock = clock;
    this.notices = notices;
  }

  /**
   * Runs once.
   *
   * @param sources the pages to watch
   * @param acceptedLosses the ids of providers whose text is taken although it lacks operations
   * @return what was found and written
   * @throws RejectedInputException when the spec folder itself is not up to date, or changed during
   *     the run; nothing was written
   * @throws IOException when a file cannot be read or written
   * @throws InterruptedException when the thread is interrupted; nothing was written
   */
  public WatchResult run(List<PageSourceUrl> sources, Set<String> acceptedLosses)
      throws IOException, InterruptedException {
    WatchMemory memory = WatchMemory.read(memoryFolder, notices);
    Map<PageSourceUrl, byte[]> pages = new LinkedHashMap<>();
    for (PageSourceUrl source : sources) {
      byte[] page = readPage(source);
      if (page != null) {
        pages.put(source, page);
      }
    }
    Map<PageSourceUrl, FetchOutcome> fetched =
        new PageFetches(client, limit)
            .fetch(sources, source -> memory.validators(source, pages.get(source)));
    Map<PageSourceUrl, Finding> problems = new LinkedHashMap<>();
    List<PageUpdate> updates = new ArrayList<>();
    fetched.forEach(
        (source, outcome) -> {
          if (outcome.problem() != null) {
            problems.put(source, outcome.problem());
          } else if (outcome.text() != null && !Arrays.equals(outcome.text(), pages.get(source))) {
            updates.add(new PageUpdate(source, outcome.text(), outcome.validators()));
          }
        });
    new UpdateCheck(pages, acceptedLosses).rejectLosses(updates, problems);
    return finish(memory, pages, fetched, updates, problems);
  }

  private WatchResult finish(
      WatchMemory memory,
      Map<PageSourceUrl, byte[]> pages,
      Map<PageSourceUrl, FetchOutcome> fetched,
      List<PageUpdate> updates,
      Map<PageSourceUrl, Finding> problems)
      throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
    WatchResult result;
    if (updates.isEmpty()) {
      List<WatchedPage> watched = record(memory, pages, fetched, Set.of(), problems, now);
      result = new WatchResult(watched, List.of(), List.of());
    } else {
      requireUpToDate(day);
      try (ContractUpdate update = CompatibleUpdates.derive(folder, updates, day, problems)) {
        Set<PageSourceUrl> changed = new HashSet<>();
        updates.forEach(page -> changed.add(page.source()));
        result = publish(update, day, record(memory, pages, fetched, changed, problems, now));
      }
    }
    // After the change: without this memory, the next run fetches the pages completely.
    memory.write(fetched.keySet(), notices);
    return result;
  }

  private WatchResult publish(ContractUpdate update, LocalDate day, List<WatchedPage> watched)
      throws IOException {
    if (watched.stream().noneMatch(page -> page.status() == Status.CHANGED)) {
      return new WatchResult(watched, List.of(), List.of());
    }
    ContractAcceptance.Acceptance accepted = update.accept();
    Review changes = update.review(accepted);
    byte[] review =
        ReviewFile.write(day, watched, changes, accepted.remaining())
            .getBytes(StandardCharsets.UTF_8);
    List<String> written = update.publish(Map.of(ReviewFile.NAME, review), notices);
    return new WatchResult(watched, written, accepted.remaining());
  }

  private byte @Nullable [] readPage(PageSourceUrl source) throws IOException {
    Path file = OutputPaths.resolve(folder, "pages/" + source.page());
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  /** A change that is already there must not get into the change of the pages. */
  private void requireUpToDate(LocalDate day) throws IOException {
    try (ContractUpdate committed = ContractUpdate.of(folder, List.of(), day)) {
      if (committed.rejection() != null) {
        throw new RejectedInputException(committed.rejection());
      }
      List<Change> changes = committed.changes();
      if (!changes.isEmpty()) {
        throw new RejectedInputException(
            "not-up-to-date",
            new SourceLocation("canonical", 0),
            "expected the files that the pages yield, found " + changes.size() + " differences",
            "Run check, and accept or undo them; nothing was written");
      }
    }
  }

  private List<WatchedPage> record(
      WatchMemory memory,
      Map<PageSourceUrl, byte[]> pages,
      Map<PageSourceUrl, FetchOutcome> fetched,
      Set<PageSourceUrl> changed,
      Map<PageSourceUrl, Finding> problems,
      Instant now) {
    List<WatchedPage> watched = new ArrayList<>();
    fetched.forEach(
        (source, outcome) -> {
          PageFailure before = memory.failure(source);
          Finding problem = problems.get(source);
          byte[] text = outcome.text();
          if (problem != null) {
            PageFailure failure =
                memory.recordFailure(source, now, problem.toString(), outcome.text());
            String kept = text == null ? "" : memory.failedFile(source).toString();
            watched.add(new WatchedPage(source, Status.FAILED, failure, kept));
            return;
          }
          byte[] current = text == null ? pages.get(source) : text;
          if (current != null) {
            memory.recordPage(source, current, outcome.validators());
          }
          Status status = changed.contains(source) ? Status.CHANGED : Status.UNCHANGED;
          watched.add(new WatchedPage(source, status, before, ""));
        });
    return watched;
  }
}
