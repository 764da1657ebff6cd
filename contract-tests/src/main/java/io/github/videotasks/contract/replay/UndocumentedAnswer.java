package io.github.videotasks.contract.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.replay.Provider.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code src/main/undocumented}: a provider state that no page shows; its members are
 * explained in the README there.
 */
record UndocumentedAnswer(
    String state,
    String sentence,
    String request,
    String expects,
    String fact,
    int status,
    @Nullable JsonNode body) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Every JSON file of the folder, by file name. */
  static List<UndocumentedAnswer> readAll(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(UndocumentedAnswer::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UndocumentedAnswer read(Path file) {
    try {
      return JSON.readValue(file.toFile(), UndocumentedAnswer.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is no undocumented answer: " + e.getMessage(), e);
    }
  }

  Situation of(Operation operation) {
    Situation.Request oddity = Situation.Request.valueOf(constant(request));
    String id =
        oddity == Situation.Request.UNKNOWN_ID ? Situation.UNKNOWN_ID : operation.requestId();
    return new Situation(
        operation,
        state,
        sentence.replace("{id}", id),
        oddity,
        Situation.Expects.valueOf(constant(expects)),
        new Origin.Undocumented(fact),
        Answer.json(status, body == null ? "" : body.toString()));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
