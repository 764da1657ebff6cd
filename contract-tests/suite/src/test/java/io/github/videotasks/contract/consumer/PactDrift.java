package io.github.videotasks.contract.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the generated pacts with the committed ones. */
final class PactDrift {

  static final String ACCEPT_COMMAND = "mvn verify -Dspec.accept";

  private final Path committed;
  private final Map<String, String> generated;

  PactDrift(Path committed, Map<String, String> generated) {
    this.committed = committed;
    this.generated = generated;
  }

  /** Returns one line for each file that differs, is missing or is no longer generated. */
  List<String> differences() throws IOException {
    Map<String, String> before = NormalizedPacts.readRaw(committed);
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(generated.keySet());
    return names.stream()
        .filter(name -> !generated.getOrDefault(name, "").equals(before.get(name)))
        .map(name -> describe(name, before.get(name), generated.get(name)))
        .toList();
  }

  /**
   * Replaces the committed pacts by the generated ones.
   *
   * @throws IllegalStateException when there are no generated pacts; the committed ones are kept
   */
  void accept() throws IOException {
    if (generated.isEmpty()) {
      throw new IllegalStateException(
          "expected generated pacts, found none. Run the consumer tests first: " + ACCEPT_COMMAND);
    }
    Files.createDirectories(committed);
    for (String name : NormalizedPacts.readRaw(committed).keySet()) {
      Files.delete(committed.resolve(name));
    }
    for (Map.Entry<String, String> pact : generated.entrySet()) {
      Files.writeString(committed.resolve(pact.getKey()), pact.getValue());
    }
  }

  private static String describe(String name, @Nullable String before, @Nullable String after) {
    if (before == null) {
      return name + ": generated, but not committed";
    }
    if (after == null) {
      return name + ": committed, but no longer generated for a client and provider";
    }
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int line = 0;
    while (line < Math.min(old.size(), now.size()) && old.get(line).equals(now.get(line))) {
      line++;
    }
    return "%s:%d: committed '%s', generated '%s'"
        .formatted(name, line + 1, lineAt(old, line), lineAt(now, line));
  }

  private static String lineAt(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line).strip() : "";
  }
}
