package io.github.videotasks.contract.ext;

import static io.github.videotasks.contract.ext.RawReplies.TASK;
import static io.github.videotasks.contract.ext.RawReplies.endless;
import static io.github.videotasks.contract.ext.RawReplies.gzip;
import static io.github.videotasks.contract.ext.RawReplies.gzipBomb;
import static io.github.videotasks.contract.ext.RawReplies.reset;
import static io.github.videotasks.contract.ext.RawReplies.response;
import static io.github.videotasks.contract.ext.RawReplies.responseHead;
import static io.github.videotasks.contract.ext.RawReplies.stalling;
import static io.github.videotasks.contract.ext.RawReplies.text;
import static io.github.videotasks.contract.ext.RawReplies.trickling;
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
import static io.github.videotasks.ext.error.ErrorKind.UNREADABLE_RESPONSE;

import io.github.videotasks.ext.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the fault matrix over HTTP/1.1. Three requests are allowed for each. */
final class FaultCases {

  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private final List<FaultCase> cases = new ArrayList<>();

  private FaultCases() {}

  static List<FaultCase> all() {
    FaultCases faults = new FaultCases();
    faults.validResponses();
    faults.brokenConnections();
    faults.contentLengths();
    faults.responseHeads();
    faults.stalls();
    faults.bodies();
    faults.statusCodes();
    faults.transientFailures();
    faults.staleConnections();
    return faults.cases;
  }

  private void add(
      String name, @Nullable ErrorKind outcome, int requests, RawSocketServer.Reply... replies) {
    cases.add(new FaultCase(name, outcome, requests, List.of(replies)));
  }

  private void validResponses() {
    add("a plain answer", null, 1, response(200, TASK));
    add(
        "an answer that ends with the connection",
        null,
        1,
        text(responseHead(200) + "\r\n" + TASK));
    add("HTTP/1.0", null, 1, text("HTTP/1.0 200 OK\r\n\r\n" + TASK));
    add("no reason phrase", null, 1, text("HTTP/1.1 200\r\n\r\n" + TASK));
    add("line feeds only", null, 1, text("HTTP/1.1 200 OK\n\n" + TASK));
    add("chunks", null, 1, chunks("5\r\n{\"id\"\r\n", taskChunk(5), "0\r\n\r\n"));
    add(
        "chunks with an extension",
        null,
        1,
        chunks("5;x=y\r\n{\"id\"\r\n", taskChunk(5), "0\r\n\r\n"));
    add("chunks with a trailer", null, 1, chunks(taskChunk(0), "0\r\nX-Sum: 1\r\n\r\n"));
    add("gzip", null, 1, gzip(200, TASK, 1));
    add(
        "103 before the answer",
        null,
        1,
        text(responseHead(103, "Link: </a>") + "\r\n" + headOfTask()));
    add("a hundred 103s before the answer", null, 1, text(earlyHints().repeat(100) + headOfTask()));
    add(
        "102, 103 and 199 before the answer",
        null,
        1,
        text(informationalResponses(102, 103, 199) + headOfTask()));
    add("100 before the answer", null, 1, text("HTTP/1.1 100 Continue\r\n\r\n" + headOfTask()));
    add("a length and more behind it", null, 1, text(headOfTask() + "more"));
    add("a header twice", null, 1, response(200, TASK, "X-A: 1", "X-A: 2"));
    add("200 KB of headers", null, 1, response(200, TASK, bigHeader(200)));
    add("blanks around the value", null, 1, response(200, " \n" + TASK + "\r\n "));
    add("another content type", null, 1, response(200, TASK, "Content-Type: text/html"));
    add("a nonsense content type", null, 1, response(200, TASK, "Content-Type: ;;;"));
    add("a cookie", null, 1, response(200, TASK, "Set-Cookie: a=b"));
  }

  private void brokenConnections() {
    add("closed without a word", CONNECTION, 3, text(""));
    add("reset without a word", CONNECTION, 3, reset(""));
    add("closed in the status line", CONNECTION, 3, text("HTTP/1.1 20"));
    add("reset in the status line", CONNECTION, 3, reset("HTTP/1.1 20"));
    add("closed in the headers", CONNECTION, 3, text("HTTP/1.1 200 OK\r\nContent-Len"));
    add("reset in the headers", CONNECTION, 3, reset("HTTP/1.1 200 OK\r\nContent-Len"));
    add(
        "reset in the body",
        CONNECTION,
        3,
        reset(responseHead(200, "Content-Length: 90") + "\r\n{\"id"));
    add(
        "closed after the headers",
        CONNECTION,
        3,
        text(responseHead(200, "Content-Length: 9") + "\r\n"));
  }

