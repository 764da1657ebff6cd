package io.github.videotasks.spec;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A page with many equal parts of one kind. Its size is proportional to their number. */
public enum LargePage {
  /** Examples with the same properties. */
  EXAMPLES,
  /** Examples that have one property each which no other example has, and which is an object. */
  DISTINCT_EXAMPLES,
  /** Declared properties, all of them required, and two examples that show all. */
  PROPERTIES,
  /** Properties that are objects and whose components get the same name with a number. */
  SIMILAR_PROPERTIES,
  /** Alternatives of one response (oneOf), which the example contradicts. */
  ALTERNATIVES,
  /** Query parameters of one operation. */
  PARAMETERS,
  /** Paths with one operation each. */
  PATHS,
  /** Paths that differ only in the name of their parameter, so that they are one operation. */
  RENAMED_PATHS,
  /** Paths whose operations get the same id with a number. */
  SIMILAR_PATHS;

  private static final String PATH =
      """
        %s:
          get:
            parameters: [%s]
            responses: {'200': {description: fine, content: {application/json: {schema: {%s}, examples: {%s}}}}}
      """;

  /** Returns the name of the kind in words. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Returns the page as Markdown.
   *
   * @param count the number of parts
   */
  public String markdown(int count) {
    return "# A page\n\n```yaml\nopenapi: 3.0.1\ninfo: {title: Test, version: 1.0.0}\npaths:\n"
        + switch (this) {
          case EXAMPLES ->
              path(
                  "", "type: object", join(count, i -> example(i, "id: t" + i + ", status: done")));
          case DISTINCT_EXAMPLES ->
              path("", "type: object", join(count, i -> example(i, "id: t, p" + i + ": {n: 1}")));
          case PROPERTIES -> {
            String values = join(count, i -> "p" + i + ": a");
            yield path(
                "",
                "required: ["
                    + join(count, i -> "p" + i)
                    + "], "
                    + properties(count, i -> "p" + i, "type: string"),
                example(1, values) + ", " + example(2, values + ", id: b"));
          }
          case SIMILAR_PROPERTIES ->
              path(
                  "",
                  properties(
                      count,
                      i -> "a" + separators(i) + "b",
                      "type: object, properties: {n: {type: string}}"),
                  "");
          case ALTERNATIVES ->
              path(
                  "",
                  "oneOf: [" + join(count, i -> "{type: array, items: {type: string}}") + "]",
                  join(count, i -> example(i, "id: t" + i)));
          case PARAMETERS ->
              path(
                  join(count, i -> "{name: p" + i + ", in: query, schema: {type: string}}"),
                  "type: object",
                  "");
          case PATHS -> paths(count, i -> "/v1/p" + i);
          case RENAMED_PATHS -> paths(count, i -> "/v1/{p" + i + "}");
          case SIMILAR_PATHS -> paths(count, i -> "/v1/a" + separators(i) + "b");
        }
        + "```\n";
  }

  private static String path(String parameters, String schema, String examples) {
    return PATH.formatted("/v1/tasks", parameters, schema, examples);
  }

  private static String paths(int count, Part template) {
    return IntStream.range(0, count)
        .mapToObj(i -> PATH.formatted(template.of(i), "", "type: object", ""))
        .collect(Collectors.joining());
  }

  private static String properties(int count, Part name, String schema) {
    return "type: object, properties: {"
        + join(count, i -> "'" + name.of(i) + "': {" + schema + "}")
        + "}";
  }

  private static String example(int number, String properties) {
    return "e" + number + ": {value: {" + properties + "}}";
  }

  /** Returns a text of dashes and underscores that is different for each number. */
  private static String separators(int number) {
    return Integer.toBinaryString(number + 1).replace('0', '-').replace('1', '_');
  }

  /** The text of one part. */
  private interface Part {
    String of(int number);
  }

  private static String join(int count, Part part) {
    return IntStream.range(0, count).mapToObj(part::of).collect(Collectors.joining(",\n    "));
  }
}
