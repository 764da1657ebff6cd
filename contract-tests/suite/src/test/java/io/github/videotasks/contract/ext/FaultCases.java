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
import static io.github.videotasks.ext.error.ErrorKind.CHALLENGE;
import static io.github.videotasks.ext.error.ErrorKind.CONNECTION;
import static io.github.videotasks.ext.error.ErrorKind.ENDPOINT_NOT_FOUND;
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

/** The rows of the fault matrix over HTTP/1.1. Each call may send three requests. */
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
    add("plain response", null, 1, response(200, TASK));
    add("response that ends with the connection", null, 1, text(responseHead(200) + "\r\n" + TASK));
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
        "103 before the response",
        null,
        1,
        text(responseHead(103, "Link: </a>") + "\r\n" + headOfTask()));
    add(
        "a hundred 103s before the response",
        null,
        1,
        text(earlyHints().repeat(100) + headOfTask()));
    add(
        "102, 103 and 199 before the response",
        null,
        1,
        text(informationalResponses(102, 103, 199) + headOfTask()));
    add("100 before the response", null, 1, text("HTTP/1.1 100 Continue\r\n\r\n" + headOfTask()));
    add("more bytes than Content-Length", null, 1, text(headOfTask() + "more"));
    add("a header twice", null, 1, response(200, TASK, "X-A: 1", "X-A: 2"));
    add("200 KB of headers", null, 1, response(200, TASK, bigHeader(200)));
    add("blanks around the value", null, 1, response(200, " \n" + TASK + "\r\n "));
    add("another content type", null, 1, response(200, TASK, "Content-Type: text/html"));
    add("a nonsense content type", null, 1, response(200, TASK, "Content-Type: ;;;"));
    add("a cookie", null, 1, response(200, TASK, "Set-Cookie: a=b"));
  }

  private void brokenConnections() {
    add("closed before the response", CONNECTION, 3, text(""));
    add("reset before the response", CONNECTION, 3, reset(""));
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
    add("Content-Length too large", CONNECTION, 3, withLengthHeader("Content-Length: 999"));
    add("Content-Length too small", UNREADABLE_RESPONSE, 1, withLengthHeader("Content-Length: 7"));
    add("Content-Length of zero", UNREADABLE_RESPONSE, 1, withLengthHeader("Content-Length: 0"));
    add("negative Content-Length", UNREADABLE_RESPONSE, 1, withLengthHeader("Content-Length: -5"));
    add("Content-Length that is not a number", null, 1, withLengthHeader("Content-Length: many"));
    add(
        "Content-Length above 2^63",
        null,
        1,
        withLengthHeader("Content-Length: 99999999999999999999"));
    add("chunk size that is not a number", CONNECTION, 3, chunks("zz\r\n" + TASK));
    add("a negative chunk size", CONNECTION, 3, chunks("-5\r\n" + TASK));
    add("chunk size above 2^63", CONNECTION, 3, chunks("ffffffffffffffffff\r\n" + TASK));
    add("chunks without a last chunk", CONNECTION, 3, chunks(taskChunk(0)));
    add(
        "two different Content-Lengths",
        UNREADABLE_RESPONSE,
        1,
        withLengthHeader("Content-Length: 29\r\nContent-Length: 7"));
    add("Content-Length and chunks", null, 1, text(contentLengthAndChunked()));
    add("endless chunk extension", TOO_LARGE, 1, endless(chunkedResponse("5;"), "x"));
    add("endless chunk size", CALL_TIMEOUT, 1, endless(chunkedResponse(""), "0"));
    add(
        "endless trailer",
        CONNECTION,
        3,
        endless(chunkedResponse(taskChunk(0) + "0\r\n"), "X: a\r\n"));
    add("truncated chunk", CONNECTION, 3, chunks("50\r\n{\"id\""));
  }

  private void responseHeads() {
    add("a status line of another protocol", CONNECTION, 3, text("SSH-2.0-OpenSSH\r\n\r\n"));
    add("status that is not a number", CONNECTION, 3, text("HTTP/1.1 abc OK\r\n\r\n" + TASK));
    add("a status of two digits", CONNECTION, 3, text("HTTP/1.1 20\r\n\r\n" + TASK));
    add("HTTP/9.9", CONNECTION, 3, text("HTTP/9.9 200 OK\r\n\r\n" + TASK));
    add("400 KB of headers", CONNECTION, 3, response(200, TASK, bigHeader(400)));
    add("endless headers", CONNECTION, 3, endless(responseHead(200), "X-A: b\r\n"));
    add("endless header line", CONNECTION, 3, endless(responseHead(200) + "X: ", "a"));
    add("endless 103s", CONNECTION, 3, endless("", earlyHints()));
    add("a 103 and nothing more", CONNECTION, 3, text(earlyHints()));
    add("a header with a NUL", null, 1, response(200, TASK, "X-A: a\0b"));
    add("a header that is folded", null, 1, response(200, TASK, "X-A: a\r\n  b"));
    add("a header without a colon", null, 1, response(200, TASK, "no colon here"));
    add("a header without a name", null, 1, response(200, TASK, ": nameless"));
    add(
        "101 without a request for an upgrade",
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
    add("trickling head", CALL_TIMEOUT, 1, trickling(responseHead(200, bigHeader(9))));
    add("trickling body", CALL_TIMEOUT, 1, trickling(longResponse()));
  }

  private void bodies() {
    add("empty body", UNREADABLE_RESPONSE, 1, response(200, ""));
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
        "property name of 100 KB",
        null,
        1,
        response(200, "{\"" + "n".repeat(99_999) + "\":1," + restOfTask()));
    add(
        "bytes that are not UTF-8",
        null,
        1,
        response(200, "{\"x\":\"\u00ff\u00fe\"," + restOfTask()));
    add("NUL bytes", UNREADABLE_RESPONSE, 1, response(200, "\0".repeat(99)));
    add("half a surrogate pair", null, 1, response(200, "{\"x\":\"\\ud800\"," + restOfTask()));
    add("truncated gzip", CONNECTION, 3, gzip(200, TASK.repeat(9), 0.5));
    add(
        "Content-Encoding gzip without gzip data",
        CONNECTION,
        3,
        response(200, TASK, "Content-Encoding: gzip"));
    add(
        "an unknown encoding",
        UNREADABLE_RESPONSE,
        1,
        response(200, "\u0001\u0002", "Content-Encoding: br"));
    add("gzip bomb with an error status", SERVER_ERROR, 3, gzipBomb(500));
    add("endless body", TOO_LARGE, 1, endless(responseHead(200) + "\r\n{\"x\":\"", "a"));
    add("endless name in the gzip header", TOO_LARGE, 1, endlessGzipName());
    add("gzip bomb of 500 MB", TOO_LARGE, 1, gzipBomb(200));
    add("30,000 lists", TOO_LARGE, 1, response(200, "{\"x\":[" + "[],".repeat(30_000) + "1]}"));
    add(
        "30,000 commas in a text",
        null,
        1,
        response(200, "{\"x\":\"" + ",".repeat(30_000) + "\"," + restOfTask()));
    add(
        "a million lists with an error status",
        REJECTED,
        1,
        response(400, "[],".repeat(1_000_000)));
    add("endless chunks", TOO_LARGE, 1, endless(responseHead(200, CHUNKED) + "\r\n", "1\r\n \r\n"));
    add("endless body with an error status", REJECTED, 1, endless(responseHead(400) + "\r\n", "a"));
  }

  private void statusCodes() {
    for (int status : new int[] {300, 301, 302, 303, 304, 307, 308}) {
      String location = "Location: http://127.0.0.1:1/";
      add(status + " with a Location", REDIRECTED, 1, response(status, "", location));
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
    add("403", FORBIDDEN, 1, response(403, ""));
    add("403 as HTML", CHALLENGE, 1, response(403, "<html>"));
    add("404", TASK_NOT_FOUND, 1, response(404, ""));
    add("404 as HTML", ENDPOINT_NOT_FOUND, 1, response(404, "<html>"));
    add("404 of Go", ENDPOINT_NOT_FOUND, 1, response(404, "404 page not found"));
    add("407", CONNECTION, 3, response(407, "", "Proxy-Authenticate: Basic realm=x"));
    add("421", REJECTED, 1, response(421, ""));
    for (int status : new int[] {408, 409, 425, 500, 501, 502, 503, 504, 507, 511, 520, 599}) {
      add(String.valueOf(status), SERVER_ERROR, 3, response(status, "<html>"));
    }
    add("429", RATE_LIMITED, 3, response(429, ""));
    add("429, Retry-After 0 s", RATE_LIMITED, 3, response(429, "", "Retry-After: 0"));
    add("429, Retry-After 1 s", RATE_LIMITED, 3, response(429, "", "Retry-After: 1"));
    add("429, Retry-After 1 d", RATE_LIMITED, 1, response(429, "", "Retry-After: 86400"));
    add(
        "429, Retry-After in the past",
        RATE_LIMITED,
        3,
        response(429, "", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"));
    add("429, invalid Retry-After", RATE_LIMITED, 3, response(429, "", "Retry-After: soon"));
    add(
        "429, Retry-After above 2^63",
        RATE_LIMITED,
        1,
        response(429, "", "Retry-After: 99999999999999999999"));
    add("503, Retry-After 0 s", SERVER_ERROR, 3, response(503, "", "Retry-After: 0"));
  }

  private void transientFailures() {
    RawSocketServer.Reply success = response(200, TASK);
    add("503, then a response", null, 2, response(503, ""), success);
    add("500, 502, then a response", null, 3, response(500, ""), response(502, ""), success);
    add("429, then a response", null, 2, response(429, ""), success);
    add("a reset, then a response", null, 2, reset(""), success);
    add(
        "half a body, then a response",
        null,
        2,
        reset(responseHead(200, "Content-Length: 9") + "\r\n{"),
        success);
    add("503, then 401", UNAUTHORIZED, 2, response(503, ""), response(401, ""), success);
    add("408 and a reset, then a response", null, 3, response(408, ""), reset(""), success);
    add("503, then silence", CALL_TIMEOUT, 2, response(503, ""), stalling(""), success);
    add(
        "three failures, then a response too late",
        SERVER_ERROR,
        3,
        response(500, ""),
        reset(""),
        response(500, ""),
        success);
  }

  /** The server closes the connection without announcing it, so the next request fails on it. */
  private void staleConnections() {
    RawSocketServer.Reply silentClose = text("HTTP/1.1 503 Said\r\nContent-Length: 0\r\n\r\n");
    add("503 and closed, then a response", null, 2, silentClose, response(200, TASK));
    // The request on the closed connection counts, because the server may have received it.
    add(
        "503 and closed, twice, then a response",
        SERVER_ERROR,
        2,
        silentClose,
        silentClose,
        response(200, TASK));
  }

  /** A body of 9,999 blanks: minutes, if it trickles. */
  private static String longResponse() {
    return responseHead(200, "Content-Length: 9999") + "\r\n" + " ".repeat(9_999);
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

  /** A gzip header whose flag announces a file name, and a name that never ends. */
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

  /** Returns the task from an index on, as one chunk. */
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
