package io.github.videotasks.contract.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code src/main/undocumented}: a provider state that no page shows, with its response.
 * Its properties are described in the README there.
 */
record UndocumentedResponse(
    String state,
    String request,
    String expects,
    String fact,
    int status,
    @Nullable JsonNode body) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Reads every JSON file of the folder, sorted by file name. */
  static List<UndocumentedResponse> readAll(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(UndocumentedResponse::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UndocumentedResponse read(Path file) {
    try {
      return JSON.readValue(file.toFile(), UndocumentedResponse.class);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected an undocumented response, cannot parse " + file + ": " + e.getMessage(), e);
    }
  }

  ContractCase toContractCase(Operation operation) {
    ContractCase.RequestVariant variant = ContractCase.RequestVariant.valueOf(enumName(request));
    return new ContractCase(
        operation,
        state,
        ProviderStateNames.nameOf(state),
        variant,
        ContractCase.Expectation.valueOf(enumName(expects)),
        new ResponseOrigin.Undocumented(fact),
        ProviderResponse.json(status, body == null ? "" : body.toString()));
  }

  private static String enumName(String value) {
    return value.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
