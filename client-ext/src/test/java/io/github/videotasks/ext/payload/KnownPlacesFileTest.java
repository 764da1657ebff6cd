package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.FailurePlaces.FailurePlace;
import io.github.videotasks.ext.payload.RefusalFlags.RefusalFlag;
import io.github.videotasks.ext.payload.SpecDataFile.Entry;
import io.github.videotasks.ext.payload.StatusPlaces.StatusPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the tables of places with the file by which spec-tool recognizes a new place. */
class KnownPlacesFileTest {
  private static final SpecDataFile FILE = SpecDataFile.read("known-places.yaml");

  @Test
  void fileHasThePlacesOfTheLibrary() {
    List<String> problems = new ArrayList<>();
    compare("url.anywhere", "UrlPlaces.ROWS", urls(false), problems);
    compare("url.task", "UrlPlaces.ROWS", urls(true), problems);
    compare("url.names", "UrlPlaces.FILE_URL_NAMES", UrlPlaces.FILE_URL_NAMES.stream(), problems);
    compare("url.wrappers", "UrlPlaces.WRAPPERS", UrlPlaces.WRAPPERS.stream(), problems);
    compare("status.places", "StatusPlaces", statuses(), problems);
    compare("status.wrappers", "StatusPlaces.INNER_TASKS", innerTasks(), problems);
    compare("failure.places", "FailurePlaces", failures(), problems);
    compare("failure.flags", "RefusalFlags.FLAGS", flags(), problems);
    compare("failure.wrappers", "StatusPlaces.INNER_TASKS", innerTasks(), problems);

    assertThat(problems).isEmpty();
  }

  @Test
  void everySectionIsCompared() {
    assertThat(FILE.entries())
        .extracting(Entry::section)
        .containsOnly(
            "url.anywhere",
            "url.task",
            "url.names",
            "url.wrappers",
            "status.places",
            "status.wrappers",
            "failure.places",
            "failure.names",
            "failure.flags",
            "failure.wrappers");
  }

  static Stream<String> failureNames() {
    return FILE.entries().stream()
        .filter(entry -> entry.section().equals("failure.names"))
        .map(entry -> entry.text().substring("- ".length()));
  }

  @ParameterizedTest
  @MethodSource("failureNames")
  void readsEveryNameInAnError(String name) {
    JsonValue error = JsonValue.of(Map.of(name, JsonValue.of("reason 7")));
    JsonValue task = JsonValue.of(Map.of("status", JsonValue.of("failed"), "error", error));
    TaskFailure failure =
        Objects.requireNonNull(TaskState.of(new TaskId("a"), task).failure(), "failure");

    assertThat(Stream.of(failure.message(), failure.code())).contains("reason 7");
  }

  private static void compare(
      String section, String table, Stream<String> places, List<String> problems) {
    problems.addAll(
        FILE.differences(
            section, table, places.map(place -> "- " + place.replace("[]", "")).distinct()));
  }

  private static Stream<String> urls(boolean atTaskOnly) {
    return UrlPlaces.ROWS.stream()
        .filter(row -> row.atTaskOnly() == atTaskOnly)
        .map(UrlPlace::path);
  }

  private static Stream<String> statuses() {
    return Stream.concat(
            StatusPlaces.TEXTS.stream(), Stream.of(StatusPlaces.DONE, StatusPlaces.LAST))
        .map(StatusPlace::path);
  }

  private static Stream<String> innerTasks() {
    return StatusPlaces.INNER_TASKS.stream().map(StatusPlace::path);
  }

  private static Stream<String> failures() {
    return Stream.concat(FailurePlaces.REASONS.stream(), FailurePlaces.CODES.stream())
        .map(FailurePlace::path);
  }

  private static Stream<String> flags() {
    return RefusalFlags.FLAGS.stream().map(RefusalFlag::path);
  }
}
