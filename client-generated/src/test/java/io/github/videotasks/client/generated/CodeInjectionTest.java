package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.client.generated.hostile.ApiClient;
import io.github.videotasks.client.generated.hostile.api.TagU0022LinkApi;
import io.github.videotasks.client.generated.hostile.model.Probe;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code injection through texts and names of a contract. The client is generated without the
 * validation of the spec tool. The first half of the proof is that the output compiles; these tests
 * are the other half: every name is sent unchanged and no injected code was executed.
 */
class CodeInjectionTest {
  private static final File CONTRACT = new File("src/test/contracts/hostile.yaml");

  private static JsonNode readContract() throws IOException {
    return new YAMLMapper().readTree(CONTRACT);
  }

  private static JsonNode properties() throws IOException {
    return readContract().at("/components/schemas/Probe/properties");
  }

  static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    properties().fieldNames().forEachRemaining(names::add);
    return names;
  }

  static List<Map.Entry<String, JsonNode>> enumValues() throws IOException {
    List<Map.Entry<String, JsonNode>> values = new ArrayList<>();
    for (String name : List.of("type", "kind", "level")) {
      properties().get(name).get("enum").forEach(value -> values.add(Map.entry(name, value)));
    }
    return values;
  }

  private static Probe parseProbe(String json) throws IOException {
    return Objects.requireNonNull(ApiClient.moshi().adapter(Probe.class).fromJson(json));
  }

  private static String objectOf(String name, JsonNode value) {
    return JsonNodeFactory.instance.objectNode().set(name, value).toString();
  }

  @Test
  void hasMoreThan70Probes() throws IOException {
    assertThat(names().size() + enumValues().size()).isGreaterThan(70);
  }

  @ParameterizedTest
  @MethodSource("names")
  void declaresPropertyUnderExactName(String name) throws IOException {
    Probe probe = parseProbe(objectOf(name, sampleValue(properties().get(name))));

    assertThat(probe.additionalProperties()).isEmpty();
    assertThat(probe.mismatches()).isEmpty();
    assertThat(ApiClient.moshi().adapter(Probe.class).toJson(probe))
        .satisfies(
            written ->
                assertThat(TaskJson.tree(written))
                    .isEqualTo(TaskJson.tree(objectOf(name, sampleValue(properties().get(name))))));
  }

  @ParameterizedTest
  @MethodSource("enumValues")
  void declaresEveryEnumValueExactly(Map.Entry<String, JsonNode> each) throws IOException {
    Probe probe = parseProbe(objectOf(each.getKey(), each.getValue()));

    assertThat(probe.mismatches()).isEmpty();
    assertThat(probe.property(each.getKey()))
        .isEqualTo(JsonValue.parse(each.getValue().toString()));
  }

  @Test
  void sendsEveryParameterUnderExactName() throws IOException {
    HttpUrl url =
        ApiClient.retrofit("http://localhost/")
            .build()
            .create(TagU0022LinkApi.class)
            .opStaticNewCanary("p", "1", "2", "3", "4", "5")
            .request()
            .url();

    List<String> declared = new ArrayList<>();
    readContract()
        .at("/paths")
        .elements()
        .next()
        .at("/get/parameters")
        .forEach(each -> declared.add(each.get("name").textValue()));
    assertThat(url.queryParameterNames())
        .containsExactlyElementsOf(declared.subList(1, declared.size()));
    assertThat(url.encodedPath()).startsWith("/quote%22/p/");
  }

  @Test
  void sendsEveryWrittenParameterUnderExactName() {
    Request request =
        ApiClient.retrofit("http://localhost/")
            .build()
            .create(TagU0022LinkApi.class)
            .writtenStaticNewCanary(
                "p", List.of("1", "2"), Map.of("k", JsonValue.of("3")), "4", "5", "6")
            .request();

    assertThat(request.url().queryParameterNames())
        .containsExactly(
            "list\"); evil(); //", "deep\\u0022+evil()+\\u0022[k]", "content\"", "$request");
    assertThat(request.url().encodedPath()).startsWith("/written%22/.p/");
    assertThat(request.header("Cookie")).isEqualTo("cookie%22%2Bevil%28%29%2B%22=6");
  }

  @Test
  void executesNoInjectedCode() throws IOException, ClassNotFoundException {
    assertThat(parseProbe("{}").mismatches()).isEmpty();
    assertThat(Class.forName(Probe.class.getName())).isEqualTo(Probe.class);
    assertThat(System.getProperty("canary")).isNull();
  }

  private static JsonNode sampleValue(JsonNode schema) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    return switch (schema.path("type").asText()) {
      case "string" -> json.textNode("x");
      case "integer" -> json.numberNode(7);
      case "boolean" -> json.booleanNode(true);
      case "array" -> json.arrayNode();
      default -> json.objectNode();
    };
  }
}
