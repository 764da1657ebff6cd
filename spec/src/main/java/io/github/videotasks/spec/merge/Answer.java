package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer of one page: what it declares and what it shows.
 *
 * @param document the page's document
 * @param status the status code, such as {@code 200}
 * @param media the media type
 * @param schema the declared schema; null when the page declares none
 * @param examples the examples
 */
public record Answer(
    SpecDocument document,
    String status,
    String media,
    @Nullable JsonNode schema,
    List<Example> examples) {}
