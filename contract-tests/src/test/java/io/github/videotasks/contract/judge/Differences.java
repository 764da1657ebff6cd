package io.github.videotasks.contract.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.consumer.Json;
import io.github.videotasks.contract.provider.Pacts;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Origin;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the second judge about everything that the first one accepts: every answer that a page shows
 * and every request and answer that a contract holds, against the provider's raw page and against
 * the canonical spec.
 */
final class Differences {

  private final Checkout checkout;
  private final Situations situations;
  private final OpenApiJudge canonical;
  private final List<Difference> found = new ArrayList<>();

  private Differences(Checkout checkout) throws IOException {
    this.checkout = checkout;
    this.situations = Situations.read(checkout);
    this.canonical =
        new OpenApiJudge(Files.readString(checkout.spec().resolve("canonical/openapi.yaml")));
  }

  static List<Difference> of(Checkout checkout) throws IOException {
    Differences differences = new Differences(checkout);
    for (Provider provider : differences.situations.catalogue().providers()) {
      differences.ask(provider);
    }
    return differences.found;
  }

  private void ask(Provider provider) throws IOException {
    OpenApiJudge page =
        OpenApiJudge.ofPage(Files.readString(checkout.spec().resolve(provider.page())));
    for (Situation row : situations.of(provider)) {
      if (row.origin() instanceof Origin.Shown shown) {
        String subject = provider.pageName() + " example " + shown.example();
        String path = row.operation().pathFor(row.taskId());
        note(
            provider.pageName(),
            subject,
            page.aboutAnswer(row.operation().method(), path, row.answer()));
        note(
            "canonical",
            subject,
            canonical.aboutAnswer(row.operation().method(), path, row.answer()));
      }
    }
    for (Path pact : Pacts.of(checkout, provider.id())) {
      for (JsonNode interaction : Json.read(Files.readString(pact)).required("interactions")) {
        String subject = pact.getFileName() + ": " + interaction.required("description").asText();
        ask(provider.pageName(), page, subject, interaction);
        ask("canonical", canonical, subject, interaction);
      }
    }
  }

  private void ask(String document, OpenApiJudge judge, String subject, JsonNode interaction) {
    JsonNode request = interaction.required("request");
    note(document, subject + ", request", judge.aboutRequest(request));
    JsonNode response = interaction.required("response");
    if (response.has("body")) {
      Answer answer =
          Answer.json(response.required("status").asInt(), response.at("/body/content").toString());
      note(
          document,
          subject + ", answer",
          judge.aboutAnswer(
              request.required("method").asText(), request.required("path").asText(), answer));
    }
  }

  private void note(String document, String subject, List<String> complaints) {
    complaints.forEach(complaint -> found.add(new Difference(document, subject, complaint)));
  }
}
