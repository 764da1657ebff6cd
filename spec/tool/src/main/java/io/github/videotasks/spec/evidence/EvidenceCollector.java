package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RefDescription;
import io.github.videotasks.spec.page.RefResolver;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.HostileText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds the declarations and examples of one document to {@link FieldEvidence}. */
public final class EvidenceCollector {
  private static final int MAX_DEPTH = 60;
  private static final int MAX_DECLARATIONS = 100_000;

  private final SpecDocument document;
  private final RefResolver refs;
  private final RecursiveSchemas recursion = new RecursiveSchemas();
  private final List<RequiredProperty> deferredRequired = new ArrayList<>();
  private SchemaBranch branch = SchemaBranch.ofUse();
  private int declarations;

  /** A name that an object requires but does not itself declare. */
  private record RequiredProperty(FieldEvidence object, String name, SourceLocation location) {}

  /**
   * Creates a collector for one use of a schema, such as the body of one response.
   *
   * @param document the document that contains the schema
   */
  public EvidenceCollector(SpecDocument document) {
    this.document = document;
    this.refs = new RefResolver(document);
  }

  /**
   * Adds a declared schema and everything below it.
   *
   * @param evidence receives the declarations
   * @param schema the schema, or a reference to it
   * @param required whether the page requires the value as a whole
   * @throws RejectedInputException if a reference does not resolve, or the schema is too large
   */
  public void addDeclaration(FieldEvidence evidence, JsonNode schema, boolean required) {
    addDeclaration(evidence, schema, document.location(schema), required, true, 0);
  }

  /**
   * Marks the properties as required that an object requires but does not itself declare. Another
   * part of an allOf may declare such a property, or only an example of the page may show it. Call
   * after all declarations and examples were added.
   *
   * @param out receives a finding for each name that is neither declared nor shown
   */
  public void applyDeferredRequired(Findings out) {
    for (RequiredProperty name : deferredRequired) {
      if (name.object().properties().containsKey(name.name())) {
        DeclaredSchema declared =
            new DeclaredSchema(document, name.location(), JsonNodes.object(), true, branch);
        name.object().getOrCreateProperty(name.name()).add(declared);
      } else {
        out.add(
            document.warning(
                "required-unknown",
                name.location(),
                "expected the name of a property in 'required', found '"
                    + MessageText.excerpt(name.name())
                    + "'",
                "Left out"));
      }
    }
    deferredRequired.clear();
  }

  /**
   * Adds a declaration that a page makes outside the schema of a field, such as the description of
   * a parameter.
   *
   * @param evidence receives the declaration
   * @param keywords the declared keywords
   * @param location file and line of the declaration
   * @param required whether the page declares the field as required
   */
  public void addDeclaration(
      FieldEvidence evidence, ObjectNode keywords, SourceLocation location, boolean required) {
    evidence.add(new DeclaredSchema(document, location, keywords, required, branch));
  }

  private void addDeclaration(
      FieldEvidence evidence,
      JsonNode declared,
      SourceLocation location,
      boolean required,
      boolean unconditional,
      int depth) {
    addDeclaration(evidence, declared, location, required, unconditional, true, depth);
  }

  /** Adds a declaration; {@code whole} is false for a part of a combinator. */
  private void addDeclaration(
      FieldEvidence evidence,
      JsonNode declared,
      SourceLocation location,
      boolean required,
      boolean unconditional,
      boolean whole,
      int depth) {
    if (declared.has("$ref")
        && declared.size() > 1
        && declared instanceof ObjectNode withSiblings) {
      ObjectNode siblings = RefDescription.siblings(document, withSiblings);
      addDeclaration(evidence, siblings, location, required, unconditional, depth + 1);
    }
    JsonNode schema = RefDescription.withoutOverridden(document, declared, refs.resolve(declared));
    if (!(schema instanceof ObjectNode object)) {
      return;
    }
    if (depth > MAX_DEPTH || ++declarations > MAX_DECLARATIONS) {
      throw new RejectedInputException(
          "too-large",
          location,
          "expected a schema of at most "
              + MAX_DEPTH
              + " levels and "
              + MAX_DECLARATIONS
              + " fields with all references, found more",
          "Replace the deepest schemas with open objects");
    }
    evidence.add(new DeclaredSchema(document, location, object, required, branch));
    if (recursion.enter(object, evidence, whole)) {
      addChildren(evidence, object, required, unconditional, depth);
      recursion.leave();
    }
  }

  private void addChildren(
      FieldEvidence evidence,
      ObjectNode object,
      boolean required,
      boolean unconditional,
      int depth) {
    Set<String> requiredNames = requiredNames(evidence, object, unconditional);
    object
        .path("properties")
        .properties()
        .forEach(
            e ->
                addDeclaration(
                    evidence.getOrCreateProperty(e.getKey()),
                    e.getValue(),
                    document.location(object.path("properties"), e.getKey()),
                    requiredNames.contains(e.getKey()),
                    true,
                    depth + 1));
    if (object.path("items").isObject() && !object.path("items").isEmpty()) {
      addDeclaration(
          evidence.getOrCreateItems(),
          object.path("items"),
          document.location(object, "items"),
          false,
          true,
          depth + 1);
    }
    if (MapKeys.declaresMap(object)) {
      addDeclaration(
          evidence.getOrCreateMapValues(),
          object.path("additionalProperties"),
          document.location(object, "additionalProperties"),
          false,
          true,
          depth + 1);
    }
    boolean alias = RecursiveSchemas.isAlias(object);
    for (String combinator : List.of("allOf", "oneOf", "anyOf")) {
      boolean unconditionalPart = unconditional && combinator.equals("allOf");
      SchemaBranch outer = branch;
      JsonNode parts = object.path(combinator);
      for (JsonNode part : parts) {
        branch = combinator.equals("allOf") ? outer : outer.alternative(parts);
        addDeclaration(
            evidence, part, document.location(part), required, unconditionalPart, alias, depth + 1);
      }
      branch = outer;
    }
  }

  /**
   * Returns the declared properties that the object requires, and defers the undeclared ones.
   * Without {@code unconditional} it returns none: a property that only one alternative of oneOf or
   * anyOf requires is not required by the whole.
   */
  private Set<String> requiredNames(
      FieldEvidence evidence, ObjectNode object, boolean unconditional) {
    Set<String> names = new HashSet<>();
    for (JsonNode name : object.path("required")) {
      if (!object.path("properties").has(name.asText())) {
        if (unconditional) {
          deferredRequired.add(
              new RequiredProperty(evidence, name.asText(), document.location(object, "required")));
        }
      } else if (unconditional) {
        names.add(name.asText());
      }
    }
    return names;
  }

  /**
   * Adds the value of an example and everything below it.
   *
   * @param evidence receives the occurrences
   * @param example a response or request of a page
   */
  public void addExample(FieldEvidence evidence, Example example) {
    addExample(evidence, example, example.value(), example.location());
  }

  private void addExample(
      FieldEvidence evidence, Example example, JsonNode value, SourceLocation location) {
    evidence.add(new Occurrence(example, location, value));
    if (value.isObject()) {
      value.properties().stream()
          // No client can have a field with such a name. The object is open: the example is valid.
          .filter(e -> !HostileText.isUnusableName(e.getKey()))
          .forEach(
              e ->
                  addExample(
                      evidence.getOrCreateProperty(e.getKey()),
                      example,
                      e.getValue(),
                      document.location(value, e.getKey())));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        addExample(evidence.getOrCreateItems(), example, value.get(i), document.location(value, i));
      }
    }
  }
}
