package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding and encoding an example returns the same JSON. */
class RoundTripTest {
  static List<String> examples() {
    return ContractExamples.names();
  }

  @Test
  void coversEveryPageExample() {
    assertThat(examples())
        .containsExactly(
            "chainhub-grok/1.json",
            "chainhub-grok/2.json",
            "chainhub-openai/1.json",
            "chainhub-openai/2.json",
            "chainhub-veo/1.json",
            "jxincm-sora/1.json",
            "jxincm-sora/2.json");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void writesEveryExampleAsRead(String example) throws IOException {
    JsonNode tree = TaskJson.tree(ContractExamples.read(example));

    String written = TaskJson.write(TaskJson.parse(ContractExamples.read(example)));

    assertThat(TaskJson.tree(written)).isEqualTo(tree);
    assertThat(written).as("order of properties").isEqualTo(tree.toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void reportsNoMismatchesInExamples(String example) throws IOException {
    assertThat(TaskJson.parse(ContractExamples.read(example)).mismatches()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rebuildsEveryExample(String example) throws IOException {
    VideoTask task = TaskJson.parse(ContractExamples.read(example));

    VideoTask rebuilt = task.toBuilder().build();

    assertThat(rebuilt).isEqualTo(task).hasSameHashCodeAs(task);
    assertThat(TaskJson.write(rebuilt)).isEqualTo(TaskJson.write(task));
  }
}
