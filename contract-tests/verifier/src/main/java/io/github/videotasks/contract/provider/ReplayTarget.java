package io.github.videotasks.contract.provider;

import io.github.videotasks.contract.replay.ReplayServer;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replay of a provider's page; its states are set over HTTP, as any Pact verifier would. */
public final class ReplayTarget implements VerificationTarget {

  private final ReplayServer server;
  private final StateChangeClient stateChange;

  /** The server stays the caller's to close. */
  public ReplayTarget(ReplayServer server) {
    this.server = server;
    this.stateChange = new StateChangeClient(server.stateChangeUrl());
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
  public Optional<String> setUpState(String sentence, String state, String usualId) {
    return stateChange.setUp(sentence, usualId);
  }

  @Override
  public String unavailableReason(String sentence, String state) {
    return "the replay has no state '%s'".formatted(sentence);
  }

  @Override
  public String describe(String shown) {
    return "replay: " + shown;
  }

  @Override
  public boolean isAuthoritative() {
    return false;
  }
}
