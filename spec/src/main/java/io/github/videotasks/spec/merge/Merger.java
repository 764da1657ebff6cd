package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.Examples;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.evidence.ShapeReader;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Unites the documents: the same path and method on several pages is one operation. */
public final class Merger {
  private final Map<String, MergedOperation> operations = new LinkedHashMap<>();
  private final Examples examples = new Examples();
  private final Findings out;

  public Merger(Findings out) {
    this.out = out;
  }

  /** Gives every example that was met, in order. */
  public List<Example> examples() {
    return examples.all();
  }

  /** Gives one operation for each path and method, in the order in which the pages bring them. */
  public List<MergedOperation> merge(List<SpecDocument> documents) {
    for (SpecDocument document : documents) {
      for (Operations.Found found : Operations.of(document)) {
        try {
          add(document, found);
        } catch (RefusedException e) {
          out.add(e.finding());
        }
      }
    }
    return List.copyOf(operations.values());
  }

  private void add(SpecDocument document, Operations.Found found) {
    // Read before anything is added: an operation that is refused must leave nothing behind.
    Shape probe = new Shape();
    ShapeReader reader = new ShapeReader(document);
    RefResolver refs = new RefResolver(document);
    for (JsonNode response : found.node().path("responses")) {
      refs.resolve(response)
          .path("content")
          .forEach(media -> reader.declare(probe, media.path("schema")));
    }
    refs.resolve(found.node().path("requestBody"))
        .path("content")
        .forEach(media -> reader.declare(probe, media.path("schema")));

    String key = found.method() + " " + found.path();
    MergedOperation merged =
        operations.computeIfAbsent(key, k -> new MergedOperation(found.method(), found.path()));
    addParameters(merged, document, found);
    addBody(merged, document, refs.resolve(found.node().path("requestBody")));
    merged.sources().add(new SourceOperation(document, found, addAnswers(merged, document, found)));
  }

  private static void addParameters(
      MergedOperation merged, SpecDocument document, Operations.Found found) {
    RefResolver refs = new RefResolver(document);
    for (JsonNode list :
        List.of(found.pathItem().path("parameters"), found.node().path("parameters"))) {
      for (JsonNode written : list) {
        JsonNode parameter = refs.resolve(written);
        String name = parameter.path("name").asText();
        String in = parameter.path("in").asText();
        MergedParameter known =
            merged
                .parameters()
                .computeIfAbsent(
                    in + ":" + name, k -> new MergedParameter(name, in, new Shape(), parameter));
        new ShapeReader(document).declare(known.shape(), parameter.path("schema"));
      }
    }
  }

  private static void addBody(MergedOperation merged, SpecDocument document, JsonNode body) {
    for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
      Shape shape = merged.body().computeIfAbsent(media.getKey(), m -> new Shape());
      new ShapeReader(document).declare(shape, media.getValue().path("schema"));
    }
  }

  private List<Answer> addAnswers(
      MergedOperation merged, SpecDocument document, Operations.Found found) {
    List<Answer> answers = new ArrayList<>();
    RefResolver refs = new RefResolver(document);
    for (Map.Entry<String, JsonNode> response : found.node().path("responses").properties()) {
      String status = response.getKey();
      Map<String, Shape> byMedia =
          merged.answers().computeIfAbsent(status, s -> new LinkedHashMap<>());
      for (Map.Entry<String, JsonNode> media :
          refs.resolve(response.getValue()).path("content").properties()) {
        Shape shape = byMedia.computeIfAbsent(media.getKey(), m -> new Shape());
        ShapeReader reader = new ShapeReader(document);
        JsonNode schema = media.getValue().get("schema");
        if (schema != null) {
          reader.declare(shape, schema);
        }
        List<Example> shown = examples.of(document, media.getValue());
        shown.forEach(example -> reader.show(shape, example));
        answers.add(new Answer(document, status, media.getKey(), schema, shown));
      }
    }
    return answers;
  }
}
