package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.testkit.EndlessHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a response can be endless: one line, an exit code and a report. */
class EndlessHostTest {

  private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String CHUNKED = JSON + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String GZIP = JSON + "Content-Encoding: gzip\r\n\r\n\u001f\u008b\u0008";

  /** For responses that end by another limit: much longer than that takes. */
  private static final String LONG = "120";

  /** For responses that end by the time. */
  private static final String SHORT = "0.1";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /**
   * A host.
   *
   * @param timeLimit the value of the option
   * @param problem a part of the line for each interaction
   */
  private record HostCase(
      String name, String timeLimit, String problem, Supplier<EndlessHost> start) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static HostCase sending(String name, String start, String part, String problem) {
    return new HostCase(name, LONG, problem, () -> EndlessHost.sending(start, part));
  }

  private static HostCase dripping(String name, String start, String part) {
    return new HostCase(
        name,
        SHORT,
        "expected a complete response within 0.1 s, found none",
        () -> EndlessHost.dripping(start, part));
  }

  static Stream<HostCase> hosts() {
    String tooLarge = "expected a response of at most 4194304 bytes, found more";
    return Stream.of(
        sending("body", JSON + "\r\n{\"id\":\"", "a", tooLarge),
        sending("white space", JSON + "\r\n", " ", tooLarge),
        sending("content length", JSON + "Content-Length: 2000000000\r\n\r\n", "a", tooLarge),
        sending("chunks", CHUNKED, "5\r\naaaaa\r\n", tooLarge),
        sending("gzip name", GZIP + "\u0008\0\0\0\0\0\u0003", "x", tooLarge),
        sending("chunk extension", CHUNKED + "5;", "x", "Maximum line length limit exceeded"),
        sending("chunk size", CHUNKED, "0", "Maximum line length limit exceeded"),
        sending("trailers", CHUNKED + "0\r\n", "X-A: a\r\n", "Maximum header count exceeded"),
        sending("status line", "", "a", "Maximum line length limit exceeded"),
        sending("header", JSON + "X: ", "a", "Maximum line length limit exceeded"),
        sending("headers", JSON, "X-A: a\r\n", "Maximum header count exceeded"),
        sending("folded header", JSON + "X: a\r\n", " a\r\n", "Maximum"),
        sending("nested arrays", JSON + "\r\n", "[", tooLarge),
        dripping("body", JSON + "\r\n{\"id\":\"", "a"),
        dripping("header", JSON + "X: ", "a"),
        dripping("status line", "HTTP/1.1 200 ", "a"),
        dripping("chunk extension", CHUNKED + "5;", "a"),
        dripping("chunks", CHUNKED, "1\r\na\r\n"),
        dripping("interim responses", "", "HTTP/1.1 103 Early Hints\r\n\r\n"),
        dripping("gzip name", GZIP + "\u0008\0\0\0\0\0\u0003", "x"),
        new HostCase(
            "silence", SHORT, "expected a complete response within 0.1 s", () -> silent("")),
        new HostCase(
            "silence after the headers",
            SHORT,
            "expected a complete response within 0.1 s",
            () -> silent(JSON + "Content-Length: 9\r\n\r\n")));
  }

  private static EndlessHost silent(String start) {
    return EndlessHost.sending(start, "");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void reportsEndlessResponseAsUnreachable(HostCase host) throws IOException {
    assertThat(verify(host)).as(err.toString()).isEqualTo(3);
    // One line for the host and one for each interaction; three states of two pacts are requested.
    assertThat(err.toString().lines()).hasSize(13);
    assertThat(err.toString().lines().filter(line -> line.endsWith(": unreachable"))).hasSize(6);
    assertThat(out.toString().lines().filter(line -> line.contains(host.problem()))).hasSize(6);
    assertThat(folder.resolve("index.json")).isNotEmptyFile();
    assertThat(folder.resolve("index.html")).isNotEmptyFile();
  }

  static Stream<HostCase> finiteResponses() {
    String end = "Content-Length: 0\r\n\r\n";
    return Stream.of(
        new HostCase(
            "503", LONG, "503", () -> silent("HTTP/1.1 503 X\r\nRetry-After: 0\r\n" + end)),
        new HostCase(
            "redirect", LONG, "302", () -> silent("HTTP/1.1 302 X\r\nLocation: /\r\n" + end)));
  }

  @ParameterizedTest
  @MethodSource("finiteResponses")
  void sendsOneRequestForEachInteraction(HostCase host) throws IOException {
    assertThat(verify(host)).as(err.toString()).isEqualTo(1);
    assertThat(out.toString()).contains(host.problem());
    assertThat(folder.resolve("index.json")).isNotEmptyFile();
  }

  static Stream<HostCase> expensiveJson() {
    String head = JSON + "Content-Length: ";
    return Stream.of(
        new HostCase(
            "deep",
            LONG,
            "expected JSON, found it nested deeper than 255 levels",
            () -> silent(head + "200000\r\n\r\n" + "[".repeat(100_000) + "]".repeat(100_000))),
        new HostCase(
            "wide",
            LONG,
            "expected JSON of at most 100000 values, found more",
            () -> silent(head + "600001\r\n\r\n[" + "[],".repeat(199_999) + "[]]")));
  }

  @ParameterizedTest
  @MethodSource("expensiveJson")
  void rejectsJsonThatIsExpensiveToParse(HostCase host) throws IOException {
    assertThat(verify(host)).as(err.toString()).isEqualTo(3);
    assertThat(out.toString()).contains(host.problem());
  }

  @Test
  void reportsEndlessStateChangeAsUnreachable() throws IOException {
    try (EndlessHost host = EndlessHost.sending(JSON + "\r\n\"", "a")) {
      int exit = run(host, LONG, "--state-url", host.url() + "/states");

      assertThat(exit).as(err.toString()).isEqualTo(3);
      assertThat(out.toString())
          .contains(
              "cannot set the provider state", "expected a response of at most 4194304 bytes");
      assertThat(folder.resolve("index.json")).isNotEmptyFile();
    }
  }

  @Test
  void rejectsInvalidTimeLimit() throws IOException {
    try (EndlessHost host = silent("")) {
      assertThat(run(host, "0")).isEqualTo(2);
      assertThat(err.toString())
          .startsWith("--time-limit: expected seconds from 0.001 to 86400, found 0.0");
    }
  }

  private int verify(HostCase host) throws IOException {
    try (EndlessHost server = host.start().get()) {
      return run(server, host.timeLimit(), "--task", "finished=t1", "--token-env", "KEY");
    }
  }

  private int run(EndlessHost host, String timeLimit, String... more) {
    Stream<String> options =
        Stream.of(
            "verify",
            "--provider",
            "chainhub-grok",
            "--url",
            host.url().toString(),
            "--time-limit",
            timeLimit,
            "--report",
            folder.toString());
    return ContractVerifier.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Map.of("KEY", "sk-key"),
        Stream.concat(options, Stream.of(more)).toArray(String[]::new));
  }
}
