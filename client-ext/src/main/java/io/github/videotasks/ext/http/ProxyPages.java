package io.github.videotasks.ext.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes error responses that are not about the task or the API key: a path that the gateway
 * does not have, and a challenge for browsers by a proxy in front of it.
 */
final class ProxyPages {

  /** More than the start of any such page; bounds the cost of a hostile one. */
  private static final int MAX_LENGTH = 8_192;

  /** Messages of web frameworks, in JSON or plain text. */
  private static final Pattern NO_SUCH_PATH =
      Pattern.compile(
          "(?i)"
              + "invalid url \\((?:get|post|put|head)\\b" // new-api, one-api, OpenAI
              + "|\\b404 page not found" // Go
              + "|unknown request url" // OpenAI
              + "|\\b(?:no such|unknown|unmatched) (?:route|path|endpoint|url)\\b"
              + "|\\bno route(?:s)? (?:matched|found|matches|for)\\b" // Kong, Rails
              + "|\\bcannot (?:get|post|head) /" // Express
              + "|\\broute (?:get|post|head)?[: ]{0,2}/\\S{0,200} not found" // Fastify, Laravel
              + "|\\b(?:route|path|endpoint|page) (?:/\\S{0,200} |was |is )?not found\\b"
              + "|\\b(?:path|endpoint|route) does not exist\\b"
              + "|the requested url was not found|\"(?:route|path|endpoint)_not_found\""
              + "|\\{\\s{0,9}\"detail\"\\s{0,9}:\\s{0,9}\"not found\"\\s{0,9}\\}" // FastAPI
              + "|\"error\"\\s{0,9}:\\s{0,9}\"not"
              + " found\"(?:(?!task|job|video)[^{}]){0,300}\"path\""); // Spring

  /** In a 404 it is about the path; elsewhere it may be about the URL of an input. */
  private static final Pattern INVALID_URL = Pattern.compile("(?i)\\binvalid url\\b");

  /** Marks of a challenge by Cloudflare and similar proxies. */
  private static final Pattern CHALLENGE =
      Pattern.compile(
          "(?i)just a moment|\\bcf[-_](?:chl|challenge|error|browser|ray|mitigated|wrapper)"
              + "|challenge-(?:platform|form|error|running)|\\b__cf_|checking your browser"
              + "|attention required|enable javascript and cookies|ddos protection|captcha"
              + "|verify(?:ing)? (?:that )?you are (?:a )?human|error code: 10\\d\\d");

  private ProxyPages() {}

  /** Returns whether the body is HTML, by its content type or by its start. */
  static boolean isHtml(@Nullable String contentType, String body) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return type.contains("html") ? !isJson(body) : body.stripLeading().startsWith("<");
  }

  private static boolean isJson(String body) {
    String start = body.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** Returns whether a response with status 404 says that the path, not the task, is unknown. */
  static boolean isUnknownPath(RawResponse response) {
    String body = start(response);
    return (isHtml(response.contentType(), body) && !body.isBlank())
        || saysUnknownPath(body)
        || INVALID_URL.matcher(body).find();
  }

  /** Returns whether a text says that a path is unknown. */
  static boolean saysUnknownPath(String text) {
    return NO_SUCH_PATH.matcher(text).find();
  }

  /**
   * Returns whether a response is a challenge: HTML with status 403, or HTML or plain text with the
   * marks of one.
   */
  static boolean isChallenge(RawResponse response) {
    String body = start(response);
    boolean refusing =
        response.status() == 401 || response.status() == 403 || response.status() == 503;
    if (!refusing || body.isBlank() || isJson(body)) {
      return false;
    }
    return (response.status() == 403 && isHtml(response.contentType(), body))
        || CHALLENGE.matcher(body).find();
  }

  private static String start(RawResponse response) {
    String text = response.text();
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }
}
