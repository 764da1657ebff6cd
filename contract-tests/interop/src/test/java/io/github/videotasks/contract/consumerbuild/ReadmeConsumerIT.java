package io.github.videotasks.contract.consumerbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.maven.NestedBuildResult;
import io.github.videotasks.contract.maven.NestedMaven;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README's lines for Maven are enough to read a task. */
class ReadmeConsumerIT {
  private static final Path FOLDER = Path.of("target/readme-consumer");

  @Test
  void readsTaskWithLinesOfReadme() throws Exception {
    ReadmeConsumer consumer = ReadmeConsumer.write(FOLDER.resolve("project"), "");
    NestedBuildResult build = consumer.build(NestedMaven.in(FOLDER));

    assertThat(build.exitCode()).as(build.log()).isZero();
    assertThat(consumer.printedStage()).isEqualTo("SUCCEEDED");
  }

  @Test
  void readmeNamesThisVersion() throws Exception {
    assertThat(ReadmeConsumer.snippet())
        .contains("<version>" + NestedMaven.setting("version") + "</version>");
  }
}
