package io.github.videotasks.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the fuzz target on the contract's examples and on small mutations of them. The Maven profile
 * "fuzz" runs it under Jazzer.
 */
class DecodeFuzzTargetTest {
  /**
   * Distance between changed bytes. It is odd, so that the changes hit every column of the
   * two-space-indented files; changing every byte would take seconds.
   */
  private static final int STEP = 7;

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../../spec/canonical/examples"))) {
      return files
          .filter(it -> it.getFileName().toString().matches("\\d+\\.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void decodesExample(Path example) throws IOException {
    assertThat(DecodeFuzzTarget.decodes(Files.readAllBytes(example))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rejectsTruncatedExample(Path example) throws IOException {
    byte[] json = Files.readString(example).strip().getBytes(StandardCharsets.UTF_8);
    List<Integer> accepted = new ArrayList<>();
    for (int length = 0; length < json.length; length++) {
      if (DecodeFuzzTarget.decodes(Arrays.copyOf(json, length))) {
        accepted.add(length);
      }
    }
    assertThat(accepted).as("lengths at which the truncated text was accepted").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void toleratesChangedBytes(Path example) throws IOException {
    byte[] json = Files.readAllBytes(example);
    Random random = new Random(7);
    for (int position = 0; position < json.length; position += STEP) {
      byte[] changed = json.clone();
      changed[position] = (byte) random.nextInt(256);
      DecodeFuzzTarget.fuzzerTestOneInput(changed);
    }
  }
}
