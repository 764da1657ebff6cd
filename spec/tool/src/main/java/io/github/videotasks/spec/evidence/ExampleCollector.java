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

/** Collects examples, numbering them by provider in the order of pages and lines. */
public final class ExampleCollector {
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Example> all = new ArrayList<>();

  /** Gives every example that was kept. */
  public List<Example> all() {
    return all;
  }

  /**
   * Collects the examples of a media type object: {@code examples}, {@code example}, and those of
   * its schema when it has none itself.
   *
   * @param request whether they are sent, not answered
   * @param out takes what was read as something else, and what was dropped
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

  private void collect(
      SpecDocument document, JsonNode holder, boolean request, List<Example> to, Findings out) {
    JsonNode several = holder.path("examples");
    // 3.1 has lists of bare values in schemas; pages have them in media types too.
    for (int i = 0; several.isArray() && i < several.size(); i++) {
      SourceLocation place =
          new SourceLocation(document.file(), document.lines().lineOf(several, i));
      add(document, new ExampleSource("", "", place), several.get(i), request, to, out);
    }
    for (Map.Entry<String, JsonNode> entry : several.properties()) {
      JsonNode example = new RefResolver(document).resolve(entry.getValue());
      ExampleSource source =
          new ExampleSource(
              entry.getKey(),
              example.path("summary").asText().strip(),
              document.location(several, entry.getKey()));
      if (example.has("value")) {
        add(document, source, example.path("value"), request, to, out);
      } else {
        reportMissingValue(document, source.location(), out);
      }
    }
    if (holder.has("example")) {
      ExampleSource source = new ExampleSource("", "", document.location(holder, "example"));
      add(document, source, holder.path("example"), request, to, out);
    }
  }

  private static void reportMissingValue(
      SpecDocument document, SourceLocation place, Findings out) {
    out.add(
        document.warning(
            "example-without-value",
            place,
            "expected an example with a value, found none",
            "Dropped the example"));
  }

  /** Where an example stands and what the page calls it. */
  private record ExampleSource(String name, String summary, SourceLocation location) {}

  private void add(
      SpecDocument document,
      ExampleSource source,
      JsonNode written,
      boolean request,
      List<Example> to,
      Findings out) {
    SourceLocation place = source.location();
    if (written.isNull()) {
      reportMissingValue(document, place, out);
      return;
    }
    JsonNode value = StringifiedExample.parse(document, place, written, out);
    if (value == null) {
      return;
    }
    if (Placeholder.isPlaceholder(value)) {
      out.add(
          document.warning(
              "placeholder-example",
              place,
              "expected an example, found a placeholder",
              "Dropped the example"));
      return;
    }
    int n = counts.merge(document.provider().id() + (request ? ">" : "<"), 1, Integer::sum);
    String name = source.name().isEmpty() ? Integer.toString(n) : source.name();
    Example example = Example.of(document, n, name, source.summary(), place.line(), value, request);
    all.add(example);
    to.add(example);
  }
}
