package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.output.FileTransaction;
import io.github.videotasks.spec.output.OutputFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a derivation: sets the version of the contract, adds the entry of {@code CHANGELOG.md},
 * and writes {@code canonical/}. A second call for the same sources changes nothing.
 *
 * <p>Version and entry are written before {@code canonical/}. If the process is killed in between,
 * the check reports a difference, and the next call writes what is missing.
 */
public final class ContractAcceptance {
  private static final String CONTRACT = "openapi.yaml";

  private final Path folder;
  private final Consumer<String> notices;

  /**
   * Creates an acceptance for one spec folder.
   *
   * @param folder the folder that contains {@code pages/}, {@code canonical/}, {@code released/}
   *     and {@code CHANGELOG.md}
   * @param notices receives one line when an interrupted change was completed or undone
   */
  public ContractAcceptance(Path folder, Consumer<String> notices) {
    this.folder = folder;
    this.notices = notices;
  }

  /**
   * What was accepted.
   *
   * @param derived the derivation with the new version
   * @param changes the changes since the committed files, the worst first
   * @param edits what was written, as {@code file:line: what}; empty when all was accepted before
   * @param remaining what a person has to do, as {@code file:line: what}; empty when nothing
   */
  public record Acceptance(
      DerivationResult derived, List<Change> changes, List<String> edits, List<String> remaining) {}

  /**
   * Accepts a derivation.
   *
   * @param derived the derivation from the pages and corrections of the folder
   * @return what was written, and what remains to do
   * @throws RejectedInputException when the version must change and no correction sets it; nothing
   *     was written
   * @throws IOException when a file cannot be read or written
   */
  public Acceptance accept(DerivationResult derived) throws IOException {
    OutputFolder canonical = new OutputFolder(folder.resolve("canonical"), notices);
    SortedMap<String, byte[]> committed = canonical.read();
    List<Change> changes = new DriftDetector(canonical).detect(derived);
    List<String> edits = new ArrayList<>();
    DerivationResult accepted = derived;
    VersionPlan plan =
        VersionPlan.of(folder, committed.get(CONTRACT), derived.files(), Changelog.read(folder));
    if (plan != null) {
      accepted = writeVersion(plan, derived, edits);
    }
    List<String> kept = canonical.overwrite(accepted.files());
    edits.addAll(WrittenLines.between(committed, canonical.read()));
    List<String> remaining = new ArrayList<>();
    kept.forEach(file -> remaining.add(keptFile("canonical/" + file)));
    String problem = new VersionCheck(folder).findProblem(contract(accepted));
    if (problem != null) {
      remaining.add(problem);
    }
    return new Acceptance(accepted, changes, edits, remaining);
  }

  /**
   * {@return the line about a file that is in a folder of derived files and is not one of them}
   *
   * @param file its path below the spec folder, such as {@code canonical/x.json}
   */
  public static String keptFile(String file) {
    return file
        + ": expected only files that spec-tool wrote, kept another or an edited one. Move it"
        + " away";
  }

  private DerivationResult writeVersion(
      VersionPlan plan, DerivationResult derived, List<String> edits) throws IOException {
    VersionEdit edit = VersionEdit.of(folder, contract(derived), plan.version());
    DerivationResult accepted = edit == null ? derived : deriveWith(edit);
    if (edit != null && !ChangelogEntry.version(contract(accepted)).equals(plan.version())) {
      throw edit.refused(
          "expected info.version "
              + plan.version()
              + " after the edit of this line, found another version. Write the version on a line"
              + " of its own");
    }
    Changelog changelog = Changelog.read(folder).withEntry(plan.entry(contract(accepted)));
    try (FileTransaction change = FileTransaction.begin(folder, notices)) {
      if (edit != null) {
        requireUnchanged(edit, change.read(edit.file()));
        change.write(edit.file(), edit.after());
        edits.add(edit.description());
      }
      change.write(Changelog.FILE_NAME, changelog.text().getBytes(StandardCharsets.UTF_8));
      change.commit();
    }
    edits.add(
        Changelog.FILE_NAME
            + ":"
            + changelog.newest().line()
            + ": added the entry "
            + plan.version()
            + " with "
            + plan.lines()
            + (plan.lines() == 1 ? " line" : " lines"));
    return accepted;
  }

  /** Derives from a copy of the corrections, so that nothing is written before all is known. */
  private DerivationResult deriveWith(VersionEdit edit) throws IOException {
    SourcePaths sources = SourcePaths.of(folder);
    Path corrections = Objects.requireNonNull(sources.corrections());
    try (TemporaryCorrections copy = TemporaryCorrections.of(corrections)) {
      Files.write(copy.folder().resolve(Path.of(edit.file()).getFileName()), edit.after());
      return Derivation.derive(sources.withCorrections(copy.folder()));
    }
  }

  private static void requireUnchanged(VersionEdit edit, byte @Nullable [] now) {
    if (!Arrays.equals(edit.before(), now)) {
      throw edit.refused("expected the file as it was when the check began, found a change");
    }
  }

  private static byte[] contract(DerivationResult derived) {
    return Objects.requireNonNull(derived.files().get(CONTRACT));
  }
}
