package io.github.videotasks.contract.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A live host. It is only ever read: nothing is created, so nothing is paid for. A state without a
 * task id is skipped, and so is the rate limit, which could only be met by hammering the host.
 */
public final class LiveTarget implements VerificationTarget {

  private static final Set<String> STATES_WITHOUT_TASK = Set.of("unauthorised", "unknown-id");

  private final URI baseUrl;
  private final @Nullable String token;
  private final Map<String, String> taskIds;
  private final @Nullable StateChangeClient stateChange;

  private LiveTarget(
      URI baseUrl,
      @Nullable String token,
      Map<String, String> tasks,
      @Nullable StateChangeClient states) {
    this.baseUrl = baseUrl;
    this.token = token == null ? null : token.strip();
    this.taskIds = Map.copyOf(tasks);
    this.stateChange = states;
  }

  /**
   * A host whose tasks are there already.
   *
   * @param baseUrl https, or http on loopback; a path in it is a prefix
   * @param token the key to send; null sends the contract's example, which no host knows
   * @param tasks short name of a state to the id of a task that is in it
   * @throws IllegalArgumentException when the address cannot be asked, or not without showing the
   *     key
   */
  public static LiveTarget of(URI baseUrl, @Nullable String token, Map<String, String> tasks) {
    return new LiveTarget(TargetUrlValidator.validate(baseUrl), token, tasks, null);
  }

  /** The same host, brought into its states by a POST to this address instead of by task ids. */
  public LiveTarget withStateChange(URI stateUrl) {
    return new LiveTarget(
        baseUrl, token, taskIds, new StateChangeClient(TargetUrlValidator.validate(stateUrl)));
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
  public Optional<String> setUpState(String sentence, String state, String usualId) {
    if (stateChange != null) {
      return stateChange.setUp(sentence, usualId);
    }
    if (state.equals("unknown-id") && token == null) {
      return Optional.empty();
    }
    return STATES_WITHOUT_TASK.contains(state)
        ? Optional.of(usualId)
        : Optional.ofNullable(taskIds.get(state));
  }

  @Override
  public String unavailableReason(String sentence, String state) {
    if (stateChange != null) {
      return "the host has no state '%s'".formatted(sentence);
    }
    return switch (state) {
      case "rate-limited" -> "never tried on a live host: it would have to be hammered";
      case "unknown-id" -> "without a key every request is refused, so that nothing would be seen";
      default -> "no id of a task that is in the state '%s' was given".formatted(state);
    };
  }

  @Override
  public String describe(String shown) {
    return "live host " + baseUrl.getHost();
  }

  @Override
  public boolean isAuthoritative() {
    return true;
  }
}
