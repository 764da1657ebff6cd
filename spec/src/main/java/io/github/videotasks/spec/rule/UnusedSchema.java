package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.HashSet;
import java.util.Set;

/** Notes schemas that no operation uses. */
final class UnusedSchema implements Rule {
  private static final String SCHEMAS = "#/components/schemas/";

  @Override
  public String id() {
    return "unused-schema";
  }

  @Override
  public String why() {
    return "A schema under components that nothing refers to describes no answer; it does not reach the"
        + " contract.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    Set<String> used = new HashSet<>();
    SpecWalk.document(
        document.root(), (kind, node, pointer) -> used.add(node.path("$ref").asText()));
    JsonNode schemas = document.root().path("components").path("schemas");
    schemas
        .properties()
        .forEach(
            e -> {
              String key = e.getKey().replace("~", "~0").replace("/", "~1");
              if (!used.contains(SCHEMAS + key)) {
                out.add(
                    document.info(
                        id(),
                        document.place(schemas, e.getKey()),
                        "found the schema '"
                            + Texts.shown(e.getKey())
                            + "', which nothing refers to",
                        "Left out"));
              }
            });
  }
}
