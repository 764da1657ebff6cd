package io.github.videotasks.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.utils.Signals;

/**
 * Size of the terminal, read with {@code stty} at the start and after each change of the window.
 * Java knows only whether standard input and output are terminals, both together.
 */
final class TerminalSize {
  private static final Pattern STTY_SIZE = Pattern.compile("([1-9]\\d{0,4}) ([1-9]\\d{0,4})\\s*");
  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final long MAX_SECONDS = 2;

  private final boolean fixed;
  private volatile boolean changed = true;
  private Size last;

  /**
   * Returns the size of the terminal of this process.
   *
   * @param environment variables by name; COLUMNS and LINES are used where {@code stty} is missing
   */
  TerminalSize(Map<String, String> environment) {
    last = Size.of(number(environment, "COLUMNS", 80), number(environment, "LINES", 24));
    fixed = WINDOWS;
    if (!fixed) {
      Signals.register("WINCH", () -> changed = true);
    }
  }

  private TerminalSize(Size size) {
    last = size;
    fixed = true;
  }

  /** Returns a size that does not change. */
  static TerminalSize of(int columns, int rows) {
    return new TerminalSize(Size.of(columns, rows));
  }

  /** Returns whether standard error is a terminal that understands escapes. */
  static boolean isTerminal(Map<String, String> environment) {
    if (environment.getOrDefault("TERM", WINDOWS ? "windows" : "dumb").equals("dumb")) {
      return false;
    }
    if (WINDOWS) {
      // Windows Terminal understands escapes; older consoles need a switch that Java cannot set.
      return environment.containsKey("WT_SESSION") && hasConsole();
    }
    return !output(new ProcessBuilder("sh", "-c", "test -t 2 && echo yes").inheritIO()).isEmpty();
  }

  @SuppressWarnings("SystemConsoleNull") // newer versions are handled below
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22, System.console() is not null without a terminal either.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException beforeJava22) {
      return true;
    }
  }

  Size current() {
    if (changed && !fixed) {
      changed = false;
      File terminal = new File("/dev/tty");
      last = parse(output(new ProcessBuilder("stty", "size").redirectInput(terminal)), last);
    }
    return last;
  }

  private static Size parse(String text, Size otherwise) {
    Matcher matcher = STTY_SIZE.matcher(text);
    return matcher.matches()
        ? Size.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)))
        : otherwise;
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String text = environment.getOrDefault(name, "");
    return text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : otherwise;
  }

  /** Returns what a program prints; empty if it fails, is missing or takes too long. */
  private static String output(ProcessBuilder program) {
    try {
      Process process = program.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
      if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "";
      }
      byte[] text = process.getInputStream().readNBytes(100);
      return process.exitValue() == 0 ? new String(text, StandardCharsets.US_ASCII) : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
