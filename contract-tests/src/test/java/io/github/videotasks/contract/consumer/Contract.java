package io.github.videotasks.contract.consumer;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.ProviderStateGenerator;
import io.github.videotasks.contract.replay.Origin;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situation.Expects;
import io.github.videotasks.contract.replay.Situation.Request;
import java.util.Map;

/** One row of the contract as a pact with a single interaction. */
final class Contract {

  private static final String TOKEN = "Bearer a-token";

  private final ContractedClient client;
  private final Provider provider;
  private final Situation row;

  Contract(ContractedClient client, Provider provider, Situation row) {
    this.client = client;
    this.provider = provider;
    this.row = row;
  }

  /**
   * The pact of this row, naming what the client reads; for an answer that is nobody's promise only
   * its status class.
   */
  V4Pact pact(ReadMembers read) {
    V4Pact pact =
        new PactBuilder(client.name(), provider.id(), PactSpecVersion.V4)
            .expectsToReceiveHttpInteraction(row.interaction(), this::describe)
            .toPact();
    SynchronousHttp interaction = (SynchronousHttp) pact.getInteractions().get(0);
    // An exact id for the consumer; a provider under test may have the task under another, which
    // its state change tells.
    if (row.operation().idInPath()) {
      generate(interaction, Category.PATH, "", row.operation().pathFor("${id}"));
    } else {
      generate(interaction, Category.QUERY, "id", "${id}");
    }
    if (row.expects() == Expects.STATUS_CLASS) {
      interaction.getResponse().setStatus(row.answer().status());
    } else {
      ContractBody body = new ContractBody(Json.read(row.answer().body()), read);
      new HttpResponseBuilder(interaction.getResponse())
          .status(row.answer().status())
          .body(body.content().toString(), row.answer().contentType());
      body.addRules(interaction.getResponse().getMatchingRules().addCategory("body"));
    }
    return pact;
  }

  private HttpInteractionBuilder describe(HttpInteractionBuilder interaction) {
    interaction
        .state(row.sentence(), Map.of("id", row.taskId(), "state", row.state()))
        .reference("openapi", "document", "spec/canonical/openapi.yaml")
        .reference("openapi", "operationId", row.operation().operationId())
        .reference("vendor", "page", "spec/" + provider.page())
        .withRequest(this::ask)
        .willRespondWith(
            response ->
                row.expects() == Expects.STATUS_CLASS ? response.clientErrorStatus() : response);
    return refer(interaction, row.origin());
  }

  /**
   * Which page and example the answer was seen on: {@code origin} is for machines, {@code shown}
   * for people.
   */
  private static HttpInteractionBuilder refer(HttpInteractionBuilder interaction, Origin origin) {
    interaction
        .reference("vendor", "shown", origin.label())
        .reference("vendor", "origin", origin.kind());
    return origin instanceof Origin.Undocumented undocumented
        ? interaction.comment("Not documented by the vendor. " + undocumented.fact())
        : interaction;
  }

  private HttpRequestBuilder ask(HttpRequestBuilder request) {
    request.method(row.operation().method()).path(row.operation().pathFor(row.taskId()));
    if (!row.operation().idInPath()) {
      request.queryParameter("id", row.taskId());
    }
    return row.request() == Request.WITHOUT_TOKEN
        ? request
        : request.header("Authorization", Matchers.regexp("^Bearer .+$", TOKEN));
  }

  private static void generate(
      SynchronousHttp interaction, Category part, String key, String expression) {
    interaction
        .getRequest()
        .getGenerators()
        .addGenerator(part, key, new ProviderStateGenerator(expression));
  }
}
