package io.github.videotasks.spec.watch;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.SpecFolderCopy;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.drift.ContractAcceptance;
import io.github.videotasks.spec.drift.DriftDetector;
import io.github.videotasks.spec.fetch.PageImport;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.output.FileTransaction;
import io.github.videotasks.spec.output.OutputFolder;
import io.github.videotasks.spec.review.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * New texts of pages and what follows from them, made in a copy of the spec folder. Everything that
 * differs is then written to the folder at once.
 */
final class ContractUpdate implements AutoCloseable {
  private static final String CANONICAL = "canonical/";

  private final Path original;
  private final SpecFolderCopy copy;
  private final SortedMap<String, byte[]> before;
  private final @Nullable DerivationResult derived;
  private final @Nullable Finding rejection;

  private ContractUpdate(
      Path original,
      SpecFolderCopy copy,
      SortedMap<String, byte[]> before,
      @Nullable DerivationResult derived,
      @Nullable Finding rejection) {
    this.original = original;
    this.copy = copy;
    this.before = before;
    this.derived = derived;
    this.rejection = rejection;
  }

  /**
   * Replaces pages in a copy and derives the contract.
   *
   * @param original the spec folder
   * @param pages the new texts
   * @param day the date on which they were fetched
   */
  static ContractUpdate of(Path original, List<PageUpdate> pages, LocalDate day)
      throws IOException {
    SpecFolderCopy copy = SpecFolderCopy.of(original);
    try {
      SortedMap<String, byte[]> before = copy.read();
      DerivationResult derived = null;
      Finding rejection = null;
      try {
        for (PageUpdate page : pages) {
          String provider = page.source().provider();
          new PageImport(copy.folder(), provider, Map.of(), null, page.text(), day)
              .write(ContractUpdate::ignore);
        }
        derived = Derivation.derive(SourcePaths.of(copy.folder()));
        if (!derived.rejections().isEmpty()) {
          rejection = derived.rejections().get(0);
        }
      } catch (RejectedInputException e) {
        rejection = e.finding();
      }
      return new ContractUpdate(original, copy, before, derived, rejection);
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /** The copy is new, so that it has no interrupted change to report. */
  private static void ignore(String notice) {}

  /** Returns why the contract cannot be derived; null when it can. */
  @Nullable Finding rejection() {
    return rejection;
  }

  /** Returns the differences between the committed files and the derived ones. */
  List<Change> changes() throws IOException {
    OutputFolder canonical =
        new OutputFolder(copy.folder().resolve("canonical"), ContractUpdate::ignore);
    return new DriftDetector(canonical).detect(accepted());
  }

  /** Accepts the derivation in the copy: version, changelog and derived files. */
  ContractAcceptance.Acceptance accept() throws IOException {
    return new ContractAcceptance(copy.folder(), ContractUpdate::ignore).accept(accepted());
  }

  /** Compares the committed contract with the accepted one. */
  Review review(ContractAcceptance.Acceptance accepted) {
    SortedMap<String, byte[]> committed = new TreeMap<>();
    before.forEach(
        (name, content) -> {
          if (name.startsWith(CANONICAL)
              && !OutputFolder.isOwnFile(name.substring(CANONICAL.length()))) {
            committed.put(name.substring(CANONICAL.length()), content);
          }
        });
    return Review.between(committed, accepted.derived().files());
  }

  /**
   * Writes every file that differs, all or none.
   *
   * @param more further files to write, by path
   * @return the paths of the files that were written or deleted
   * @throws RejectedInputException when a file has changed since the copy was made
   */
  List<String> publish(Map<String, byte[]> more, Consumer<String> notices) throws IOException {
    SortedMap<String, byte[]> after = copy.read();
    after.putAll(more);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Arrays.equals(before.get(name), after.get(name)));
    try (FileTransaction change = FileTransaction.begin(original, notices)) {
      for (String name : names) {
        byte[] content = after.get(name);
        if (!Arrays.equals(change.read(name), before.get(name))) {
          throw changedMeanwhile(name);
        }
        if (content == null) {
          change.delete(name);
        } else {
          change.write(name, content);
        }
      }
      change.commit();
    }
    return new ArrayList<>(names);
  }

  private DerivationResult accepted() {
    if (derived == null || rejection != null) {
      throw new IllegalStateException("the contract cannot be derived: " + rejection);
    }
    return derived;
  }

  private static RejectedInputException changedMeanwhile(String name) {
    return new RejectedInputException(
        "output-folder",
        new SourceLocation(name, 0),
        "expected the file as it was when the run began, found a change",
        "Run the command again; nothing was written");
  }

  @Override
  public void close() throws IOException {
    copy.close();
  }
}
