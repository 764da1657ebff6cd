package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.codegen.validation.Invalid;
import org.openapitools.codegen.validation.ValidationResult;
import org.openapitools.codegen.validations.oas.OpenApiEvaluator;
import org.openapitools.codegen.validations.oas.RuleConfiguration;

/**
 * The check of {@code openapi-generator validate --recommend} for both editions of the contract and
 * of all scenarios: neither swagger-parser nor the rules of the generator may report anything.
 */
class GeneratorValidationTest {
  static Stream<Path> contracts() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/scenarios"))) {
      Stream<Path> merged =
          files.filter(file -> file.getFileName().toString().matches("openapi.*\\.yaml"));
      return Stream.concat(
          Stream.of(Path.of("../canonical/openapi.yaml"), Path.of("../canonical/openapi-3.1.yaml")),
          merged)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void reportsNoErrorsOrWarnings(Path contract) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult read = new OpenAPIParser().readLocation(contract.toString(), null, options);
    RuleConfiguration rules = new RuleConfiguration();
    rules.setEnableRecommendations(true);
    ValidationResult found = new OpenApiEvaluator(rules).validate(read.getOpenAPI());
    assertThat(read.getMessages()).isEmpty();
    assertThat(messages(found)).isEmpty();
  }

  private static List<String> messages(ValidationResult found) {
    List<Invalid> all = new ArrayList<>(found.getErrors());
    all.addAll(found.getWarnings());
    return all.stream().map(Invalid::getMessage).toList();
  }
}
