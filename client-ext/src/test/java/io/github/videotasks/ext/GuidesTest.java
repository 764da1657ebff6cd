package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides beside the README name every setting and every kind of error. */
class GuidesTest {

  private static String guide(String name) throws IOException {
    return Files.readString(Path.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        VideoTasksBuilder.class,
        WaitPolicy.class,
        CallOptions.class,
        DownloadOptions.class
      })
  void settingsNameEveryMethod(Class<?> type) throws IOException {
    String settings = guide("SETTINGS.md");

    assertThat(settingsOf(type))
        .isNotEmpty()
        .filteredOn(name -> !settings.contains("`" + name))
        .isEmpty();
  }

  private static Stream<String> settingsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getReturnType() == type && !method.isSynthetic())
        .map(Method::getName)
        .filter(name -> !name.equals("defaults"))
        .distinct();
  }

  @ParameterizedTest
  @EnumSource
  void troubleshootingHasHeadingOfEveryKind(ErrorKind kind) throws IOException {
    assertThat(guide("TROUBLESHOOTING.md")).contains("\n### " + kind + "\n");
  }

  @Test
  void errorsLinkToTheirHeading() {
    VideoTasksException error =
        VideoTasksException.of("no connection", ErrorDetails.of(ErrorKind.UNKNOWN_HOST), null);

    assertThat(error.toString()).endsWith("(client-ext/TROUBLESHOOTING.md#unknown_host)");
    assertThat(error).hasMessage("no connection");
  }
}
