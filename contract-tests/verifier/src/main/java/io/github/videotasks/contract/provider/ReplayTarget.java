package io.github.videotasks.contract.provider;

import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.replay.ReplayServer;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replay of a provider's page as verification target. States are set over HTTP, as in Pact. */
public final class ReplayTarget implements VerificationTarget {

  private final ReplayServer server;
  private final StateChangeClient stateChange;

  /**
   * Creates a target.
   *
   * @param server a running server; the caller closes it
   */
  public ReplayTarget(ReplayServer server) {
    this.server = server;
    this.stateChange = new StateChangeClient(server.stateChangeUrl(), ExchangeLimits.DEFAULTS);
  }

  @Override
  public URI baseUrl() {
    return server.baseUrl();
  }

  @Override
  public @Nullable String token() {
    return null;
  }

  @Override
  public Optional<String> setUpState(PactState state) {
    return stateChange.setUp(state);
  }

  @Override
  public String unavailableReason(PactState state) {
    return "the replay does not know the state '%s'".formatted(state.name());
  }

  @Override
  public String describe(String exampleLabel) {
    return "replay: " + exampleLabel;
  }

  @Override
  public boolean isAuthoritative() {
    return false;
  }
}
