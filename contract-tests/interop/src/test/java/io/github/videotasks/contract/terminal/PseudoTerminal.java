package io.github.videotasks.contract.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;

/**
 * A program in a pseudo-terminal, and what a user sees: the screens of JLine's emulator, one after
 * each pause of the output.
 */
final class PseudoTerminal implements AutoCloseable {
  private static final int COLUMNS = 120;
  private static final int ROWS = 24;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /** The program writes a screen at once, and the next one 250 ms later at the earliest. */
  private static final long PAUSE_MILLIS = 40;

  private static final byte[] END = new byte[0];
  private static final int CTRL_C = 3;

  private final PtyProcess process;
  private final LinkedBlockingQueue<byte[]> output = new LinkedBlockingQueue<>();
  private final ScreenTerminal emulator = new ScreenTerminal(COLUMNS, ROWS);
  private final List<String> screens = new ArrayList<>();
  private final StringBuilder raw = new StringBuilder();
  private boolean ended;

  private PseudoTerminal(PtyProcess process) {
    this.process = process;
    Thread reader = new Thread(this::read, "terminal-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program.
   *
   * @param folder its working directory
   * @param environment all of its variables
   */
  static PseudoTerminal start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    return new PseudoTerminal(
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setDirectory(folder.toString())
            .setEnvironment(environment)
            .setInitialColumns(COLUMNS)
            .setInitialRows(ROWS)
            .start());
  }

  private void read() {
    byte[] buffer = new byte[65_536];
    try (InputStream stream = process.getInputStream()) {
      for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
        output.add(Arrays.copyOf(buffer, count));
      }
    } catch (IOException e) {
      // The terminal is closed when the program has ended.
    }
    output.add(END);
  }

  /**
   * Reads output until a screen meets a condition.
   *
   * @throws AssertionError if the program ends before, or too much time passes
   */
  void awaitScreen(Predicate<String> condition) throws InterruptedException {
    while (!condition.test(screen())) {
      if (ended) {
        throw new AssertionError("expected another screen before the end, found:\n" + screen());
      }
      readScreen();
    }
  }

  /** Reads output until it pauses, and keeps the screen. */
  private void readScreen() throws InterruptedException {
    byte[] chunk = output.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    if (chunk == null) {
      throw new AssertionError("expected output within " + TIMEOUT + ", found:\n" + screen());
    }
    while (chunk != null) {
      if (chunk == END) {
        ended = true;
        break;
      }
      String text = new String(chunk, StandardCharsets.UTF_8);
      raw.append(text);
      emulator.write(text);
      chunk = output.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
    screens.add(screen());
  }

  /** Presses Ctrl-C. */
  void interrupt() throws IOException {
    type(Character.toString(CTRL_C));
  }

  /** Types a text; a line feed is the Enter key. */
  void type(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Reads output until the program ends, and returns its exit code. */
  int awaitEnd() throws InterruptedException {
    while (!ended) {
      readScreen();
    }
    return process.waitFor();
  }

  /** Returns the lines that are shown now, without blanks at their ends. */
  String screen() {
    StringBuilder text = new StringBuilder();
    emulator
        .toString()
        .lines()
        .map(String::stripTrailing)
        .forEach(it -> text.append(it).append('\n'));
    return text.toString().stripTrailing();
  }

  /** Returns the screens so far. */
  List<String> screens() {
    return screens;
  }

  /** Returns everything that the program has written, with its escapes. */
  String raw() {
    return raw.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
