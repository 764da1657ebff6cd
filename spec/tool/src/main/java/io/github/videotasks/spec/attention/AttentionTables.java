package io.github.videotasks.spec.attention;

import io.github.videotasks.spec.page.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What client-ext knows of responses.
 *
 * @param statuses the status values; null when the contract has no such table
 * @param places the places; null when the contract has no such table
 */
public record AttentionTables(@Nullable StatusTable statuses, @Nullable KnownPlaces places) {
  /** Nothing is known of client-ext. */
  public static final AttentionTables NONE = new AttentionTables(null, null);

  /**
   * Reads the tables in a folder like {@code spec/}; each of the two is optional.
   *
   * @param folder a folder with the layout of {@code spec/}
   * @return the tables; each is null when its file does not exist
   * @throws IOException when a file cannot be read
   */
  public static AttentionTables read(Path folder) throws IOException {
    Path statuses = folder.resolve(StatusTable.SOURCE);
    Path places = folder.resolve(KnownPlaces.SOURCE);
    return new AttentionTables(
        Files.isRegularFile(statuses)
            ? StatusTable.parse(StatusTable.SOURCE, TextFile.read(statuses, StatusTable.SOURCE))
            : null,
        Files.isRegularFile(places)
            ? KnownPlaces.parse(KnownPlaces.SOURCE, TextFile.read(places, KnownPlaces.SOURCE))
            : null);
  }

  /**
   * {@return the tables among derived files, as {@link #files} has written them}
   *
   * @param derived the content of derived files by path
   */
  public static AttentionTables of(Map<String, byte[]> derived) {
    byte[] statuses = derived.get(StatusTable.DERIVED);
    byte[] places = derived.get(KnownPlaces.DERIVED);
    return new AttentionTables(
        statuses == null ? null : StatusTable.parse(StatusTable.DERIVED, text(statuses)),
        places == null ? null : KnownPlaces.parse(KnownPlaces.DERIVED, text(places)));
  }

  /**
   * {@return these tables, and those of others where these have none}
   *
   * @param others used where this has no table
   */
  public AttentionTables orElse(AttentionTables others) {
    return new AttentionTables(
        statuses == null ? others.statuses : statuses, places == null ? others.places : places);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  /**
   * {@return whether the table of status values has a value; false without a table}
   *
   * @param value the status value as the gateway sends it
   */
  public boolean knowsStatusValue(String value) {
    return statuses != null && statuses.knows(value);
  }

  /**
   * {@return whether client-ext looks for URLs at a path; false without a table}
   *
   * @param path the names of the properties from the root of the response on, without lists
   */
  public boolean knowsUrlPlace(List<String> path) {
    return places != null && places.knows(PlaceKind.URL, path);
  }

  /**
   * {@return whether client-ext looks for the status of a task at a path}
   *
   * @param path the names of the properties from the root of the response on, without lists
   */
  public boolean knowsStatusPlace(List<String> path) {
    return places != null && places.knows(PlaceKind.STATUS, path);
  }

  /**
   * {@return whether client-ext looks for the reason of a failure at a path}
   *
   * @param path the names of the properties from the root of the response on, without lists
   */
  public boolean knowsFailurePlace(List<String> path) {
    return places != null && places.knows(PlaceKind.FAILURE, path);
  }

  /** {@return the tables as derived files, by path} */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    if (statuses != null) {
      files.put(StatusTable.DERIVED, statuses.toJson());
    }
    if (places != null) {
      files.put(KnownPlaces.DERIVED, places.toJson());
    }
    return files;
  }
}
