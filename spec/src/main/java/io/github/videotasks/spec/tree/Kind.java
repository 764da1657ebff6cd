package io.github.videotasks.spec.tree;

import java.util.EnumMap;
import java.util.Map;

/** The kinds of object in an OpenAPI document, and which of their members hold further ones. */
public enum Kind {
  DOCUMENT("the document"),
  INFO("the info"),
  SERVER("a server"),
  TAG("a tag"),
  PATH_ITEM("a path"),
  OPERATION("an operation"),
  PARAMETER("a parameter"),
  REQUEST_BODY("a request body"),
  RESPONSE("an answer"),
  HEADER("a header"),
  MEDIA_TYPE("a media type"),
  SCHEMA("a schema"),
  EXAMPLE("an example"),
  SECURITY_SCHEME("a security scheme"),
  COMPONENTS("the components");

  /** How a member holds its objects. */
  enum Holder {
    ONE,
    LIST,
    MAP
  }

  /** A member: what it holds and how. */
  record Member(Kind kind, Holder holder) {}

  private static final Member SCHEMA_ONE = new Member(SCHEMA, Holder.ONE);
  private static final Member SCHEMA_LIST = new Member(SCHEMA, Holder.LIST);
  private static final Member SCHEMA_MAP = new Member(SCHEMA, Holder.MAP);
  private static final Member PARAMETER_LIST = new Member(PARAMETER, Holder.LIST);
  private static final Member SERVER_LIST = new Member(SERVER, Holder.LIST);
  private static final Member MEDIA_MAP = new Member(MEDIA_TYPE, Holder.MAP);
  private static final Member EXAMPLE_MAP = new Member(EXAMPLE, Holder.MAP);
  private static final Member HEADER_MAP = new Member(HEADER, Holder.MAP);
  private static final Member OPERATION_ONE = new Member(OPERATION, Holder.ONE);
  private static final Map<String, Member> VALUE =
      Map.of("schema", SCHEMA_ONE, "content", MEDIA_MAP, "examples", EXAMPLE_MAP);

  private static final Map<Kind, Map<String, Member>> MEMBERS = new EnumMap<>(Kind.class);

  static {
    for (Kind kind : values()) {
      MEMBERS.put(kind, membersOf(kind));
    }
  }

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** Gives the kind in words, with its article. */
  public String words() {
    return words;
  }

  /** Gives the members that hold further objects. */
  Map<String, Member> members() {
    return MEMBERS.getOrDefault(this, Map.of());
  }

  private static Map<String, Member> membersOf(Kind kind) {
    return switch (kind) {
      case DOCUMENT ->
          Map.of(
              "info", new Member(INFO, Holder.ONE),
              "servers", SERVER_LIST,
              "tags", new Member(TAG, Holder.LIST),
              "paths", new Member(PATH_ITEM, Holder.MAP),
              "components", new Member(COMPONENTS, Holder.ONE),
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
              new Member(REQUEST_BODY, Holder.ONE),
              "responses",
              new Member(RESPONSE, Holder.MAP),
              "servers",
              SERVER_LIST);
      case PARAMETER, HEADER -> VALUE;
      case REQUEST_BODY -> Map.of("content", MEDIA_MAP);
      case RESPONSE -> Map.of("content", MEDIA_MAP, "headers", HEADER_MAP);
      case MEDIA_TYPE -> Map.of("schema", SCHEMA_ONE, "examples", EXAMPLE_MAP);
      case SCHEMA ->
          Map.of(
              "properties", SCHEMA_MAP,
              "patternProperties", SCHEMA_MAP,
              "$defs", SCHEMA_MAP,
              "items", SCHEMA_ONE,
              "not", SCHEMA_ONE,
              "additionalProperties", SCHEMA_ONE,
              "allOf", SCHEMA_LIST,
              "oneOf", SCHEMA_LIST,
              "anyOf", SCHEMA_LIST);
      case COMPONENTS ->
          Map.of(
              "schemas", SCHEMA_MAP,
              "responses", new Member(RESPONSE, Holder.MAP),
              "parameters", new Member(PARAMETER, Holder.MAP),
              "requestBodies", new Member(REQUEST_BODY, Holder.MAP),
              "headers", HEADER_MAP,
              "examples", EXAMPLE_MAP,
              "securitySchemes", new Member(SECURITY_SCHEME, Holder.MAP));
      case INFO, SERVER, TAG, EXAMPLE, SECURITY_SCHEME -> Map.of();
    };
  }
}
