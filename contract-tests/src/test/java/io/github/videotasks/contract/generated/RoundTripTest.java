package io.github.videotasks.contract.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.client.model.VideoTask;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decode then encode gives the same JSON. */
class RoundTripTest {
  static List<String> examples() {
    return Examples.names();
  }

  @Test
  void coversEveryExampleOfThePages() {
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
  void writesEveryExampleAsItWasRead(String example) throws IOException {
    JsonNode tree = Json.tree(Examples.text(example));

    String written = Json.text(Json.task(Examples.text(example)));

    assertThat(Json.tree(written)).isEqualTo(tree);
    assertThat(written).as("order of members").isEqualTo(tree.toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findsNothingOddInTheExamples(String example) throws IOException {
    assertThat(Json.task(Examples.text(example)).mismatches()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rebuildsEveryExample(String example) throws IOException {
    VideoTask task = Json.task(Examples.text(example));

    VideoTask rebuilt = task.toBuilder().build();

    assertThat(rebuilt).isEqualTo(task).hasSameHashCodeAs(task);
    assertThat(Json.text(rebuilt)).isEqualTo(Json.text(task));
  }
}
