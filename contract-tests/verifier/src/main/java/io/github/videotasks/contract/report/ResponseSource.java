package io.github.videotasks.contract.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the responses of some providers came from.
 *
 * @param source such as {@code replay} or {@code live host api.example}; empty when none was tried
 * @param providers the ids of the providers
 */
public record ResponseSource(String source, List<String> providers) {

  /**
   * Copies the list.
   *
   * @param source such as {@code replay} or {@code live host api.example}
   * @param providers the ids of the providers
   */
  public ResponseSource {
    providers = List.copyOf(providers);
  }

  static List<ResponseSource> of(List<ProviderRows> providers) {
    Map<String, List<String>> bySource =
        providers.stream()
            .collect(
                Collectors.groupingBy(
                    ProviderRows::sourceText,
                    LinkedHashMap::new,
                    Collectors.mapping(ProviderRows::id, Collectors.toList())));
    return bySource.entrySet().stream()
        .map(it -> new ResponseSource(it.getKey(), it.getValue()))
        .toList();
  }

  /** {@return the text in the head of the report} */
  public String text() {
    return String.join(", ", providers) + ": " + (source.isEmpty() ? "not tried" : source);
  }
}
