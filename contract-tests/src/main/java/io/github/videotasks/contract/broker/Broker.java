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
import io.github.videotasks.contract.provider.Masking;
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
public final class Broker {

  private final PactBrokerClient client;
  private final Masking masking;

  /**
   * @param address of the broker
   * @param token null for a broker that asks for none
   */
  public Broker(URI address, @Nullable String token) {
    Map<String, Object> options =
        token == null ? Map.of() : Map.of("authentication", List.of("bearer", token));
    this.client =
        new PactBrokerClient(address.toString(), options, new PactBrokerClientConfig(0, 0, false));
    this.masking = new Masking(token);
  }

  /**
   * Publishes a contract as what a client's version needs.
   *
   * @param version of the client, for example a commit
   * @param branch null for none
   */
  public void publish(Path pact, String version, @Nullable String branch, List<String> tags) {
    done(
        () -> client.uploadPactFile(pact.toFile(), new PublishConfiguration(version, tags, branch)),
        "publishing " + pact.getFileName());
  }

  /**
   * Records whether a provider's version keeps the newest contract of a client.
   *
   * @param branch null for none
   */
  public void record(
      Verified verified, String version, @Nullable String branch, List<String> tags) {
    String provider = verified.provider();
    Map<String, ?> links = pact(verified.consumer(), provider).getLinks();
    TestResult result =
        verified.success() ? new TestResult.Ok() : new TestResult.Failed(List.of(), "mismatches");
    if (branch != null) {
      done(
          () -> client.publishProviderBranch(links, provider, branch, version),
          "naming the branch of " + provider);
    }
    if (!tags.isEmpty()) {
      done(() -> client.publishProviderTags(links, provider, tags, version), "tagging " + provider);
    }
    done(
        () -> client.publishVerificationResults(links, result, version),
        "recording the result of " + provider);
  }

  /**
   * What was found about one contract.
   *
   * @param success whether it is kept
   */
  public record Verified(String consumer, String provider, boolean success) {}

  /**
   * Whether a version may be deployed.
   *
   * @param to where it shall go
   */
  public Answer canIDeploy(String pacticipant, String version, To to) {
    CanIDeployResult result =
        called(
            () ->
                client.canIDeploy(pacticipant, version, new Latest.UseLatest(false), to, List.of()),
            "asking whether " + pacticipant + " may be deployed");
    return new Answer(
        result.getOk(), masking.mask(result.getMessage() + " " + result.getReason()).strip());
  }

  /**
   * The broker's word.
   *
   * @param yes whether the version may go there
   * @param reason in the broker's words
   */
  public record Answer(boolean yes, String reason) {}

  /** Tags a version. */
  public void tag(String pacticipant, String version, String tag) {
    done(() -> client.createVersionTag(pacticipant, version, tag), "tagging " + pacticipant);
  }

  /** Records that a version now runs in an environment. */
  public void recordDeployment(String pacticipant, String version, String environment) {
    String what = "recording a deployment to " + environment;
    IHalClient hal =
        called(
            () ->
                client
                    .newHalClient()
                    .navigate(
                        Map.of("pacticipant", pacticipant, "version", version),
                        "pb:pacticipant-version"),
            what);
    done(() -> hal.postJson(deploymentLink(hal.currentDoc(), environment), "{}"), what);
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

  private PactResponse pact(String consumer, String provider) {
    String path =
        "/pacts/provider/%s/consumer/%s/latest".formatted(escaped(provider), escaped(consumer));
    return called(() -> client.fetchPact(path, false), "finding the contract of " + consumer);
  }

  private static String escaped(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void done(Supplier<Result<?, ?>> step, String what) {
    Result<?, ?> result = called(step, what);
    if (result instanceof Result.Err<?> error) {
      throw failed(what, error.getError());
    }
  }

  @SuppressWarnings(
      "CatchingUnchecked") // Kotlin throws checked exceptions that it does not declare
  private <T> T called(Supplier<T> step, String what) {
    try {
      return step.get();
    } catch (BrokerException e) {
      throw e;
    } catch (Exception e) {
      throw failed(what, e);
    }
  }

  private BrokerException failed(String what, Object why) {
    return new BrokerException(
        "The broker refused %s: %s".formatted(what, masking.mask(why.toString())));
  }
}
