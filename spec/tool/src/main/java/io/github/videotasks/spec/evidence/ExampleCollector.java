package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects examples and numbers them per provider, in the order of pages and lines. */
public final class ExampleCollector {
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Example> all = new ArrayList<>();

  /** Creates a collector without examples. */
  public ExampleCollector() {}

  /** {@return all collected examples, without the dropped ones} */
  public List<Example> all() {
    return all;
  }

  /**
   * Collects the examples of a media type object: {@code examples}, {@code example}, and those of
   * its schema when it has none itself.
   *
   * @param document the document that contains the media type object
   * @param media media type object
   * @param request true for request bodies, false for response bodies
   * @param out receives a finding for each example that was converted or dropped
   * @return the examples that were kept
   */
  public List<Example> collectFrom(
      SpecDocument document, JsonNode media, boolean request, Findings out) {
    List<Example> found = new ArrayList<>();
    collect(document, media, request, found, out);
    if (found.isEmpty()) {
      collect(
          document, new RefResolver(document).resolve(media.path("schema")), request, found, out);
    }
    return found;
  }

  /**
   * Adds a recorded response; those of a provider have numbers of their own.
   *
   * @param file the recorded response
   * @return the example, which counts like one of a page
   */
  public Example addObserved(ObservedFile file) {
    int n = counts.merge(file.document().provider().id() + "observed", 1, Integer::sum);
    Example example =
        Example.of(file.document(), n, "observed-" + n, "", file.location(), file.body(), false);
    all.add(example);
    return example;
  }

  private void collect(
      SpecDocument document, JsonNode holder, boolean request, List<Example> kept, Findings out) {
    JsonNode examples = holder.path("examples");
    // OpenAPI 3.1 has lists of plain values in schemas; pages have them in media types as well.
    for (int i = 0; examples.isArray() && i < examples.size(); i++) {
      SourceLocation location = document.location(examples, i);
      add(document, new ExampleSource("", "", location), examples.get(i), request, kept, out);
    }
    for (Map.Entry<String, JsonNode> entry : examples.properties()) {
      JsonNode example = new RefResolver(document).resolve(entry.getValue());
      ExampleSource source =
          new ExampleSource(
              entry.getKey(),
              example.path("summary").asText().strip(),
              document.location(examples, entry.getKey()));
      if (example.has("value")) {
        add(document, source, example.path("value"), request, kept, out);
      } else {
        reportMissingValue(document, source.location(), out);
      }
    }
    if (holder.has("example")) {
      ExampleSource source = new ExampleSource("", "", document.location(holder, "example"));
      add(document, source, holder.path("example"), request, kept, out);
    }
  }

  private static void reportMissingValue(
      SpecDocument document, SourceLocation location, Findings out) {
    out.add(
        document.warning(
            "example-without-value",
            location,
            "expected an example with a value, found none",
            "Dropped the example"));
  }

  /** Location of an example, with its name and summary on the page. */
  private record ExampleSource(String name, String summary, SourceLocation location) {}

  private void add(
      SpecDocument document,
      ExampleSource source,
      JsonNode declared,
      boolean request,
      List<Example> kept,
      Findings out) {
    SourceLocation location = source.location();
    if (declared.isNull()) {
      reportMissingValue(document, location, out);
      return;
    }
    JsonNode value = StringifiedExample.parse(document, location, declared, out);
    if (value == null) {
      return;
    }
    if (Placeholder.isPlaceholder(value)) {
      out.add(
          document.warning(
              "placeholder-example",
              location,
              "expected an example, found a placeholder",
              "Dropped the example"));
      return;
    }
    int n = counts.merge(document.provider().id() + (request ? ">" : "<"), 1, Integer::sum);
    String name = source.name().isEmpty() ? Integer.toString(n) : source.name();
    Example example = Example.of(document, n, name, source.summary(), location, value, request);
    all.add(example);
    kept.add(example);
  }
}
