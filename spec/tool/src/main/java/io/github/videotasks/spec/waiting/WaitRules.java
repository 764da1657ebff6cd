package io.github.videotasks.spec.waiting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How to wait for a task, as {@code waiting.yaml} has it.
 *
 * @param title the title of the document
 * @param status JSON Pointer of the status value in a response
 * @param result JSON Pointer of the URL of the result
 * @param pause seconds between two polls
 * @param transientStatuses HTTP statuses below 500 after which to poll again
 * @param unknownTask HTTP statuses of a task that the gateway does not know
 * @param toleratedUnknown how often to poll again after such a status
 * @param gracePolls how often to poll again after a success without a result
 * @param gracePause seconds before each of these polls
 */
record WaitRules(
    String title,
    String status,
    String result,
    int pause,
    List<Integer> transientStatuses,
    List<Integer> unknownTask,
    int toleratedUnknown,
    int gracePolls,
    int gracePause) {
  static final String FILE = "waiting.yaml";

  private static final List<String> KEYS =
      List.of(
          "title",
          "status",
          "result",
          "pause",
          "transient",
          "unknownTask",
          "toleratedUnknown",
          "gracePolls",
          "gracePause");

  static WaitRules read(Path file) throws IOException {
    OwnYamlFile yaml = OwnYamlFile.read(file, KEYS);
    return new WaitRules(
        yaml.text("title"),
        yaml.pointer("status"),
        yaml.pointer("result"),
        yaml.number("pause", 1),
        yaml.statuses("transient"),
        yaml.statuses("unknownTask"),
        yaml.number("toleratedUnknown", 0),
        yaml.number("gracePolls", 0),
        yaml.number("gracePause", 1));
  }

  /** Returns the number of polls after the first one that fit into a time. */
  long retryLimit(Duration deadline) {
    return (deadline.toSeconds() + pause - 1) / pause;
  }
}
