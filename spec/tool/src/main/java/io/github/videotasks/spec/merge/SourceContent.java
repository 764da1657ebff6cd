package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request body or response on one page: its declared schema and its examples.
 *
 * @param document the page's document
 * @param status the status code, such as {@code 200}; empty for a request body
 * @param mediaType the media type
 * @param schema the declared schema; null when the page declares none
 * @param examples the examples
 */
public record SourceContent(
    SpecDocument document,
    String status,
    String mediaType,
    @Nullable JsonNode schema,
    List<Example> examples) {
  /** Returns the content with one more example. */
  SourceContent with(Example example) {
    List<Example> more = Stream.concat(examples.stream(), Stream.of(example)).toList();
    return new SourceContent(document, status, mediaType, schema, more);
  }
}
