package io.github.videotasks.spec.write;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes the manifest {@code SHA256SUMS} in the format of {@code sha256sum --check}. */
public final class Sha256Sums {
  /** The manifest's own name, in the folder whose files it lists. */
  public static final String FILE_NAME = "SHA256SUMS";

  private Sha256Sums() {}

  /**
   * {@return the manifest for files, sorted by path; the manifest itself is not listed}
   *
   * @param files the contents by path below the folder
   */
  public static byte[] of(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, content) -> {
              if (!name.equals(FILE_NAME)) {
                text.append(Sha256.hex(content)).append("  ").append(name).append('\n');
              }
            });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
