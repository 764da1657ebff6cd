package io.github.videotasks.spec;

import static com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.evidence.JsonSchemaValidator;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the derivation from the five pages of this repository. */
class BundledPagesTest {
  private static DerivationResult derived;
  private static JsonNode contract;

  @BeforeAll
  static void derive() throws IOException {
    derived = Derivation.derive(SourcePaths.of(Path.of("..")));
    contract = TestPages.contract(derived);
  }

  @Test
  void acceptsEveryPage() {
    assertThat(derived.rejections()).isEmpty();
  }

  @Test
  void reportsEveryDefect() throws IOException {
    KnownPages.assumeUnchanged();
    TreeMap<String, Long> counts =
        derived.findings().stream()
            .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    assertThat(counts.toString())
        .isEqualTo(
            "{body-on-get=5, browser-header=5, empty-title=5, equal-examples=2, no-operation-id=5,"
                + " no-page=1, null-type=5, other-words=3, page-tag=5, required-contradicted=5,"
                + " reserved-header=15, same-operation=1, time-units=1, trailing-blank=3,"
                + " type-contradicted=3, undeclared-member=5, unread-keyword=5,"
                + " vendor-extension=21}");
  }

  @Test
  void reportsExamplesThatLackRequiredFields() throws IOException {
    KnownPages.assumeUnchanged();
    assertThat(TestPages.findings(derived, "required-contradicted"))
        .extracting(f -> f.replaceAll(" required by its page's schema in line \\d+.*", ""))
        .containsExactly(
            "pages/chainhub-grok.md:115: [required-contradicted] example chainhub-grok/2 lacks"
                + " enhanced_prompt,",
            "pages/chainhub-openai.md:91: [required-contradicted] example chainhub-openai/1 lacks"
                + " enhanced_prompt, video_url,",
            "pages/chainhub-openai.md:172: [required-contradicted] example chainhub-openai/2 lacks"
                + " enhanced_prompt, status_update_time,",
            "pages/jxincm-sora.md:98: [required-contradicted] example jxincm-sora/1 lacks"
                + " enhanced_prompt, video_url,",
            "pages/jxincm-sora.md:179: [required-contradicted] example jxincm-sora/2 lacks"
                + " enhanced_prompt,");
  }

  @Test
  void reportsUndeclaredProperties() throws IOException {
    KnownPages.assumeUnchanged();
    assertThat(TestPages.findings(derived, "undeclared-member"))
        .extracting(f -> f.replaceAll(".*example (\\S+) shows (\\d+) .*", "$1 $2"))
        .containsExactly(
            "chainhub-grok/2 17",
            "chainhub-openai/1 1",
            "chainhub-openai/2 7",
            "jxincm-sora/1 1",
            "jxincm-sora/2 4");
  }

  @Test
  void reportsEqualExamplesOfTwoPages() throws IOException {
    KnownPages.assumeUnchanged();
    assertThat(TestPages.findings(derived, "equal-examples"))
        .containsExactly(
            "pages/chainhub-veo.md:91: [equal-examples] example chainhub-veo/1 equals example"
                + " chainhub-grok/1 at pages/chainhub-grok.md:92. Kept both; as evidence they count"
                + " once.",
            "pages/jxincm-sora.md:98: [equal-examples] example jxincm-sora/1 equals example"
                + " chainhub-openai/1 at pages/chainhub-openai.md:91. Kept both; as evidence they"
                + " count once.");
  }

  @Test
  void reportsEveryLocationOfMixedTimestampFormats() throws IOException {
    KnownPages.assumeUnchanged();
    assertThat(TestPages.findings(derived, "time-units"))
        .containsExactly(
            "pages/chainhub-grok.md:139: [time-units] VideoTask.status_update_time is in seconds"
                + " since 1970 here; milliseconds since 1970 at pages/chainhub-grok.md:114, at"
                + " pages/chainhub-openai.md:171, at pages/chainhub-veo.md:110, at"
                + " pages/jxincm-sora.md:178, at pages/jxincm-sora.md:252."
                + " Kept as received; the description lists the formats.");
  }

