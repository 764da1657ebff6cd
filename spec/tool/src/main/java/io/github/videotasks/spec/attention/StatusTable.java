package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The status values that client-ext knows, each with its stage.
 *
 * <p>{@link #SOURCE} is written by hand, and a test of client-ext compares it with the library;
 * {@link #DERIVED} is the same as JSON beside the contract.
 */
public final class StatusTable {
  /** The file in the folder of the pages. */
  public static final String SOURCE = "status-values.yaml";

  /** The derived file beside the contract. */
  public static final String DERIVED = "status-values.json";

  static final String RULE = "status-values";

  private static final List<String> KEYS = List.of("values", "withResult", "wait");

  private final ObjectNode root;
  private final Map<String, TaskStage> stages;
  private final Map<String, TaskStage> withResult;
  private final Duration deadline;

  private StatusTable(
      ObjectNode root,
      Map<String, TaskStage> stages,
      Map<String, TaskStage> withResult,
      Duration deadline) {
    this.root = root;
    this.stages = stages;
    this.withResult = withResult;
    this.deadline = deadline;
  }

  /**
   * Parses a table.
   *
   * @param name the file, for messages
   * @param text its content, YAML or JSON
   * @return the stages and the deadline of the table
   * @throws RejectedInputException when an entry is not a status value with a stage
   */
  public static StatusTable parse(String name, String text) {
    TableFile file = TableFile.parse(RULE, name, text);
    ObjectNode root = file.root(KEYS);
    Map<String, TaskStage> stages = stages(file, root, "values");
    Map<String, TaskStage> withResult = stages(file, root, "withResult");
    for (String value : withResult.keySet()) {
      if (!stages.containsKey(value)) {
        throw file.refused(
            root.path("withResult"), value, "expected '" + value + "' in values, found none");
      }
    }
    return new StatusTable(root, stages, withResult, deadline(file, root));
  }

  private static Map<String, TaskStage> stages(TableFile file, ObjectNode root, String key) {
    Map<String, TaskStage> stages = new TreeMap<>();
    ObjectNode entries = file.map(root, key);
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      TaskStage stage =
          Arrays.stream(TaskStage.values())
              .filter(s -> s.name().equals(entry.getValue().asText()))
              .findFirst()
              .orElse(null);
      String value = normalize(entry.getKey());
      if (stage == null || !value.equals(entry.getKey())) {
        throw file.refused(
            entries,
            entry.getKey(),
            "expected a value in lower case with one of the stages "
                + Arrays.toString(TaskStage.values())
                + ", found '"
                + MessageText.excerpt(entry.getKey() + ": " + entry.getValue().asText())
                + "'");
      }
      stages.put(value, stage);
    }
    return stages;
  }

  private static Duration deadline(TableFile file, ObjectNode root) {
    ObjectNode wait = file.object(root, "wait", List.of("deadline"));
    String text = wait.path("deadline").asText();
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw file.refused(
          wait,
          "deadline",
          "expected a duration such as PT30M, found '" + MessageText.excerpt(text) + "'");
    }
  }

  /** Returns the value in the form in which the table has it. */
  static String normalize(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** {@return the stages by status value, those of a response without a result} */
  public Map<String, TaskStage> stages() {
    return Map.copyOf(stages);
  }

  /** {@return the values whose stage is another one as soon as the response has a result} */
  public Map<String, TaskStage> withResult() {
    return Map.copyOf(withResult);
  }

  /** {@return how long a wait polls a task that does not end} */
  public Duration deadline() {
    return deadline;
  }

  /** {@return the table as JSON; {@link #parse} reads it} */
  public byte[] toJson() {
    return JsonNodes.pretty(root);
  }

  boolean knows(String value) {
    return stages.containsKey(normalize(value));
  }

  /** Returns whether client-ext knows a value and what a wait does with it, as a clause. */
  String describe(String value) {
    TaskStage stage = stages.get(normalize(value));
    if (stage == null) {
      return "client-ext does not know it: a wait polls on until its deadline, "
          + deadline.toMinutes()
          + " minutes by default, and then ends with a timeout";
    }
    TaskStage ended = withResult.get(normalize(value));
    return "client-ext knows it as " + stage + ": " + stage.waitEffect() + resultClause(ended);
  }

  private static String resultClause(@Nullable TaskStage ended) {
    return ended == null
        ? ""
        : ", and as " + ended + " when the response has the URL of a video: " + ended.waitEffect();
  }
}
