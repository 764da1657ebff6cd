package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.evidence.ShapeReader;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.rule.Operations;
import io.github.videotasks.spec.tree.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds the parameters of one page's operation to the merged one. */
final class ParameterUnion {
  private final MergedOperation merged;
  private final Findings out;

  ParameterUnion(MergedOperation merged, Findings out) {
    this.merged = merged;
    this.out = out;
  }

  void add(SpecDocument document, Operations.Found found, Map<String, String> pathNames) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode list :
        List.of(found.pathItem().path("parameters"), found.node().path("parameters"))) {
      for (JsonNode written : list) {
        JsonNode parameter = resolved(document, written);
        // The operation's own parameter replaces the path's of the same name.
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
                document.place(parameter),
                "found the path parameter '"
                    + Texts.shown(name)
                    + "', which the path does not hold",
                "Dropped the parameter"));
      } else {
        add(document, in.equals("path") ? pathNames.getOrDefault(name, name) : name, in, parameter);
      }
    }
    pathNames.forEach(
        (own, agreed) -> {
          if (!parameters.containsKey("path:" + own)) {
            missing(document, found, own, agreed);
          }
        });
  }

  private JsonNode resolved(SpecDocument document, JsonNode written) {
    try {
      return new RefResolver(document).resolve(written);
    } catch (RefusedException e) {
      dropped(document, e, "Dropped the parameter");
      return Json.object();
    }
  }

  private void dropped(SpecDocument document, RefusedException e, String done) {
    out.add(
        document.warning("dropped-parameter", e.finding().place(), e.finding().message(), done));
  }

  private void missing(SpecDocument document, Operations.Found found, String own, String agreed) {
    out.add(
        document.warning(
            "missing-path-parameter",
            document.place(found.pathItem(), found.method().toLowerCase(Locale.ROOT)),
            "expected a declaration of the path parameter '" + Texts.shown(own) + "', found none",
            "Added as a text"));
    ObjectNode parameter =
        Json.object().put("name", agreed).put("in", "path").put("required", true);
    parameter.putObject("schema").put("type", "string");
    add(document, agreed, "path", parameter);
  }

  private void add(SpecDocument document, String name, String in, JsonNode parameter) {
    MergedParameter known =
        merged
            .parameters()
            .computeIfAbsent(in + ":" + name, k -> new MergedParameter(name, in, new Shape()));
    known.declarations().add(new MergedParameter.Declaration(document, parameter));
    boolean required = parameter.path("required").asBoolean();
    ShapeReader reader = new ShapeReader(document);
    if (parameter.has("example") && parameter instanceof ObjectNode object) {
      ObjectNode words = Json.object();
      words.set("example", object.get("example"));
      reader.declare(known.shape(), words, document.place(parameter), false);
    }
    try {
      reader.declare(known.shape(), parameter.path("schema"), required);
      reader.requireElsewhere(out);
    } catch (RefusedException e) {
      dropped(document, e, "Left the parameter without this page's schema");
    }
  }
}
