package io.github.videotasks.ext;

import io.github.videotasks.ext.http.Secret;
import org.jspecify.annotations.Nullable;

/** Checks the options of {@link VideoTasksBuilder}. */
final class BuilderChecks {

  private BuilderChecks() {}

  static long requirePositive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("expected a positive " + name + ", found " + value);
    }
    return value;
  }

  static void requireAtLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException("expected " + name + " >= " + least + ", found " + value);
    }
  }

  /** Returns the API key in an environment variable, without blanks around it. */
  static String keyInEnvironment(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "API key: expected a value in the environment variable " + variable + ", found none");
    }
    return value.strip();
  }

  /** Returns the base URL; a client without a gateway has one that it never uses. */
  static String baseUrl(@Nullable String url, boolean withoutGateway) {
    if (url != null) {
      return url;
    }
    if (withoutGateway) {
      return "http://localhost/";
    }
    throw new IllegalArgumentException(
        "expected gateway(…) or baseUrl(…) before build(), found neither");
  }

  /** Returns the key; a client without a gateway sends none. */
  static Secret key(@Nullable Secret key, boolean withoutGateway) {
    if (key != null) {
      return key;
    }
    if (withoutGateway) {
      return new Secret("none");
    }
    throw new IllegalArgumentException(
        "expected apiKey(…) or apiKeyFromEnvironment(…) before build(), found neither");
  }
}
