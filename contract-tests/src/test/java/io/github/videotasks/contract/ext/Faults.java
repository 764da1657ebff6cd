package io.github.videotasks.contract.ext;

import static io.github.videotasks.contract.ext.Replies.TASK;
import static io.github.videotasks.contract.ext.Replies.answer;
import static io.github.videotasks.contract.ext.Replies.bomb;
import static io.github.videotasks.contract.ext.Replies.dripping;
import static io.github.videotasks.contract.ext.Replies.endless;
import static io.github.videotasks.contract.ext.Replies.gzip;
import static io.github.videotasks.contract.ext.Replies.head;
import static io.github.videotasks.contract.ext.Replies.reset;
import static io.github.videotasks.contract.ext.Replies.silent;
import static io.github.videotasks.contract.ext.Replies.text;
import static io.github.videotasks.ext.error.ErrorKind.CALL_TIMEOUT;
import static io.github.videotasks.ext.error.ErrorKind.CONNECTION;
import static io.github.videotasks.ext.error.ErrorKind.FORBIDDEN;
import static io.github.videotasks.ext.error.ErrorKind.RATE_LIMITED;
import static io.github.videotasks.ext.error.ErrorKind.REDIRECTED;
import static io.github.videotasks.ext.error.ErrorKind.REJECTED;
import static io.github.videotasks.ext.error.ErrorKind.SERVER_ERROR;
import static io.github.videotasks.ext.error.ErrorKind.TASK_NOT_FOUND;
import static io.github.videotasks.ext.error.ErrorKind.TOO_LARGE;
import static io.github.videotasks.ext.error.ErrorKind.UNAUTHORIZED;
import static io.github.videotasks.ext.error.ErrorKind.UNREADABLE_ANSWER;

import io.github.videotasks.ext.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the fault matrix over HTTP/1.1. Three requests are allowed for each. */
final class Faults {

  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private final List<Fault> rows = new ArrayList<>();

  private Faults() {}

  static List<Fault> all() {
    Faults faults = new Faults();
    faults.understood();
    faults.connections();
    faults.lengths();
    faults.heads();
    faults.times();
    faults.bodies();
    faults.statuses();
    faults.flapping();
    faults.deadConnections();
    return faults.rows;
  }

  private void row(
      String name, @Nullable ErrorKind outcome, int requests, RawServer.Reply... replies) {
    rows.add(new Fault(name, outcome, requests, List.of(replies)));
  }

  private void understood() {
    row("a plain answer", null, 1, answer(200, TASK));
    row("an answer that ends with the connection", null, 1, text(head(200) + "\r\n" + TASK));
    row("HTTP/1.0", null, 1, text("HTTP/1.0 200 OK\r\n\r\n" + TASK));
    row("no reason phrase", null, 1, text("HTTP/1.1 200\r\n\r\n" + TASK));
    row("line feeds only", null, 1, text("HTTP/1.1 200 OK\n\n" + TASK));
    row("chunks", null, 1, chunks("5\r\n{\"id\"\r\n", rest(5), "0\r\n\r\n"));
    row("chunks with an extension", null, 1, chunks("5;x=y\r\n{\"id\"\r\n", rest(5), "0\r\n\r\n"));
    row("chunks with a trailer", null, 1, chunks(rest(0), "0\r\nX-Sum: 1\r\n\r\n"));
    row("gzip", null, 1, gzip(200, TASK, 1));
    row("103 before the answer", null, 1, text(head(103, "Link: </a>") + "\r\n" + ok()));
    row("a hundred 103s before the answer", null, 1, text(hint().repeat(100) + ok()));
    row("102, 103 and 199 before the answer", null, 1, text(informed(102, 103, 199) + ok()));
    row("100 before the answer", null, 1, text("HTTP/1.1 100 Continue\r\n\r\n" + ok()));
    row("a length and more behind it", null, 1, text(ok() + "more"));
    row("a header twice", null, 1, answer(200, TASK, "X-A: 1", "X-A: 2"));
    row("200 KB of headers", null, 1, answer(200, TASK, big(200)));
    row("blanks around the value", null, 1, answer(200, " \n" + TASK + "\r\n "));
    row("another content type", null, 1, answer(200, TASK, "Content-Type: text/html"));
    row("a nonsense content type", null, 1, answer(200, TASK, "Content-Type: ;;;"));
    row("a cookie", null, 1, answer(200, TASK, "Set-Cookie: a=b"));
  }

