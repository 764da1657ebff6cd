package io.github.videotasks.spec;

/** Pages of many providers with the same operation. */
enum SimilarPages {
  /** The same text on every page. */
  EQUAL("{type: object, required: [id], properties: {id: {type: string}}}", "{id: t}"),
  /** Other values on every page, of the same types. */
  OTHER_VALUES(
      "{type: object, properties: {id: {type: string, default: d%d}}}", "{id: t%d, n%d: 1}"),
  /** A field whose type half of the pages contradict. */
  CONTRADICTED("{type: object, properties: {id: {type: string, maxLength: %d}}}", "{id: [%d]}"),
  /** A field with limits, a format, known values and a map on every second page only. */
  LIMITED_ON_HALF("{type: object, properties: {id: {type: string%s}, m: {type: object}}}", "{}"),
  /** Alternatives, a map and a schema that contains itself. */
  NESTED(
      "{oneOf: [{properties: {m: {additionalProperties: {type: string}}}, required: [m]},"
          + " {properties: {m: {type: object, properties: {a: {$ref:"
          + " '#/components/schemas/N'}}}}}]}",
      "{m: {a: {next: {}}}}");

  private static final String PAGE =
      """
      openapi: 3.0.3
      info: {title: Page, version: 1.0.0, description: The words of page %d.}
      servers: [{url: 'https://host%d.example'}]
      paths:
        /v1/jobs:
          post:
            operationId: submit
            description: The words of page %d.
            parameters: [{name: kind, in: query, description: Kind %d, schema: {type: string}}]
            requestBody: {content: {application/json: {schema: SCHEMA, example: EXAMPLE}}}
            responses:
              '200':
                description: fine
                content: {application/json: {schema: SCHEMA, example: EXAMPLE}}
      components:
        schemas:
          N: {type: object, properties: {next: {$ref: '#/components/schemas/N'}}}
      """;

  private final String schema;
  private final String example;

  SimilarPages(String schema, String example) {
    this.schema = schema;
    this.example = example;
  }

  /** Returns one of the pages in YAML. */
  String page(int number) {
    int shown = this == EQUAL ? 0 : number;
    boolean limited = number % 2 == 0;
    String declared =
        this == LIMITED_ON_HALF && limited
            ? schema
                .formatted(", maxLength: 9, format: uuid, enum: [a], default: a, readOnly: true")
                .replace("m: {type: object}", "m: {additionalProperties: {type: string}}")
            : schema.replace("%s", "");
    return PAGE.replace("SCHEMA", declared)
        .replace("EXAMPLE", example)
        .replace("%d", String.valueOf(shown));
  }
}
