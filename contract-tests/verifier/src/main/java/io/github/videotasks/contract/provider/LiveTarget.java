package io.github.videotasks.contract.provider;

import io.github.videotasks.contract.http.ExchangeLimits;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A live host as verification target. Only tasks are read: nothing is created, so nothing is paid
 * for. A state without a task id is skipped, and so is the rate limit, which only a flood of
 * requests could reach.
 */
public final class LiveTarget implements VerificationTarget {

  /** States for which no task id is needed, or of which no task can be. */
  static final Set<String> STATES_WITHOUT_TASK =
      Set.of("unauthorised", "unknown-id", "rate-limited");

  private final URI baseUrl;
  private final @Nullable String token;
  private final Map<String, String> taskIds;
  private final @Nullable StateChangeClient stateChange;

  private LiveTarget(
      URI baseUrl,
      @Nullable String token,
      Map<String, String> taskIds,
      @Nullable StateChangeClient stateChange) {
    this.baseUrl = baseUrl;
    this.token = token == null ? null : token.strip();
    this.taskIds = Map.copyOf(taskIds);
    this.stateChange = stateChange;
  }

  /**
   * {@return a host whose tasks already exist}
   *
   * @param baseUrl https, or http on loopback; its path is a prefix of all requests
   * @param token the key to send; null sends the example key of the contract, which hosts reject
   * @param taskIds short name of a state to the id of a task that is in it
   * @throws IllegalArgumentException when the URL is not valid or would send the key unencrypted
   */
  public static LiveTarget of(URI baseUrl, @Nullable String token, Map<String, String> taskIds) {
    return new LiveTarget(TargetUrlValidator.validate(baseUrl), token, taskIds, null);
  }

  /**
   * {@return a copy of this host whose provider states are set by POST instead of by task ids}
   *
   * @param stateUrl the URL that sets a provider state
   * @param limits of each response of that URL
   * @throws IllegalArgumentException when the URL is not valid
   */
  public LiveTarget withStateChange(URI stateUrl, ExchangeLimits limits) {
    return new LiveTarget(
        baseUrl,
        token,
        taskIds,
        new StateChangeClient(TargetUrlValidator.validate(stateUrl), limits));
  }

  /** {@return the states for which there is a task} */
  public Set<String> taskStates() {
    return taskIds.keySet();
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  @Override
  public @Nullable String token() {
    return token;
  }

  @Override
  public Optional<String> setUpState(PactState state) {
    if (stateChange != null) {
      return stateChange.setUp(state);
    }
    String stateName = state.shortName();
    if (stateName.equals("unknown-id") && token == null) {
      return Optional.empty();
    }
    if (stateName.equals("rate-limited")) {
      return Optional.empty();
    }
    return STATES_WITHOUT_TASK.contains(stateName)
        ? Optional.of(state.taskId())
        : Optional.ofNullable(taskIds.get(stateName));
  }

  @Override
  public String unavailableReason(PactState state) {
    if (stateChange != null) {
      return "the host does not know the state '%s'".formatted(state.name());
    }
    return switch (state.shortName()) {
      case "rate-limited" -> "never verified on a live host: it would need a flood of requests";
      case "unknown-id" -> "not verified without a key: the host rejects every request";
      default ->
          "expected the id of a task in the state '%s', none is configured"
              .formatted(state.shortName());
    };
  }

  @Override
  public String describe(String exampleLabel) {
    return "live host " + baseUrl.getHost();
  }

  @Override
  public boolean isAuthoritative() {
    return true;
  }
}
