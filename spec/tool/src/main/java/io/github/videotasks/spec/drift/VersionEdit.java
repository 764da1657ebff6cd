package io.github.videotasks.spec.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.videotasks.spec.diff.SemanticVersion;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The edit of the line that sets {@code info.version}: in a correction, because pages are never
 * edited and the contract is derived.
 *
 * @param file the correction, by its path below the spec folder
 * @param line the line, from 1
 * @param from the version before
 * @param to the version after
 * @param before the content before
 * @param after the content after
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content where it matters
record VersionEdit(
    String file, int line, String from, SemanticVersion to, byte[] before, byte[] after) {

  /**
   * Returns the edit that sets a version.
   *
   * @param folder the spec folder
   * @param contract the derived contract
   * @param version the version to set
   * @return the edit; null when the contract has this version already
   * @throws RejectedInputException when no correction sets the version
   */
  static @Nullable VersionEdit of(Path folder, byte[] contract, SemanticVersion version)
      throws IOException {
    DeclaredVersion declared = DeclaredVersion.find(folder, contract);
    if (declared.version().equals(version.toString())) {
      return null;
    }
    String file = declared.location().file();
    int line = declared.location().line();
    byte[] before = Files.readAllBytes(folder.resolve(file));
    List<String> lines = new ArrayList<>(Arrays.asList(new String(before, UTF_8).split("\n", -1)));
    String text = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
    int at = text.indexOf(declared.version(), Math.max(0, text.indexOf("version")));
    if (!file.startsWith("corrections/") || at < 0) {
      throw new RejectedInputException(
          "odd-version",
          declared.location(),
          "expected a correction that sets info.version, because it must become "
              + version
              + ", found none",
          "Add an action with the target $.info and the update {version: "
              + version
              + "}, then accept again; nothing was written");
    }
    lines.set(
        line - 1,
        text.substring(0, at) + version + text.substring(at + declared.version().length()));
    byte[] after = String.join("\n", lines).getBytes(UTF_8);
    return new VersionEdit(file, line, declared.version(), version, before, after);
  }

  String description() {
    return file + ":" + line + ": set the version " + to + ", was " + from;
  }

  RejectedInputException refused(String message) {
    return new RejectedInputException(
        "output-folder",
        new SourceLocation(file, line),
        message,
        "Run the command again; nothing was written");
  }
}