  private void contentLengths() {
    add("a length too long", CONNECTION, 3, withLengthHeader("Content-Length: 999"));
    add("a length too short", UNREADABLE_RESPONSE, 1, withLengthHeader("Content-Length: 7"));
    add("a length of zero", UNREADABLE_RESPONSE, 1, withLengthHeader("Content-Length: 0"));
    add("a negative length", UNREADABLE_RESPONSE, 1, withLengthHeader("Content-Length: -5"));
    add("a length that is a word", null, 1, withLengthHeader("Content-Length: many"));
    add("a length past 2^63", null, 1, withLengthHeader("Content-Length: 99999999999999999999"));
    add("a chunk size that is a word", CONNECTION, 3, chunks("zz\r\n" + TASK));
    add("a negative chunk size", CONNECTION, 3, chunks("-5\r\n" + TASK));
    add("a chunk size past 2^63", CONNECTION, 3, chunks("ffffffffffffffffff\r\n" + TASK));
    add("chunks without an end", CONNECTION, 3, chunks(taskChunk(0)));
    add(
        "two lengths that differ",
        UNREADABLE_RESPONSE,
        1,
        withLengthHeader("Content-Length: 29\r\nContent-Length: 7"));
    add("a length beside chunks", null, 1, text(contentLengthAndChunked()));
    add(
        "what stands beside a chunk without an end",
        TOO_LARGE,
        1,
        endless(chunkedResponse("5;"), "x"));
    add("a chunk size without an end", CALL_TIMEOUT, 1, endless(chunkedResponse(""), "0"));
    add(
        "a trailer without an end",
        CONNECTION,
        3,
        endless(chunkedResponse(taskChunk(0) + "0\r\n"), "X: a\r\n"));
    add("a chunk cut short", CONNECTION, 3, chunks("50\r\n{\"id\""));
  }

  private void responseHeads() {
    add("a status line of another protocol", CONNECTION, 3, text("SSH-2.0-OpenSSH\r\n\r\n"));
    add("a status that is a word", CONNECTION, 3, text("HTTP/1.1 abc OK\r\n\r\n" + TASK));
    add("a status of two digits", CONNECTION, 3, text("HTTP/1.1 20\r\n\r\n" + TASK));
    add("HTTP/9.9", CONNECTION, 3, text("HTTP/9.9 200 OK\r\n\r\n" + TASK));
    add("400 KB of headers", CONNECTION, 3, response(200, TASK, bigHeader(400)));
    add("headers without an end", CONNECTION, 3, endless(responseHead(200), "X-A: b\r\n"));
    add("a header line without an end", CONNECTION, 3, endless(responseHead(200) + "X: ", "a"));
    add("103s without an end", CONNECTION, 3, endless("", earlyHints()));
    add("a 103 and nothing more", CONNECTION, 3, text(earlyHints()));
    add("a header with a NUL", null, 1, response(200, TASK, "X-A: a\0b"));
    add("a header that is folded", null, 1, response(200, TASK, "X-A: a\r\n  b"));
    add("a header without a colon", null, 1, response(200, TASK, "no colon here"));
    add("a header without a name", null, 1, response(200, TASK, ": nameless"));
    add(
        "101 without being asked",
        REJECTED,
        1,
        text("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n"));
  }

  private void stalls() {
    add("silence", CALL_TIMEOUT, 1, stalling(""));
    add("silence in the status line", CALL_TIMEOUT, 1, stalling("HTTP/1.1 2"));
    add("silence in the headers", CALL_TIMEOUT, 1, stalling(responseHead(200)));
    add(
        "silence in the body",
        CALL_TIMEOUT,
        1,
        stalling(responseHead(200, "Content-Length: 9") + "\r\n{"));
    add("silence in a chunk", CALL_TIMEOUT, 1, stalling(responseHead(200, CHUNKED) + "\r\n5\r\n{"));
    add("a dripping head", CALL_TIMEOUT, 1, trickling(responseHead(200, bigHeader(1))));
    add("a dripping body", CALL_TIMEOUT, 1, trickling(headOfTask() + " ".repeat(99)));
  }

