package io.github.videotasks.contract.broker;

import au.com.dius.pact.core.pactbroker.CanIDeployResult;
import au.com.dius.pact.core.pactbroker.IHalClient;
import au.com.dius.pact.core.pactbroker.Latest;
import au.com.dius.pact.core.pactbroker.PactBrokerClient;
import au.com.dius.pact.core.pactbroker.PactBrokerClientConfig;
import au.com.dius.pact.core.pactbroker.PactResponse;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.TestResult;
import au.com.dius.pact.core.pactbroker.To;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.json.JsonValue;
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
 * A Pact broker. Everything goes through Pact's own client; what it throws or answers instead of a
 * result comes out as a {@link BrokerException}, the token left out.
 */
public final class PactBroker {

  private final PactBrokerClient client;
  private final OutputMasker masking;

  /**
   * @param address of the broker
   * @param token null for a broker that asks for none
   */
  public PactBroker(URI address, @Nullable String token) {
    Map<String, Object> options =
        token == null ? Map.of() : Map.of("authentication", List.of("bearer", token));
    this.client =
        new PactBrokerClient(address.toString(), options, new PactBrokerClientConfig(0, 0, false));
    this.masking = new OutputMasker(token);
  }

  /**
   * Publishes a contract as what a client's version needs.
   *
   * @param version of the client, for example a commit
   * @param branch null for none
   */
  public void publish(Path pact, String version, @Nullable String branch, List<String> tags) {
    execute(
        () -> client.uploadPactFile(pact.toFile(), new PublishConfiguration(version, tags, branch)),
        "publishing " + pact.getFileName());
  }

  /**
   * Records whether a provider's version keeps the newest contract of a client.
   *
   * @param branch null for none
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
          "naming the branch of " + provider);
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
   * What was found about one contract.
   *
   * @param success whether it is kept
   */
  public record ContractResult(String consumer, String provider, boolean success) {}

  /**
   * Whether a version may be deployed.
   *
   * @param to where it shall go
   */
  public DeploymentDecision canIDeploy(String pacticipant, String version, To to) {
    CanIDeployResult result =
        call(
            () ->
                client.canIDeploy(pacticipant, version, new Latest.UseLatest(false), to, List.of()),
            "asking whether " + pacticipant + " may be deployed");
    return new DeploymentDecision(
        result.getOk(), masking.mask(result.getMessage() + " " + result.getReason()).strip());
  }

  /**
   * The broker's word.
   *
   * @param allowed whether the version may go there
   * @param reason in the broker's words
   */
  public record DeploymentDecision(boolean allowed, String reason) {}

  /** Tags a version. */
  public void tagVersion(String pacticipant, String version, String tag) {
    execute(() -> client.createVersionTag(pacticipant, version, tag), "tagging " + pacticipant);
  }

  /** Records that a version now runs in an environment. */
  public void recordDeployment(String pacticipant, String version, String environment) {
    String what = "recording a deployment to " + environment;
    IHalClient hal =
        call(
            () ->
                client
                    .newHalClient()
                    .navigate(
                        Map.of("pacticipant", pacticipant, "version", version),
                        "pb:pacticipant-version"),
            what);
    execute(() -> hal.postJson(deploymentLink(hal.currentDoc(), environment), "{}"), what);
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
        "Expected an environment '%s' that the broker knows, found none. Create it there first."
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

  private void execute(Supplier<Result<?, ?>> step, String what) {
    Result<?, ?> result = call(step, what);
    if (result instanceof Result.Err<?> error) {
      throw refusal(what, error.getError());
    }
  }

  @SuppressWarnings(
      "CatchingUnchecked") // Kotlin throws checked exceptions that it does not declare
  private <T> T call(Supplier<T> step, String what) {
    try {
      return step.get();
    } catch (BrokerException e) {
      throw e;
    } catch (Exception e) {
      throw refusal(what, e);
    }
  }

  private BrokerException refusal(String what, Object why) {
    return new BrokerException(
        "The broker refused %s: %s".formatted(what, masking.mask(why.toString())));
  }
}
