package io.github.videotasks.contract.broker;

import au.com.dius.pact.core.pactbroker.CanIDeployResult;
import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.Latest;
import au.com.dius.pact.core.pactbroker.PactResponse;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.pactbroker.To;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonValue;
import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.provider.OutputMasker;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Client of a Pact broker. Uses Pact's own client; its exceptions and error results are rethrown as
 * {@link BrokerException}, with the token masked.
 */
public final class PactBroker {

  private final LimitedBrokerClient client;
  private final OutputMasker masking;

  /**
   * Creates a client with the default limits of a response. Sends no request yet.
   *
   * @param url of the broker
   * @param token bearer token; null for a broker without authentication
   */
  public PactBroker(URI url, @Nullable String token) {
    this(url, token, ExchangeLimits.DEFAULTS);
  }

  PactBroker(URI url, @Nullable String token, ExchangeLimits limits) {
    this.client = new LimitedBrokerClient(url.toString(), token, limits);
    this.masking = new OutputMasker(token);
  }

  /**
   * Publishes a pact as the contract of one version of a client.
   *
   * @param pact the pact file
   * @param version of the client, for example a commit
   * @param branch null when the version has no branch
   * @param tags may be empty
   * @throws BrokerException when the broker is unreachable or rejects the pact
   */
  public void publish(Path pact, String version, @Nullable String branch, List<String> tags) {
    execute(
        () -> client.uploadPactFile(pact.toFile(), new PublishConfiguration(version, tags, branch)),
        "publishing " + pact.getFileName());
  }

  /**
   * Records whether a provider's version keeps the newest contract of a client.
   *
   * @param verified the result to record
   * @param version of the provider
   * @param branch null when the version has no branch
   * @param tags may be empty
   * @throws BrokerException when the broker is unreachable or rejects the result
   */
  public void recordVerification(
      ContractResult verified, String version, @Nullable String branch, List<String> tags) {
    String provider = verified.provider();
    Map<String, ?> links = latestPact(verified.consumer(), provider).getLinks();
    TestResult result =
        verified.success() ? new TestResult.Ok() : new TestResult.Failed(List.of(), "mismatches");
    if (branch != null) {
      execute(
          () -> client.publishProviderBranch(links, provider, branch, version),
          "setting the branch of " + provider);
    }
    if (!tags.isEmpty()) {
      execute(
          () -> client.publishProviderTags(links, provider, tags, version), "tagging " + provider);
    }
    execute(
        () -> client.publishVerificationResults(links, result, version),
        "recording the result of " + provider);
  }

  /**
   * Verification result of one contract.
   *
   * @param consumer the client
   * @param provider the provider's id
   * @param success whether the provider keeps the contract
   */
  public record ContractResult(String consumer, String provider, boolean success) {}

  /**
   * Queries the broker whether a version may be deployed.
   *
   * @param pacticipant a client or a provider, by its name in the pacts
   * @param version of the pacticipant
   * @param to environment or tag to deploy to
   * @return the broker's decision with its reason
   * @throws BrokerException when the broker is unreachable or rejects the request
   */
  public DeploymentDecision canIDeploy(String pacticipant, String version, To to) {
    String action = "checking whether " + pacticipant + " may be deployed";
    CanIDeployResult result =
        call(
            () ->
                client.canIDeploy(pacticipant, version, new Latest.UseLatest(false), to, List.of()),
            action);
    Exception error = client.lastError();
    if (error != null) {
      throw brokerException(action, error);
    }
    return new DeploymentDecision(
        result.getOk(), masking.mask(result.getMessage() + " " + result.getReason()).strip());
  }

  /**
   * Decision of the broker about one deployment.
   *
   * @param allowed whether the version may be deployed
   * @param reason text of the broker, with the token masked
   */
  public record DeploymentDecision(boolean allowed, String reason) {}

  /**
   * Tags a version.
   *
   * @param pacticipant the name of the consumer or provider at the broker
   * @param version its version
   * @param tag such as a branch
   * @throws BrokerException when the broker is unreachable or rejects the tag
   */
  public void tagVersion(String pacticipant, String version, String tag) {
    execute(() -> client.createVersionTag(pacticipant, version, tag), "tagging " + pacticipant);
  }

  /**
   * Records that a version now runs in an environment.
   *
   * @param pacticipant the name of the consumer or provider at the broker
   * @param version its version
   * @param environment the name that the broker knows
   * @throws BrokerException when the broker is unreachable or does not know the environment
   */
  public void recordDeployment(String pacticipant, String version, String environment) {
    String action = "recording a deployment to " + environment;
    IHalClient hal =
        call(
            () ->
                client
                    .newHalClient()
                    .navigate(
                        Map.of("pacticipant", pacticipant, "version", version),
                        "pb:pacticipant-version"),
            action);
    execute(() -> hal.postJson(deploymentLink(hal.currentDoc(), environment), "{}"), action);
  }

  private static String deploymentLink(JsonValue.@Nullable Object version, String environment) {
    JsonValue links = version == null ? null : version.get("_links").get("pb:record-deployment");
    if (links instanceof JsonValue.Array array) {
      for (JsonValue link : array.getValues()) {
        if (environment.equals(link.get("name").asString())) {
          return String.valueOf(link.get("href").asString());
        }
      }
    }
    throw new BrokerException(
        "expected an environment '%s' at the broker, found none. Create it there first."
            .formatted(environment));
  }

  private PactResponse latestPact(String consumer, String provider) {
    String path =
        "/pacts/provider/%s/consumer/%s/latest".formatted(urlEncode(provider), urlEncode(consumer));
    return call(() -> client.fetchPact(path, false), "finding the contract of " + consumer);
  }

  private static String urlEncode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void execute(Supplier<Result<?, ?>> step, String action) {
    Result<?, ?> result = call(step, action);
    if (result instanceof Result.Err<?> error) {
      throw brokerException(action, error.getError());
    }
  }

  @SuppressWarnings(
      "CatchingUnchecked") // Kotlin throws checked exceptions that it does not declare
  private <T> T call(Supplier<T> step, String action) {
    try {
      return step.get();
    } catch (BrokerException e) {
      throw e;
    } catch (Exception e) {
      throw brokerException(action, e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      // Within the limits, but too much for Pact's own parser.
      throw brokerException(action, e);
    }
  }

  private BrokerException brokerException(String action, Object cause) {
    return new BrokerException(
        "expected the Pact broker to accept %s, found: %s"
            .formatted(action, masking.mask(cause.toString())));
  }
}
