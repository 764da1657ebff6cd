package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.support.json.JsonValue;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider everything that a contract holds, with Pact's own verifier, and judges each
 * interaction by itself.
 */
public final class PactVerifier {

  static {
    // Pact counts its users over the network unless told not to.
    System.setProperty("pact_do_not_track", "true");
  }

  private final ProviderVerifier verifier = new ProviderVerifier();

  /** A verifier without reporters of Pact's own: the verdicts are the report. */
  public PactVerifier() {
    verifier.setReporters(List.of());
    verifier.setProjectHasProperty(name -> false);
    verifier.setProjectGetProperty(name -> null);
  }

  /**
   * Verifies every interaction of a pact file.
   *
   * @return a verdict for each, in the file's order
   */
  public List<Verdict> verify(Path pactFile, Target target) {
    Pact pact = DefaultPactReader.INSTANCE.loadPact(pactFile.toFile());
    ProviderInfo info = provider(pact.getProvider().getName(), target);
    // Pact's own client opens a connection for every request, and asks again a second after a 429.
    try (CloseableHttpClient http =
        HttpClients.custom().useSystemProperties().disableAutomaticRetries().build()) {
      ProviderClient client = new ProviderClient(info, same -> http);
      return pact.getInteractions().stream()
          .map(interaction -> verify(pact, (SynchronousHttp) interaction, target, client))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Verdict verify(
      Pact pact, SynchronousHttp interaction, Target target, ProviderClient client) {
    ProviderState state = interaction.getProviderStates().get(0);
    String shortName = String.valueOf(state.getParams().get("state"));
    String usualId = String.valueOf(state.getParams().get("id"));
    Row row = new Row(pact, interaction, shortName, target);
    Optional<String> id = target.enter(String.valueOf(state.getName()), shortName, usualId);
    if (id.isEmpty()) {
      return row.verdict(
          target.real() ? Outcome.SKIPPED : Outcome.FAILED,
          List.of("the provider cannot be brought into the state '%s'".formatted(state.getName())));
    }
    List<String> problems = ask(pact, interaction, client, id.get());
    return row.verdict(problems.isEmpty() ? row.outcome() : Outcome.FAILED, problems);
  }

  private List<String> ask(
      Pact pact, SynchronousHttp interaction, ProviderClient client, String id) {
    VerificationResult result =
        verifier.verifyResponseFromProvider(
            client.getProvider(),
            interaction,
            interaction.getDescription(),
            new HashMap<>(),
            client,
            Map.of("providerState", Map.of("id", id)),
            false,
            pact);
    return result instanceof VerificationResult.Failed failed ? problems(failed) : List.of();
  }

  private static List<String> problems(VerificationResult.Failed failed) {
    List<String> found =
        failed.getFailures().values().stream()
            .flatMap(Collection::stream)
            .map(VerificationFailureType::description)
            .distinct()
            .toList();
    return found.isEmpty() ? List.of(failed.getDescription()) : found;
  }

  private static ProviderInfo provider(String name, Target target) {
    URI url = target.baseUrl();
    ProviderInfo info = new ProviderInfo(name);
    info.setProtocol(url.getScheme());
    info.setHost(url.getHost());
    info.setPort(url.getPort() < 0 ? (url.getScheme().equals("https") ? 443 : 80) : url.getPort());
    info.setPath(url.getPath() == null ? "" : url.getPath());
    info.setRequestFilter(withToken(target.token()));
    return info;
  }

  /** Replaces the contract's example token; a request that must carry none keeps carrying none. */
  private static Consumer<HttpRequest> withToken(@Nullable String token) {
    return request -> {
      if (token != null && request.containsHeader("Authorization")) {
        request.setHeader("Authorization", "Bearer " + token);
      }
    };
  }

  private record Row(Pact pact, Interaction interaction, String state, Target target) {

    Verdict verdict(Outcome outcome, List<String> problems) {
      return new Verdict(
          pact.getConsumer().getName(),
          pact.getProvider().getName(),
          state,
          interaction.getDescription(),
          outcome,
          target.answers(reference("shown")),
          problems);
    }

    /** What a replay proves is as good as what it shows. */
    Outcome outcome() {
      if (target.real()) {
        return Outcome.VERIFIED;
      }
      return switch (reference("origin")) {
        case "shown" -> Outcome.VERIFIED;
        case "borrowed" -> Outcome.BORROWED;
        default -> Outcome.WIRING_ONLY;
      };
    }

    private String reference(String name) {
      JsonValue references = interaction.asV4Interaction().getComments().get("references");
      return references == null
          ? ""
          : String.valueOf(references.get("vendor").get(name).asString());
    }
  }
}
