package io.github.videotasks.spec.tree;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keywords of OpenAPI 3.0 and 3.1 by kind of object, each with the form of its value. */
public final class Grammar {
  private static final Map<Kind, Map<String, Form>> FORMS = new EnumMap<>(Kind.class);

  static {
    with(Kind.DOCUMENT, Form.TEXT, "openapi swagger jsonSchemaDialect");
    with(Kind.DOCUMENT, Form.OBJECT, "info components");
    with(Kind.DOCUMENT, Form.OBJECTS, "servers security");
    with(Kind.DOCUMENT, Form.MAP, "paths");
    with(Kind.DOCUMENT, Form.LIST, "tags");
    // Where JSON Schema and Swagger 2 keep their schemas; pages refer to them in 3.x too.
    with(Kind.DOCUMENT, Form.SCHEMA_MAP, "$defs definitions");
    with(Kind.DOCUMENT, Form.ANY, "webhooks externalDocs");
    with(Kind.INFO, Form.TEXT, "title summary description termsOfService version");
    with(Kind.INFO, Form.ANY, "contact license");
    with(Kind.SERVER, Form.TEXT, "url description name");
    with(Kind.SERVER, Form.ANY, "variables");
    with(Kind.TAG, Form.TEXT, "name summary description");
    with(Kind.TAG, Form.ANY, "externalDocs");
    with(Kind.PATH_ITEM, Form.OBJECT, "get put post delete options head patch trace");
    with(Kind.PATH_ITEM, Form.OBJECTS, "parameters servers");
    with(Kind.PATH_ITEM, Form.TEXT, "summary description");
    with(Kind.PATH_ITEM, Form.ANY, "$ref");
    with(Kind.OPERATION, Form.TEXT, "operationId summary description");
    with(Kind.OPERATION, Form.TEXTS, "tags");
    with(Kind.OPERATION, Form.OBJECTS, "parameters security servers");
    with(Kind.OPERATION, Form.OBJECT, "requestBody");
    with(Kind.OPERATION, Form.MAP, "responses");
    with(Kind.OPERATION, Form.FLAG, "deprecated");
    with(Kind.OPERATION, Form.ANY, "externalDocs callbacks");
    with(Kind.PARAMETER, Form.TEXT, "name in");
    for (Kind kind : Set.of(Kind.PARAMETER, Kind.HEADER)) {
      with(kind, Form.TEXT, "description style");
      with(kind, Form.FLAG, "required deprecated allowEmptyValue explode allowReserved");
      with(kind, Form.SCHEMA, "schema");
      with(kind, Form.MAP, "content");
      with(kind, Form.ANY, "example examples $ref");
    }
    with(Kind.REQUEST_BODY, Form.TEXT, "description");
    with(Kind.REQUEST_BODY, Form.FLAG, "required");
    with(Kind.REQUEST_BODY, Form.MAP, "content");
    with(Kind.REQUEST_BODY, Form.ANY, "$ref");
    with(Kind.RESPONSE, Form.TEXT, "description summary");
    with(Kind.RESPONSE, Form.MAP, "content headers");
    with(Kind.RESPONSE, Form.ANY, "links $ref");
    with(Kind.MEDIA_TYPE, Form.SCHEMA, "schema");
    with(Kind.MEDIA_TYPE, Form.ANY, "example examples encoding");
    with(Kind.EXAMPLE, Form.TEXT, "summary description externalValue");
    with(Kind.EXAMPLE, Form.ANY, "value $ref");
    with(
        Kind.SECURITY_SCHEME,
        Form.TEXT,
        "type description name in scheme bearerFormat openIdConnectUrl");
    with(Kind.SECURITY_SCHEME, Form.OBJECT, "flows");
    with(Kind.SECURITY_SCHEME, Form.ANY, "$ref");
    with(Kind.COMPONENTS, Form.SCHEMA_MAP, "schemas");
    with(
        Kind.COMPONENTS,
        Form.MAP,
        "responses parameters requestBodies headers examples securitySchemes");
    with(Kind.COMPONENTS, Form.ANY, "links callbacks pathItems");
    schema();
  }

  private Grammar() {}

  private static void schema() {
    with(Kind.SCHEMA, Form.TEXT, "title description format pattern contentEncoding");
    with(Kind.SCHEMA, Form.TEXT, "contentMediaType $id $schema $anchor $comment");
    with(Kind.SCHEMA, Form.FLAG, "nullable deprecated readOnly writeOnly uniqueItems");
    with(Kind.SCHEMA, Form.COUNT, "minLength maxLength minItems maxItems");
    with(Kind.SCHEMA, Form.COUNT, "minProperties maxProperties");
    with(Kind.SCHEMA, Form.NUMBER, "minimum maximum multipleOf");
    with(Kind.SCHEMA, Form.LIST, "enum");
    with(Kind.SCHEMA, Form.TEXTS, "required");
    with(Kind.SCHEMA, Form.SCHEMA_MAP, "properties patternProperties $defs");
    with(Kind.SCHEMA, Form.SCHEMA, "items not");
    with(Kind.SCHEMA, Form.SCHEMAS, "allOf oneOf anyOf");
    // A list of types, a flag in 3.0 and a number in 3.1, a flag or a schema: their own rules look.
    with(Kind.SCHEMA, Form.ANY, "type exclusiveMinimum exclusiveMaximum additionalProperties");
    with(Kind.SCHEMA, Form.ANY, "default example examples const $ref discriminator xml");
    with(Kind.SCHEMA, Form.ANY, "externalDocs prefixItems contains propertyNames if then else");
    with(Kind.SCHEMA, Form.ANY, "dependentRequired dependentSchemas unevaluatedProperties");
    with(Kind.SCHEMA, Form.ANY, "unevaluatedItems minContains maxContains contentSchema");
    with(Kind.SCHEMA, Form.ANY, "$dynamicRef $dynamicAnchor $vocabulary");
  }

  private static void with(Kind kind, Form form, String keywords) {
    Map<String, Form> forms = FORMS.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    for (String keyword : keywords.split(" ", -1)) {
      forms.put(keyword, form);
    }
  }

  /** Gives the form of a keyword's value; null for a keyword that the kind does not have. */
  public static @Nullable Form form(Kind kind, String keyword) {
    return FORMS.getOrDefault(kind, Map.of()).get(keyword);
  }

  /** Gives the keywords of a kind. */
  public static Set<String> keywords(Kind kind) {
    return FORMS.getOrDefault(kind, Map.of()).keySet();
  }
}
