package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionOptionTest {
  /** The classes of a test are not in a jar, so there is no version to print. */
  @ParameterizedTest
  @ValueSource(strings = {"--version", "check --version", "diff -V"})
  void printsVersion(String options) {
    StringWriter out = new StringWriter();
    PrintWriter none = new PrintWriter(new StringWriter());
    assertThat(SpecTool.run(new PrintWriter(out, true), none, options.split(" ", -1))).isZero();
    assertThat(out.toString()).isEqualTo("spec-tool unpacked" + System.lineSeparator());
  }
}
