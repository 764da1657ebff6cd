package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the parameters of all declarations of an operation with those of the contract. */
final class ParameterComparison {
  private static final Set<String> COMPARED_BY_MEANING =
      Set.of(
          "name", "in", "required", "schema", "content", "style", "explode", "example", "examples");

  private final JsonNode contract;
  private final KeptExamples examples;
  private final DifferenceList out;

  ParameterComparison(JsonNode contract, KeptExamples examples, DifferenceList out) {
    this.contract = contract;
    this.examples = examples;
    this.out = out;
  }

  void compare(List<DeclaredOperationPlace> declarations, WrittenOperation operation) {
    Map<String, JsonNode> written = new LinkedHashMap<>();
    for (JsonNode owner : List.of(operation.item(), operation.node())) {
      for (JsonNode reference : owner.path("parameters")) {
        JsonNode parameter =
            reference.has("$ref")
                ? contract.at(reference.get("$ref").asText().substring(1))
                : reference;
        written.put(DeclaredOperationPlace.key(parameter, operation.path()), parameter);
      }
    }
    Map<String, List<ModelPlace>> declared = new LinkedHashMap<>();
    declarations.forEach(
        it ->
            it.parameters()
                .forEach(
                    (key, place) ->
                        declared.computeIfAbsent(key, k -> new ArrayList<>()).add(place)));
    declared.forEach(
        (key, places) -> {
          JsonNode found = written.getOrDefault(key, MissingNode.getInstance());
          if (found.isMissingNode()) {
            places.forEach(place -> report("parameter lost", "name", place, found));
          } else {
            compareParameter(places, found, places.size() < declarations.size());
          }
        });
    written.forEach(
        (key, parameter) -> {
          if (!declared.containsKey(key)) {
            report("parameter added", "parameters", declarations.get(0).place(), parameter);
          }
        });
  }

  private void compareParameter(List<ModelPlace> places, JsonNode written, boolean missing) {
    List<ModelPlace> schemas = new ArrayList<>();
    for (ModelPlace place : places) {
      compareKeywords(place, written);
      compareValue(place, "style", style(place.node()), style(written));
      compareValue(place, "explode", explode(place.node()), explode(written));
      boolean required = place.node().path("required").asBoolean();
      if (written.path("required").asBoolean() && (!required || missing)) {
        report("parameter.required added", "required", place, written);
      }
      if (required && !written.path("required").asBoolean()) {
        boolean all = !missing && places.stream().allMatch(ParameterComparison::isRequired);
        String kind = "parameter.required " + (all ? "lost" : "of some pages lost");
        report(kind, "required", place, written);
      }
      compareExamples(place);
      for (ModelPlace media : place.child("content").properties()) {
        if (written.path("content").has(media.name())) {
          schemas.add(media.child("schema"));
        } else {
          report("parameter.content lost", "content", place.child("content"), written);
        }
      }
      if (place.child("schema").exists()) {
        schemas.add(place.child("schema"));
      }
    }
    JsonNode media =
        written.path("content").elements().hasNext()
            ? written.path("content").elements().next()
            : written;
    if (!schemas.isEmpty() && media.path("schema").isObject()) {
      new SchemaComparison(contract, "request", examples, out)
          .compare(schemas, media.path("schema"));
    } else {
      schemas.forEach(schema -> report("parameter.schema lost", "schema", schema, written));
    }
  }

  private void compareKeywords(ModelPlace place, JsonNode written) {
    for (ModelPlace keyword : place.properties()) {
      if (!COMPARED_BY_MEANING.contains(keyword.name()) && ModelPlace.hasMeaning(keyword.node())) {
        compareValue(keyword, keyword.name(), keyword.node(), written.path(keyword.name()));
      }
    }
  }

  private void compareValue(ModelPlace place, String keyword, JsonNode declared, JsonNode written) {
    if (!TextComparison.same(declared, written)) {
      ModelPlace at = place.node().has(keyword) ? place.child(keyword) : place;
      String change = written.isMissingNode() ? " lost" : " changed";
      out.add("parameter." + keyword + change, keyword, at, declared, written);
    }
  }

  private static boolean isRequired(ModelPlace parameter) {
    return parameter.node().path("required").asBoolean();
  }

  private void compareExamples(ModelPlace owner) {
    List<ModelPlace> values = new ArrayList<>(List.of(owner.child("example")));
    for (ModelPlace example : owner.child("examples").properties()) {
      values.add(example.resolved().child("value"));
    }
    for (ModelPlace value : values) {
      if (value.exists() && !examples.contains(value.original())) {
        report("parameter.example lost", "example", value, MissingNode.getInstance());
      }
    }
  }

  private static JsonNode style(JsonNode parameter) {
    boolean form = Set.of("query", "cookie").contains(parameter.path("in").asText());
    return parameter.has("content")
        ? MissingNode.getInstance()
        : TextNode.valueOf(parameter.path("style").asText(form ? "form" : "simple"));
  }

  private static JsonNode explode(JsonNode parameter) {
    if (parameter.has("content")) {
      return MissingNode.getInstance();
    }
    boolean form = style(parameter).asText().equals("form");
    return BooleanNode.valueOf(parameter.path("explode").asBoolean(form));
  }

  private void report(String kind, String keyword, ModelPlace place, JsonNode written) {
    out.add(kind, keyword, place, place.node(), written);
  }
}