  @Test
  void requiresOnlyIdAndStatus() {
    JsonNode schemas = contract.path("components").path("schemas");
    assertThat(schemas.path("VideoTask").path("required").toString())
        .isEqualTo("[\"id\",\"status\"]");
    assertThat(schemas).filteredOn(schema -> schema.has("required")).hasSize(1);
  }

  @Test
  void namesComponents() {
    List<String> names = new ArrayList<>();
    contract.path("components").path("schemas").fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "VideoTask",
            "TaskDetail",
            "TaskInput",
            "PendingInfo",
            "InpaintItem",
            "ModerationResult",
            "DraftInfo",
            "Encodings",
            "Encoding",
            "CreationConfig",
            "GatewayError");
  }

  @Test
  void describesEveryOperationSchemaAndField() {
    List<String> without = new ArrayList<>();
    OpenApiWalker.walkDocument(
        (ObjectNode) contract,
        (kind, node, pointer) -> {
          boolean described =
              kind == OpenApiObject.OPERATION
                  || pointer.matches("/components/schemas/\\w+(/properties/\\w+)?");
          String text = node.path("description").asText();
          if (described
              && (text.isBlank() || text.matches("Shown by .*|Declared only.|Given a hint.*"))) {
            without.add(pointer);
          }
        });
    assertThat(without)
        .as("fields without a description; add one to an Overlay file in spec/corrections")
        .isEmpty();
  }

  @Test
  void parsesWithoutSwaggerParserMessages() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    var result =
        new OpenAPIV3Parser()
            .readContents(TestPages.text(derived, "openapi.yaml"), List.of(), options);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths())
        .containsOnlyKeys("/v1/video/query", "/v1/videos/{id}");
  }

  @Test
  void parsesEquallyWithTwoYamlParsers() throws IOException {
    String yaml = TestPages.text(derived, "openapi.yaml");
    JsonNode own = new YamlReader(YamlLimits.DEFAULT).read(yaml, "openapi.yaml", 1).get(0).root();
    JsonNode other = new YAMLMapper().enable(USE_BIG_DECIMAL_FOR_FLOATS).readTree(yaml);
    assertThat(JsonNodes.fingerprint(own)).isEqualTo(JsonNodes.fingerprint(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chainhub-grok/1",
        "chainhub-grok/2",
        "chainhub-openai/1",
        "chainhub-openai/2",
        "chainhub-veo/1",
        "jxincm-sora/1",
        "jxincm-sora/2"
      })
  void validatesEveryExample(String example) throws IOException {
    JsonNode schema = contract.path("components").path("schemas").path("VideoTask");
    JsonNode value = TestPages.json(derived, "examples/" + example + ".json");
    assertThat(JsonSchemaValidator.of(schema, (ObjectNode) contract).validate(value)).isEmpty();
  }

  @Test
  void detectsWrongTypeInExample() throws IOException {
    JsonNode schema = contract.path("components").path("schemas").path("VideoTask");
    ObjectNode value = (ObjectNode) TestPages.json(derived, "examples/jxincm-sora/1.json");
    ((ObjectNode) value.path("detail").path("pending_info")).put("width", "wide");
    assertThat(JsonSchemaValidator.of(schema, (ObjectNode) contract).validate(value))
        .extracting(Object::toString)
        .contains("/detail/pending_info/width: string found, [integer, null] expected");
  }

  @Test
  void preservesNumberDigits() {
    assertThat(TestPages.text(derived, "examples/jxincm-sora/2.json"))
        .contains("1759763631.222531");
    assertThat(TestPages.text(derived, "examples/chainhub-openai/1.json"))
        .contains("0.9302178175176704");
  }

  @Test
  void extractsExamplesLikeSecondYamlParser() throws IOException {
    String page = Files.readString(Path.of("../pages/jxincm-sora.md"));
    String yaml = page.substring(page.indexOf("```yaml") + 8, page.lastIndexOf("```"));
    JsonNode examples =
        new YAMLMapper()
            .readTree(yaml)
            .at("/paths/~1v1~1video~1query/get/responses/200/content/application~1json/examples");
    assertThat(TestPages.json(derived, "examples/jxincm-sora/2.json"))
        .isEqualTo(examples.path("2").path("value"));
  }
}
