package io.github.videotasks.spec.drift;

import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.ChangelogEntry;
import io.github.videotasks.spec.diff.DerivedFilesDiff;
import io.github.videotasks.spec.diff.SemanticVersion;
import io.github.videotasks.spec.diff.SemverLevel;
import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The next version of the contract and the changes that its changelog entry lists.
 *
 * <p>The changes are those since the contract of the newest entry, which is the committed or the
 * released one. If neither has the SHA-256 of that entry, they are those since the release that no
 * entry has a line for.
 *
 * @param previous the version of the newest entry
 * @param version the version to set
 * @param changes the changes to list, the worst first
 */
record VersionPlan(SemanticVersion previous, SemanticVersion version, List<Change> changes) {
  private static final String CONTRACT = "openapi.yaml";

  /**
   * Returns the plan.
   *
   * @param folder the spec folder
   * @param committed the committed contract; null when there is none
   * @param files the derived files to accept
   * @param changelog the changelog
   * @return the plan; null when nothing is to do, or when there is no release to compare with
   */
  static @Nullable VersionPlan of(
      Path folder, byte @Nullable [] committed, Map<String, byte[]> files, Changelog changelog)
      throws IOException {
    byte[] derived = Objects.requireNonNull(files.get(CONTRACT));
    Path file = folder.resolve("released/openapi.yaml");
    if (!Files.isRegularFile(file)) {
      return null;
    }
    SemanticVersion declared = ChangelogEntry.version(derived);
    if (changelog.newest().describes(declared.toString(), Sha256.hex(derived))) {
      return null;
    }
    byte[] released = Files.readAllBytes(file);
    String newestSha = changelog.newest().sha256();
    SemanticVersion required = ChangelogEntry.between(released, derived).version();
    List<Change> changes;
    if (committed != null && newestSha.equals(Sha256.hex(committed))) {
      changes = changes(committed, files);
    } else {
      changes =
          changes(released, files).stream()
              .filter(change -> !changelog.containsLine("* " + ChangelogEntry.formatChange(change)))
              .toList();
    }
    SemanticVersion newest = SemanticVersion.parse(changelog.newest().version());
    SemanticVersion previous = newest == null ? ChangelogEntry.version(released) : newest;
    boolean firstEntry = newest == null && changes.isEmpty();
    SemverLevel step = changes.isEmpty() ? SemverLevel.PATCH : SemverLevel.of(changes);
    SemanticVersion next = firstEntry ? previous : previous.bump(step);
    return new VersionPlan(previous, Collections.max(List.of(next, declared, required)), changes);
  }

  /** Only the contract has a version. If its bytes differ, there is at least one change. */
  private static List<Change> changes(byte[] before, Map<String, byte[]> files) {
    Map<String, byte[]> old = new TreeMap<>(files);
    old.put(CONTRACT, before);
    return ChangelogEntry.withoutVersion(DerivedFilesDiff.between(old, files));
  }

  /** Returns the entry in Markdown for the contract with the new version. */
  String entry(byte[] contract) {
    return new ChangelogEntry(previous, version, Sha256.hex(contract), changes).toMarkdown();
  }

  int lines() {
    return changes.size();
  }
}
