package io.github.videotasks.spec.tree;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keywords of OpenAPI 3.0 to 3.2 by kind of object, each with the type of its value. */
public final class OpenApiKeywords {
  private static final Map<OpenApiObject, Map<String, ValueType>> VALUE_TYPES =
      new EnumMap<>(OpenApiObject.class);

  static {
    define(OpenApiObject.DOCUMENT, ValueType.STRING, "openapi swagger jsonSchemaDialect $self");
    define(OpenApiObject.DOCUMENT, ValueType.OBJECT, "info components");
    define(OpenApiObject.DOCUMENT, ValueType.OBJECT_LIST, "servers security");
    define(OpenApiObject.DOCUMENT, ValueType.OBJECT_MAP, "paths");
    define(OpenApiObject.DOCUMENT, ValueType.LIST, "tags");
    // Where JSON Schema and Swagger 2 keep their schemas; pages refer to them in 3.x too.
    define(OpenApiObject.DOCUMENT, ValueType.SCHEMA_MAP, "$defs definitions");
    define(OpenApiObject.DOCUMENT, ValueType.ANY, "webhooks externalDocs");
    define(
        OpenApiObject.INFO, ValueType.STRING, "title summary description termsOfService version");
    define(OpenApiObject.INFO, ValueType.ANY, "contact license");
    define(OpenApiObject.SERVER, ValueType.STRING, "url description name");
    define(OpenApiObject.SERVER, ValueType.ANY, "variables");
    define(OpenApiObject.TAG, ValueType.STRING, "name summary description");
    define(OpenApiObject.TAG, ValueType.ANY, "externalDocs");
    define(
        OpenApiObject.PATH_ITEM, ValueType.OBJECT, "get put post delete options head patch trace");
    define(OpenApiObject.PATH_ITEM, ValueType.OBJECT_LIST, "parameters servers");
    define(OpenApiObject.PATH_ITEM, ValueType.STRING, "summary description");
    define(OpenApiObject.PATH_ITEM, ValueType.ANY, "$ref");
    define(OpenApiObject.OPERATION, ValueType.STRING, "operationId summary description");
    define(OpenApiObject.OPERATION, ValueType.STRING_LIST, "tags");
    define(OpenApiObject.OPERATION, ValueType.OBJECT_LIST, "parameters security servers");
    define(OpenApiObject.OPERATION, ValueType.OBJECT, "requestBody");
    define(OpenApiObject.OPERATION, ValueType.OBJECT_MAP, "responses");
    define(OpenApiObject.OPERATION, ValueType.BOOLEAN, "deprecated");
    define(OpenApiObject.OPERATION, ValueType.ANY, "externalDocs callbacks");
    define(OpenApiObject.PARAMETER, ValueType.STRING, "name in");
    for (OpenApiObject kind : Set.of(OpenApiObject.PARAMETER, OpenApiObject.HEADER)) {
      define(kind, ValueType.STRING, "description style");
      define(kind, ValueType.BOOLEAN, "required deprecated allowEmptyValue explode allowReserved");
      define(kind, ValueType.SCHEMA, "schema");
      define(kind, ValueType.OBJECT_MAP, "content");
      define(kind, ValueType.ANY, "example examples $ref");
    }
    define(OpenApiObject.REQUEST_BODY, ValueType.STRING, "description");
    define(OpenApiObject.REQUEST_BODY, ValueType.BOOLEAN, "required");
    define(OpenApiObject.REQUEST_BODY, ValueType.OBJECT_MAP, "content");
    define(OpenApiObject.REQUEST_BODY, ValueType.ANY, "$ref");
    define(OpenApiObject.RESPONSE, ValueType.STRING, "description summary");
    define(OpenApiObject.RESPONSE, ValueType.OBJECT_MAP, "content headers");
    define(OpenApiObject.RESPONSE, ValueType.ANY, "links $ref");
    define(OpenApiObject.MEDIA_TYPE, ValueType.SCHEMA, "schema");
    define(OpenApiObject.MEDIA_TYPE, ValueType.ANY, "example examples encoding");
    define(OpenApiObject.EXAMPLE, ValueType.STRING, "summary description externalValue");
    define(OpenApiObject.EXAMPLE, ValueType.ANY, "value $ref");
    define(
        OpenApiObject.SECURITY_SCHEME,
        ValueType.STRING,
        "type description name in scheme bearerFormat openIdConnectUrl");
    define(OpenApiObject.SECURITY_SCHEME, ValueType.OBJECT, "flows");
    define(OpenApiObject.SECURITY_SCHEME, ValueType.ANY, "$ref");
    define(OpenApiObject.COMPONENTS, ValueType.SCHEMA_MAP, "schemas");
    define(
        OpenApiObject.COMPONENTS,
        ValueType.OBJECT_MAP,
        "responses parameters requestBodies headers examples securitySchemes");
    define(OpenApiObject.COMPONENTS, ValueType.ANY, "links callbacks pathItems mediaTypes");
    defineSchemaKeywords();
  }

