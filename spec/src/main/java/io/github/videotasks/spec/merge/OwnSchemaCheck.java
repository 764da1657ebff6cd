package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.JsonSchemas;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;

/** Holds each example against the schema that its own page declares beside it. */
public final class OwnSchemaCheck {
  private final Findings out;
  // By identity: a document is asked once for each of its answers, and comparing trees is dear.
  private final IdentityHashMap<ObjectNode, Requirements> requirementsOf = new IdentityHashMap<>();

  public OwnSchemaCheck(Findings out) {
    this.out = out;
  }

  /** Reports missing required members and members that the page does not declare. */
  public void check(Answer answer) {
    JsonNode written = answer.schema();
    if (written == null || answer.examples().isEmpty()) {
      return;
    }
    SpecDocument document = answer.document();
    Requirements requirements =
        requirementsOf.computeIfAbsent(document.root(), root -> new Requirements(root));
    JsonSchemas schema = JsonSchemas.of(requirements.of(written), requirements.document());
    JsonNode declared = new RefResolver(document).resolve(written);
    for (Example example : answer.examples()) {
      required(document, declared, example, schema.check(example.value()));
      undeclared(document, declared, example);
    }
  }

  private void required(
      SpecDocument document, JsonNode declared, Example example, List<Error> errors) {
    TreeSet<String> missing = new TreeSet<>();
    errors.stream()
        .filter(e -> e.getKeyword().equals("required"))
        .forEach(e -> missing.add(Texts.shown(e.getProperty())));
    if (!missing.isEmpty()) {
      out.add(
          document.warning(
              "required-contradicted",
              example.place(),
              "example "
                  + example.id()
                  + " lacks "
                  + String.join(", ", missing)
                  + ", which its page's schema requires in line "
                  + document.place(declared, "required").line(),
              "Required is only what every example shows"));
    }
  }

  private void undeclared(SpecDocument document, JsonNode declared, Example example) {
    JsonNode properties = declared.path("properties");
    if (!properties.isObject()) {
      return;
    }
    List<String> names =
        example.value().properties().stream()
            .map(e -> e.getKey())
            .filter(name -> !properties.has(name))
            .map(Texts::shown)
            .toList();
    if (!names.isEmpty()) {
      out.add(
          document.warning(
              "undeclared-member",
              example.place(),
              "example "
                  + example.id()
                  + " shows "
                  + names.size()
                  + (names.size() == 1 ? " member" : " members")
                  + " that its page's schema does not declare: "
                  + String.join(", ", names),
              "Added to the canonical schema"));
    }
  }
}
