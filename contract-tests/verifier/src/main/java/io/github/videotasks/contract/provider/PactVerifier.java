package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.http.LimitedHttpClient;
import io.github.videotasks.contract.http.ReceivedResponse;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Verifies pacts against a provider with Pact's own verifier. Returns an outcome per interaction.
 */
public final class PactVerifier {

  /** A response with a wrong list has a problem for each element. */
  private static final int MAX_PROBLEMS = 20;

  static {
    // Pact sends usage statistics over the network unless this is set.
    System.setProperty("pact_do_not_track", "true");
  }

  private final ProviderVerifier verifier = new ProviderVerifier();
  private final ExchangeLimits limits;
  private final ResponseListener listener;

  /** The responses to the interaction that is being verified. */
  private final List<ReceivedResponse> received = new ArrayList<>();

  /** Creates a verifier with the default limits of a response. */
  public PactVerifier() {
    this(ExchangeLimits.DEFAULTS, (interaction, taskId, response) -> {});
  }

  /**
   * Creates a verifier without Pact's own reporters, because the outcomes are the report.
   *
   * @param limits of each response
   * @param listener is notified of each response
   */
  public PactVerifier(ExchangeLimits limits, ResponseListener listener) {
    this.limits = limits;
    this.listener = listener;
    verifier.setReporters(List.of());
    verifier.setProjectHasProperty(name -> false);
    verifier.setProjectGetProperty(name -> null);
  }

  /**
   * Verifies every interaction of a pact file.
   *
   * @param pactFile a pact file
   * @param target what is verified
   * @return one outcome for each interaction, in the file's order
   */
  public List<VerificationOutcome> verify(Path pactFile, VerificationTarget target) {
    return verify(pactFile, target, outcome -> {});
  }

  /**
   * Verifies every interaction of a pact file.
   *
   * @param pactFile a pact file
   * @param target what is verified
   * @param progress is notified of each outcome as soon as it is known
   * @return one outcome for each interaction, in the file's order
   * @throws UncheckedIOException when the file is not a valid pact; the message names it
   */
  public List<VerificationOutcome> verify(
      Path pactFile, VerificationTarget target, Consumer<VerificationOutcome> progress) {
    // Pact's default client opens a connection for every request, retries one second after a 429,
    // has no limits, and sends the key to the target of a redirect.
    try (LimitedHttpClient http = new LimitedHttpClient(limits, received::add)) {
      Pact pact = DefaultPactReader.INSTANCE.loadPact(pactFile.toFile());
      ProviderInfo info = providerInfo(pact.getProvider().getName(), target);
      ProviderClient client = new ProviderClient(info, same -> http.client());
      return pact.asV4Pact().unwrap().getInteractions().stream()
          .filter(SynchronousHttp.class::isInstance)
          .map(it -> new InteractionUnderTest(pact, (SynchronousHttp) it, target))
          .map(interaction -> verify(interaction, target, client))
          .peek(progress)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | StackOverflowError e) {
      // Pact's library throws exceptions of many types for a pact that is not valid.
      throw new UncheckedIOException(
          "expected a valid pact file, cannot verify %s: %s".formatted(pactFile, e),
          new IOException(e));
    }
  }

  private VerificationOutcome verify(
      InteractionUnderTest interaction, VerificationTarget target, ProviderClient client) {
    PactState state = interaction.state();
    Optional<String> id;
    try {
      id = target.setUpState(state);
    } catch (UncheckedIOException e) {
      return interaction.toOutcome(
          Status.UNREACHABLE, List.of(ContractProblem.ofText(masked(e.getMessage(), target))));
    }
    if (id.isEmpty()) {
      return interaction.toOutcome(
          target.isAuthoritative() ? Status.SKIPPED : Status.FAILED,
          List.of(ContractProblem.ofText(target.unavailableReason(state))));
    }
    VerificationResult result;
    try {
      result = compare(interaction, client, id.get());
    } catch (StackOverflowError | OutOfMemoryError e) {
      // Within the limits, but too much for Pact's own parser; the other interactions are verified.
      return interaction.toOutcome(
          Status.FAILED,
          List.of(
              ContractProblem.ofText(
                  "expected a response that can be compared, found one that needs too much memory ("
                      + e.getClass().getSimpleName()
                      + ")")));
    } finally {
      received.forEach(it -> listener.onResponse(interaction.names(), id.get(), it));
      received.clear();
    }
    return result instanceof VerificationResult.Failed failed
        ? failureOutcome(interaction, failed, new OutputMasker(target.token()))
        : interaction.toOutcome(interaction.passedStatus(), List.of());
  }

  private VerificationResult compare(
      InteractionUnderTest interaction, ProviderClient client, String taskId) {
    return verifier.verifyResponseFromProvider(
        client.getProvider(),
        interaction.interaction(),
        interaction.interaction().getDescription(),
        new HashMap<>(),
        client,
        Map.of("providerState", generatorValues(interaction.state(), taskId)),
        false,
        interaction.pact());
  }

  /** Returns the values of provider state generators: the parameters with the host's own id. */
  private static Map<String, Object> generatorValues(PactState state, String taskId) {
    Map<String, Object> values = new HashMap<>(state.params());
    values.put("id", taskId);
    return values;
  }

  private static String masked(@Nullable String message, VerificationTarget target) {
    return new OutputMasker(target.token()).mask(String.valueOf(message));
  }

  private static VerificationOutcome failureOutcome(
      InteractionUnderTest interaction, VerificationResult.Failed failed, OutputMasker masking) {
    List<VerificationFailureType> failures =
        failed.getFailures().values().stream().flatMap(Collection::stream).toList();
    boolean unreachable =
        !failures.isEmpty()
            && failures.stream().allMatch(it -> it.getException() instanceof IOException);
    List<ContractProblem> problems = new ArrayList<>(new MismatchReader(masking).read(failures));
    if (problems.size() > MAX_PROBLEMS) {
      String more = "and %d more problems".formatted(problems.size() - MAX_PROBLEMS);
      problems.subList(MAX_PROBLEMS, problems.size()).clear();
      problems.add(ContractProblem.ofText(more));
    }
    if (problems.isEmpty()) {
      problems.add(ContractProblem.ofText(masking.mask(failed.getDescription())));
    }
    return interaction.toOutcome(unreachable ? Status.UNREACHABLE : Status.FAILED, problems);
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

  /** Replaces the contract's example token; a request without a token stays without one. */
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
