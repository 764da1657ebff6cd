package io.github.videotasks.spec.drift;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Names the files of {@code canonical/} that changed, each with its first changed line. */
final class WrittenLines {
  private WrittenLines() {}

  /**
   * Returns one line for each file that differs.
   *
   * @param before the contents before, by path below the folder
   * @param after the contents after, in the same form
   */
  static List<String> between(Map<String, byte[]> before, Map<String, byte[]> after) {
    List<String> lines = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      byte[] was = before.get(name);
      byte[] is = after.get(name);
      if (is == null) {
        lines.add("canonical/" + name + ": deleted");
      } else if (was == null) {
        lines.add("canonical/" + name + ":1: added");
      } else if (!Arrays.equals(was, is)) {
        lines.add("canonical/" + name + ":" + firstDifference(was, is) + ": changed");
      }
    }
    return lines;
  }

  private static int firstDifference(byte[] was, byte[] is) {
    int at = Arrays.mismatch(was, is);
    String equal = new String(is, 0, at, StandardCharsets.UTF_8);
    return 1 + (int) equal.chars().filter(c -> c == '\n').count();
  }
}
