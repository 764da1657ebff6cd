package io.github.videotasks.contract.crosscheck;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.consumer.ExactJson;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.report.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the OpenAPI validator on everything that Pact's verifier accepts: every example of a page
 * and every request and response of a contract, against the provider's raw page and against the
 * canonical spec.
 */
final class OpenApiValidationRun {

  private final RepositoryLayout layout;
  private final ContractProvider provider;
  private final List<ContractCase> cases;
  private final List<ApiDocument> documents;

  private OpenApiValidationRun(
      RepositoryLayout checkout, ContractProvider provider, List<ContractCase> rows)
      throws IOException {
    this.layout = checkout;
    this.provider = provider;
    this.cases = rows;
    this.documents =
        List.of(
            new ApiDocument(
                Checks.PAGE,
                provider.pageName(),
                OpenApiValidator.forPage(
                    Files.readString(checkout.spec().resolve(provider.page())))),
            new ApiDocument(
                Checks.CANONICAL,
                "canonical",
                new OpenApiValidator(
                    Files.readString(checkout.spec().resolve("canonical/openapi.yaml")))));
  }

  private record ApiDocument(String check, String name, OpenApiValidator validator) {}

  static List<CheckedInteraction> run(RepositoryLayout checkout) throws IOException {
    ContractCases cases = ContractCases.read(checkout);
    List<CheckedInteraction> results = new ArrayList<>();
    for (ContractProvider provider : cases.catalogue().providers()) {
      OpenApiValidationRun run =
          new OpenApiValidationRun(checkout, provider, cases.forProvider(provider));
      results.addAll(run.validateExamples());
      results.addAll(run.validatePacts());
    }
    return results;
  }

  /** Validates a borrowed example as a response of this provider, against this provider's page. */
  private List<CheckedInteraction> validateExamples() {
    return cases.stream()
        .filter(row -> row.origin().isDocumented())
        .flatMap(row -> documents.stream().map(document -> validate(document, row)))
        .toList();
  }

  private CheckedInteraction validate(ApiDocument document, ContractCase row) {
    String path = row.operation().pathFor(row.taskId());
    return new CheckedInteraction(
        document.check(),
        document.name(),
        provider.id() + ", " + row.origin().label(),
        provider.id(),
        row.interaction(),
        "",
        document.validator().validateResponse(row.operation().method(), path, row.response()));
  }

  private List<CheckedInteraction> validatePacts() throws IOException {
    List<CheckedInteraction> results = new ArrayList<>();
    for (Path pact : PactFiles.forProvider(layout, provider.id())) {
      for (JsonNode interaction : ExactJson.read(Files.readString(pact)).required("interactions")) {
        documents.forEach(document -> results.add(validate(document, pact, interaction)));
      }
    }
    return results;
  }

  private CheckedInteraction validate(ApiDocument document, Path pact, JsonNode interaction) {
    String name = interaction.required("description").asText();
    return new CheckedInteraction(
        document.check(),
        document.name(),
        pact.getFileName() + ": " + name,
        provider.id(),
        name,
        PactFiles.pacticipant(pact, "consumer"),
        violations(document.validator(), interaction));
  }

  private static List<String> violations(OpenApiValidator validator, JsonNode interaction) {
    JsonNode request = interaction.required("request");
    JsonNode response = interaction.required("response");
    List<String> requestViolations = validator.validateRequest(request);
    if (!response.has("body")) {
      return requestViolations;
    }
    ProviderResponse expected =
        ProviderResponse.json(
            response.required("status").asInt(), response.at("/body/content").toString());
    return Stream.concat(
            requestViolations.stream(),
            validator
                .validateResponse(
                    request.required("method").asText(),
                    request.required("path").asText(),
                    expected)
                .stream())
        .toList();
  }
}
