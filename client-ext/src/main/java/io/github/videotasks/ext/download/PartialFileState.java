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
 * @param fileKey the task's id and the label of the file, so that no other file is taken up
 * @param validator what {@code If-Range} must say; null if the part cannot be taken up
 * @param totalBytes the length of the whole file; null if not known
 * @param syncedBytes how many bytes have reached the disk; what lies behind is not trusted after a
 *     crash
 */
record PartialFileState(
    String owner,
    String fileKey,
    @Nullable String validator,
    @Nullable Long totalBytes,
    long syncedBytes) {

  private static final String HEADER = "video-tasks part 1";

  /** A new hold on a part that nothing is known of. */
  static PartialFileState initial(String owner, String task) {
    return new PartialFileState(owner, task, null, null, 0);
  }

  PartialFileState withOwner(String value) {
    return new PartialFileState(value, fileKey, validator, totalBytes, syncedBytes);
  }

  PartialFileState withSyncedBytes(long value) {
    return new PartialFileState(owner, fileKey, validator, totalBytes, value);
  }

  boolean isResumable() {
    return validator != null && syncedBytes > 0;
  }

  /** The content of the small file, with a checksum: a torn one is no state. */
  byte[] encode() {
    StringBuilder text = new StringBuilder(HEADER + "\n");
    text.append("owner=").append(owner).append('\n');
    text.append("task=").append(fileKey).append('\n');
    text.append(validator == null ? "" : "validator=" + validator + "\n");
    text.append(totalBytes == null ? "" : "total=" + totalBytes + "\n");
    text.append("safe=").append(syncedBytes).append('\n');
    return (text + "check=" + checksum(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Null for anything that {@link #encode} did not make. */
  static @Nullable PartialFileState decode(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    int end = text.lastIndexOf("check=");
    if (end < 0 || !text.startsWith(HEADER + "\n")) {
      return null;
    }
    String body = text.substring(0, end);
    if (!text.substring(end).equals("check=" + checksum(body) + "\n")) {
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
      return new PartialFileState(
          members.getOrDefault("owner", ""),
          members.getOrDefault("task", ""),
          members.get("validator"),
          total == null ? null : Long.valueOf(total),
          Long.parseLong(members.getOrDefault("safe", "0")));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
