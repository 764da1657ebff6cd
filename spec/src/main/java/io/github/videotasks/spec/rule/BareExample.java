package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.Map;
import java.util.Set;

/** Wraps examples that are written without their member {@code value}. */
final class BareExample implements Rule {
  private static final Set<Kind> HOLDERS =
      Set.of(Kind.MEDIA_TYPE, Kind.PARAMETER, Kind.HEADER, Kind.COMPONENTS);
  private static final Set<String> OWN =
      Set.of("value", "summary", "description", "externalValue", "$ref");

  @Override
  public String id() {
    return "bare-example";
  }

  @Override
  public String why() {
    return "A named example is the value itself, without the member 'value'. It is read as it is meant, before any"
        + " rule could take its members for keywords.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(
        document.root(),
        (kind, node, pointer) -> {
          if (HOLDERS.contains(kind) && node.get("examples") instanceof ObjectNode examples) {
            for (Map.Entry<String, JsonNode> entry : examples.properties()) {
              wrap(document, examples, entry, out);
            }
          }
        });
  }

  private void wrap(
      SpecDocument document, ObjectNode examples, Map.Entry<String, JsonNode> entry, Findings out) {
    JsonNode example = entry.getValue();
    boolean own =
        example.properties().stream()
            .anyMatch(e -> OWN.contains(e.getKey()) || e.getKey().startsWith("x-"));
    if (example.isNull() || own || (example.isObject() && example.isEmpty())) {
      return;
    }
    out.add(
        document.warning(
            id(),
            document.place(examples, entry.getKey()),
            "expected an example with a value, found the value of '"
                + Texts.shown(entry.getKey())
                + "' itself",
            "Read it as the value"));
    ObjectNode wrapped = Json.object();
    wrapped.set("value", example);
    int line = document.lines().of(examples, entry.getKey());
    document.lines().start(wrapped, line);
    document.lines().field(wrapped, "value", line);
    entry.setValue(wrapped);
  }
}
