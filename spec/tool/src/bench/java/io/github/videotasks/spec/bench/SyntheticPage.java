package io.github.videotasks.spec.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Generator of pages that resemble those of the vendors: their size (5 KB), their defects (reserved
 * headers, a body on GET, {@code type: 'null'}, contradicted required), two examples, nested
 * details.
 *
 * <p>The page number is the random seed, so a page is the same in every run and in any set.
 */
final class SyntheticPage {
  private static final List<String> FIELDS =
      List.of(
          "mode",
          "type",
          "error",
          "model",
          "ratio",
          "prompt",
          "post_id",
          "asset_id",
          "trace_id",
          "upscaled",
          "video_id",
          "object",
          "seconds",
          "size",
          "created_at",
          "completed_at",
          "expires_at",
          "progress",
          "thumbnail_url",
          "gif_url",
          "fail_reason",
          "style",
          "seed");
  private static final int FIELDS_PER_PAGE = 12;

  private final int number;
  private final String path;
  private final Random random;
  private final List<String> fields;

  private SyntheticPage(int number, String path) {
    this.number = number;
    this.path = path;
    this.random = new Random(number);
    List<String> shuffled = new ArrayList<>(FIELDS);
    Collections.shuffle(shuffled, random);
    this.fields = shuffled.subList(0, FIELDS_PER_PAGE);
  }

  /**
   * Returns the OpenAPI document of a page.
   *
   * @param number the page's number, from 0
   * @param distinct whether each page has its own path
   */
  static String yaml(int number, boolean distinct) {
    return new SyntheticPage(
            number, distinct ? "/v1/family" + number + "/query" : "/v1/video/query")
        .yaml();
  }

  /** Returns the same document as a Markdown page. */
  static String markdown(int number, boolean distinct) {
    return "# Query task\n\n## OpenAPI Specification\n\n````yaml\n"
        + yaml(number, distinct)
        + "\n````\n";
  }

  private String yaml() {
    return """
    openapi: 3.0.1
    info:
      title: ''
      description: ''
      version: 1.0.0
    paths:
      %s:
        get:
          summary: 'Query task '
          deprecated: false
          operationId: query%d
          description: |+
            Given a hint, the model will return one or more complete predictions.

            Complete creation for the provided hint and parameters

          tags:
            - Video Model/Family %d/Video Unified Format
          parameters:
            - name: id
              in: query
              description: |
                Task ID
              required: true
              example: family:%s
              schema:
                type: string
            - name: Content-Type
              in: header
              description: ''
              required: true
              example: application/json
              schema:
                type: string
            - name: Authorization
              in: header
              description: ''
              required: false
              example: Bearer {{YOUR_API_KEY}}
              schema:
                type: string
          requestBody:
            content:
              multipart/form-data:
                schema:
                  type: object
                  properties: {}
                examples: {}
          responses:
            '200':
              description: ''
              content:
                application/json:
                  schema:
                    type: object
                    properties:
    %s\
                    required:
                      - id
                      - status
                      - %s
                  examples:
                    '1':
                      summary: Successful examples
                      value:
    %s\
                    '2':
                      summary: Successful examples
                      value:
    %s\
              headers: {}
              x-apifox-name: success
          security:
            - bearer: []
          x-apifox-folder: Video Model/Family %d
          x-apifox-status: released
    components:
      schemas: {}
      securitySchemes:
        bearer:
          type: http
          scheme: bearer
    servers:
      - url: https://host%d.example
        description: Production Environment
    security:
      - bearer: []
    """
        .formatted(
            path,
            number,
            number,
            id(),
            properties().indent(18),
            fields.get(0),
            example("pending", FIELDS_PER_PAGE / 2).indent(20),
            example("completed", FIELDS_PER_PAGE).indent(20),
            number,
            number % 10);
  }

  private String properties() {
    StringBuilder text = new StringBuilder("id:\n  type: string\nstatus:\n  type: string\n");
    text.append("video_url:\n  type: 'null'\nstatus_update_time:\n  type: integer\n");
    fields.subList(0, FIELDS_PER_PAGE - 2).forEach(f -> text.append(property(f)));
    text.append("detail:\n  type: object\n  properties:\n    url:\n      type: string\n");
    text.append("    pending_info:\n      type: object\n      properties:\n");
    text.append("        progress_pct:\n          type: number\n");
    return text.toString();
  }

  private static String property(String field) {
    return field
        + ":\n  type: "
        + type(field)
        + "\n  description: The "
        + field
        + " of the task.\n";
  }

  private static String type(String field) {
    return switch (field) {
      case "progress", "seed", "created_at", "completed_at", "expires_at" -> "integer";
      case "upscaled" -> "boolean";
      default -> "string";
    };
  }

  private String example(String status, int shown) {
    StringBuilder text = new StringBuilder("id: family:" + id() + "\nstatus: " + status + "\n");
    text.append("video_url: ").append(status.equals("pending") ? "null" : url()).append('\n');
    text.append("status_update_time: ").append(time() * 1000 + random.nextInt(1000)).append('\n');
    fields.subList(0, shown).forEach(f -> text.append(f + ": " + value(f) + "\n"));
    text.append("detail:\n  url: ").append(url()).append("\n  pending_info:\n");
    text.append("    progress_pct: 0.").append(10 + random.nextInt(89)).append('\n');
    text.append("  images:\n    - url: ").append(url()).append("\n      width: 720\n");
    return text.toString();
  }

  private String value(String field) {
    return switch (field) {
      case "progress" -> Integer.toString(random.nextInt(101));
      case "seed" -> Long.toString(random.nextLong(1L << 53));
      case "created_at", "completed_at", "expires_at" -> Long.toString(time());
      case "upscaled" -> Boolean.toString(random.nextBoolean());
      case "thumbnail_url", "gif_url" -> url();
      default -> field + " " + Integer.toString(random.nextInt(1 << 20), 36);
    };
  }

  private long time() {
    return 1_750_000_000L + random.nextInt(20_000_000);
  }

  private String url() {
    return "https://files.example/" + id() + ".mp4?sig=" + id() + "%2F" + id();
  }

  private String id() {
    return Long.toString(random.nextLong(1L << 60), 36);
  }
}
