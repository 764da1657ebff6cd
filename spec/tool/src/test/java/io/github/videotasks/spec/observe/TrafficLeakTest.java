package io.github.videotasks.spec.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries in every place of the masking cases, and in none of the files and reports. */
class TrafficLeakTest {
  @TempDir Path folder;

  @Test
  void noReportOrFileContainsWhatIsMasked() throws IOException {
    ObservedTraffic traffic = new ObservedTraffic(folder);
    List<JsonNode> cases = TrafficMaskTest.cases().toList();
    for (JsonNode row : cases) {
      if (row.path("body").isObject() && row.path("keys").isEmpty() && !row.has("requestBody")) {
        String url = row.path("url").asText().replace("api.example.com", "api.jxincm.cn");
        traffic.add(url, 200, task(row.path("body")));
        traffic.add(url, 404, row.path("body").toString());
      }
    }
    assertThat(traffic.observe("--as=jxincm-sora")).isEqualTo(1);
    String report = traffic.everything();
    traffic.observe("--format=json");
    report += traffic.out();
    traffic.check("--accept");
    report += traffic.everything();

    assertThat(report).contains("observed/jxincm-sora/").doesNotContainIgnoringCase("canary");
  }

  /** Everything once more below a field that no page has. */
  private static String task(JsonNode body) {
    ObjectNode task = new ObjectMapper().createObjectNode();
    task.put("id", "a").put("status", "completed");
    task.set("fresh", body);
    task.setAll((ObjectNode) body.deepCopy());
    task.put("status", "completed");
    return task.toString();
  }
}
