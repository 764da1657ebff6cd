package io.github.videotasks.durable;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Policies as JSON, which is stored with each wait, so that every node steps it by the same rules.
 * A schedule is stored by its name. The deadline is part of the snapshot.
 */
final class PolicyText {

  /** Distinct texts that are kept parsed; waits usually have a handful of policies. */
  private static final int MAX_CACHED = 1_000;

  private final Map<String, PollSchedule> schedules;
  private final Map<String, WaitPolicy> parsed = new ConcurrentHashMap<>();

  PolicyText(Map<String, PollSchedule> schedules) {
    this.schedules = Map.copyOf(schedules);
  }

  String write(WaitPolicy policy) {
    Map<String, JsonValue> json = new LinkedHashMap<>();
    json.put("schedule", JsonValue.of(nameOf(policy.schedule())));
    json.put("outage_ms", JsonValue.of(policy.outageTolerance().toMillis()));
    json.put("not_found", JsonValue.of(policy.toleratedNotFound()));
    json.put("grace", JsonValue.of(policy.gracePolls()));
    json.put("retry_after_ms", JsonValue.of(policy.maxRetryAfter().toMillis()));
    json.put("stall_ms", JsonValue.of(policy.stallAfter().toMillis()));
    json.put("jitter", JsonValue.of(policy.jitter()));
    json.put("timeline", JsonValue.of(policy.keepsTimeline()));
    return JsonValue.of(json).json();
  }

  private String nameOf(PollSchedule schedule) {
    return schedules.entrySet().stream()
        .filter(entry -> entry.getValue().equals(schedule))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a policy with one of the schedules "
                        + schedules.keySet().stream().sorted().toList()
                        + ", found another one; pass it to DurableWaitsBuilder.schedule on all"
                        + " nodes"));
  }

  WaitPolicy parse(String text) {
    WaitPolicy known = parsed.get(text);
    if (known != null) {
      return known;
    }
    WaitPolicy policy = parsePolicy(text);
    if (parsed.size() < MAX_CACHED) {
      parsed.put(text, policy);
    }
    return policy;
  }

  private WaitPolicy parsePolicy(String text) {
    JsonValue json = JsonValue.parse(text);
    String name = String.valueOf(property(json, "schedule").asString());
    PollSchedule schedule = schedules.get(name);
    if (schedule == null) {
      throw new IllegalStateException(
          "expected the schedule \"%s\" of a stored wait, found only %s; pass it to DurableWaitsBuilder.schedule"
              .formatted(name, schedules.keySet().stream().sorted().toList()));
    }
    return new WaitPolicy(
        WaitPolicy.DEFAULT_DEADLINE,
        schedule,
        millis(json, "outage_ms"),
        (int) number(json, "not_found"),
        (int) number(json, "grace"),
        millis(json, "retry_after_ms"),
        millis(json, "stall_ms"),
        number(json, "jitter"),
        Boolean.TRUE.equals(property(json, "timeline").asBoolean()));
  }

  private static JsonValue property(JsonValue json, String name) {
    JsonValue value = json.get(name);
    if (value == null) {
      throw invalid(name);
    }
    return value;
  }

  private static double number(JsonValue json, String name) {
    Double value = property(json, name).asDouble();
    if (value == null) {
      throw invalid(name);
    }
    return value;
  }

  private static Duration millis(JsonValue json, String name) {
    return Duration.ofMillis((long) number(json, name));
  }

  private static IllegalStateException invalid(String name) {
    return new IllegalStateException(
        "expected the property $." + name + " in the stored policy of a wait, found none");
  }
}
