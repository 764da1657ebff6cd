package io.github.videotasks.spec.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Loads the classes that most commands use, by merging and comparing two small pages. The start
 * script runs it once to create an archive of these classes, with which the next runs start faster.
 */
final class StartupTraining {
  private static final String PAGE =
      """
      # Query task
      ```yaml
      openapi: 3.0.1
      info: {title: '', version: 1.0.0}
      servers: [{url: 'https://host.example'}]
      tags: []
      security: [{bearer: []}]
      paths:
        /v1/tasks/{id}:
          get:
            summary: 'Query task '
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: Authorization, in: header, schema: {type: string}}
            responses:
              '200':
                description: ''
                content:
                  application/json:
                    schema:
                      type: object
                      required: [id, %1$s]
                      properties:
                        id: {type: string, enum: [a, b], description: The id}
                        %1$s: {type: integer, nullable: true, minimum: 0}
                        detail: {$ref: '#/components/schemas/Detail'}
                    examples:
                      '1': {value: {id: a, %1$s: 1, ratio: 1.5, list: [{x: null}], detail: {}}}
                      '2': {value: {id: 'b: c', detail: {error: 'null'}}}
          post:
            requestBody:
              content:
                application/json:
                  schema: {type: object, properties: {prompt: {type: 'null'}}}
                  example: {prompt: "two\\nlines"}
            responses: {'200': {description: done}}
      components:
        schemas: {Detail: {type: object, properties: {error: {type: string}}}}
        securitySchemes: {bearer: {type: http, scheme: bearer}}
      ```
      """;

  private StartupTraining() {}

  /**
   * Runs the commands in a temporary folder. A failure is harmless: the archive has fewer classes.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    Path work = Files.createTempDirectory("spec-tool-training");
    try {
      merge(work, "one", "progress");
      merge(work, "two", "seconds");
      run("diff", work.resolve("one-out").toString(), work.resolve("two-out").toString());
    } finally {
      deleteAll(work);
    }
  }

  private static void merge(Path work, String name, String field) throws IOException {
    Path pages = Files.createDirectory(work.resolve(name));
    Files.writeString(pages.resolve("a.md"), PAGE.formatted(field));
    Files.writeString(pages.resolve("b.md"), PAGE.formatted(field).replace("/v1/", "/v2/"));
    run("merge", "--pages=" + pages, "--out=" + work.resolve(name + "-out"));
  }

  private static void run(String... args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    SpecTool.run(nowhere, nowhere, args);
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
