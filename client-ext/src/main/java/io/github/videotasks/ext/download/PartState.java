package io.github.videotasks.ext.download;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a part, kept in a small file beside it so that another process can go on.
 *
 * @param owner names the process's hold on the part; another each time
 * @param task the task's id and the label of the file, so that no other file is taken up
 * @param validator what {@code If-Range} must say; null if the part cannot be taken up
 * @param total the length of the whole file; null if not known
 * @param safe how many bytes have reached the disk; what lies behind is not trusted after a crash
 */
record PartState(
    String owner, String task, @Nullable String validator, @Nullable Long total, long safe) {

  private static final String HEAD = "video-tasks part 1";

  /** A new hold on a part that nothing is known of. */
  static PartState fresh(String owner, String task) {
    return new PartState(owner, task, null, null, 0);
  }

  PartState withOwner(String value) {
    return new PartState(value, task, validator, total, safe);
  }

  PartState withSafe(long value) {
    return new PartState(owner, task, validator, total, value);
  }

  boolean canBeTakenUp() {
    return validator != null && safe > 0;
  }

  /** The content of the small file, with a checksum: a torn one is no state. */
  byte[] encoded() {
    StringBuilder text = new StringBuilder(HEAD + "\n");
    text.append("owner=").append(owner).append('\n');
    text.append("task=").append(task).append('\n');
    text.append(validator == null ? "" : "validator=" + validator + "\n");
    text.append(total == null ? "" : "total=" + total + "\n");
    text.append("safe=").append(safe).append('\n');
    return (text + "check=" + check(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Null for anything that {@link #encoded} did not make. */
  static @Nullable PartState decoded(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    int end = text.lastIndexOf("check=");
    if (end < 0 || !text.startsWith(HEAD + "\n")) {
      return null;
    }
    String body = text.substring(0, end);
    if (!text.substring(end).equals("check=" + check(body) + "\n")) {
      return null;
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (String line : body.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        members.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    String total = members.get("total");
    try {
      return new PartState(
          members.getOrDefault("owner", ""),
          members.getOrDefault("task", ""),
          members.get("validator"),
          total == null ? null : Long.valueOf(total),
          Long.parseLong(members.getOrDefault("safe", "0")));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String check(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
