package io.github.videotasks.contract.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compile errors for wrong uses of the API. Each program in a folder {@code wrong} contains the
 * expected error in a comment, and the folder {@code right} has the corrected program of the same
 * name.
 */
class ApiMisuseTest {

  static Stream<Arguments> wrong() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (JvmLanguage language : JvmLanguage.all()) {
      language.programs("wrong").forEach(each -> all.add(arguments(language, each)));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void doesNotCompile(JvmLanguage language, Path program, @TempDir Path classes)
      throws IOException {
    assertThat(CompilerDiagnostic.expectedIn(program)).hasSize(1);
    assertThat(language.compile(List.of(program), classes))
        .isEqualTo(CompilerDiagnostic.expectedIn(program));
  }

  @ParameterizedTest
  @MethodSource("io.github.videotasks.contract.callers.JvmLanguage#all")
  void compilesWhenCorrected(JvmLanguage language, @TempDir Path classes) throws IOException {
    assertThat(language.programs("right"))
        .extracting(Path::getFileName)
        .isEqualTo(language.programs("wrong").stream().map(Path::getFileName).toList());
    assertThat(language.compile(language.programs("right"), classes)).isEmpty();
  }
}
