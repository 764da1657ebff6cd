package io.github.videotasks.contract.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response exceeds a limit; the rest of it was not read. */
public final class ExchangeLimitException extends IOException {
  private static final long serialVersionUID = 1L;

  ExchangeLimitException(String message, @Nullable Exception cause) {
    super(message, cause);
  }

  static ExchangeLimitException tooLarge(int maxBytes) {
    return new ExchangeLimitException(
        "expected a response of at most %d bytes, found more".formatted(maxBytes), null);
  }
}
