package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares all declarations of one operation with the operation of the contract. */
final class OperationComparison {
  private static final Set<String> COMPARED_BY_MEANING =
      Set.of("parameters", "requestBody", "responses", "servers", "security");

  private final JsonNode contract;
  private final KeptExamples examples;
  private final DifferenceList out;

  OperationComparison(JsonNode contract, KeptExamples examples, DifferenceList out) {
    this.contract = contract;
    this.examples = examples;
    this.out = out;
  }

  void compare(List<DeclaredOperationPlace> declarations, WrittenOperation written) {
    for (DeclaredOperationPlace declared : declarations) {
      Set<String> lost = declared.urls();
      lost.removeAll(written.urls());
      if (!lost.isEmpty()) {
        out.add(
            "operation.servers lost",
            "servers",
            declared.servers(),
            declared.servers().node(),
            com.fasterxml.jackson.databind.node.TextNode.valueOf(written.urls().toString()));
      }
      compareKeywords("operation", declared.place(), written.node(), COMPARED_BY_MEANING);
      for (String text : List.of("summary", "description")) {
        compareKeyword("path", declared.item().child(text), written.item().path(text));
      }
      new SecurityComparison(contract, out).compare(declared, written);
    }
    new ParameterComparison(contract, examples, out).compare(declarations, written);
    compareBody(declarations, written.node().path("requestBody"));
    compareResponses(declarations, written.node().path("responses"));
  }

  private void compareBody(List<DeclaredOperationPlace> declarations, JsonNode written) {
    List<ModelPlace> bodies = new ArrayList<>();
    for (DeclaredOperationPlace declared : declarations) {
      ModelPlace body = declared.place().child("requestBody").resolved();
      if (body.exists()) {
        bodies.add(body);
        if (written.isMissingNode()) {
          report("requestBody lost", body, written);
          continue;
        }
        compareKeywords("requestBody", body, written, Set.of("content", "required"));
      }
      if (written.path("required").asBoolean() && !body.node().path("required").asBoolean()) {
        report("requestBody.required added", body, written.path("required"));
      }
      if (body.node().path("required").asBoolean() && !written.path("required").asBoolean()) {
        boolean one = declarations.size() == 1;
        report("requestBody.required " + (one ? "lost" : "of some pages lost"), body, written);
      }
    }
    if (written.isObject()) {
      compareContent("request", bodies, written.path("content"));
    }
  }

  private void compareResponses(List<DeclaredOperationPlace> declarations, JsonNode written) {
    Map<String, List<ModelPlace>> byStatus = new LinkedHashMap<>();
    for (DeclaredOperationPlace declared : declarations) {
      for (ModelPlace response : declared.place().child("responses").properties()) {
        byStatus
            .computeIfAbsent(response.name().toUpperCase(Locale.ROOT), s -> new ArrayList<>())
            .add(response.resolved());
      }
    }
    byStatus.forEach(
        (status, responses) -> {
          JsonNode found = written.path(status.equals("DEFAULT") ? "default" : status);
          for (ModelPlace response : responses) {
            if (found.isMissingNode()) {
              report("response lost", response, found);
            } else {
              compareKeywords("response", response, found, Set.of("content"));
            }
          }
          if (found.isObject()) {
            compareContent("response", responses, found.path("content"));
          }
        });
    for (Map.Entry<String, JsonNode> response : written.properties()) {
      if (!byStatus.containsKey(response.getKey().toUpperCase(Locale.ROOT))) {
        ModelPlace place = declarations.get(0).place().child("responses");
        out.add("response added", "responses", place, place.node(), response.getValue());
      }
    }
  }

  private void compareContent(String side, List<ModelPlace> owners, JsonNode written) {
    Map<String, List<ModelPlace>> byType = new LinkedHashMap<>();
    for (ModelPlace owner : owners) {
      for (ModelPlace media : owner.child("content").properties()) {
        // Parameters such as charset are about the encoding.
        String type = media.name().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        byType.computeIfAbsent(type, t -> new ArrayList<>()).add(media);
      }
    }
    byType.forEach(
        (type, declared) -> {
          JsonNode found = written.path(type);
          List<ModelPlace> schemas = new ArrayList<>();
          for (ModelPlace media : declared) {
            if (found.isMissingNode()) {
              report(side + " media lost", media, found);
              continue;
            }
            compareMedia(side, media, found);
            if (media.child("schema").exists()) {
              schemas.add(media.child("schema"));
            }
          }
          if (found.has("schema") && !schemas.isEmpty()) {
            new SchemaComparison(contract, side, examples, out)
                .compare(schemas, found.path("schema"));
          }
        });
    Set<String> added = new HashSet<>();
    written.fieldNames().forEachRemaining(added::add);
    added.removeAll(byType.keySet());
    if (!added.isEmpty() && !owners.isEmpty()) {
      ModelPlace owner = owners.get(0);
      List<ModelPlace> declared = owner.child("content").properties();
      out.add(side + " media added", owner.name(), owner, declared, owner.node(), written);
    }
  }

  private void compareMedia(String side, ModelPlace media, JsonNode written) {
    compareKeywords(side + " media", media, written, Set.of("schema", "example", "examples"));
    compareExamples(side + " media", media);
  }

  /** Compares the examples beside a schema. */
  private void compareExamples(String kind, ModelPlace owner) {
    List<ModelPlace> values = new ArrayList<>(List.of(owner.child("example")));
    for (ModelPlace example : owner.child("examples").properties()) {
      values.add(example.resolved().child("value"));
    }
    for (ModelPlace value : values) {
      if (value.exists() && !examples.contains(value.original())) {
        report(kind + ".example lost", value, MissingNode.getInstance());
      }
    }
  }

  private void compareKeywords(String kind, ModelPlace owner, JsonNode written, Set<String> other) {
    for (ModelPlace keyword : owner.properties()) {
      if (!other.contains(keyword.name())) {
        compareKeyword(kind, keyword, written.path(keyword.name()));
      }
    }
  }

  private void compareKeyword(String kind, ModelPlace keyword, JsonNode written) {
    if (ModelPlace.hasMeaning(keyword.node()) && !TextComparison.same(keyword.node(), written)) {
      String change = written.isMissingNode() ? " lost" : " changed";
      report(kind + "." + keyword.name() + change, keyword, written);
    }
  }

  private void report(String kind, ModelPlace place, JsonNode written) {
    out.add(kind, place.name(), place, place.node(), written);
  }
}
