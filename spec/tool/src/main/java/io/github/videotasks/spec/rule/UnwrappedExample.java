package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.Map;
import java.util.Set;

/** Wraps named examples that lack the property {@code value}. */
final class UnwrappedExample implements Rule {
  private static final Set<OpenApiObject> EXAMPLE_HOLDERS =
      Set.of(
          OpenApiObject.MEDIA_TYPE,
          OpenApiObject.PARAMETER,
          OpenApiObject.HEADER,
          OpenApiObject.COMPONENTS);
  private static final Set<String> EXAMPLE_OBJECT_KEYS =
      Set.of("value", "summary", "description", "externalValue", "$ref");

  @Override
  public String id() {
    return "bare-example";
  }

  @Override
  public String rationale() {
    return "A named example is the value itself, without the property 'value'. It is wrapped before"
        + " another rule could read its properties as keywords.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(),
        (kind, node) -> {
          if (EXAMPLE_HOLDERS.contains(kind)
              && node.get("examples") instanceof ObjectNode examples) {
            for (Map.Entry<String, JsonNode> entry : examples.properties()) {
              wrap(document, examples, entry, out);
            }
          }
        });
  }

  private void wrap(
      SpecDocument document, ObjectNode examples, Map.Entry<String, JsonNode> entry, Findings out) {
    JsonNode example = entry.getValue();
    boolean isExampleObject =
        example.properties().stream()
            .anyMatch(e -> EXAMPLE_OBJECT_KEYS.contains(e.getKey()) || e.getKey().startsWith("x-"));
    if (example.isNull() || isExampleObject || (example.isObject() && example.isEmpty())) {
      return;
    }
    out.add(
        document.warning(
            id(),
            document.location(examples, entry.getKey()),
            "expected an example with the property 'value', found the value of '"
                + MessageText.excerpt(entry.getKey())
                + "' itself",
            "Read as the value"));
    ObjectNode wrapped = JsonNodes.object();
    wrapped.set("value", example);
    int line = document.lines().lineOf(examples, entry.getKey());
    document.lines().recordStart(wrapped, line);
    document.lines().recordKey(wrapped, "value", line);
    entry.setValue(wrapped);
  }
}
