package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.JsonSchemaValidator;
import io.github.videotasks.spec.evidence.MapKeys;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;

/** Validates each example against the schema that its own page declares for it. */
public final class PageExampleValidator {
  private final Findings out;
  // By identity: the map is used once for each response, and comparing trees is expensive.
  private final IdentityHashMap<ObjectNode, RequiredOnlySchemas> requiredOnlySchemas =
      new IdentityHashMap<>();

  /**
   * Reports to a list of findings.
   *
   * @param out receives the findings
   */
  public PageExampleValidator(Findings out) {
    this.out = out;
  }

  /**
   * Reports missing required properties, and properties that the page does not declare.
   *
   * @param response a response of a page, with its examples
   */
  public void validate(SourceContent response) {
    JsonNode written = response.schema();
    if (written == null || response.examples().isEmpty()) {
      return;
    }
    SpecDocument document = response.document();
    RequiredOnlySchemas requirements =
        requiredOnlySchemas.computeIfAbsent(document.root(), root -> new RequiredOnlySchemas(root));
    JsonSchemaValidator schema =
        JsonSchemaValidator.of(requirements.reduce(written), requirements.document());
    JsonNode declared = new RefResolver(document).resolve(written);
    for (Example example : response.examples()) {
      reportMissingRequired(document, declared, example, schema.validate(example.value()));
      reportUndeclared(document, declared, example);
    }
  }

  private void reportMissingRequired(
      SpecDocument document, JsonNode declared, Example example, List<Error> errors) {
    TreeSet<String> missing = new TreeSet<>();
    errors.stream()
        .filter(e -> e.getKeyword().equals("required"))
        .forEach(e -> missing.add(MessageText.excerpt(e.getProperty())));
    if (!missing.isEmpty()) {
      out.add(
          document.warning(
              "required-contradicted",
              example.location(),
              "example "
                  + example.id()
                  + " lacks "
                  + MessageText.list(List.copyOf(missing))
                  + ", required by its page's schema in line "
                  + document.location(declared, "required").inFile(),
              "Only properties that all examples show are required"));
    }
  }

  private void reportUndeclared(SpecDocument document, JsonNode declared, Example example) {
    JsonNode properties = declared.path("properties");
    if (!properties.isObject() || MapKeys.declaresMap(declared)) {
      return;
    }
    List<String> names =
        example.value().properties().stream()
            .map(e -> e.getKey())
            .filter(name -> !properties.has(name))
            .map(MessageText::excerpt)
            .toList();
    if (!names.isEmpty()) {
      out.add(
          document.warning(
              "undeclared-member",
              example.location(),
              "example "
                  + example.id()
                  + " shows "
                  + names.size()
                  + (names.size() == 1 ? " property" : " properties")
                  + " that its page's schema does not declare: "
                  + String.join(", ", names),
              "Added to the canonical schema"));
    }
  }
}
