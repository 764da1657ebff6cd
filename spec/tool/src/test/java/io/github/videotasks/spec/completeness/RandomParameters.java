package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;

/** Random parameters in the four places, with every way to serialize a value. */
final class RandomParameters {
  private final RandomChoices random;
  private final RandomSchemas schemas;
  private final RandomInstances instances;
  private final ObjectNode shared = JsonNodes.object();

  RandomParameters(RandomChoices random, RandomSchemas schemas, RandomInstances instances) {
    this.random = random;
    this.schemas = schemas;
    this.instances = instances;
  }

  ObjectNode inPath(String name) {
    ObjectNode parameter = JsonNodes.object().put("name", name).put("in", "path");
    parameter.put("required", true);
    if (random.chance(10)) {
      parameter.put("style", random.pick("label", "matrix", "simple"));
    }
    parameter.set("schema", schemas.scalar());
    return parameter;
  }

  ObjectNode any() {
    String place = random.pick("query", "query", "query", "header", "cookie");
    ObjectNode parameter =
        JsonNodes.object()
            .put("name", place.equals("header") ? "X-Mode" : random.pick("tags", "filter", "mode"))
            .put("in", place);
    if (random.chance(30)) {
      parameter.put("required", true);
    }
    if (random.chance(30)) {
      parameter.put("description", "A parameter.");
    }
    if (random.chance(8)) {
      parameter.put("deprecated", true);
    }
    addValue(parameter, place.equals("query"));
    return parameter;
  }

  private void addValue(ObjectNode parameter, boolean query) {
    int kind = random.below(10);
    if (kind < 2) {
      parameter.putObject("content").putObject("application/json").set("schema", schemas.object(0));
      return;
    }
    ObjectNode schema =
        kind < 5 ? schemas.array(0) : kind < 6 ? schemas.object(0) : schemas.scalar();
    if (query && kind < 5) {
      addListStyle(parameter);
    } else if (query && kind < 6) {
      parameter.put("style", random.pick("deepObject", "form")).put("explode", true);
    } else if (random.chance(20)) {
      parameter.put("explode", random.chance(50));
    }
    if (query && random.chance(10)) {
      parameter.put("allowReserved", true);
    }
    if (query && random.chance(6)) {
      parameter.put("allowEmptyValue", true);
    }
    parameter.set("schema", schema);
    if (random.chance(15)) {
      parameter.set("example", instances.of(schema));
    } else if (random.chance(10)) {
      parameter.putObject("examples").putObject("one").set("value", instances.of(schema));
    }
  }

  private void addListStyle(ObjectNode parameter) {
    if (random.chance(60)) {
      parameter.put("style", random.pick("form", "spaceDelimited", "pipeDelimited"));
      parameter.put("explode", parameter.get("style").asText().equals("form") && random.chance(30));
    }
  }

  /** Returns the parameter, or sometimes a reference to it as a component. */
  ObjectNode shared(ObjectNode parameter) {
    if (!random.chance(12)) {
      return parameter;
    }
    String name = parameter.get("in").asText() + "-" + parameter.get("name").asText();
    shared.putIfAbsent(name, parameter);
    return JsonNodes.object().put("$ref", "#/components/parameters/" + name);
  }

  void addComponents(ObjectNode components) {
    if (!shared.isEmpty()) {
      components.set("parameters", shared);
    }
  }
}
