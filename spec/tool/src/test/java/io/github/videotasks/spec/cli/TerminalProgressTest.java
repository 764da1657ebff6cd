package io.github.videotasks.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final StringWriter terminal = new StringWriter();
  private long millis;
  private final TerminalProgress progress =
      new TerminalProgress(new PrintWriter(terminal), () -> TimeUnit.MILLISECONDS.toNanos(millis));

  @Test
  void printsNothingInFirstSecond() {
    millis = 999;
    progress.onProgress("reading pages", 1, 10);
    progress.onEnd();
    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void rewritesLineAfterFirstSecond() {
    millis = 1000;
    progress.onProgress("reading pages", 9, 10);
    millis = 1100;
    progress.onProgress("reading pages", 10, 10);
    assertThat(terminal.toString()).isEqualTo("\rreading pages: 9 of 10\rreading pages: 10 of 10");
  }

  @Test
  void limitsUpdateRate() {
    millis = 1000;
    progress.onProgress("reading pages", 1, 10);
    millis = 1099;
    progress.onProgress("reading pages", 2, 10);
    assertThat(terminal.toString()).isEqualTo("\rreading pages: 1 of 10");
  }

  @Test
  void overwritesLongerLine() {
    millis = 1000;
    progress.onProgress("reading pages", 1, 10);
    millis = 1100;
    progress.onProgress("uniting", 1, 9);
    assertThat(terminal.toString()).endsWith("\runiting: 1 of 9" + " ".repeat(7));
  }

  @Test
  void clearsLineAtEnd() {
    millis = 1000;
    progress.onProgress("uniting", 1, 9);
    progress.onEnd();
    progress.onEnd();
    assertThat(terminal.toString()).isEqualTo("\runiting: 1 of 9\r" + " ".repeat(15) + "\r");
  }
}