  private void connections() {
    row("closed without a word", CONNECTION, 3, text(""));
    row("reset without a word", CONNECTION, 3, reset(""));
    row("closed in the status line", CONNECTION, 3, text("HTTP/1.1 20"));
    row("reset in the status line", CONNECTION, 3, reset("HTTP/1.1 20"));
    row("closed in the headers", CONNECTION, 3, text("HTTP/1.1 200 OK\r\nContent-Len"));
    row("reset in the headers", CONNECTION, 3, reset("HTTP/1.1 200 OK\r\nContent-Len"));
    row("reset in the body", CONNECTION, 3, reset(head(200, "Content-Length: 90") + "\r\n{\"id"));
    row("closed after the headers", CONNECTION, 3, text(head(200, "Content-Length: 9") + "\r\n"));
  }

  private void lengths() {
    row("a length too long", CONNECTION, 3, lengthy("Content-Length: 999"));
    row("a length too short", UNREADABLE_ANSWER, 1, lengthy("Content-Length: 7"));
    row("a length of zero", UNREADABLE_ANSWER, 1, lengthy("Content-Length: 0"));
    row("a negative length", UNREADABLE_ANSWER, 1, lengthy("Content-Length: -5"));
    row("a length that is a word", null, 1, lengthy("Content-Length: many"));
    row("a length past 2^63", null, 1, lengthy("Content-Length: 99999999999999999999"));
    row("a chunk size that is a word", CONNECTION, 3, chunks("zz\r\n" + TASK));
    row("a negative chunk size", CONNECTION, 3, chunks("-5\r\n" + TASK));
    row("a chunk size past 2^63", CONNECTION, 3, chunks("ffffffffffffffffff\r\n" + TASK));
    row("chunks without an end", CONNECTION, 3, chunks(rest(0)));
    row(
        "two lengths that differ",
        UNREADABLE_ANSWER,
        1,
        lengthy("Content-Length: 29\r\nContent-Length: 7"));
    row("a length beside chunks", null, 1, text(bothLengths()));
    row("what stands beside a chunk without an end", TOO_LARGE, 1, endless(chunked("5;"), "x"));
    row("a chunk size without an end", CALL_TIMEOUT, 1, endless(chunked(""), "0"));
    row("a trailer without an end", CONNECTION, 3, endless(chunked(rest(0) + "0\r\n"), "X: a\r\n"));
    row("a chunk cut short", CONNECTION, 3, chunks("50\r\n{\"id\""));
  }

  private void heads() {
    row("a status line of another protocol", CONNECTION, 3, text("SSH-2.0-OpenSSH\r\n\r\n"));
    row("a status that is a word", CONNECTION, 3, text("HTTP/1.1 abc OK\r\n\r\n" + TASK));
    row("a status of two digits", CONNECTION, 3, text("HTTP/1.1 20\r\n\r\n" + TASK));
    row("HTTP/9.9", CONNECTION, 3, text("HTTP/9.9 200 OK\r\n\r\n" + TASK));
    row("400 KB of headers", CONNECTION, 3, answer(200, TASK, big(400)));
    row("headers without an end", CONNECTION, 3, endless(head(200), "X-A: b\r\n"));
    row("a header line without an end", CONNECTION, 3, endless(head(200) + "X: ", "a"));
    row("103s without an end", CONNECTION, 3, endless("", hint()));
    row("a 103 and nothing more", CONNECTION, 3, text(hint()));
    row("a header with a NUL", null, 1, answer(200, TASK, "X-A: a\0b"));
    row("a header that is folded", null, 1, answer(200, TASK, "X-A: a\r\n  b"));
    row("a header without a colon", null, 1, answer(200, TASK, "no colon here"));
    row("a header without a name", null, 1, answer(200, TASK, ": nameless"));
    row(
        "101 without being asked",
        REJECTED,
        1,
        text("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n"));
  }

  private void times() {
    row("silence", CALL_TIMEOUT, 1, silent(""));
    row("silence in the status line", CALL_TIMEOUT, 1, silent("HTTP/1.1 2"));
    row("silence in the headers", CALL_TIMEOUT, 1, silent(head(200)));
    row("silence in the body", CALL_TIMEOUT, 1, silent(head(200, "Content-Length: 9") + "\r\n{"));
    row("silence in a chunk", CALL_TIMEOUT, 1, silent(head(200, CHUNKED) + "\r\n5\r\n{"));
    row("a dripping head", CALL_TIMEOUT, 1, dripping(head(200, big(1))));
    row("a dripping body", CALL_TIMEOUT, 1, dripping(ok() + " ".repeat(99)));
  }

