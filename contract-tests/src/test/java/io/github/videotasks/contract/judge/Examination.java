package io.github.videotasks.contract.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.consumer.Json;
import io.github.videotasks.contract.provider.Pacts;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.contract.report.Judges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks the OpenAPI validator about everything that Pact's verifier accepts: every answer that a
 * page shows and every request and answer that a contract holds, against the provider's raw page
 * and against the canonical spec.
 */
final class Examination {

  private final Checkout checkout;
  private final Provider provider;
  private final List<Situation> rows;
  private final List<Document> documents;

  private Examination(Checkout checkout, Provider provider, List<Situation> rows)
      throws IOException {
    this.checkout = checkout;
    this.provider = provider;
    this.rows = rows;
    this.documents =
        List.of(
            new Document(
                Judges.PAGE,
                provider.pageName(),
                OpenApiJudge.ofPage(Files.readString(checkout.spec().resolve(provider.page())))),
            new Document(
                Judges.CANONICAL,
                "canonical",
                new OpenApiJudge(
                    Files.readString(checkout.spec().resolve("canonical/openapi.yaml")))));
  }

  private record Document(String judge, String name, OpenApiJudge validator) {}

  static List<Examined> of(Checkout checkout) throws IOException {
    Situations situations = Situations.read(checkout);
    List<Examined> all = new ArrayList<>();
    for (Provider provider : situations.catalogue().providers()) {
      Examination one = new Examination(checkout, provider, situations.of(provider));
      all.addAll(one.examples());
      all.addAll(one.contracts());
    }
    return all;
  }

  /** A borrowed example is judged as this provider's answer, by this provider's page. */
  private List<Examined> examples() {
    return rows.stream()
        .filter(row -> row.origin().documented())
        .flatMap(row -> documents.stream().map(document -> examined(document, row)))
        .toList();
  }

  private Examined examined(Document document, Situation row) {
    String path = row.operation().pathFor(row.taskId());
    return new Examined(
        document.judge(),
        document.name(),
        provider.id() + ", " + row.origin().label(),
        provider.id(),
        row.interaction(),
        "",
        document.validator().aboutAnswer(row.operation().method(), path, row.answer()));
  }

  private List<Examined> contracts() throws IOException {
    List<Examined> examined = new ArrayList<>();
    for (Path pact : Pacts.of(checkout, provider.id())) {
      for (JsonNode interaction : Json.read(Files.readString(pact)).required("interactions")) {
        documents.forEach(document -> examined.add(examined(document, pact, interaction)));
      }
    }
    return examined;
  }

  private Examined examined(Document document, Path pact, JsonNode interaction) {
    String name = interaction.required("description").asText();
    return new Examined(
        document.judge(),
        document.name(),
        pact.getFileName() + ": " + name,
        provider.id(),
        name,
        Pacts.party(pact, "consumer"),
        complaints(document.validator(), interaction));
  }

  private static List<String> complaints(OpenApiJudge validator, JsonNode interaction) {
    JsonNode request = interaction.required("request");
    JsonNode response = interaction.required("response");
    List<String> aboutTheRequest = validator.aboutRequest(request);
    if (!response.has("body")) {
      return aboutTheRequest;
    }
    Answer answer =
        Answer.json(response.required("status").asInt(), response.at("/body/content").toString());
    return Stream.concat(
            aboutTheRequest.stream(),
            validator
                .aboutAnswer(
                    request.required("method").asText(), request.required("path").asText(), answer)
                .stream())
        .toList();
  }
}
