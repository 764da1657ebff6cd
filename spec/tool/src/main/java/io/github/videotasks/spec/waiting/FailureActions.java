package io.github.videotasks.spec.waiting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.attention.StatusTable;
import io.github.videotasks.spec.attention.TaskStage;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a workflow does after a poll without success: an action of Arazzo for each case, in the
 * order in which they are tried. A response for which there is none, such as 401, ends the
 * workflow.
 */
final class FailureActions {
  private static final String OK = "$statusCode == 200";

  private final WaitRules rules;
  private final StatusTable table;

  FailureActions(WaitRules rules, StatusTable table) {
    this.rules = rules;
    this.table = table;
  }

  /** Returns the actions by their names. */
  ObjectNode all() {
    ObjectNode all = JsonNodes.object();
    add(all, end("endedWithoutSuccess"), status(TaskStage.FAILED, TaskStage.CANCELLED));
    if (rules.gracePolls() > 0) {
      add(all, retry("pollForUrl", rules.gracePause(), rules.gracePolls()), succeeded());
    }
    add(all, end("succeededWithoutUrl"), succeeded());
    if (rules.toleratedUnknown() > 0) {
      add(
          all,
          retry("pollUnknownTask", rules.pause(), rules.toleratedUnknown()),
          criteria(anyOf(rules.unknownTask().stream())));
    }
    add(
        all,
        retry("pollAgain", rules.pause(), rules.retryLimit(table.deadline())),
        criteria(
            anyOf(Stream.concat(IntStream.of(200).boxed(), rules.transientStatuses().stream()))
                + " || $statusCode >= 500"));
    return all;
  }

  /** Returns the criteria of a task that has succeeded. */
  ArrayNode succeeded() {
    return status(TaskStage.SUCCEEDED);
  }

  /** Returns the criterion of a response with a result. */
  ObjectNode hasResult() {
    return JsonNodes.object().put("condition", "$response.body#" + rules.result() + " != null");
  }

  private ArrayNode status(TaskStage... stages) {
    ArrayNode criteria = criteria(OK);
    criteria
        .addObject()
        .put("context", "$response.body#" + rules.status())
        .put("type", "regex")
        .put("condition", StatusPattern.of(table, Set.of(stages)));
    return criteria;
  }

  private static ArrayNode criteria(String condition) {
    ArrayNode criteria = JsonNodes.array();
    criteria.addObject().put("condition", condition);
    return criteria;
  }

  private static String anyOf(Stream<Integer> statuses) {
    return statuses.map(status -> "$statusCode == " + status).collect(Collectors.joining(" || "));
  }

  private static ObjectNode end(String name) {
    return JsonNodes.object().put("name", name).put("type", "end");
  }

  private static ObjectNode retry(String name, int after, long limit) {
    return JsonNodes.object()
        .put("name", name)
        .put("type", "retry")
        .put("retryAfter", after)
        .put("retryLimit", limit);
  }

  private static void add(ObjectNode all, ObjectNode action, ArrayNode criteria) {
    action.set("criteria", criteria);
    all.set(action.path("name").asText(), action);
  }
}
