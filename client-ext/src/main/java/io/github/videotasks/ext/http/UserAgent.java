package io.github.videotasks.ext.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Network interceptor that puts this library's name and version, and the application's name if it
 * has one, before OkHttp's own User-Agent, as in {@code shop/2.1 video-tasks/1.0.0 okhttp/5.5.1}. A
 * User-Agent that a caller's interface or a shared client sets is sent unchanged.
 */
public final class UserAgent implements Interceptor {

  private static final String NAME = "User-Agent";
  private static final int MAX_LENGTH = 200;

  private final String prefix;

  private UserAgent(String prefix) {
    this.prefix = prefix;
  }

  /** {@return the User-Agent without the name of an application} */
  public static UserAgent ofLibrary() {
    return new UserAgent("video-tasks/" + version() + " ");
  }

  /**
   * {@return the User-Agent of an application}
   *
   * @param appName such as {@code shop/2.1}
   * @throws IllegalArgumentException if it is null, longer than 200 characters, or not visible
   *     ASCII with single blanks between its words
   */
  public static UserAgent of(@Nullable String appName) {
    if (appName == null || !isValid(appName)) {
      throw new IllegalArgumentException(
          "userAgent: expected 1 to %d visible ASCII characters, with single blanks between words, found %s; pass a name such as shop/2.1"
              .formatted(MAX_LENGTH, appName == null || appName.isEmpty() ? "none" : "others"));
    }
    return new UserAgent(appName + " " + ofLibrary().prefix);
  }

  private static boolean isValid(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean betweenWords = i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
      if (c < 0x20 || c >= 0x7f || (c == ' ' && !betweenWords)) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_LENGTH;
  }

  /**
   * Returns the version that the build wrote, or {@code dev} if classes are run without a build.
   */
  static String version() {
    try (InputStream text = UserAgent.class.getResourceAsStream("version.txt")) {
      String version =
          text == null ? "" : new String(text.readAllBytes(), StandardCharsets.US_ASCII).strip();
      return version.isEmpty() || version.startsWith("$") ? "dev" : version;
    } catch (IOException e) {
      throw new UncheckedIOException("version.txt of this library cannot be read", e);
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String agent = request.header(NAME);
    // Set by OkHttp if nobody else has set one.
    return agent != null && agent.startsWith("okhttp/")
        ? chain.proceed(request.newBuilder().header(NAME, prefix + agent).build())
        : chain.proceed(request);
  }

  @Override
  public String toString() {
    return "UserAgent[" + prefix.strip() + "]";
  }
}
