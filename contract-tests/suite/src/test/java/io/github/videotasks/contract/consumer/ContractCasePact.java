package io.github.videotasks.contract.consumer;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.Expectation;
import io.github.videotasks.contract.replay.ContractCase.RequestVariant;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import io.github.videotasks.contract.replay.ResponseOrigin;
import java.util.Map;

/** Builds the pact of one contract case, with a single interaction. */
final class ContractCasePact {

  private static final String TOKEN = "Bearer a-token";

  private final ConsumerClient client;
  private final ContractProvider provider;
  private final ContractCase contractCase;

  ContractCasePact(ConsumerClient client, ContractProvider provider, ContractCase row) {
    this.client = client;
    this.provider = provider;
    this.contractCase = row;
  }

  /**
   * Builds the pact. It names the fields that the client reads; for a response that no vendor
   * documents it requires only the class of the HTTP status.
   */
  V4Pact build(ConsumedFields consumed) {
    V4Pact pact =
        new PactBuilder(client.name(), provider.id(), PactSpecVersion.V4)
            .expectsToReceiveHttpInteraction(contractCase.interaction(), this::describeInteraction)
            .toPact();
    SynchronousHttp interaction = (SynchronousHttp) pact.getInteractions().get(0);
    if (contractCase.expectation() == Expectation.STATUS_CLASS) {
      interaction.getResponse().setStatus(contractCase.response().status());
    } else {
      PactBody body = new PactBody(ExactJson.read(contractCase.response().body()), consumed);
      new HttpResponseBuilder(interaction.getResponse())
          .status(contractCase.response().status())
          .body(body.content().toString(), contractCase.response().contentType());
      body.addMatchers(interaction.getResponse().getMatchingRules().addCategory("body"));
    }
    return pact;
  }

  private HttpInteractionBuilder describeInteraction(HttpInteractionBuilder interaction) {
    interaction
        .state(
            contractCase.stateDescription(),
            Map.of("id", contractCase.taskId(), "state", contractCase.state()))
        .reference("openapi", "document", "spec/canonical/openapi.yaml")
        .reference("openapi", "operationId", contractCase.operation().operationId())
        .reference("vendor", "page", "spec/" + provider.page())
        .withRequest(this::describeRequest)
        .willRespondWith(
            response ->
                contractCase.expectation() == Expectation.STATUS_CLASS
                    ? response.clientErrorStatus()
                    : response);
    return addReferences(interaction, contractCase.origin());
  }

  /**
   * Adds the page and example of the response: {@code origin} is for programs, {@code shown} for
   * people.
   */
  private static HttpInteractionBuilder addReferences(
      HttpInteractionBuilder interaction, ResponseOrigin origin) {
    interaction
        .reference("vendor", "shown", origin.label())
        .reference("vendor", "origin", origin.kind());
    return origin instanceof ResponseOrigin.Undocumented undocumented
        ? interaction.comment("Not documented by the vendor. " + undocumented.fact())
        : interaction;
  }

  /**
   * The consumer test sends the id of the page. A provider under test may know the task by another
   * id, which it returns when the state is set up: {@code ${id}} in the path or the query.
   */
  private HttpRequestBuilder describeRequest(HttpRequestBuilder request) {
    Operation operation = contractCase.operation();
    String id = contractCase.taskId();
    request.method(operation.method());
    if (operation.idInPath()) {
      request.path(Matchers.fromProviderState(operation.pathFor("${id}"), operation.pathFor(id)));
    } else {
      request.path(operation.path()).queryParameter("id", Matchers.fromProviderState("${id}", id));
    }
    return contractCase.requestVariant() == RequestVariant.WITHOUT_TOKEN
        ? request
        : request.header("Authorization", Matchers.regexp("^Bearer .+$", TOKEN));
  }
}