  private void bodies() {
    add("nothing", UNREADABLE_RESPONSE, 1, response(200, ""));
    add("204", UNREADABLE_RESPONSE, 1, text(responseHead(204) + "\r\n"));
    add("204 with a body", CONNECTION, 3, response(204, TASK));
    add("205", UNREADABLE_RESPONSE, 1, response(205, ""));
    add("HTML", UNREADABLE_RESPONSE, 1, response(200, "<html></html>", "Content-Type: text/html"));
    add("half a value", UNREADABLE_RESPONSE, 1, response(200, TASK.substring(0, 20)));
    add("a value and more", UNREADABLE_RESPONSE, 1, response(200, TASK + TASK));
    add("nested 10,000 deep", UNREADABLE_RESPONSE, 1, response(200, "[".repeat(10_000)));
    add("objects 10,000 deep", UNREADABLE_RESPONSE, 1, response(200, "{\"a\":".repeat(10_000)));
    add("huge numbers", null, 1, response(200, taskWithNumber("1e999999999")));
    add("a number of 100 KB", null, 1, response(200, taskWithNumber("9".repeat(100_000))));
    add(
        "a member name of 100 KB",
        null,
        1,
        response(200, "{\"" + "n".repeat(99_999) + "\":1," + restOfTask()));
    add(
        "bytes that are no UTF-8",
        null,
        1,
        response(200, "{\"x\":\"\u00ff\u00fe\"," + restOfTask()));
    add("NUL bytes", UNREADABLE_RESPONSE, 1, response(200, "\0".repeat(99)));
    add("half a surrogate pair", null, 1, response(200, "{\"x\":\"\\ud800\"," + restOfTask()));
    add("gzip cut short", CONNECTION, 3, gzip(200, TASK.repeat(9), 0.5));
    add("gzip that is none", CONNECTION, 3, response(200, TASK, "Content-Encoding: gzip"));
    add(
        "an unknown encoding",
        UNREADABLE_RESPONSE,
        1,
        response(200, "\u0001\u0002", "Content-Encoding: br"));
    add("a bomb below an error", SERVER_ERROR, 3, gzipBomb(500));
    add("a body without an end", TOO_LARGE, 1, endless(responseHead(200) + "\r\n{\"x\":\"", "a"));
    add("a name in the gzip header without an end", TOO_LARGE, 1, endlessGzipName());
    add("a bomb of 500 MB", TOO_LARGE, 1, gzipBomb(200));
    add("30,000 lists", TOO_LARGE, 1, response(200, "{\"x\":[" + "[],".repeat(30_000) + "1]}"));
    add(
        "30,000 commas in a text",
        null,
        1,
        response(200, "{\"x\":\"" + ",".repeat(30_000) + "\"," + restOfTask()));
    add("a million lists below an error", REJECTED, 1, response(400, "[],".repeat(1_000_000)));
    add(
        "chunks for ever",
        TOO_LARGE,
        1,
        endless(responseHead(200, CHUNKED) + "\r\n", "1\r\n \r\n"));
    add("an error without an end", REJECTED, 1, endless(responseHead(400) + "\r\n", "a"));
  }