  private OpenApiKeywords() {}

  private static void defineSchemaKeywords() {
    define(
        OpenApiObject.SCHEMA, ValueType.STRING, "title description format pattern contentEncoding");
    define(OpenApiObject.SCHEMA, ValueType.STRING, "contentMediaType $id $schema $anchor $comment");
    define(
        OpenApiObject.SCHEMA,
        ValueType.BOOLEAN,
        "nullable deprecated readOnly writeOnly uniqueItems");
    define(
        OpenApiObject.SCHEMA,
        ValueType.NON_NEGATIVE_INTEGER,
        "minLength maxLength minItems maxItems");
    define(OpenApiObject.SCHEMA, ValueType.NON_NEGATIVE_INTEGER, "minProperties maxProperties");
    define(OpenApiObject.SCHEMA, ValueType.NUMBER, "minimum maximum multipleOf");
    define(OpenApiObject.SCHEMA, ValueType.LIST, "enum");
    define(OpenApiObject.SCHEMA, ValueType.STRING_LIST, "required");
    define(
        OpenApiObject.SCHEMA,
        ValueType.SCHEMA_MAP,
        "properties patternProperties $defs definitions");
    define(OpenApiObject.SCHEMA, ValueType.SCHEMA, "items not");
    define(OpenApiObject.SCHEMA, ValueType.SCHEMA_LIST, "allOf oneOf anyOf");
    // Values of several types (a list of types; boolean in 3.0, number in 3.1; boolean or schema):
    // their own rules check them.
    define(
        OpenApiObject.SCHEMA,
        ValueType.ANY,
        "type exclusiveMinimum exclusiveMaximum additionalProperties");
    define(
        OpenApiObject.SCHEMA,
        ValueType.ANY,
        "default example examples const $ref discriminator xml");
    define(
        OpenApiObject.SCHEMA,
        ValueType.ANY,
        "externalDocs prefixItems contains propertyNames if then else");
    define(
        OpenApiObject.SCHEMA,
        ValueType.ANY,
        "dependentRequired dependentSchemas unevaluatedProperties");
    define(
        OpenApiObject.SCHEMA,
        ValueType.ANY,
        "unevaluatedItems minContains maxContains contentSchema");
    define(OpenApiObject.SCHEMA, ValueType.ANY, "$dynamicRef $dynamicAnchor $vocabulary");
  }

  private static void define(OpenApiObject kind, ValueType type, String keywords) {
    Map<String, ValueType> types = VALUE_TYPES.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    for (String keyword : keywords.split(" ", -1)) {
      types.put(keyword, type);
    }
  }

  /**
   * {@return the type of a keyword's value; null for a keyword that the kind does not have}
   *
   * @param kind a kind of object
   * @param keyword a key of such an object
   */
  public static @Nullable ValueType valueType(OpenApiObject kind, String keyword) {
    return VALUE_TYPES.getOrDefault(kind, Map.of()).get(keyword);
  }

  /**
   * {@return the keywords of a kind}
   *
   * @param kind a kind of object
   */
  public static Set<String> keywords(OpenApiObject kind) {
    return VALUE_TYPES.getOrDefault(kind, Map.of()).keySet();
  }
}
