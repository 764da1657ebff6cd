package io.github.videotasks.ext.download;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * State of a partial file, stored in a file beside it so that another process can resume the
 * download.
 *
 * @param owner a random id, new each time the partial file is locked
 * @param fileKey the task id and the label of the file, so that no other file is resumed
 * @param validator the value for {@code If-Range}; null if the partial file cannot be resumed
 * @param totalBytes the length of the whole file in bytes; null if unknown
 * @param syncedBytes the number of bytes synced to the disk; bytes beyond them are discarded after
 *     a crash
 */
record PartialFileState(
    String owner,
    String fileKey,
    @Nullable String validator,
    @Nullable Long totalBytes,
    long syncedBytes) {

  private static final String HEADER = "video-tasks part 1";

  /** Returns the state of an empty partial file. */
  static PartialFileState initial(String owner, String fileKey) {
    return new PartialFileState(owner, fileKey, null, null, 0);
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

  /** Returns the content of the state file, with a checksum to detect torn writes. */
  byte[] encode() {
    StringBuilder text = new StringBuilder(HEADER + "\n");
    text.append("owner=").append(owner).append('\n');
    text.append("task=").append(fileKey).append('\n');
    text.append(validator == null ? "" : "validator=" + validator + "\n");
    text.append(totalBytes == null ? "" : "total=" + totalBytes + "\n");
    text.append("safe=").append(syncedBytes).append('\n');
    return (text + "check=" + checksum(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Parses the content of a state file; null if {@link #encode} did not produce it. */
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
    Map<String, String> properties = new LinkedHashMap<>();
    for (String line : body.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        properties.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    String total = properties.get("total");
    try {
      return new PartialFileState(
          properties.getOrDefault("owner", ""),
          properties.getOrDefault("task", ""),
          properties.get("validator"),
          total == null ? null : Long.valueOf(total),
          Long.parseLong(properties.getOrDefault("safe", "0")));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