  private void bodies() {
    row("nothing", UNREADABLE_ANSWER, 1, answer(200, ""));
    row("204", UNREADABLE_ANSWER, 1, text(head(204) + "\r\n"));
    row("204 with a body", CONNECTION, 3, answer(204, TASK));
    row("205", UNREADABLE_ANSWER, 1, answer(205, ""));
    row("HTML", UNREADABLE_ANSWER, 1, answer(200, "<html></html>", "Content-Type: text/html"));
    row("half a value", UNREADABLE_ANSWER, 1, answer(200, TASK.substring(0, 20)));
    row("a value and more", UNREADABLE_ANSWER, 1, answer(200, TASK + TASK));
    row("nested 10,000 deep", UNREADABLE_ANSWER, 1, answer(200, "[".repeat(10_000)));
    row("objects 10,000 deep", UNREADABLE_ANSWER, 1, answer(200, "{\"a\":".repeat(10_000)));
    row("huge numbers", null, 1, answer(200, with("1e999999999")));
    row("a number of 100 KB", null, 1, answer(200, with("9".repeat(100_000))));
    row(
        "a member name of 100 KB",
        null,
        1,
        answer(200, "{\"" + "n".repeat(99_999) + "\":1," + tail()));
    row("bytes that are no UTF-8", null, 1, answer(200, "{\"x\":\"\u00ff\u00fe\"," + tail()));
    row("NUL bytes", UNREADABLE_ANSWER, 1, answer(200, "\0".repeat(99)));
    row("half a surrogate pair", null, 1, answer(200, "{\"x\":\"\\ud800\"," + tail()));
    row("gzip cut short", CONNECTION, 3, gzip(200, TASK.repeat(9), 0.5));
    row("gzip that is none", CONNECTION, 3, answer(200, TASK, "Content-Encoding: gzip"));
    row(
        "an unknown encoding",
        UNREADABLE_ANSWER,
        1,
        answer(200, "\u0001\u0002", "Content-Encoding: br"));
    row("a bomb below an error", SERVER_ERROR, 3, bomb(500));
    row("a body without an end", TOO_LARGE, 1, endless(head(200) + "\r\n{\"x\":\"", "a"));
    row("a name in the gzip header without an end", TOO_LARGE, 1, endlessGzipName());
    row("a bomb of 500 MB", TOO_LARGE, 1, bomb(200));
    row("30,000 lists", TOO_LARGE, 1, answer(200, "{\"x\":[" + "[],".repeat(30_000) + "1]}"));
    row(
        "30,000 commas in a text",
        null,
        1,
        answer(200, "{\"x\":\"" + ",".repeat(30_000) + "\"," + tail()));
    row("a million lists below an error", REJECTED, 1, answer(400, "[],".repeat(1_000_000)));
    row("chunks for ever", TOO_LARGE, 1, endless(head(200, CHUNKED) + "\r\n", "1\r\n \r\n"));
    row("an error without an end", REJECTED, 1, endless(head(400) + "\r\n", "a"));
  }

