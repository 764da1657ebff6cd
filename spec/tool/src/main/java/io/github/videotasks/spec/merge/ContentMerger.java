package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.EvidenceCollector;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.ExampleCollector;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the request body and the answers of one page's operation to the merged one. */
final class ContentMerger {
  private final SpecDocument document;
  private final RefResolver refs;
  private final ExampleCollector examples;
  private final Findings out;
  private final Map<String, JsonNode> responses = new LinkedHashMap<>();
  private final JsonNode body;

  /**
   * Reads an operation through once, before anything is added.
   *
   * @throws RejectedInputException when its request body or a success answer cannot be read; an
   *     error answer that cannot be read is dropped with a finding
   */
  ContentMerger(
      SpecDocument document,
      Operations.DeclaredOperation found,
      ExampleCollector examples,
      Findings out) {
    this.document = document;
    this.refs = new RefResolver(document);
    this.examples = examples;
    this.out = out;
    this.body = refs.resolve(found.node().path("requestBody"));
    checkReadable(body);
    for (Map.Entry<String, JsonNode> answer : found.node().path("responses").properties()) {
      try {
        JsonNode resolved = refs.resolve(answer.getValue());
        checkReadable(resolved);
        responses.put(answer.getKey(), resolved);
      } catch (RejectedInputException e) {
        if (isSuccess(answer.getKey())) {
          throw e;
        }
        out.add(
            document.warning(
                "dropped-answer",
                e.finding().location(),
                e.finding().message()
                    + "; answer "
                    + MessageText.excerpt(answer.getKey())
                    + " of "
                    + found.method()
                    + " "
                    + MessageText.excerpt(found.path())
                    + " is dropped",
                "Dropped the answer"));
      }
    }
  }

  private static boolean isSuccess(String status) {
    return status.startsWith("2") || status.equals("default");
  }

  private void checkReadable(JsonNode holder) {
    FieldEvidence scratch = new FieldEvidence();
    for (JsonNode media : holder.path("content")) {
      new EvidenceCollector(document).addDeclaration(scratch, media.path("schema"), false);
      media.path("examples").forEach(refs::resolve);
    }
  }

  /** Adds the request body, and gives its content with the page's examples. */
  List<SourceContent> addBody(MergedOperation merged) {
    List<SourceContent> sent = new ArrayList<>();
    for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
      sent.add(add(merged.body(), "", media, true));
    }
    merged.countBody(body.path("required").asBoolean());
    merged.bodyDescriptions().add(document, body, "description");
    return sent;
  }

  /** Adds the answers, and gives their content with the page's examples. */
  List<SourceContent> addResponses(MergedOperation merged) {
    List<SourceContent> shown = new ArrayList<>();
    responses.forEach(
        (status, answer) -> {
          if (answer.path("content").isEmpty()) {
            merged.responseDescriptions(status).add(document, answer, "description");
            merged.responses().computeIfAbsent(status, s -> new LinkedHashMap<>());
          }
          for (Map.Entry<String, JsonNode> media : answer.path("content").properties()) {
            String meant =
                SuccessUnderError.effectiveStatus(
                    document, status, media.getValue(), responses, out);
            merged.responseDescriptions(meant).addOnce(document, answer, "description");
            shown.add(
                add(
                    merged.responses().computeIfAbsent(meant, s -> new LinkedHashMap<>()),
                    meant,
                    media,
                    false));
          }
        });
    return shown;
  }

  private SourceContent add(
      Map<String, FieldEvidence> shapes,
      String status,
      Map.Entry<String, JsonNode> media,
      boolean request) {
    String type = MediaTypeNormalizer.normalize(document, media.getKey(), media.getValue(), out);
    FieldEvidence shape = shapes.computeIfAbsent(type, m -> new FieldEvidence());
    EvidenceCollector reader = new EvidenceCollector(document);
    JsonNode schema = media.getValue().get("schema");
    if (schema != null) {
      reader.addDeclaration(shape, schema, request && body.path("required").asBoolean());
    }
    List<Example> shown = examples.collectFrom(document, media.getValue(), request, out);
    shown.forEach(example -> reader.addExample(shape, example));
    reader.applyDeferredRequired(out);
    return new SourceContent(document, status, type, schema, shown);
  }
}
