package io.github.videotasks.cli;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.VideoTasksBuilder;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a command needs of its process. Tests replace all of it.
 *
 * @param out receives results
 * @param err receives errors, and changes if there is no live display
 * @param in standard input
 * @param environment variables by name
 * @param display the lines that are rewritten on a terminal
 * @param futures waits for results
 * @param clock the time that progress shows
 * @param clients returns a new builder of a client
 */
record CliContext(
    PrintWriter out,
    PrintWriter err,
    InputStream in,
    Map<String, String> environment,
    LiveDisplay display,
    FutureWaiter futures,
    InstantSource clock,
    Supplier<VideoTasksBuilder> clients) {

  /** Returns the environment, the terminal and the time of this process, and these streams. */
  static CliContext ofProcess(PrintStream out, PrintStream err) {
    Map<String, String> environment = System.getenv();
    return new CliContext(
        utf8Writer(out),
        utf8Writer(err),
        System.in,
        environment,
        new LazyDisplay(() -> TerminalDisplay.open(err, environment)),
        FutureWaiter.ofSystem(),
        Clock.systemUTC(),
        VideoTasks::builder);
  }

  /** UTF-8 independent of the terminal's default, because messages may be in any script. */
  private static PrintWriter utf8Writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
