package io.github.videotasks.spec.tree;

import java.util.EnumMap;
import java.util.Map;

/** The kinds of object in an OpenAPI document, with the properties that contain further objects. */
public enum OpenApiObject {
  /** The root of a document. */
  DOCUMENT("the document"),
  /** The value of {@code info}. */
  INFO("the info"),
  /** An entry of {@code servers}. */
  SERVER("a server"),
  /** An entry of {@code tags}. */
  TAG("a tag"),
  /** A value of {@code paths}. */
  PATH_ITEM("a path"),
  /** A value of a method, such as {@code get}, in a path. */
  OPERATION("an operation"),
  /** An entry of {@code parameters}. */
  PARAMETER("a parameter"),
  /** A value of {@code requestBody}. */
  REQUEST_BODY("a request body"),
  /** A value of {@code responses}. */
  RESPONSE("a response"),
  /** A value of {@code headers}. */
  HEADER("a header"),
  /** A value of {@code content}. */
  MEDIA_TYPE("a media type"),
  /** A schema, at any depth. */
  SCHEMA("a schema"),
  /** A value of {@code examples}. */
  EXAMPLE("an example"),
  /** A value of {@code securitySchemes}. */
  SECURITY_SCHEME("a security scheme"),
  /** The value of {@code components}. */
  COMPONENTS("the components");

  /** How a property contains its objects: one, a list or a map by name. */
  enum Container {
    ONE,
    LIST,
    MAP
  }

  /** The objects in a property: their kind, and how they are contained. */
  record ChildObjects(OpenApiObject kind, Container container) {}

  private static final ChildObjects SCHEMA_ONE = new ChildObjects(SCHEMA, Container.ONE);
  private static final ChildObjects SCHEMA_LIST = new ChildObjects(SCHEMA, Container.LIST);
  private static final ChildObjects SCHEMA_MAP = new ChildObjects(SCHEMA, Container.MAP);
  private static final ChildObjects PARAMETER_LIST = new ChildObjects(PARAMETER, Container.LIST);
  private static final ChildObjects SERVER_LIST = new ChildObjects(SERVER, Container.LIST);
  private static final ChildObjects MEDIA_MAP = new ChildObjects(MEDIA_TYPE, Container.MAP);
  private static final ChildObjects EXAMPLE_MAP = new ChildObjects(EXAMPLE, Container.MAP);
  private static final ChildObjects HEADER_MAP = new ChildObjects(HEADER, Container.MAP);
  private static final ChildObjects OPERATION_ONE = new ChildObjects(OPERATION, Container.ONE);
  private static final Map<String, ChildObjects> PARAMETER_CHILDREN =
      Map.of("schema", SCHEMA_ONE, "content", MEDIA_MAP, "examples", EXAMPLE_MAP);

  private static final Map<OpenApiObject, Map<String, ChildObjects>> CHILDREN =
      new EnumMap<>(OpenApiObject.class);

  static {
    for (OpenApiObject kind : values()) {
      CHILDREN.put(kind, childrenOf(kind));
    }
  }

  private final String label;

  OpenApiObject(String label) {
    this.label = label;
  }

  /** {@return the name of the kind for messages, with its article} */
  public String label() {
    return label;
  }

  /** Returns the properties that contain further objects. */
  Map<String, ChildObjects> children() {
    return CHILDREN.getOrDefault(this, Map.of());
  }

  private static Map<String, ChildObjects> childrenOf(OpenApiObject kind) {
    return switch (kind) {
      case DOCUMENT ->
          Map.of(
              "info", new ChildObjects(INFO, Container.ONE),
              "servers", SERVER_LIST,
              "tags", new ChildObjects(TAG, Container.LIST),
              "paths", new ChildObjects(PATH_ITEM, Container.MAP),
              "components", new ChildObjects(COMPONENTS, Container.ONE),
              "$defs", SCHEMA_MAP,
              "definitions", SCHEMA_MAP);
      case PATH_ITEM ->
          Map.of(
              "get", OPERATION_ONE,
              "put", OPERATION_ONE,
              "post", OPERATION_ONE,
              "delete", OPERATION_ONE,
              "options", OPERATION_ONE,
              "head", OPERATION_ONE,
              "patch", OPERATION_ONE,
              "trace", OPERATION_ONE,
              "parameters", PARAMETER_LIST,
              "servers", SERVER_LIST);
      case OPERATION ->
          Map.of(
              "parameters",
              PARAMETER_LIST,
              "requestBody",
              new ChildObjects(REQUEST_BODY, Container.ONE),
              "responses",
              new ChildObjects(RESPONSE, Container.MAP),
              "servers",
              SERVER_LIST);
      case PARAMETER, HEADER -> PARAMETER_CHILDREN;
      case REQUEST_BODY -> Map.of("content", MEDIA_MAP);
      case RESPONSE -> Map.of("content", MEDIA_MAP, "headers", HEADER_MAP);
      case MEDIA_TYPE -> Map.of("schema", SCHEMA_ONE, "examples", EXAMPLE_MAP);
      case SCHEMA ->
          Map.of(
              "properties", SCHEMA_MAP,
              "patternProperties", SCHEMA_MAP,
              "$defs", SCHEMA_MAP,
              "definitions", SCHEMA_MAP,
              "items", SCHEMA_ONE,
              "not", SCHEMA_ONE,
              "additionalProperties", SCHEMA_ONE,
              "allOf", SCHEMA_LIST,
              "oneOf", SCHEMA_LIST,
              "anyOf", SCHEMA_LIST);
      case COMPONENTS ->
          Map.of(
              "schemas", SCHEMA_MAP,
              "responses", new ChildObjects(RESPONSE, Container.MAP),
              "parameters", new ChildObjects(PARAMETER, Container.MAP),
              "requestBodies", new ChildObjects(REQUEST_BODY, Container.MAP),
              "headers", HEADER_MAP,
              "examples", EXAMPLE_MAP,
              "securitySchemes", new ChildObjects(SECURITY_SCHEME, Container.MAP));
      case INFO, SERVER, TAG, EXAMPLE, SECURITY_SCHEME -> Map.of();
    };
  }
}
