package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How a parameter's value is serialized: in a style, or as content of a media type.
 *
 * @param in location of the parameter
 * @param style style; the default of the location if the page declares none
 * @param explode whether each item or property is a value of its own; the default of the style if
 *     the page does not declare it
 * @param allowReserved whether reserved characters are sent without percent-encoding
 * @param mediaType media type of the content; empty if the parameter has a schema
 */
record ParameterForm(
    String in, String style, boolean explode, boolean allowReserved, String mediaType) {
  /** Keywords that a form is declared with. */
  static final List<String> KEYWORDS = List.of("style", "explode", "allowReserved", "content");

  /** Returns the form that a declaration of a parameter has. */
  static ParameterForm of(JsonNode parameter) {
    String in = parameter.path("in").asText();
    if (isContent(parameter)) {
      return new ParameterForm(
          in,
          defaultStyle(in),
          defaultExplode(defaultStyle(in)),
          false,
          parameter.path("content").fieldNames().next());
    }
    String style = parameter.path("style").asText(defaultStyle(in));
    return new ParameterForm(
        in,
        style,
        parameter.path("explode").asBoolean(defaultExplode(style)),
        parameter.path("allowReserved").asBoolean(),
        "");
  }

  /** Returns whether the value is content of a media type, with its schema there. */
  static boolean isContent(JsonNode parameter) {
    return !parameter.has("schema") && !parameter.path("content").isEmpty();
  }

  /** Returns the schema of a declaration, which may be that of its content. */
  static JsonNode schema(JsonNode parameter) {
    return isContent(parameter)
        ? parameter.path("content").elements().next().path("schema")
        : parameter.path("schema");
  }

  private static String defaultStyle(String in) {
    return in.equals("query") || in.equals("cookie") ? "form" : "simple";
  }

  private static boolean defaultExplode(String style) {
    return style.equals("form");
  }

  /**
   * Returns a text that is equal for forms that write the same.
   *
   * @param scalar whether the value is a string, number or boolean, for which {@code explode} has
   *     no meaning
   */
  String wireKey(boolean scalar) {
    // OpenAPI defines deepObject for exploded objects only, although its default is not to explode.
    boolean fixed = scalar || style.equals("deepObject");
    return style + (fixed ? "" : " " + explode) + " " + allowReserved + " " + mediaType;
  }

  /** Writes the keywords that are not defaults, and the schema. */
  void write(ObjectNode parameter, ObjectNode schema) {
    if (!mediaType.isEmpty()) {
      parameter.putObject("content").putObject(mediaType).set("schema", schema);
      return;
    }
    if (!style.equals(defaultStyle(in))) {
      parameter.put("style", style);
    }
    if (explode != defaultExplode(style)) {
      parameter.put("explode", explode);
    }
    if (allowReserved) {
      parameter.put("allowReserved", true);
    }
    parameter.set("schema", schema);
  }

  /** Returns the keywords of the form, such as {@code style form, explode false}. */
  @Override
  public String toString() {
    return mediaType.isEmpty()
        ? "style " + style + ", explode " + explode + (allowReserved ? ", allowReserved true" : "")
        : "content " + mediaType;
  }

  /** Returns whether a declaration without keywords has this form. */
  boolean isDefault() {
    return mediaType.isEmpty()
        && style.equals(defaultStyle(in))
        && explode == defaultExplode(style)
        && !allowReserved;
  }
}
