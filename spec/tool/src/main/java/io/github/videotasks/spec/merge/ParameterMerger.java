package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.EvidenceCollector;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefDescription;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.Operations;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds the parameters of one page's operation to the merged operation. */
final class ParameterMerger {
  private final MergedOperation merged;
  private final Findings out;

  ParameterMerger(MergedOperation merged, Findings out) {
    this.merged = merged;
    this.out = out;
  }

  void add(
      SpecDocument document, Operations.DeclaredOperation found, Map<String, String> pathNames) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode list :
        List.of(found.pathItem().path("parameters"), found.node().path("parameters"))) {
      for (JsonNode written : list) {
        JsonNode parameter = resolve(document, written);
        // A parameter of the operation replaces the path item's parameter of the same name.
        parameters.put(
            parameter.path("in").asText() + ":" + parameter.path("name").asText(), parameter);
      }
    }
    parameters.remove(":");
    for (JsonNode parameter : parameters.values()) {
      String in = parameter.path("in").asText();
      String name = parameter.path("name").asText();
      if (in.equals("path") && !pathNames.containsKey(name)) {
        out.add(
            document.warning(
                "stray-path-parameter",
                document.location(parameter),
                "expected a parameter of the path template, found the path parameter '"
                    + MessageText.excerpt(name)
                    + "'",
                "Dropped the parameter"));
      } else {
        add(document, in.equals("path") ? pathNames.getOrDefault(name, name) : name, in, parameter);
      }
    }
    pathNames.forEach(
        (own, agreed) -> {
          if (!parameters.containsKey("path:" + own)) {
            addMissingPathParameter(document, found, own, agreed);
          }
        });
  }

  private JsonNode resolve(SpecDocument document, JsonNode written) {
    try {
      return RefDescription.describe(document, written, new RefResolver(document).resolve(written));
    } catch (RejectedInputException e) {
      reportDropped(document, e, "Dropped the parameter");
      return JsonNodes.object();
    }
  }

  private void reportDropped(SpecDocument document, RejectedInputException e, String action) {
    out.add(
        document.warning(
            "dropped-parameter", e.finding().location(), e.finding().message(), action));
  }

  private void addMissingPathParameter(
      SpecDocument document, Operations.DeclaredOperation found, String own, String agreed) {
    out.add(
        document.warning(
            "missing-path-parameter",
            document.location(found.pathItem(), found.method().toLowerCase(Locale.ROOT)),
            "expected a declaration of the path parameter '"
                + MessageText.excerpt(own)
                + "', found none",
            "Added as a string"));
    ObjectNode parameter =
        JsonNodes.object().put("name", agreed).put("in", "path").put("required", true);
    parameter.putObject("schema").put("type", "string");
    add(document, agreed, "path", parameter);
  }

  private void add(SpecDocument document, String name, String in, JsonNode parameter) {
    MergedParameter known =
        merged
            .parameters()
            .computeIfAbsent(
                in + ":" + name, k -> new MergedParameter(name, in, new FieldEvidence()));
    known.declarations().add(new MergedParameter.ParameterDeclaration(document, parameter));
    boolean required = parameter.path("required").asBoolean();
    EvidenceCollector collector = new EvidenceCollector(document);
    if (parameter.has("example") && parameter instanceof ObjectNode object) {
      ObjectNode exampleOnly = JsonNodes.object();
      exampleOnly.set("example", object.get("example"));
      collector.addDeclaration(known.evidence(), exampleOnly, document.location(parameter), false);
    }
    try {
      collector.addDeclaration(known.evidence(), ParameterForm.schema(parameter), required);
      collector.applyDeferredRequired(out);
    } catch (RejectedInputException e) {
      reportDropped(document, e, "Left the parameter without this page's schema");
    }
  }
}
