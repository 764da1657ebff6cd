package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The status values that client-ext knows, each with its stage.
 *
 * <p>{@link #SOURCE} is written by hand, and a test of client-ext compares it with the library;
 * {@link #DERIVED} has the same values as JSON beside the contract.
 */
public final class StatusStages {
  /** The file in the folder of the pages. */
  public static final String SOURCE = "status-values.yaml";

  /** The derived file beside the contract. */
  public static final String DERIVED = "status-values.json";

  static final String RULE = "status-values";

  private static final String VALUES = "values";
  private static final String WITH_RESULT = "with-result";

  /** The names in the JSON. */
  private static final String VALUE = "value";

  private static final String STAGE = "stage";
  private static final String STAGE_WITH_RESULT = "stageWithResult";

  /** The default of client-ext, where a test compares it. */
  private static final int DEADLINE_MINUTES = 30;

  private final Map<String, TaskStage> stages;
  private final Map<String, TaskStage> withResult;

  private StatusStages(Map<String, TaskStage> stages, Map<String, TaskStage> withResult) {
    this.stages = stages;
    this.withResult = withResult;
  }

  /**
   * Parses the handwritten file.
   *
   * @param name the file, for messages
   * @param text its content
   * @throws RejectedInputException when an entry is not a status value with a stage
   */
  public static StatusStages parse(String name, String text) {
    TableFile file = TableFile.parse(RULE, name, text);
    ObjectNode root = file.root(List.of(VALUES, WITH_RESULT));
    Map<String, TaskStage> stages = stages(file, root, VALUES);
    Map<String, TaskStage> withResult = stages(file, root, WITH_RESULT);
    for (String value : withResult.keySet()) {
      if (!stages.containsKey(value)) {
        throw file.refused(
            root.path(WITH_RESULT), value, "expected '" + value + "' in values, found none");
      }
    }
    return new StatusStages(stages, withResult);
  }

  /**
   * Reads the derived file. Further properties are ignored, and so are rows that cannot be read.
   *
   * @param name the file, for messages
   * @param text its content
   * @throws RejectedInputException when it is not an object
   */
  static StatusStages fromJson(String name, String text) {
    JsonNode content = TableFile.parse(RULE, name, text).document().root();
    Map<String, TaskStage> stages = new LinkedHashMap<>();
    Map<String, TaskStage> withResult = new LinkedHashMap<>();
    for (JsonNode row : content.path(VALUES)) {
      TaskStage stage = stage(row.path(STAGE).asText());
      TaskStage ended = stage(row.path(STAGE_WITH_RESULT).asText());
      if (stage != null) {
        stages.put(row.path(VALUE).asText(), stage);
      }
      if (ended != null && ended != stage) {
        withResult.put(row.path(VALUE).asText(), ended);
      }
    }
    return new StatusStages(stages, withResult);
  }

  private static @Nullable TaskStage stage(String name) {
    return Arrays.stream(TaskStage.values())
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, TaskStage> stages(TableFile file, ObjectNode root, String key) {
    Map<String, TaskStage> stages = new LinkedHashMap<>();
    ObjectNode entries = file.map(root, key);
    for (Map.Entry<String, JsonNode> entry : entries.properties()) {
      TaskStage stage = stage(entry.getValue().asText());
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

  /** Returns the value in the form in which the table has it. */
  static String normalize(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Returns the stages by status value, those of a response without a result. */
  public Map<String, TaskStage> stages() {
    return Map.copyOf(stages);
  }

  /** Returns the values whose stage is another one as soon as the response has a result. */
  public Map<String, TaskStage> withResult() {
    return Map.copyOf(withResult);
  }

  /** Returns the table as JSON; {@link #fromJson} reads it. */
  byte[] toJson() {
    ObjectNode table = JsonNodes.object();
    ArrayNode rows = table.putArray(VALUES);
    stages.forEach(
        (value, stage) -> {
          ObjectNode row = rows.addObject().put(VALUE, value).put(STAGE, stage.name());
          TaskStage ended = withResult.get(value);
          if (ended != null) {
            row.put(STAGE_WITH_RESULT, ended.name());
          }
        });
    return JsonNodes.pretty(table);
  }

  boolean knows(String value) {
    return stages.containsKey(normalize(value));
  }

  /** Returns whether client-ext knows a value and what a wait does with it, as a clause. */
  String describe(String value) {
    TaskStage stage = stages.get(normalize(value));
    if (stage == null) {
      return "client-ext does not know it: a wait polls on until its deadline, "
          + DEADLINE_MINUTES
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
