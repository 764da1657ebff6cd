package io.github.videotasks.spec.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObserveCommandTest {
  private static final String TASK = "{\"id\":\"a\",\"status\":\"completed\",%s}";

  @TempDir Path folder;
  private ObservedTraffic traffic;

  @BeforeEach
  void copySpec() throws IOException {
    traffic = new ObservedTraffic(folder);
  }

  @Test
  void findsNoDriftInTheExamplesOfThePages() throws IOException {
    for (String example : new String[] {"chainhub-grok/2", "chainhub-veo/1", "jxincm-sora/2"}) {
      Path file = traffic.spec().resolve("canonical/examples/" + example + ".json");
      traffic.add(200, new ObjectMapper().readTree(Files.readString(file)).toString());
    }
    assertThat(traffic.observe()).isZero();
    assertThat(traffic.out())
        .isEqualTo("3 records read, 3 compared, 0 of other hosts.\nNo drift.\n");
  }

  @Test
  void reportsHowOftenAndWhen() throws IOException {
    traffic.add(200, TASK.formatted("\"made_at\":\"a CANARY\""));
    traffic.add(200, TASK.formatted("\"progress\":1"));
    traffic.add(200, TASK.formatted("\"made_at\":\"here\""));

    assertThat(traffic.observe()).isEqualTo(1);
    assertThat(traffic.out())
        .isEqualTo(
            """
            3 records read, 3 compared, 0 of other hosts.
            Drift: 1 place in 2 records.

            field: GET /v1/video/query 200 $.made_at: expected a declared field, found string
              2 records, first seen 2026-11-01T10:00:00Z, last seen 2026-11-01T10:00:02Z, jxincm-sora, first at a.ndjson:1
              sample: "masked"
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | "width":"12"                 | type: $.width: expected integer or null, found string
          200 | "width":9223372036854775808  | type: $.width: expected integer or null, found integer beyond 64 bits
          200 | "detail":[]                  | type: $.detail: expected object or null, found array
          200 | "detail":{"x":{"y":1}}       | field: $.detail.x: expected a declared field, found object
          200 | "files":["https://h/a.mp4"]  | field: $.files: expected a declared field, found array
          200 | "late":"https://h/a.mp4"     | URL place: $.late: expected a declared field, found a URL
          200 | "mode":"https://h/a.mp4"     | URL place: $.mode: expected no URL in this field, found one
          200 | "detail":{"status":"mixing"} | status value: $.detail.status: expected a known status value, found 'mixing'
          400 | "oops":1                     | error body: $.oops: expected a declared field, found integer
          400 | "msg":"x"                    | error body: $.msg: expected a declared field, found string; client-ext reads this place
          400 | "message":{"text":"x"}       | error body: $.message: expected string or null, found object
          202 | "progress":1                 | response: $: expected a declared response, found HTTP 202
          """)
  void reportsDrift(int status, String property, String expected) throws IOException {
    String body = status == 400 ? "{%s}" : TASK;
    assertThat(traffic.add(status, body.formatted(property)).observe()).isEqualTo(1);
    String kind = expected.substring(0, expected.indexOf(':') + 2);
    String line = kind + "GET /v1/video/query " + status + " " + expected.substring(kind.length());
    assertThat(traffic.out()).contains("\n" + line + "\n").contains("Drift: 1 place in 1 record.");
  }

  @Test
  void usesTablesOfKnownValuesAndPlaces() throws IOException {
    traffic.add(200, "{\"id\":\"a\",\"status\":\"Throttled\",\"data\":{\"state\":\"odd\"}}");
    traffic.add(200, TASK.formatted("\"download_url\":\"https://h/a.mp4\",\"state\":\"odd\""));

    assertThat(traffic.observe()).isEqualTo(1);
    String line = "GET /v1/video/query 200 $.%s: expected a declared field, found %s\n";
    assertThat(traffic.out())
        .contains("\nstatus value: " + line.formatted("state", "string 'odd'"))
        .contains(
            "\nfield: " + line.formatted("download_url", "a URL; client-ext reads this place"))
        .contains("\nfield: " + line.formatted("data", "object"))
        .contains("Drift: 3 places in 2 records.");
  }

  @Test
  void needsNoTables() throws IOException {
    Files.delete(traffic.spec().resolve("status-values.yaml"));
    Files.delete(traffic.spec().resolve("known-places.yaml"));
    traffic.add(200, TASK.formatted("\"detail\":{\"url\":\"https://h/a.mp4\"}"));

    assertThat(traffic.observe()).isZero();
  }

  @Test
  void comparesRecordsOfKnownHostsOnly() throws IOException {
    String body = TASK.formatted("\"n\":1");
    traffic.add("https://api.chainhub.tech:443/v1/videos/a", 200, body);
    traffic.add("https://cdn.example.com/v1/videos/a", 200, body);
    traffic.add("http://127.0.0.1:8080/v1/videos/a", 200, body);
    traffic.add("https://api.jxincm.cn/v1/models/CANARY%20model", 200, body);

    assertThat(traffic.observe()).isEqualTo(1);
    assertThat(traffic.out())
        .startsWith("4 records read, 1 compared, 2 of other hosts.\n")
        .contains("not in the contract: GET https://api.jxincm.cn/v1/models/id-1, 1 record\n")
        .contains(", chainhub-openai, first at a.ndjson:1\n");
    assertThat(traffic.observe("--host=127.0.0.1:8080")).isEqualTo(1);
    assertThat(traffic.out()).startsWith("4 records read, 2 compared, 1 of other hosts.\n");
  }

  @Test
  void countsAnyNumberOfPlaces() throws IOException {
    for (int i = 0; i < 12; i++) {
      StringBuilder fields = new StringBuilder("\"n\":1");
      for (int j = 0; j < 100; j++) {
        fields.append(",\"f").append((char) ('a' + i)).append('_').append(j).append("\":1");
      }
      traffic.add(200, TASK.formatted(fields));
    }
    assertThat(traffic.observe()).isEqualTo(1);
    assertThat(traffic.out())
        .contains("Drift: 1,000 places in 12 records.")
        .endsWith("and 201 more sightings at other places\n");
  }

  @Test
  void writesReportAsJson() throws IOException {
    traffic.add(200, TASK.formatted("\"made_at\":\"here\"")).observe("--format=json");

    assertThat(new ObjectMapper().readTree(traffic.out()).at("/drift/0").toString())
        .isEqualTo(
            "{\"kind\":\"field\",\"operation\":\"GET /v1/video/query 200\",\"path\":\"$.made_at\","
                + "\"what\":\"expected a declared field, found string\",\"records\":1,"
                + "\"firstSeen\":\"2026-11-01T10:00:00Z\",\"lastSeen\":\"2026-11-01T10:00:00Z\","
                + "\"providers\":[\"jxincm-sora\"],\"firstPlace\":\"a.ndjson:1\","
                + "\"sample\":\"\\\"here\\\"\"}");
  }

  @Test
  void rejectsWrongUsage() throws IOException {
    assertThat(traffic.observe("--as=nobody")).isEqualTo(2);
    assertThat(traffic.err())
        .startsWith(
            "--as: expected a provider of providers.yaml (chainhub-grok, chainhub-openai,"
                + " chainhub-sora, chainhub-veo, jxincm-sora), found another name\n");
    assertThat(traffic.observe(folder.resolve("absent").toString())).isEqualTo(2);
    assertThat(traffic.err()).startsWith("expected a file, found none at ");
    assertThat(traffic.observe("--spec=" + folder)).isEqualTo(2);
  }
}
