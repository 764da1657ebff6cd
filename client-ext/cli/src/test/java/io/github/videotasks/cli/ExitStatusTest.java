package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exit code of each kind of error. */
class ExitStatusTest {
  private static Throwable error(ErrorKind kind) {
    return new CompletionException(VideoTasksException.of("test", ErrorDetails.of(kind), null));
  }

  @Test
  void mapsEveryKind() {
    Map<Integer, String> kinds =
        Arrays.stream(ErrorKind.values())
            .collect(
                Collectors.groupingBy(
                    kind -> ExitStatus.of(error(kind)),
                    TreeMap::new,
                    Collectors.mapping(Enum::name, Collectors.joining(" "))));

    assertThat(kinds)
        .isEqualTo(
            Map.of(
                1,
                "UNAUTHORIZED FORBIDDEN TASK_NOT_FOUND REJECTED REDIRECTED ERROR_RESPONSE"
                    + " TOO_LARGE NO_FILE URL_REFUSED URL_EXPIRED UNEXPECTED_FILE BROKEN_FILE"
                    + " STORAGE",
                2,
                "ENDPOINT_NOT_FOUND",
                3,
                "RATE_LIMITED SERVER_ERROR CHALLENGE UNREADABLE_RESPONSE CONNECTION UNKNOWN_HOST"
                    + " UNTRUSTED_CERTIFICATE CALL_TIMEOUT NOT_READY",
                4,
                "WAIT_TIMEOUT",
                130,
                "INTERRUPTED CLOSED"));
  }

  @ParameterizedTest
  @EnumSource
  void namesHeadingOfGuide(ErrorKind kind) throws IOException {
    String guide = "(client-ext/TROUBLESHOOTING.md#" + kind.name().toLowerCase(Locale.ROOT) + ")";

    assertThat(ExitStatus.messageWithGuide(error(kind))).isEqualTo("test " + guide);
    assertThat(ExitStatus.unwrap(error(kind)).toString()).endsWith(guide);
    assertThat(Files.readString(Path.of("../TROUBLESHOOTING.md"))).contains("\n### " + kind + "\n");
  }

  @Test
  void reportsOtherErrors() {
    assertThat(ExitStatus.of(new IOException("no space"))).isEqualTo(2);
    assertThat(ExitStatus.of(new IllegalStateException("x"))).isEqualTo(70);
    assertThat(ExitStatus.messageWithGuide(new IllegalStateException("two\nlines \u001b[2J")))
        .isEqualTo(
            "video-tasks: an error in the program itself: IllegalStateException: two lines  [2J."
                + " Please report it with the output of --stacktrace");
    assertThat(ExitStatus.of(List.of())).isZero();
  }
}
