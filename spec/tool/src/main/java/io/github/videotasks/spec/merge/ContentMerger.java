package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.EvidenceCollector;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.ExampleCollector;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefDescription;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the request body and the responses of one page's operation to the merged operation. */
final class ContentMerger {
  private final SpecDocument document;
  private final RefResolver refs;
  private final ExampleCollector examples;
  private final Findings out;
  private final Map<String, JsonNode> responses = new LinkedHashMap<>();
  private final JsonNode body;

  /**
   * Reads a whole operation before anything is added.
   *
   * @throws RejectedInputException when its request body or a success response cannot be read; an
   *     error response that cannot be read is dropped with a finding
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
    this.body = resolve(found.node().path("requestBody"));
    checkReadable(body);
    for (Map.Entry<String, JsonNode> response : found.node().path("responses").properties()) {
      try {
        JsonNode resolved = resolve(response.getValue());
        checkReadable(resolved);
        responses.put(response.getKey(), resolved);
      } catch (RejectedInputException e) {
        if (isSuccess(response.getKey())) {
          throw e;
        }
        out.add(
            document.warning(
                "dropped-answer",
                e.finding().location(),
                e.finding().message()
                    + "; response "
                    + MessageText.excerpt(response.getKey())
                    + " of "
                    + found.method()
                    + " "
                    + MessageText.excerpt(found.path())
                    + " is dropped",
                "Dropped the response"));
      }
    }
  }

  private JsonNode resolve(JsonNode written) {
    return RefDescription.describe(document, written, refs.resolve(written));
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

  /** Adds the request body and returns its content with the page's examples. */
  List<SourceContent> addBody(MergedOperation merged) {
    List<SourceContent> sent = new ArrayList<>();
    JsonNode content = body.path("content");
    for (Map.Entry<String, JsonNode> media : content.properties()) {
      String type = MediaTypeNormalizer.normalize(document, content, media.getKey(), out);
      sent.add(add(merged.body(), "", type, media.getValue(), true));
    }
    merged.countBody(body.path("required").asBoolean());
    merged.bodyDescriptions().add(document, body, "description");
    return sent;
  }

  /** Adds the responses and returns their content with the page's examples. */
  List<SourceContent> addResponses(MergedOperation merged) {
    List<SourceContent> shown = new ArrayList<>();
    responses.forEach(
        (status, response) -> {
          JsonNode content = response.path("content");
          if (content.isEmpty()) {
            merged.responseDescriptions(status).add(document, response, "description");
            merged.responses().computeIfAbsent(status, s -> new LinkedHashMap<>());
          }
          for (Map.Entry<String, JsonNode> media : content.properties()) {
            String type = MediaTypeNormalizer.normalize(document, content, media.getKey(), out);
            String effectiveStatus =
                SuccessUnderError.effectiveStatus(
                    document, status, media.getValue(), responses, out);
            merged.responseDescriptions(effectiveStatus).addOnce(document, response, "description");
            shown.add(
                add(
                    merged.responses().computeIfAbsent(effectiveStatus, s -> new LinkedHashMap<>()),
                    effectiveStatus,
                    type,
                    media.getValue(),
                    false));
          }
        });
    return shown;
  }

  private SourceContent add(
      Map<String, FieldEvidence> byMediaType,
      String status,
      String type,
      JsonNode media,
      boolean request) {
    FieldEvidence evidence = byMediaType.computeIfAbsent(type, m -> new FieldEvidence());
    EvidenceCollector collector = new EvidenceCollector(document);
    JsonNode schema = media.get("schema");
    if (schema != null) {
      collector.addDeclaration(evidence, schema, request && body.path("required").asBoolean());
    }
    List<Example> shown = examples.collectFrom(document, media, request, out);
    shown.forEach(example -> collector.addExample(evidence, example));
    collector.applyDeferredRequired(out);
    return new SourceContent(document, status, type, schema, shown);
  }
}
