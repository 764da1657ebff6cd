package io.github.videotasks.contract.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the library needs a field of a response for, from {@code field-purposes.tsv}. */
public final class FieldPurposes {

  private static final Map<String, String> PURPOSES = read();

  private FieldPurposes() {}

  private static Map<String, String> read() {
    String file = "field-purposes.tsv";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FieldPurposes.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the purpose of a field, such as {@code to find the file}; empty for a field that the
   * library does not need}
   *
   * @param field path of the field, such as {@code detail.draft_info.url}
   */
  public static String of(String field) {
    return PURPOSES.getOrDefault(field, "");
  }

  /** Returns the purposes by the path of the field. */
  static Map<String, String> all() {
    return PURPOSES;
  }
}
