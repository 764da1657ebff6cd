package io.github.videotasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.Stage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.Test;

/** What a terminal shows, according to JLine's emulator. */
class TerminalDisplayTest {
  private static final int COLUMNS = 30;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, 6);
  private final LiveDisplay display =
      TerminalDisplay.on(bytes, TerminalSize.of(COLUMNS, 6), StageColours.NONE);

  private List<String> screen() {
    // A terminal moves to the first column on a line end.
    screen.write(bytes.toString(StandardCharsets.UTF_8).replaceAll("(?<!\r)\n", "\r\n"));
    bytes.reset();
    return screen
        .toString()
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toList());
  }

  @Test
  void rewritesOnlyWhatChanged() {
    display.show(List.of("two lines", "elapsed 0:01"));
    assertThat(screen()).containsExactly("two lines", "elapsed 0:01");
    display.show(List.of("two lines", "elapsed 0:02"));
    assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("elapsed");
    assertThat(screen()).containsExactly("two lines", "elapsed 0:02");
  }

  @Test
  void removesLinesBeforeOtherOutput() {
    display.show(List.of("one", "two", "three"));
    display.clear();
    bytes.writeBytes("result\r\n".getBytes(StandardCharsets.UTF_8));
    display.show(List.of("four"));
    assertThat(screen()).containsExactly("result", "four");
  }

  @Test
  void cutsLinesToWidthOfTerminal() {
    display.show(List.of("视频".repeat(20), "x".repeat(100)));
    assertThat(screen()).containsExactly("视频".repeat(7), "x".repeat(COLUMNS - 1));
  }

  @Test
  void showsNoMoreLinesThanFit() {
    display.show(List.of("1", "2", "3", "4", "5", "6", "7"));
    assertThat(screen()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void coloursStages() {
    StageColours colours = StageColours.of(Map.of(), true);
    assertThat(colours.paint(Stage.FAILED))
        .isEqualTo("\u001b[1m\u001b[31mfailed   \u001b[39m\u001b[21m\u001b[0m");
    assertThat(StageColours.of(Map.of("NO_COLOR", "1"), true).paint(Stage.FAILED))
        .isEqualTo("failed   ");
    assertThat(StageColours.of(Map.of(), false).paint(Stage.FAILED)).isEqualTo("failed   ");
    assertThat(StageColours.of(Map.of("CLICOLOR_FORCE", "1"), false).paint(Stage.FAILED))
        .startsWith("\u001b[");
  }

  @Test
  void showsNothingOnTerminalWithoutEscapes() {
    assertThat(TerminalDisplay.open(bytes, Map.of("TERM", "dumb")).isLive()).isFalse();
    assertThat(TerminalDisplay.open(bytes, Map.of()).isLive()).isFalse();
  }
}
