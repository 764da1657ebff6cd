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
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.rule.Operations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the request body and the answers of one page's operation to the merged one. */
final class ContentUnion {
  private final SpecDocument document;
  private final RefResolver refs;
  private final Examples examples;
  private final Findings out;
  private final Map<String, JsonNode> answers = new LinkedHashMap<>();
  private final JsonNode body;

  /**
   * Reads an operation through once, before anything is added.
   *
   * @throws RefusedException when its request body or a success answer cannot be read; an error
   *     answer that cannot be read is dropped with a finding
   */
  ContentUnion(SpecDocument document, Operations.Found found, Examples examples, Findings out) {
    this.document = document;
    this.refs = new RefResolver(document);
    this.examples = examples;
    this.out = out;
    this.body = refs.resolve(found.node().path("requestBody"));
    probe(body);
    for (Map.Entry<String, JsonNode> answer : found.node().path("responses").properties()) {
      try {
        JsonNode resolved = refs.resolve(answer.getValue());
        probe(resolved);
        answers.put(answer.getKey(), resolved);
      } catch (RefusedException e) {
        if (isSuccess(answer.getKey())) {
          throw e;
        }
        out.add(
            document.warning(
                "dropped-answer",
                e.finding().place(),
                e.finding().message()
                    + "; answer "
                    + Texts.shown(answer.getKey())
                    + " of "
                    + found.method()
                    + " "
                    + Texts.shown(found.path())
                    + " is dropped",
                "Dropped the answer"));
      }
    }
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2") || status.equals("default");
  }

  private void probe(JsonNode holder) {
    Shape scratch = new Shape();
    for (JsonNode media : holder.path("content")) {
      new ShapeReader(document).declare(scratch, media.path("schema"), false);
      media.path("examples").forEach(refs::resolve);
    }
  }

  /** Adds the request body, and gives its content with the page's examples. */
  List<Answer> addBody(MergedOperation merged) {
    List<Answer> sent = new ArrayList<>();
    for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
      sent.add(add(merged.body(), "", media, true));
    }
    merged.countBody(body.path("required").asBoolean());
    merged.bodyWords().add(document, body, "description");
    return sent;
  }

  /** Adds the answers, and gives their content with the page's examples. */
  List<Answer> addAnswers(MergedOperation merged) {
    List<Answer> shown = new ArrayList<>();
    answers.forEach(
        (status, answer) -> {
          if (answer.path("content").isEmpty()) {
            merged.answerWords(status).add(document, answer, "description");
            merged.answers().computeIfAbsent(status, s -> new LinkedHashMap<>());
          }
          for (Map.Entry<String, JsonNode> media : answer.path("content").properties()) {
            String meant =
                SuccessUnderError.status(document, status, media.getValue(), answers, out);
            merged.answerWords(meant).addOnce(document, answer, "description");
            shown.add(
                add(
                    merged.answers().computeIfAbsent(meant, s -> new LinkedHashMap<>()),
                    meant,
                    media,
                    false));
          }
        });
    return shown;
  }

  private Answer add(
      Map<String, Shape> shapes,
      String status,
      Map.Entry<String, JsonNode> media,
      boolean request) {
    String type = MediaTypes.normal(document, media.getKey(), media.getValue(), out);
    Shape shape = shapes.computeIfAbsent(type, m -> new Shape());
    ShapeReader reader = new ShapeReader(document);
    JsonNode schema = media.getValue().get("schema");
    if (schema != null) {
      reader.declare(shape, schema, request && body.path("required").asBoolean());
    }
    List<Example> shown = examples.of(document, media.getValue(), request, out);
    shown.forEach(example -> reader.show(shape, example));
    reader.requireElsewhere(out);
    return new Answer(document, status, type, schema, shown);
  }
}
