package io.github.videotasks.contract.terminal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of a terminal session: the commands, what they print, and after a {@code ~} the lines that
 * are rewritten while they run, one for each stage.
 */
final class RecordedSession {
  /** A row of an open task, or the line of a download, after its first numbers are known. */
  private static final Pattern LIVE_ROW =
      Pattern.compile(".*(?:queued|running) +\\[.*next poll.*|\\[#*-+\\] .*MB/s .* left .*");

  private static final Pattern LIVE_HEAD =
      Pattern.compile("[0-9,]+ (?:queued|running|failed|succeeded)(?:, [0-9,]+ [a-z]+)*");

  private static final Predicate<String> IS_LIVE =
      LIVE_ROW.asMatchPredicate().or(LIVE_HEAD.asMatchPredicate());

  private final TerminalFixture cli;
  private final StringBuilder text = new StringBuilder();

  RecordedSession(TerminalFixture cli) {
    this.cli = cli;
  }

  /** What the test does while a command runs. */
  interface Reaction {
    void run(PseudoTerminal terminal) throws IOException, InterruptedException;
  }

  void run(String... args) throws IOException, InterruptedException {
    run(terminal -> {}, args);
  }

  /** Runs a command and adds it, what it shows, and its exit code unless it is 0. */
  void run(Reaction reaction, String... args) throws IOException, InterruptedException {
    text.append("$ video-tasks ").append(quote(args)).append('\n');
    try (PseudoTerminal terminal = cli.start(args)) {
      reaction.run(terminal);
      int code = terminal.awaitEnd();
      liveFrames(terminal.screens()).forEach(line -> text.append("~ ").append(line).append('\n'));
      text.append(terminal.screen()).append('\n');
      if (code != 0) {
        text.append("$ echo $?\n").append(code).append('\n');
      }
      text.append('\n');
    }
  }

  private static String quote(String... args) {
    return List.of(args).stream()
        .map(each -> each.matches("[\\w./:=,-]+") ? each : "'" + each + "'")
        .collect(Collectors.joining(" "));
  }

  /** Returns the first of the screens that differ in more than times and numbers. */
  private static List<String> liveFrames(List<String> screens) {
    List<String> frames = new ArrayList<>();
    String before = "";
    for (String screen : screens) {
      List<String> live = screen.lines().filter(IS_LIVE).toList();
      String normalized = normalize(String.join("\n", live));
      boolean complete =
          live.stream().anyMatch(LIVE_ROW.asMatchPredicate()) && !screen.contains("unknown");
      if (complete && !normalized.equals(before)) {
        frames.addAll(live);
        before = normalized;
      }
    }
    return frames;
  }

  /** Replaces times, the bar and the numbers of a download, which differ in each run. */
  static String normalize(String session) {
    return session
        .replaceAll("\\d+:\\d\\d", "0:00")
        .replaceAll("\\[[#-]+-[#-]*\\] +\\d+ %", "[bar]")
        .replaceAll("\\d+\\.\\d (?=MB|of)", "0.0 ");
  }

  /** Returns the text so far. */
  String text() {
    return text.toString();
  }
}
