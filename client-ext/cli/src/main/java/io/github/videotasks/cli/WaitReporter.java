package io.github.videotasks.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows open waits as live lines, or their changes where nothing can be rewritten, and stores them.
 */
final class WaitReporter implements ProgressView {
  /** A crash loses at most the polls of this time; thousands of waits are written at once. */
  private static final Duration STORE_INTERVAL = Duration.ofSeconds(1);

  private final CliContext context;
  private final SnapshotFile snapshots;
  private final Supplier<Collection<WaitProgress>> waits;
  private final Supplier<Collection<WaitProgress>> unfinished;
  private final @Nullable Supplier<String> summary;
  private Instant nextStore;

  /** Without a live display: the number of changes of each wait that are printed. */
  private final Map<WaitProgress, Integer> printed = new HashMap<>();

  private WaitReporter(
      CliContext context,
      SnapshotFile snapshots,
      Supplier<Collection<WaitProgress>> waits,
      Supplier<Collection<WaitProgress>> unfinished,
      @Nullable Supplier<String> summary) {
    this.context = context;
    this.snapshots = snapshots;
    this.waits = waits;
    this.unfinished = unfinished;
    this.summary = summary;
    this.nextStore = context.clock().instant();
  }

  /** Returns the view of one wait. */
  static WaitReporter of(CliContext context, SingleWait wait) {
    List<WaitProgress> waits = List.of(wait.progress());
    return new WaitReporter(context, wait.file(), () -> waits, () -> waits, null);
  }

  /** Returns the view of many waits. */
  static WaitReporter of(CliContext context, SnapshotFile snapshots, WatchedTasks watched) {
    return new WaitReporter(
        context, snapshots, watched::open, watched::unfinished, watched::summary);
  }

  @Override
  public void refresh() {
    Collection<WaitProgress> open = waits.get();
    Instant now = context.clock().instant();
    if (!now.isBefore(nextStore)) {
      store(unfinished.get());
      nextStore = now.plus(STORE_INTERVAL);
    }
    if (context.display().isLive()) {
      context.display().show(lines(open, now));
    } else {
      printChanges(open, now);
    }
  }

  private List<String> lines(Collection<WaitProgress> open, Instant now) {
    LiveDisplay display = context.display();
    return summary == null
        ? open.stream().map(each -> WaitLine.live(each.view(), now, display.colours())).toList()
        : TaskTable.lines(open, summary.get(), now, display);
  }

  private void printChanges(Collection<WaitProgress> open, Instant now) {
    for (WaitProgress each : open) {
      int changes = each.changes();
      if (changes != printed.getOrDefault(each, 0)) {
        printed.put(each, changes);
        context.err().println(WaitLine.change(each.view(), now));
      }
    }
  }

  private void store(Collection<WaitProgress> open) {
    try {
      snapshots.store(open);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void ended(@Nullable Throwable error) {
    boolean allEnded = summary == null && (error == null || ExitStatus.isFinal(error));
    store(allEnded ? List.of() : unfinished.get());
    if (snapshots.hasWaits()) {
      context.display().clear();
      context.err().println(ExitStatus.oneLine(snapshots.continueMessage()));
    }
  }

  @Override
  public void interrupted() {
    store(unfinished.get());
    context.display().clear();
    context.err().println(ExitStatus.oneLine(snapshots.interruptedMessage()));
  }
}
