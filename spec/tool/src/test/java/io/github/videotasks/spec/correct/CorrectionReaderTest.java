package io.github.videotasks.spec.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error in a correction is reported with its line. */
class CorrectionReaderTest {
  private static final String HEADER = "overlay: 1.0.0\nx-why: a\nx-evidence: b\nactions:\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "- target: $.a\\n"
            + "  update: {}\\n"
            + "  x-add: true | 7 | expected target, description, update, remove, x-adds, found"
            + " 'x-add' (did you mean 'x-adds'?)",
        "- update: {}\\n"
            + "  target: $.[                 | 6 | expected a JSONPath as the target, found '$.['",
        "- target: $.a\\n  remove: please             | 6 | expected true or false for 'remove'",
        "- target: $.a\\n"
            + "  remove: true\\n"
            + "  update: {} | 5 | expected a 'target' with either 'update' or 'remove: true'",
        "- target: $.a                                | 5 | expected a 'target' with either"
            + " 'update' or 'remove: true'",
        "- $.a                                        | 5 | expected an action with a 'target',"
            + " found another type of value",
        "- target: $.a\\n"
            + "  update:\\n"
            + "    b:\\n"
            + "      x-name: '*/' | 8 | expected an x-name of letters, digits, '.', '_' and '-',"
            + " found '*/'",
      })
  void rejectsInvalidAction(String actions, int line, String message) throws IOException {
    write("010-a.overlay.yaml", HEADER + actions.replace("\\n", "\n") + "\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(RejectedInputException.class)
        .hasMessage(rejection("010-a.overlay.yaml:" + line, message));
  }

  @Test
  void rejectsUnknownKey() throws IOException {
    write("a.overlay.yaml", "overlay: 1.0.0\nx-wy: a\nx-evidence: b\nactions: []\n");
    assertThatThrownBy(this::read)
        .hasMessage(
            rejection(
                "a.overlay.yaml:2",
                "expected overlay, info, extends, actions, x-why, x-evidence, found 'x-wy' (did you"
                    + " mean 'x-why'?)"));
  }

  @Test
  void rejectsFileWithoutActions() throws IOException {
    write("a.overlay.yaml", "overlay: 1.0.0\nx-why: a\nx-evidence: b\nactions: []\n");
    assertThatThrownBy(this::read)
        .hasMessage(rejection("a.overlay.yaml:4", "expected a list of actions, found none"));
  }

  @Test
  void rejectsYamlFileWithoutOverlayExtension() throws IOException {
    write("010-a.yaml", HEADER);
    assertThatThrownBy(this::read)
        .hasMessage(
            rejection(
                "010-a.yaml",
                "expected a name that ends in .overlay.yaml, found another extension"));
  }

  @Test
  void ignoresReadme() throws IOException {
    write("README.md", "# About corrections\n");
    assertThat(new CorrectionReader().read(folder)).isEmpty();
  }

  private static String rejection(String location, String message) {
    return "corrections/"
        + location
        + ": [correction-file] "
        + message
        + ". Write the file as spec/TOOL.md shows.";
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void read() throws IOException {
    new CorrectionReader().read(folder);
  }
}
