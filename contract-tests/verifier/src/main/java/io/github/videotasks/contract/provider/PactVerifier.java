package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
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
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks a provider everything that a contract holds, with Pact's own verifier, and judges each
 * interaction by itself.
 */
public final class PactVerifier {

  private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(10);
  private static final Timeout RESPONSE_TIMEOUT = Timeout.ofSeconds(60);

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
  public List<VerificationOutcome> verify(Path pactFile, VerificationTarget target) {
    return verify(pactFile, target, verdict -> {});
  }

  /**
   * Verifies every interaction of a pact file.
   *
   * @param progress hears of every verdict as soon as there is one
   * @return a verdict for each, in the file's order
   */
  public List<VerificationOutcome> verify(
      Path pactFile, VerificationTarget target, Consumer<VerificationOutcome> progress) {
    Pact pact = DefaultPactReader.INSTANCE.loadPact(pactFile.toFile());
    ProviderInfo info = providerInfo(pact.getProvider().getName(), target);
    try (CloseableHttpClient http = httpClient()) {
      ProviderClient client = new ProviderClient(info, same -> http);
      return pact.asV4Pact().unwrap().getInteractions().stream()
          .filter(SynchronousHttp.class::isInstance)
          .map(it -> new InteractionUnderTest(pact, (SynchronousHttp) it, target))
          .map(asked -> verify(asked, target, client))
          .peek(progress)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Pact's own opens a connection for every request, asks again a second after a 429, waits for
   * ever, and takes the key along when it is sent elsewhere.
   */
  private static CloseableHttpClient httpClient() {
    return HttpClients.custom()
        .useSystemProperties()
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(RESPONSE_TIMEOUT).build())
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(CONNECT_TIMEOUT).build())
                .build())
        .build();
  }

  private VerificationOutcome verify(
      InteractionUnderTest asked, VerificationTarget target, ProviderClient client) {
    Optional<String> id =
        target.setUpState(asked.stateDescription(), asked.stateName(), asked.contractTaskId());
    if (id.isEmpty()) {
      return asked.toOutcome(
          target.isAuthoritative() ? Status.SKIPPED : Status.FAILED,
          List.of(target.unavailableReason(asked.stateDescription(), asked.stateName())));
    }
    VerificationResult result =
        verifier.verifyResponseFromProvider(
            client.getProvider(),
            asked.interaction(),
            asked.interaction().getDescription(),
            new HashMap<>(),
            client,
            Map.of("providerState", Map.of("id", id.get())),
            false,
            asked.pact());
    return result instanceof VerificationResult.Failed failed
        ? failureOutcome(asked, failed, new OutputMasker(target.token()))
        : asked.toOutcome(asked.passedStatus(), List.of());
  }

  private static VerificationOutcome failureOutcome(
      InteractionUnderTest asked, VerificationResult.Failed failed, OutputMasker masking) {
    List<VerificationFailureType> failures =
        failed.getFailures().values().stream().flatMap(Collection::stream).toList();
    boolean unreachable =
        !failures.isEmpty()
            && failures.stream().allMatch(it -> it.getException() instanceof IOException);
    List<String> problems =
        failures.stream().map(PactVerifier::message).map(masking::mask).distinct().toList();
    return asked.toOutcome(
        unreachable ? Status.UNREACHABLE : Status.FAILED,
        problems.isEmpty() ? List.of(masking.mask(failed.getDescription())) : problems);
  }

  private static String message(VerificationFailureType failure) {
    return failure.hasException() ? String.valueOf(failure.getException()) : failure.description();
  }

  private static ProviderInfo providerInfo(String name, VerificationTarget target) {
    URI url = target.baseUrl();
    ProviderInfo info = new ProviderInfo(name);
    info.setProtocol(url.getScheme());
    info.setHost(url.getHost());
    info.setPort(url.getPort() < 0 ? (url.getScheme().equals("https") ? 443 : 80) : url.getPort());
    info.setPath(url.getPath() == null ? "" : url.getPath());
    info.setRequestFilter(requestFilter(target));
    return info;
  }

  /** Replaces the contract's example token; a request that must carry none keeps carrying none. */
  private static Consumer<HttpRequest> requestFilter(VerificationTarget target) {
    String token = target.token();
    return request -> {
      target.headers().forEach(request::setHeader);
      if (token != null && request.containsHeader("Authorization")) {
        request.setHeader("Authorization", "Bearer " + token);
      }
    };
  }
}