  private void statusCodes() {
    for (int status : new int[] {300, 301, 302, 303, 304, 307, 308}) {
      String where = "Location: http://127.0.0.1:1/";
      add(status + " with a place", REDIRECTED, 1, response(status, "", where));
    }
    for (int status : new int[] {400, 402, 405, 406, 410, 413, 415, 418, 422, 426, 451}) {
      add(
          String.valueOf(status),
          REJECTED,
          1,
          response(status, "{\"code\":\"c\",\"message\":\"m\"}"));
    }
    String unknown = "{\"code\":\"task_not_exist\",\"message\":\"m\",\"data\":null}";
    add("400 task_not_exist", TASK_NOT_FOUND, 1, response(400, unknown));
    add("401", UNAUTHORIZED, 1, response(401, "", "WWW-Authenticate: Basic realm=x"));
    add("403", FORBIDDEN, 1, response(403, "<html>"));
    add("404", TASK_NOT_FOUND, 1, response(404, ""));
    add("407", CONNECTION, 3, response(407, "", "Proxy-Authenticate: Basic realm=x"));
    add("421", REJECTED, 1, response(421, ""));
    for (int status : new int[] {408, 409, 425, 500, 501, 502, 503, 504, 507, 511, 520, 599}) {
      add(String.valueOf(status), SERVER_ERROR, 3, response(status, "<html>"));
    }
    add("429", RATE_LIMITED, 3, response(429, ""));
    add("429, again at once", RATE_LIMITED, 3, response(429, "", "Retry-After: 0"));
    add("429, again in a second", RATE_LIMITED, 3, response(429, "", "Retry-After: 1"));
    add("429, again tomorrow", RATE_LIMITED, 1, response(429, "", "Retry-After: 86400"));
    add(
        "429, again in the past",
        RATE_LIMITED,
        3,
        response(429, "", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"));
    add("429, again at nonsense", RATE_LIMITED, 3, response(429, "", "Retry-After: soon"));
    add(
        "429, again after 2^63",
        RATE_LIMITED,
        1,
        response(429, "", "Retry-After: 99999999999999999999"));
    add("503, again at once", SERVER_ERROR, 3, response(503, "", "Retry-After: 0"));
  }

  private void transientFailures() {
    RawSocketServer.Reply good = response(200, TASK);
    add("503, then an answer", null, 2, response(503, ""), good);
    add("500, 502, then an answer", null, 3, response(500, ""), response(502, ""), good);
    add("429, then an answer", null, 2, response(429, ""), good);
    add("a reset, then an answer", null, 2, reset(""), good);
    add(
        "half a body, then an answer",
        null,
        2,
        reset(responseHead(200, "Content-Length: 9") + "\r\n{"),
        good);
    add("503, then 401", UNAUTHORIZED, 2, response(503, ""), response(401, ""), good);
    add("408 and a reset, then an answer", null, 3, response(408, ""), reset(""), good);
    add("503, then silence", CALL_TIMEOUT, 2, response(503, ""), stalling(""), good);
    add(
        "three failures, then an answer too late",
        SERVER_ERROR,
        3,
        response(500, ""),
        reset(""),
        response(500, ""),
        good);
  }

  /** The connection goes without being announced, so the next request finds it dead. */
  private void staleConnections() {
    RawSocketServer.Reply quiet = text("HTTP/1.1 503 Said\r\nContent-Length: 0\r\n\r\n");
    add("503 and gone, then an answer", null, 2, quiet, response(200, TASK));
    // The request on the dead connection counts: nobody can know whether it was seen.
    add("503 and gone, twice, then an answer", SERVER_ERROR, 2, quiet, quiet, response(200, TASK));
  }

  private static String earlyHints() {
    return "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
  }

  private static String informationalResponses(int... statuses) {
    StringBuilder heads = new StringBuilder();
    for (int status : statuses) {
      heads.append("HTTP/1.1 ").append(status).append(" Soon\r\n\r\n");
    }
    return heads.toString();
  }

  static String chunkedResponse(String start) {
    return responseHead(200, CHUNKED) + "\r\n" + start;
  }

  private static String contentLengthAndChunked() {
    return responseHead(200, CHUNKED, "Content-Length: 3") + "\r\n" + taskChunk(0) + "0\r\n\r\n";
  }

  /** The flag that says that a name follows, and no end of it. */
  static RawSocketServer.Reply endlessGzipName() {
    String gzip = "\u001f\u008b\b\b\0\0\0\0\0\0";
    return endless(responseHead(200, "Content-Encoding: gzip") + "\r\n" + gzip, "n");
  }

  private static RawSocketServer.Reply withLengthHeader(String header) {
    return text(responseHead(200, header) + "\r\n" + TASK);
  }

  private static RawSocketServer.Reply chunks(String... parts) {
    return text(chunkedResponse(String.join("", parts)));
  }

  /** The task from an index on, as one chunk. */
  private static String taskChunk(int from) {
    String part = TASK.substring(from);
    return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
  }

  private static String headOfTask() {
    return responseHead(200, "Content-Length: " + TASK.length()) + "\r\n" + TASK;
  }

  private static String bigHeader(int kilobytes) {
    return "X-Big: " + "b".repeat(kilobytes * 1024);
  }

  private static String taskWithNumber(String number) {
    return "{\"progress\":" + number + ",\"created_at\":" + number + "," + restOfTask();
  }

  private static String restOfTask() {
    return TASK.substring(1);
  }
}