  private void statuses() {
    for (int status : new int[] {300, 301, 302, 303, 304, 307, 308}) {
      String where = "Location: http://127.0.0.1:1/";
      row(status + " with a place", REDIRECTED, 1, answer(status, "", where));
    }
    for (int status : new int[] {400, 402, 405, 406, 410, 413, 415, 418, 422, 426, 451}) {
      row(
          String.valueOf(status),
          REJECTED,
          1,
          answer(status, "{\"code\":\"c\",\"message\":\"m\"}"));
    }
    String unknown = "{\"code\":\"task_not_exist\",\"message\":\"m\",\"data\":null}";
    row("400 task_not_exist", TASK_NOT_FOUND, 1, answer(400, unknown));
    row("401", UNAUTHORIZED, 1, answer(401, "", "WWW-Authenticate: Basic realm=x"));
    row("403", FORBIDDEN, 1, answer(403, "<html>"));
    row("404", TASK_NOT_FOUND, 1, answer(404, ""));
    row("407", CONNECTION, 3, answer(407, "", "Proxy-Authenticate: Basic realm=x"));
    row("421", REJECTED, 1, answer(421, ""));
    for (int status : new int[] {408, 409, 425, 500, 501, 502, 503, 504, 507, 511, 520, 599}) {
      row(String.valueOf(status), SERVER_ERROR, 3, answer(status, "<html>"));
    }
    row("429", RATE_LIMITED, 3, answer(429, ""));
    row("429, again at once", RATE_LIMITED, 3, answer(429, "", "Retry-After: 0"));
    row("429, again in a second", RATE_LIMITED, 3, answer(429, "", "Retry-After: 1"));
    row("429, again tomorrow", RATE_LIMITED, 1, answer(429, "", "Retry-After: 86400"));
    row(
        "429, again in the past",
        RATE_LIMITED,
        3,
        answer(429, "", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"));
    row("429, again at nonsense", RATE_LIMITED, 3, answer(429, "", "Retry-After: soon"));
    row(
        "429, again after 2^63",
        RATE_LIMITED,
        1,
        answer(429, "", "Retry-After: 99999999999999999999"));
    row("503, again at once", SERVER_ERROR, 3, answer(503, "", "Retry-After: 0"));
  }

  private void flapping() {
    RawServer.Reply good = answer(200, TASK);
    row("503, then an answer", null, 2, answer(503, ""), good);
    row("500, 502, then an answer", null, 3, answer(500, ""), answer(502, ""), good);
    row("429, then an answer", null, 2, answer(429, ""), good);
    row("a reset, then an answer", null, 2, reset(""), good);
    row(
        "half a body, then an answer",
        null,
        2,
        reset(head(200, "Content-Length: 9") + "\r\n{"),
        good);
    row("503, then 401", UNAUTHORIZED, 2, answer(503, ""), answer(401, ""), good);
    row("408 and a reset, then an answer", null, 3, answer(408, ""), reset(""), good);
    row("503, then silence", CALL_TIMEOUT, 2, answer(503, ""), silent(""), good);
    row(
        "three failures, then an answer too late",
        SERVER_ERROR,
        3,
        answer(500, ""),
        reset(""),
        answer(500, ""),
        good);
  }

  /** The connection goes without being announced, so the next request finds it dead. */
  private void deadConnections() {
    RawServer.Reply quiet = text("HTTP/1.1 503 Said\r\nContent-Length: 0\r\n\r\n");
    row("503 and gone, then an answer", null, 2, quiet, answer(200, TASK));
    // The request on the dead connection counts: nobody can know whether it was seen.
    row("503 and gone, twice, then an answer", SERVER_ERROR, 2, quiet, quiet, answer(200, TASK));
  }

  private static String hint() {
    return "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
  }

  private static String informed(int... statuses) {
    StringBuilder heads = new StringBuilder();
    for (int status : statuses) {
      heads.append("HTTP/1.1 ").append(status).append(" Soon\r\n\r\n");
    }
    return heads.toString();
  }

  static String chunked(String start) {
    return head(200, CHUNKED) + "\r\n" + start;
  }

  private static String bothLengths() {
    return head(200, CHUNKED, "Content-Length: 3") + "\r\n" + rest(0) + "0\r\n\r\n";
  }

  /** The flag that says that a name follows, and no end of it. */
  static RawServer.Reply endlessGzipName() {
    String gzip = "\u001f\u008b\b\b\0\0\0\0\0\0";
    return endless(head(200, "Content-Encoding: gzip") + "\r\n" + gzip, "n");
  }

  private static RawServer.Reply lengthy(String header) {
    return text(head(200, header) + "\r\n" + TASK);
  }

  private static RawServer.Reply chunks(String... parts) {
    return text(chunked(String.join("", parts)));
  }

  /** The task from an index on, as one chunk. */
  private static String rest(int from) {
    String part = TASK.substring(from);
    return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
  }

  private static String ok() {
    return head(200, "Content-Length: " + TASK.length()) + "\r\n" + TASK;
  }

  private static String big(int kilobytes) {
    return "X-Big: " + "b".repeat(kilobytes * 1024);
  }

  private static String with(String number) {
    return "{\"progress\":" + number + ",\"created_at\":" + number + "," + tail();
  }

  private static String tail() {
    return TASK.substring(1);
  }
}
