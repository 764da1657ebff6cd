package io.github.videotasks.contract.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the pacts that were just written with the committed ones. */
final class PactDrift {

  static final String ACCEPT = "mvn verify -Dspec.accept";

  private final Path committed;
  private final Map<String, String> fresh;

  PactDrift(Path committed, Map<String, String> fresh) {
    this.committed = committed;
    this.fresh = fresh;
  }

  /** One line for each file that differs, is missing or is too much. */
  List<String> differences() throws IOException {
    Map<String, String> before = PactFolder.readRaw(committed);
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(fresh.keySet());
    return names.stream()
        .filter(name -> !fresh.getOrDefault(name, "").equals(before.get(name)))
        .map(name -> describe(name, before.get(name), fresh.get(name)))
        .toList();
  }

  /** Makes the fresh pacts the committed ones. */
  void accept() throws IOException {
    if (fresh.isEmpty()) {
      throw new IllegalStateException(
          "Expected freshly written pacts, found none. Run the consumer tests first: " + ACCEPT);
    }
    Files.createDirectories(committed);
    for (String name : PactFolder.readRaw(committed).keySet()) {
      Files.delete(committed.resolve(name));
    }
    for (Map.Entry<String, String> pact : fresh.entrySet()) {
      Files.writeString(committed.resolve(pact.getKey()), pact.getValue());
    }
  }

  private static String describe(String name, @Nullable String before, @Nullable String after) {
    if (before == null) {
      return name + ": written now, not committed";
    }
    if (after == null) {
      return name + ": committed, but no client and provider write it any more";
    }
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int line = 0;
    while (line < Math.min(old.size(), now.size()) && old.get(line).equals(now.get(line))) {
      line++;
    }
    return "%s:%d: committed '%s', written now '%s'"
        .formatted(name, line + 1, at(old, line), at(now, line));
  }

  private static String at(List<String> lines, int line) {
    return line < lines.size() ? lines.get(line).strip() : "";
  }
}
